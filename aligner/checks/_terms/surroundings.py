"""A term of a version and what stands around it in the base: in its pair, and close by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.checks import Context
from aligner.checks._terms.kinds import twins
from aligner.checks._terms.occurrences import Occurrence, Passage
from aligner.checks._terms.view import TermView
from aligner.model import Span


@dataclass(frozen=True, slots=True)
class Surroundings:
    """One term of the version with both documents; `near` is how many base segments around count as close by."""

    terms: TermView
    context: Context
    near: int
    found: Occurrence

    @property
    def here(self) -> Passage:
        """The terms of the pair's base."""
        return self.terms.base[self.found.pair]

    @property
    def beside(self) -> Passage:
        """The terms of the pair's version, this one among them."""
        return self.terms.version[self.found.pair]

    @property
    def unsure(self) -> bool:
        """Whether the link of the pair is doubtful."""
        return self.terms.pairs[self.found.pair].bead.unsure

    @property
    def version_text(self) -> str:
        """The version's side of the pair."""
        return self.terms.pairs[self.found.pair].version.text

    def base_text(self, place: Occurrence) -> str:
        """The base's side of the pair in which a term of the base stands."""
        return self.terms.pairs[place.pair].base.text

    def about(self, ident: str) -> tuple[Occurrence, ...]:
        """The occurrences of a concept in the base, those around the pair."""
        return self.terms.around(ident, self.found.pair)

    def near_by(self, place: Occurrence) -> bool:
        """Whether a place of the base is close to the pair."""
        return self.terms.distance(self.found.pair, place) <= self.near

    def loose(self, place: Occurrence) -> bool:
        """Whether words of one pair may belong to the other: in one language, or where a link is missing or unsure.

        What two sure pairs of different languages hold belongs to these pairs.
        """
        beads = (self.terms.pairs[place.pair].bead, self.terms.pairs[self.found.pair].bead)
        return self.context.same_language or any(b.unsure or not b.paired for b in beads)

    def nearest(self, places: Sequence[Occurrence]) -> Occurrence:
        """The place of the base that the version most likely speaks of."""
        return min(places, key=self.nearness)

    def nearness(self, place: Occurrence) -> tuple[bool, int, int, int, Span]:
        """Sorts places of the base: the pair's own speaker first, then those in like words, then the nearest."""
        speaker = self.terms.pairs[self.found.pair].base.speaker
        other = speaker is not None and place.speaker != speaker
        alike = len(place.around & self.found.around)
        return other, -alike, self.terms.distance(self.found.pair, place), place.segment, place.span

    def rendered(self, place: Occurrence) -> bool:
        """Whether the version's side of the pair has an accepted term for what stands at a place of its base."""
        return any(self.beside.accepted.get(m.concept.id) for m in place.readings)

    def spare(self, ident: str) -> bool:
        """Whether the concept, which accepts the term, has enough others, so that the term is left for another."""
        given = self.terms.surplus[self.found.pair].get(self.found.span)
        return given is not None and given[0] == ident

    def answered(self, ident: str) -> int:
        """How many accepted terms of the pair's version stand for a concept."""
        given = self.terms.surplus[self.found.pair].values()
        return self.beside.accepted.get(ident, 0) - sum(accepting == ident for accepting, _ in given)

    def overrules(self, rejected: str, accepted: str) -> bool:
        """Whether the concept that rejects the term is the one that accepts it, in an earlier term base."""
        order, concepts = self.terms.known.order, self.terms.known.concepts
        earlier = bool(self.here.of(rejected)) and order[rejected] < order[accepted]
        return earlier and twins(concepts[rejected], concepts[accepted])
