"""Terms in languages of every kind: what counts in full, and what only shows that a concept is rendered."""

from __future__ import annotations

import dataclasses

import pytest
from made_index import index, strong, weak

from aligner.model import Concept, Term, TermStatus
from aligner.terms.matching import TermIndex

REJECTED = TermStatus.DEPRECATED


@pytest.mark.parametrize(
    ("lang", "term", "text", "wordings"),
    [
        ("en", "memorandum of understanding", "two memoranda of understanding", ["memoranda of understanding"]),
        ("en", "labour centre", "Labor centers", ["Labor centers"]),
        ("en", "macro-economic policy", "macroeconomic policies", ["macroeconomic policies"]),
        ("en", "cooperation", "co-operation", ["co-operation"]),
        ("en", "peace and stability", "Peace & Stability", ["Peace & Stability"]),
        ("en", "one country, two systems", "“one country two systems”", ["one country two systems"]),
        ("en", "G20", "the G-20 and G20s", ["G-20"]),
        ("en", "SVF", "SVFs, svfs", ["SVFs"]),
        ("en", "Blue House", "Blue\nHouse; Blue House's", ["Blue\nHouse", "Blue House"]),
        ("en", "China policy", "visits China - policy is next", []),
        ("en", "China policy", "China.\n\npolicy; China\n\npolicy", []),
        ("en", "resume", "a résumé", ["résumé"]),
        ("de", "schön", "schon schön SCHÖN", ["schön", "SCHÖN"]),
        ("de", "Abrüstung", "die Abruestung, Abrüstungen", ["Abruestung"]),
        ("de", "Straße", "STRASSE und Strasse", ["STRASSE", "Strasse"]),
        (
            "fr",
            "Union européenne",
            "l’Union européenne, UNION EUROPEENNE",
            ["Union européenne", "UNION EUROPEENNE"],
        ),
        ("tr", "Kırım", "KIRIM, kirim", ["KIRIM"]),
        ("tr", "İzmir", "izmir’in", ["izmir"]),
        ("ru", "Совет", "Совет, Совета", ["Совет"]),
        ("ru", "самолёт", "самолет", ["самолет"]),
        ("el", "Ελλάδα", "ΕΛΛΆΔΑ", ["ΕΛΛΆΔΑ"]),
        ("ar", "الصين", "والصين في الصّين والصينية", ["الصين", "الصّين"]),
        ("he", "סין", "בסין", ["סין"]),
        ("hi", "चीन", "चीन ने", ["चीन"]),
        ("th", "จีน", "ประเทศจีนกับ", ["จีน"]),
        ("ja", "ロシア", "ベロシアとロシアの、ロシアン", ["ロシア"]),
        ("ja", "日中関係", "日中　関係は", ["日中　関係"]),
        ("ko", "미국", "미국은 미국인 재미국 한미국방 미국방", ["미국", "미국"]),
        ("ko", "남북정상회담", "남북 정상회담에서", ["남북 정상회담"]),
        ("zh", "臺灣", "台湾问题", ["台湾"]),
        ("zh", "台灣", "台湾问题", ["台湾"]),
        ("zh", "中国", "发展中国家与中国", ["中国"]),
        ("zh", "中国政策", "对中国。政策", []),
        ("zh", "ROK", "韩国（ＲＯＫ）", ["ＲＯＫ"]),
        ("und", "Bundestag", "Bundestag", ["Bundestag"]),
    ],
)
def test_counts_in_full(lang: str, term: str, text: str, wordings: list[str]) -> None:
    assert [w for _, w in strong(index(lang, term), text, lang)] == wordings


@pytest.mark.parametrize(
    ("lang", "term", "text", "wordings"),
    [
        ("en", "economic ties", "economic and trade ties", ["economic and trade ties"]),
        ("en", "interest rate rise", "interest rate and price rises", ["interest rate and price rises"]),
        ("en", "corporate governance", "the governance of corporations", ["governance of corporations"]),
        ("en", "consortium of banks", "a consortium of 12 major banks", ["consortium of 12 major banks"]),
        (
            "en",
            "statutory minimum requirement",
            "a minimum statutory requirement",
            ["minimum statutory requirement"],
        ),
        ("en", "LAC rules", "the loss-absorbing capacity rules", ["loss-absorbing capacity rules"]),
        ("en", "gross domestic product", "GDP rose; the gdp", ["GDP"]),
        ("en", "nuclear test", "tested nuclear weapons", []),
        ("en", "one-China policy", "one China. The policy", []),
        ("ru", "Совет Безопасности", "в Совете Безопасности", ["Совете Безопасности"]),
        ("de", "Handelsbeziehung", "die Handelsbeziehungen", ["Handelsbeziehungen"]),
        ("fr", "sommet", "les sommets de l'Union", ["sommets"]),
        ("ko", "하나의 중국 원칙", "하나의 중국이라는 원칙을", ["하나의 중국이라는 원칙"]),
        ("ko", "양안관계", "양안의 관계는", ["양안의 관계"]),
        ("ko", "중국", "중국정부가", ["중국"]),
        ("zh", "一个中国原则", "一個中國的原則", ["一個中國的原則"]),
    ],
)
def test_may_lift_a_failure_but_is_not_reported(lang: str, term: str, text: str, wordings: list[str]) -> None:
    terms = index(lang, term)
    assert [w for _, w in weak(terms, text, lang)] == wordings
    assert strong(terms, text, lang) == []
    assert all(m.weak for m in terms.weak(text, lang))


def named(terms: TermIndex, text: str, lang: str) -> list[tuple[str, str]]:
    """(concept, wording) of what may only lift a failure, inside longer terms too."""
    return [(m.concept.id, m.span.of(text)) for m in terms.named(text, lang)]


def test_what_counts_in_full_is_no_lift() -> None:
    assert weak(index("en", "trade tie", "trade"), "trade ties", "en") == []
    assert named(index("en", "trade tie"), "trade ties", "en") == []


@pytest.mark.parametrize(
    ("lang", "text", "wordings"),
    [
        ("en", "the Bank of Korea", [("Korea", "Korea")]),
        ("ko", "한국은행은", [("한국", "한국")]),
        ("zh", "韩国银行", [("韩国", "韩国")]),
    ],
)
def test_a_term_inside_a_longer_one_shows_that_its_concept_is_named(
    lang: str, text: str, wordings: list[tuple[str, str]]
) -> None:
    terms = {"en": ("Korea", "Bank of Korea"), "ko": ("한국", "한국은행"), "zh": ("韩国", "韩国银行")}[lang]
    assert [ident for ident, _ in strong(index(lang, *terms), text, lang)] == [terms[1]]
    assert named(index(lang, *terms), text, lang) == wordings
    assert weak(index(lang, *terms), text, lang) == []


def test_a_term_inside_a_relative_or_a_rejected_term_does_not() -> None:
    inner, outer = Term("one China", "en"), Term("one-China policy", "en")
    text = "the one-China policy"
    for one, other in (
        (Concept("a", (inner,), related=("b",)), Concept("b", (outer,))),
        (Concept("a", (inner,)), Concept("b", (outer,), related=("a",))),
        (Concept("a", (inner, Term("one-China principle", "en"))), Concept("b", (outer,))),
        (Concept("a", (inner, dataclasses.replace(outer, status=REJECTED))), Concept("b", (outer,))),
        (Concept("a", (dataclasses.replace(inner, status=REJECTED),)), Concept("b", (outer,))),
        (Concept("a", (inner,)), Concept("b", (dataclasses.replace(outer, status=REJECTED),))),
    ):
        assert named(TermIndex((one, other)), text, "en") == []
    unrelated = TermIndex((Concept("a", (inner,)), Concept("b", (outer,))))
    assert named(unrelated, text, "en") == [("a", "one-China")]
