"""Shortened mentions: the head and at least half of the words, and never another head."""

from __future__ import annotations

import pytest
from made_index import index
from made_index import strong as found

from aligner.model import Concept, Term, TermStatus
from aligner.terms.matching import TermIndex


def short(terms: TermIndex, text: str, lang: str = "en") -> list[tuple[str, str]]:
    """(concept, wording) of the shortened mentions of all concepts."""
    idents = {c.id for c in terms.concepts}
    return [(m.concept.id, m.span.of(text)) for m in terms.shortened(text, lang, idents)]


@pytest.mark.parametrize(
    ("term", "text", "wordings"),
    [
        ("interest rate hikes", "four rate hikes by the Fed", ["rate hikes"]),
        ("interest rate hikes", "a Rate Hike", ["Rate Hike"]),
        ("start-up companies", "many startups had", ["startups"]),
        ("counter-financing of terrorism", "the financing of terrorism", ["financing of terrorism"]),
        ("joint statement of the two presidents", "their joint statement", ["joint statement"]),
        # another head, half the words or fewer, a head alone, words that are not side by side
        ("one-China principle", "the one-China policy", []),
        ("one-China principle", "one China", []),
        ("one-China principle", "the principle", []),
        ("interest rate hikes", "interest rates, and hikes", []),
        ("interest rate hikes", "rate and tax hikes", []),
        ("annual high-level strategic economic dialogue", "an economic dialogue", []),
        ("Ministry of Foreign Affairs", "foreign affairs", []),
        ("start-up company law", "the startup", []),
        # the term itself, an address
        ("interest rate hikes", "interest rate hikes", []),
        ("interest rate hikes", "https://a.example/rate-hikes", []),
    ],
)
def test_wordings(term: str, text: str, wordings: list[str]) -> None:
    assert [w for _, w in short(index("en", term), text)] == wordings


def test_all_are_weak_and_none_is_found_in_full_or_as_a_lift() -> None:
    terms = index("en", "interest rate hikes")
    text = "rate hikes"
    assert all(m.weak for m in terms.shortened(text, "en", {"interest rate hikes"}))
    assert found(terms, text, "en") == []
    assert terms.weak(text, "en") == ()
    assert terms.shortened(text, "en", ()) == ()


def test_what_is_listed_for_another_concept_is_short_for_none() -> None:
    terms = index("en", "comprehensive strategic partnership", "strategic partnership")
    assert short(terms, "their strategic partnership") == []
    terms = index("en", "comprehensive strategic partnership", "US strategic partnership")
    assert short(terms, "the US strategic partnership") == []


def test_rejected_terms_are_not_shortened() -> None:
    rejected = Term("Taiwan separatist forces", "en", TermStatus.DEPRECATED)
    assert short(TermIndex((Concept("a", (rejected,)),)), "separatist forces") == []


@pytest.mark.parametrize(
    ("lang", "term", "text"),
    [("fr", "relations bilatérales étroites", "bilatérales étroites"), ("ko", "남북 정상 회담", "정상 회담")],
)
def test_languages_whose_heads_are_not_known_have_none(lang: str, term: str, text: str) -> None:
    assert short(index(lang, term), text, lang) == []
