"""Where the terms of a term base stand in both documents: found once, for every pair."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from aligner.checks import Context
from aligner.checks._terms.known import Known, known
from aligner.checks._terms.occurrences import Occurrence, Passage, passage
from aligner.checks._terms.shares import surplus
from aligner.model import AlignedPair, Span
from aligner.terms.matching import TermIndex

_DIGEST = 0.25
"""Share of the base left out from which on a version is a digest."""
_WINDOW = 16
"""Occurrences of a concept looked at before and behind a place: what is further off is not what was meant."""


Sides = Mapping[int, Passage]


@dataclass(frozen=True, slots=True)
class TermView:
    """The terms of both documents: `base` and `version` hold the terms of each pair by its position.

    `index` searches the version, `known` is what the term bases say, `anchors` are each pair's first and last base
    segment, `places` where the base has a concept, in reading order, `wordings` the terms by which it does,
    `rendered` the pairs whose version has an accepted term of it, `surplus` the terms of each pair's version that
    stand for the concept that rejects them (see shares); `digest` says that the version leaves much out.
    """

    index: TermIndex
    known: Known
    pairs: Mapping[int, AlignedPair]
    base: Sides
    version: Sides
    anchors: Mapping[int, tuple[int, int]]
    places: Mapping[str, tuple[Occurrence, ...]]
    wordings: Mapping[str, frozenset[str]]
    rendered: Mapping[str, frozenset[int]]
    surplus: Mapping[int, Mapping[Span, tuple[str, str]]]
    digest: bool

    def distance(self, pair: int, occurrence: Occurrence) -> int:
        """Base segments between a pair and a term of the base; 0 inside the pair."""
        first, last = self.anchors[pair]
        return max(first - occurrence.segment, occurrence.segment - last, 0)

    def around(self, ident: str, pair: int) -> tuple[Occurrence, ...]:
        """The occurrences of a concept in the base about a pair: a bounded number of them."""
        places = self.places.get(ident, ())
        if len(places) <= 2 * _WINDOW:
            return places
        at = bisect.bisect_left(places, self.anchors[pair][0], key=lambda o: o.segment)
        return places[max(0, at - _WINDOW) : at + _WINDOW]


def view(context: Context) -> TermView:
    """Search all pairs of a context for terms; linear in the texts.

    Short forms that a document defines beside a term stand for it in that document.
    """
    old, new = (
        context.terms.with_acronyms((s.text for s in d.segments), d.lang) for d in (context.base, context.version)
    )
    base = {p.position: passage(p.position, p.base, old) for p in context.pairs}
    version = {p.position: passage(p.position, p.version, new) for p in context.pairs}
    places: dict[str, list[Occurrence]] = {}
    every = chain.from_iterable(side.terms for side in base.values())
    for occurrence in sorted(every, key=lambda o: (o.segment, o.span)):
        for match in occurrence.readings:
            places.setdefault(match.concept.id, []).append(occurrence)
    rendered: dict[str, set[int]] = {}
    for position, side in version.items():
        for ident, count in side.accepted.items():
            if count:
                rendered.setdefault(ident, set()).add(position)
    return TermView(
        new,
        known(context.terms),
        {p.position: p for p in context.pairs},
        base,
        version,
        dict(_anchors(context.pairs)),
        {ident: tuple(found) for ident, found in places.items()},
        {ident: frozenset(o.reading(ident).term.text for o in found) for ident, found in places.items()},
        {ident: frozenset(found) for ident, found in rendered.items()},
        {p.position: surplus(base[p.position], version[p.position], p.version, new) for p in context.pairs},
        sum(len(p.bead.base) for p in context.pairs if not p.bead.version) > _DIGEST * len(context.base.segments),
    )


def _anchors(pairs: Sequence[AlignedPair]) -> Iterator[tuple[int, tuple[int, int]]]:
    """The first and last base segment of each pair; for one without base those of the pair before it."""
    last = (0, 0)
    for pair in pairs:
        if pair.bead.base:
            last = (pair.bead.base[0], pair.bead.base[-1])
        yield pair.position, last
