"""What stands right before a term and makes another word of it, in languages with hyphens and without."""

from __future__ import annotations

import pytest
from made_index import index, strong, weak

from aligner.model import MatchRule
from aligner.terms.matching import TermIndex


def either(terms: TermIndex, text: str, lang: str) -> list[str]:
    """What is found in full, or may lift a failure."""
    return [w for _, w in (*strong(terms, text, lang), *weak(terms, text, lang))]


@pytest.mark.parametrize(
    ("lang", "term", "text"),
    [
        ("en", "nuclear state", "the non-nuclear states"),
        (
            "en",
            "nuclear state",
            "Non nuclear states, non\u2011nuclear states, non - nuclear states, NON-NUCLEAR STATES",
        ),
        ("en", "official visit", "an un-official visit, a semi-official visit"),
        ("en", "state visit", "a non-state visit"),
        ("en", "president", "the vice-president, a vice president and the Deputy President"),
        ("en", "president", "vice-presidents"),
        ("fr", "président", "le vice-président"),
        ("de", "Kanzler", "der Vize-Kanzler"),
        ("de", "Ministerpräsident", "der stellvertretende Ministerpräsident"),
        ("es", "oficial", "una visita no-oficial"),
        ("ru", "президент", "вице-президент"),
        ("zh", "会员国", "非会员国"),
        ("zh", "正式访问", "進行了非正式訪問"),
        ("zh", "总理", "副总理"),
        ("ja", "公式訪問", "非公式訪問"),
        ("ko", "공식 방문", "그는 비공식 방문을 했다"),
        ("ko", "공식 방문", "비-공식 방문"),
        ("ko", "가입국", "비가입국은"),
        ("ko", "회원국", "비회원국은"),
        ("ko", "회원", "비회원은"),
        ("ko", "대통령", "부대통령이"),
    ],
)
def test_another_word_is_neither_found_nor_a_lift(lang: str, term: str, text: str) -> None:
    assert either(index(lang, term), text, lang) == []


@pytest.mark.parametrize(
    ("lang", "term", "text", "wording"),
    [
        ("en", "Cold War", "the post-Cold War order", "Cold War"),
        ("en", "president", "the ex-president", "president"),
        ("fr", "président", "l'ex-président", "président"),
        ("zh", "扩散", "核不扩散", "扩散"),
        ("ko", "공산 진영", "반공산 진영은", "공산 진영"),
        ("ko", "차관급", "전차관급", "차관급"),
    ],
)
def test_what_is_named_inside_another_word_is_a_lift_alone(lang: str, term: str, text: str, wording: str) -> None:
    terms = index(lang, term)
    assert strong(terms, text, lang) == []
    assert [w for _, w in weak(terms, text, lang)] == [wording]


@pytest.mark.parametrize(
    ("lang", "term", "text"),
    [
        ("en", "member states", "the UN member states; UN-member states; UN MEMBER STATES"),
        ("en", "nuclear states", "Nuclear states; pro nuclear states; half-nuclear states"),
        ("en", "visit", "He said no: visit - visit. A state-visit"),
        ("zh", "一个中国原则", "违反一个中国原则"),
        ("zh", "总统", "南非总统与正副总统"),
        ("zh", "核潜艇", "批准核潜艇"),
        ("zh", "合作", "对非合作"),
        ("zh", "正式访问", "非“正式访问”"),
        ("ko", "대표단", "정부대표단은"),
        ("ko", "정상회담", "한미정상회담"),
        ("ko", "국무부", "미국무부"),
        ("ko", "공식 방문", "준비 공식 방문과 비 공식 방문"),
    ],
)
def test_what_only_looks_like_a_prefix_is_none(lang: str, term: str, text: str) -> None:
    assert strong(index(lang, term), text, lang)


def test_a_term_that_has_the_prefix_itself_is_found() -> None:
    terms = index("en", "nuclear states", "non-nuclear states")
    assert strong(terms, "non-nuclear states", "en") == [("non-nuclear states", "non-nuclear states")]


@pytest.mark.parametrize(
    ("rule", "term", "text"),
    [
        (MatchRule.PREFIX, "nuclear", "non-nuclear"),
        (MatchRule.STEM, "nuclear state", "non-nuclear states"),
        (MatchRule.EXACT, "nuclear states", "non-nuclear states"),
        (MatchRule.PATTERN, "nuclear (state|states)", "non-nuclear states"),
    ],
)
def test_prefixes_matter_to_every_match_rule(rule: MatchRule, term: str, text: str) -> None:
    terms = index("en", term, match=rule)
    assert strong(terms, text, "en") == []
    assert strong(terms, text.removeprefix("non-"), "en") != []
