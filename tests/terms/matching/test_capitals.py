"""Case where it matters: no way of finding a term takes a small word for an acronym."""

from __future__ import annotations

import pytest
from made_index import index, weak

from aligner.terms.matching import TermIndex

Found = list[tuple[str, str]]


def all_found(terms: TermIndex, text: str) -> Found:
    """(concept, wording) by any of the ways."""
    ways = (
        terms.find(text, "en"), terms.weak(text, "en"), terms.named(text, "en"),
        terms.shortened(text, "en", [c.id for c in terms.concepts]),
    )  # fmt: skip
    return list(dict.fromkeys((m.concept.id, m.span.of(text)) for found in ways for m in found))


@pytest.mark.parametrize("case_sensitive", [True, False])
@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("US", "He told them to help us"),
        ("UN", "un communiqué"),
        ("IT", "It is what matters"),
        ("WHO", "Who is there, and who's not?"),
        ("US forces", "let us and the forces go; us forces; the forces of us"),
        ("interim US troops", "for us troops"),
    ],
)
def test_a_word_in_small_letters_is_no_acronym(term: str, text: str, case_sensitive: bool) -> None:
    assert all_found(index("en", term, case_sensitive=case_sensitive), text) == []


@pytest.mark.parametrize(
    ("term", "text", "wording"),
    [
        ("US", "the U.S. and US, to help us", ["U.S", "US"]),
        ("interim US troops", "for US troops", ["US troops"]),
        ("US forces", "the forces of the US; us", ["forces of the US"]),
        ("SVF licence", "the SVFs and licences; a licence of the SVF", ["licence of the SVF"]),
    ],
)
def test_its_capitals_let_it_count(term: str, text: str, wording: list[str]) -> None:
    assert [w for _, w in all_found(index("en", term), text)][: len(wording)] == wording


def test_what_an_acronym_that_heeds_case_is_short_for_has_capitals() -> None:
    terms = index("en", "WHO", case_sensitive=True)
    assert weak(terms, "we hold on", "en") == []
    assert weak(terms, "the World Health Organization", "en") == [("WHO", "World Health Organization")]


def test_a_name_that_heeds_case_keeps_it_when_inflected() -> None:
    terms = index("en", "Bill of Rights", case_sensitive=True)
    assert all_found(terms, "the bill on right conduct; right bills") == []
    assert all_found(terms, "the Rights Bill") == [("Bill of Rights", "Rights Bill")]
