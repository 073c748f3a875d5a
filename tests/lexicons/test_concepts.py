"""The term base as evidence."""

from __future__ import annotations

import pytest

from aligner import terms
from aligner.lexicons.concepts import Concepts
from aligner.model import Concept, Term, TermStatus

ROUTE = Concept(
    "route",
    (
        Term("海上之路", "zh-Hans"),
        Term("Route of the Seas", "en-GB"),
        Term("sea road", "en", TermStatus.DEPRECATED),
        Term("바닷길", "ko"),
    ),
)
ALONE = Concept("alone", (Term("孤", "zh-Hans"),))


def test_each_word_of_a_term_may_render_each_of_the_others() -> None:
    lexicon = Concepts((ROUTE, ALONE))
    found = lexicon.renderings(["海上之路", "海"], frozenset({"rout", "sea", "the", "of"}), "zh", "en")
    assert found == {"海上之路": {"rout": pytest.approx(0.4), "sea": pytest.approx(0.4)}}
    back = lexicon.renderings(["Route", "Seas"], frozenset({"海上之路"}), "en", "zh")
    assert back == {"Route": {"海上之路": 0.8}, "Seas": {"海上之路": 0.8}}


def test_a_term_counts_only_whole() -> None:
    assert not Concepts((ROUTE,)).renderings(["海上之路"], frozenset({"sea"}), "zh", "en")
    assert "海上之路" in Concepts((ROUTE,)).renderings(["海上之路"], frozenset({"sea", "road"}), "zh", "en")


def test_only_languages_that_a_concept_joins() -> None:
    lexicon = Concepts((ROUTE, ALONE))
    assert lexicon.covers("zh", "ko")
    assert lexicon.covers("en", "zh")
    assert not lexicon.covers("zh", "fr")
    assert not lexicon.covers("en", "en")
    assert not Concepts().covers("zh", "en")


def test_terms_are_words_of_a_language_without_spaces() -> None:
    lexicon = Concepts((ROUTE, ALONE))
    assert lexicon.words(["在海上之路上"], [], "zh", "en") == {"海上之路"}
    assert not lexicon.words(["在海上"], [], "zh", "en")
    assert not lexicon.words(["Route of the Seas"], [], "en", "zh")


def test_weights_of_the_bundled_base_are_shares() -> None:
    lexicon = Concepts(terms.bundled())
    vocabulary = frozenset({"china", "principl", "polici", "one", "road", "belt", "initi", "reform"})
    found = lexicon.renderings(["一个中国原则", "一带一路", "改革开放"], vocabulary, "zh", "en")
    assert found
    assert all(0 < sum(row.values()) <= 0.8 + 1e-9 for row in found.values())
