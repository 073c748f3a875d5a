"""Finding terms: boundaries, variants of spelling, exclusive longest spans in the original text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.model import Concept, Term, TermStatus
from aligner.terms.matching import TermIndex


def concept(ident: str, *terms: tuple[str, str]) -> Concept:
    return Concept(ident, tuple(Term(text, lang) for lang, text in terms))


CONCEPTS = (
    concept("policy", ("en", "one-China policy"), ("zh", "一个中国政策"), ("ko", "하나의 중국 정책")),
    concept("china", ("zh", "中国"), ("ko", "중국"), ("en", "China")),
    concept("partnership", ("en", "strategic partnership"), ("ko", "전략적 협력 동반자 관계")),
    concept("full", ("en", "comprehensive strategic partnership")),
    concept("rok", ("en", "ROK"), ("en", "S. Korea"), ("ko", "한국")),
    concept("alliance", ("ko", "동맹"), ("en", "alliance")),
    concept("communique", ("en", "joint communiqué"), ("zh", "联合公报")),
    concept("denuclear", ("en", "denuclearization")),
    concept("us", ("en", "US-China relations")),
    concept("mou", ("zh", "谅解备忘录")),
)
INDEX = TermIndex(CONCEPTS)


def found(text: str, lang: str) -> list[tuple[str, str]]:
    return [(m.concept.id, m.span.of(text)) for m in INDEX.find(text, lang)]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("The One China policy stands.", "en", [("policy", "One China policy")]),
        ("one\u2011China policies", "en", [("policy", "one\u2011China policies")]),
        ("a policy of one China", "en", [("policy", "policy of one China")]),
        ("“one China” policy", "en", [("policy", "one China” policy")]),
        ("a comprehensive strategic partnership", "en", [("full", "comprehensive strategic partnership")]),
        ("Alliances and misalliance", "en", [("alliance", "Alliances")]),
        ("ROK’s rok", "en", [("rok", "ROK")]),
        ("S.Korea, S. Korea", "en", [("rok", "S.Korea"), ("rok", "S. Korea")]),
        ("U.S.-China relations told us China", "en", [("us", "U.S.-China relations"), ("china", "China")]),
        ("Joint Communique\u0301", "en", [("communique", "Joint Communique\u0301")]),
        ("denuclearisation", "en", [("denuclear", "denuclearisation")]),
        ("在中国的一個中國政策", "zh-Hant", [("china", "中国"), ("policy", "一個中國政策")]),
        ("《諒解備忘錄》", "zh-Hant", [("mou", "諒解備忘錄")]),
        ("전략적 협력동반자관계를", "ko", [("partnership", "전략적 협력동반자관계")]),
        ("동맹을 재동맹 동맹사", "ko", [("alliance", "동맹")]),
        ("한국에서는 대한국제", "ko", [("rok", "한국")]),
        ("하나의 중국정책은", "ko", [("policy", "하나의 중국정책")]),
        ("중 국", "ko", []),
        ("China", "zh", []),
    ],
)
def test_finds(text: str, lang: str, expected: list[tuple[str, str]]) -> None:
    assert found(text, lang) == expected


def test_undetermined_terms_are_found_in_every_language() -> None:
    index = TermIndex((Concept("x", (Term("Bundestag", "und"),)),))
    assert [len(index.find("der Bundestag", lang)) for lang in ("de", "fr-CA")] == [1, 1]


def test_case_matters_where_the_term_base_says_so() -> None:
    index = TermIndex((Concept("x", (Term("Seoul", "en", case_sensitive=True),)),))
    assert [len(index.find(t, "en")) for t in ("Seoul", "SEOUL", "seoul")] == [1, 1, 0]


def test_readings_name_all_concepts_best_standing_first() -> None:
    rejected = Concept("a", (Term("joint statement", "en", TermStatus.DEPRECATED),))
    accepted = Concept("b", (Term("joint statement", "en"),))
    index = TermIndex((rejected, accepted))
    (readings,) = index.readings("A joint statement.", "en")
    assert [m.concept.id for m in readings] == ["b", "a"]
    assert index.find("A joint statement.", "en")[0].concept.id == "b"


ODD = st.text(
    alphabet=st.sampled_from("oneChia-— “”'.\u0301policyU.S中国個政策一동맹 의중\u200bﬁＲOKç1\n"), max_size=60
)


@settings(deadline=None)
@given(ODD, st.sampled_from(["en", "zh", "zh-Hant", "ko", "fr"]))
def test_spans_are_ordered_exclusive_and_hold_their_term(text: str, lang: str) -> None:
    last = 0
    for match in INDEX.find(text, lang):
        assert last <= match.span.start < match.span.stop <= len(text)
        last = match.span.stop
        again = TermIndex((match.concept,)).find(match.span.of(text), lang)
        assert [m.term for m in again] == [match.term]


@settings(deadline=None)
@given(ODD, st.sampled_from([t for c in CONCEPTS for t in c.terms]), ODD)
def test_a_term_that_stands_alone_is_always_found(before: str, term: Term, after: str) -> None:
    text = f"{before}\n| {term.text} |\n{after}"
    spans = [m.span.of(text) for m in INDEX.find(text, term.lang)]
    assert term.text in spans


def test_long_texts_come_to_an_end() -> None:
    index = TermIndex(
        tuple(concept(f"c{i}", ("en", f"term{i} word"), ("zh", f"词{chr(0x4E00 + i)}语")) for i in range(2000))
    )
    for lang, unit, found in (
        ("en", "term7 word and on ", 1),
        ("zh", "词一语中文", 1),
        ("en", "“-.'", 0),
        ("ko", "동맹 ", 0),
    ):
        assert len(index.find(unit * 16_000, lang)) == 16_000 * found
