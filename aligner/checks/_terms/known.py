"""What the term bases say of their concepts, worked out once for an index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aligner.checks._terms.kinds import is_name, twins
from aligner.checks._terms.names import Wordings, key, language_of
from aligner.model import Concept
from aligner.terms.matching import TermIndex


@dataclass(frozen=True, slots=True)
class Known:
    """The concepts by id, `order`, the place of each in the term bases, `rivals`, those easily taken for it.

    `names` tells which terms are one name; `marking` are the term bases that mark weighty concepts.
    """

    concepts: Mapping[str, Concept]
    order: Mapping[str, int]
    rivals: Mapping[str, frozenset[str]]
    names: Wordings
    marking: frozenset[str | None]

    def matters(self, concept: Concept) -> bool:
        """Whether an editor minds how a concept is worded: it weighs, or is a name."""
        return self.weighs(concept) or is_name(concept)

    def weighs(self, concept: Concept) -> bool:
        """Whether the term base holds a concept for one that matters.

        One that marks weighty concepts says by that which ones do; in a plain glossary that marks none all do.
        """
        return concept.weighty or concept.severity is not None or concept.origin not in self.marking


@lru_cache(maxsize=16)
def known(index: TermIndex) -> Known:
    """What is known of the concepts of an index."""
    concepts = index.concepts
    return Known(
        {c.id: c for c in reversed(concepts)},
        {c.id: n for n, c in reversed(tuple(enumerate(concepts)))},
        _rivals(concepts),
        Wordings(),
        frozenset(c.origin for c in concepts if c.weighty),
    )


def _rivals(concepts: Sequence[Concept]) -> dict[str, frozenset[str]]:
    """For each concept the ids of those easily taken for it, in either direction.

    They are related to it in the term base, or accept what it rejects.
    """
    found: dict[str, set[str]] = {}
    accepted: dict[tuple[str, str], list[Concept]] = {}
    for concept in concepts:
        for term in concept.terms:
            if term.status.accepted:
                accepted.setdefault((language_of(term), key(term)), []).append(concept)
    for concept in concepts:
        others = set(concept.related)
        for term in concept.terms:
            if not term.status.accepted:
                holders = accepted.get((language_of(term), key(term)), ())
                others |= {c.id for c in holders if c.id != concept.id and not twins(concept, c)}
        for other in others:
            found.setdefault(concept.id, set()).add(other)
            found.setdefault(other, set()).add(concept.id)
    return {ident: frozenset(others) for ident, others in found.items()}
