"""How texts use the terms of a term base, and which wordings might belong into it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.model.finding import Place
from aligner.model.terms import Concept, TermStatus


@dataclass(frozen=True, slots=True)
class Rendering:
    """One wording by which a document names a concept, and everywhere it does.

    `term` is the term of the term base that the wording is a form of; `status` is what the document's house profile
    or the term base says of it.
    """

    term: str
    status: TermStatus
    places: tuple[Place, ...]

    @property
    def count(self) -> int:
        """How often the document has it."""
        return len(self.places)


@dataclass(frozen=True, slots=True)
class ConceptUse:
    """A concept and its renderings in each document of the report, in the report's order, the commonest first.

    `differs` says that texts of one language name it in different words, or one text in several; forms that only
    save room (acronyms) are no other words. `unlisted` holds the places of the documents in whose language the term
    base has no accepted term for it: what they say of it nobody can tell.
    """

    concept: Concept
    documents: tuple[tuple[Rendering, ...], ...]
    differs: bool = False
    unlisted: frozenset[int] = frozenset()

    @property
    def count(self) -> int:
        """How often all documents have it."""
        return sum(r.count for renderings in self.documents for r in renderings)

    @property
    def rejected(self) -> bool:
        """Whether a document has a wording that its house or the term base does not accept."""
        return any(not r.status.accepted for renderings in self.documents for r in renderings)

    @property
    def missing(self) -> bool:
        """Whether the base names it and a version does not, though a term of its language is listed."""
        return any(self.lacking(place) for place in range(1, len(self.documents)))

    def lacking(self, place: int) -> bool:
        """Whether the base names it and the document at `place`, which could, does not."""
        return bool(self.documents[0]) and not self.documents[place] and place not in self.unlisted


def relatives(uses: Sequence[ConceptUse]) -> dict[str, tuple[ConceptUse, ...]]:
    """For each concept (by id) the uses of those that are easily taken for it, whichever of the two says so."""
    found: dict[str, dict[str, ConceptUse]] = {use.concept.id: {} for use in uses}
    named = {use.concept.id: use for use in uses}
    for use in uses:
        for other in use.concept.related:
            if other in named and other != use.concept.id:
                found[use.concept.id][other] = named[other]
                found[other][use.concept.id] = use
    return {ident: tuple(others.values()) for ident, others in found.items()}


def instead(use: ConceptUse, place: int, relatives: Sequence[ConceptUse]) -> tuple[Rendering, ...]:
    """What the document at `place` says where it lacks a concept of the base: related ones that the base lacks."""
    if not use.lacking(place):
        return ()
    return tuple(r for other in relatives if not other.documents[0] for r in other.documents[place])


def beside(use: ConceptUse, place: int, relatives: Sequence[ConceptUse]) -> tuple[ConceptUse, ...]:
    """The related concepts that the base names where the document at `place` has one that the base does not."""
    if use.documents[0] or 0 in use.unlisted or not use.documents[place]:
        return ()
    return tuple(other for other in relatives if other.documents[0])


@dataclass(frozen=True, slots=True)
class Candidate:
    """A wording that no term base lists, in the place of a known term or in its frame.

    `concept` is the id of the concept whose term `like` it resembles; `kind` says how it was found ("aligned": it
    stands where the other text has the term; "frame": it recurs in the frame of the term; "title": one person goes
    by two titles, and `concept` may be empty); `score` is 0..1, higher is likelier; `places` are where it stands,
    over all documents.
    """

    text: str
    lang: str
    concept: str
    like: str
    kind: str
    score: float
    places: tuple[Place, ...]
