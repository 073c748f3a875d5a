"""Titles, addresses, short forms in brackets and those that a text defines."""

from __future__ import annotations

import pytest
from made_index import index, strong, weak

from aligner.model import Concept, Term, TermStatus
from aligner.terms.matching import TermIndex


@pytest.mark.parametrize(
    ("lang", "term", "text"),
    [
        ("zh", "中国", "据《中国日报》报道"),
        ("en", "China", "“The One Road From China to Rome” is a book"),
        ("ko", "중국", "『중국의 꿈』을 썼다"),
        ("ja", "中国", "『中国の夢』"),
    ],
)
def test_terms_in_titles_are_weak(lang: str, term: str, text: str) -> None:
    terms = index(lang, term)
    assert strong(terms, text, lang) == []
    assert weak(terms, text, lang) == [(term, term)]


@pytest.mark.parametrize(
    ("lang", "term", "text"),
    [
        ("zh", "中美联合公报", "《中美联合公报》"),
        ("en", "China", "he said “we respect one China”"),
        ("en", "Belt and Road Initiative", "the “Belt and Road Initiative”"),
        ("en", "China policy", "the “One China” policy"),
    ],
)
def test_a_term_that_is_a_title_counts_and_a_quotation_is_none(lang: str, term: str, text: str) -> None:
    assert len(strong(index(lang, term), text, lang)) == 1


def test_addresses_are_masked() -> None:
    text = (
        "https://a.example/china-policy, china@china.cn, www.china.org, china.org.cn/china; China. 见news.cn/中国"
    )
    terms = TermIndex((Concept("c", (Term("China", "en"), Term("中国", "zh"))),))
    assert [m.span.of(text) for m in terms.find(text, "en")] == ["China"]
    assert [m.span.of(text) for m in terms.find(text, "zh")] == ["中国"]
    assert weak(terms, text, "en") == []


MOU = Concept(
    "mou",
    (Term("memorandum of understanding", "en"), Term("MOU", "en"), Term("양해각서", "ko"), Term("MOU", "ko")),
)
SVF = Concept("svf", (Term("stored value facility", "en", TermStatus.PREFERRED),))
LICENCE = Concept("licence", (Term("stored value facility licence", "en"),))
BANK = Concept("bok", (Term("한국은행", "ko"),))
INDEX = TermIndex((MOU, SVF, LICENCE, BANK))


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("en", "a memorandum of understanding (MOU).", [("mou", "memorandum of understanding (MOU)")]),
        ("en", "MOU (memorandum of understanding)", [("mou", "MOU (memorandum of understanding)")]),
        ("en", "memorandum of understanding (“MoU”)", [("mou", "memorandum of understanding")]),
        ("en", "memorandum of understanding, MOU", [("mou", "memorandum of understanding"), ("mou", "MOU")]),
        ("ko", "양해각서(MOU)를", [("mou", "양해각서(MOU)")]),
        ("en", "stored value facility (SVF) licences", [("licence", "stored value facility (SVF) licences")]),
    ],
)
def test_short_forms_in_brackets(lang: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert strong(INDEX, text, lang) == expected


def test_what_a_text_defines_stands_for_the_term_in_that_text() -> None:
    text = "SVFs and SVF licences"
    assert strong(INDEX, text, "en") == []
    own = INDEX.with_acronyms(["A stored value facility (SVF) is new.", "Two facilities."], "en")
    assert strong(own, text, "en") == [("svf", "SVFs"), ("licence", "SVF licences")]
    term = own.find("SVF", "en")[0].term
    assert (term.status, term.type) == (TermStatus.PREFERRED, "acronym")
    assert strong(own, "stored value facility (SVF)", "en") == [("svf", "stored value facility (SVF)")]
    assert own.concepts == INDEX.concepts
    assert strong(own, "한국은행", "ko") == [("bok", "한국은행")]


def test_korean_short_forms_need_a_word_that_says_so() -> None:
    assert strong(INDEX.with_acronyms(["한국은행(이하 한은)은 밝혔다."], "ko"), "한은은", "ko") == [("bok", "한은")]
    assert INDEX.with_acronyms(["한국은행(총재)은 밝혔다."], "ko") is INDEX


@pytest.mark.parametrize("text", ["stored value facility (IMF)", "stored value facility (2016)", "facility (SVF)"])
def test_what_is_no_abbreviation_defines_nothing(text: str) -> None:
    assert INDEX.with_acronyms([text], "en") is INDEX
