"""The content words of known terms in any order: "question of Taiwan" for "Taiwan question"; or all but one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.model import Concept
from aligner.terms.discovery.frames import MOST_UNITS, goes_on, is_content, keeps_head
from aligner.terms.discovery.units import Unit, units
from aligner.terms.discovery.words import Words, words_of

BETWEEN = 2
"""Function words that may stand between two content words."""


@dataclass(frozen=True, slots=True)
class Bag:
    """The content words of a term; `whole` says whether none is left out."""

    concept: str
    like: str
    whole: bool


@dataclass(frozen=True, slots=True)
class Bags:
    """The bags of a language by their sorted words, and the words that stand in any."""

    by_words: dict[tuple[str, ...], tuple[Bag, ...]]
    vocabulary: frozenset[str]
    most: int

    def at(self, found: Sequence[Unit], words: Words) -> Iterator[tuple[int, int, Bag]]:
        """(first unit, unit behind the last, bag) of every stretch whose content words are those of a bag.

        It stands by itself: no content word goes before or after it.
        """
        for first, unit in enumerate(found):
            if unit.key not in self.vocabulary or unit.han or goes_on(found, first, first - 1, words):
                continue
            for last, content in self._stretches(found, first, words):
                bags = self.by_words.get(tuple(sorted(content)), ())
                if bags and not goes_on(found, last, last, words):
                    yield from ((first, last, bag) for bag in bags)

    def _stretches(self, found: Sequence[Unit], first: int, words: Words) -> Iterator[tuple[int, list[str]]]:
        content = [found[first].key]
        between = 0
        for place in range(first + 1, min(first + MOST_UNITS, len(found))):
            unit = found[place]
            if unit.apart or len(content) == self.most:
                return
            if unit.key in self.vocabulary:
                content.append(unit.key)
                between = 0
                yield place + 1, content
            elif unit.key in words.inner and between < BETWEEN:
                between += 1
            else:
                return


def bags(concepts: Sequence[Concept], language: str) -> Bags:
    """The bags of all terms of a language (primary subtag) that have two content words and more."""
    words = words_of(language)
    table: dict[tuple[str, ...], dict[str, Bag]] = {}
    for concept in concepts:
        for term in concept.in_language(language):
            found = units(term.text, language)
            if len(found) > MOST_UNITS or any(u.han for u in found):
                continue
            content = [i for i, u in enumerate(found) if is_content(u, words) or u.key in words.numbers]
            if len(content) < 2:
                continue
            for left_out in (None, *(content if len(content) > 2 else ())):
                if left_out is None or keeps_head(found, left_out, left_out + 1, words):
                    kept = tuple(sorted(found[i].key for i in content if i != left_out))
                    bag = Bag(concept.id, term.text, left_out is None)
                    table.setdefault(kept, {}).setdefault(concept.id, bag)
    return Bags(
        {kept: tuple(found.values()) for kept, found in table.items()},
        frozenset(key for kept in table for key in kept),
        max(map(len, table), default=0),
    )
