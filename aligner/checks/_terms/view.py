"""Where the terms of a term base stand in both documents: found once, for every pair."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from aligner.checks import Context
from aligner.checks._terms.names import is_name, key, language_of, twins
from aligner.model import AlignedPair, Concept, Role, Side, Span
from aligner.terms.matching import TermMatch

_WORD = re.compile(r"\w+")
_REACH, _CLOSE, _LONG = 60, 4, 4
_DIGEST = 0.25
"""Share of the base left out from which on a version is a digest."""
_WINDOW = 32
"""Occurrences of a concept looked at before and behind a place: what is further off is not what was meant."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term in one side of a pair.

    `readings` are the concepts that it may stand for; `segment` is the index of the segment in which it starts,
    `start` its place in that segment, `sentence` that segment's text, `role` its role, `speaker` who says it;
    `around` are the longer words close by.
    """

    pair: int
    span: Span
    text: str
    readings: tuple[TermMatch, ...]
    segment: int
    start: int
    sentence: str
    role: Role
    speaker: str | None
    around: frozenset[str]

    @property
    def weak(self) -> bool:
        """Whether it only shows that a concept may be rendered, and is never reported itself."""
        return all(m.weak for m in self.readings)

    def ids(self, *, accepted: bool) -> tuple[str, ...]:
        """The ids of the concepts that the term is accepted for, or those that it is rejected for."""
        return tuple(m.concept.id for m in self.readings if m.term.status.accepted is accepted)

    def has(self, ident: str) -> bool:
        """Whether it may stand for the concept with this id."""
        return any(m.concept.id == ident for m in self.readings)

    def reading(self, ident: str) -> TermMatch:
        """The reading as the concept with this id."""
        return next(m for m in self.readings if m.concept.id == ident)


Sides = Mapping[int, tuple[Occurrence, ...]]


@dataclass(frozen=True, slots=True)
class TermView:
    """The terms of both documents: `base` and `version` hold the occurrences of each pair by its position.

    `anchors` are each pair's first and last base segment, `rivals` the concepts easily taken for a concept, `order`
    the place of each concept in the term bases, `places` where the base has a concept, in reading order, `wordings`
    the terms by which it does, `rendered` the pairs whose version has an accepted term of it. `marking` are the
    term bases that mark weighty concepts, `digest` says that the version leaves much of the base out.
    """

    pairs: Mapping[int, AlignedPair]
    base: Sides
    version: Sides
    anchors: Mapping[int, tuple[int, int]]
    concepts: Mapping[str, Concept]
    order: Mapping[str, int]
    rivals: Mapping[str, frozenset[str]]
    places: Mapping[str, tuple[Occurrence, ...]]
    wordings: Mapping[str, frozenset[str]]
    rendered: Mapping[str, frozenset[int]]
    marking: frozenset[str | None]
    digest: bool

    def matters(self, concept: Concept) -> bool:
        """Whether an editor minds how a concept is worded: it weighs, or is a name."""
        return self.weighs(concept) or is_name(concept)

    def weighs(self, concept: Concept) -> bool:
        """Whether the term base holds a concept for one that matters.

        One that marks weighty concepts says by that which ones do; in a plain glossary that marks none all do.
        """
        return concept.weighty or concept.severity is not None or concept.origin not in self.marking

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
    """Search all pairs of a context for terms; linear in the texts."""
    base = {p.position: tuple(_occurrences(p, p.base, context)) for p in context.pairs}
    version = {p.position: tuple(_occurrences(p, p.version, context)) for p in context.pairs}
    places: dict[str, list[Occurrence]] = {}
    for occurrence in sorted(chain.from_iterable(base.values()), key=lambda o: (o.segment, o.span)):
        for match in occurrence.readings:
            places.setdefault(match.concept.id, []).append(occurrence)
    rendered: dict[str, set[int]] = {}
    for occurrence in chain.from_iterable(version.values()):
        for ident in occurrence.ids(accepted=True):
            rendered.setdefault(ident, set()).add(occurrence.pair)
    concepts = context.terms.concepts
    return TermView(
        {p.position: p for p in context.pairs},
        base,
        version,
        dict(_anchors(context.pairs)),
        {c.id: c for c in reversed(concepts)},
        {c.id: n for n, c in reversed(tuple(enumerate(concepts)))},
        _rivals(concepts),
        {ident: tuple(found) for ident, found in places.items()},
        {ident: frozenset(o.reading(ident).term.text for o in found) for ident, found in places.items()},
        {ident: frozenset(found) for ident, found in rendered.items()},
        frozenset(c.origin for c in concepts if c.weighty),
        sum(len(p.bead.base) for p in context.pairs if not p.bead.version) > _DIGEST * len(context.base.segments),
    )


def _occurrences(pair: AlignedPair, side: Side, context: Context) -> Iterator[Occurrence]:
    text = side.text
    found = context.terms.readings(text, side.lang) if text else ()
    if not found:
        return
    starts, end = [], 0
    for segment in side.segments:
        starts.append(end)
        end += len(segment.text) + 1
    for readings in found:
        span = readings[0].span
        number = bisect.bisect_right(starts, span.start) - 1
        segment = side.segments[number]
        yield Occurrence(
            pair.position, span, span.of(text), readings, segment.index, span.start - starts[number], segment.text,
            segment.role, segment.speaker, _around(text, span),
        )  # fmt: skip


def _around(text: str, span: Span) -> frozenset[str]:
    """The words of four letters and more within a few words of a span, in lower case."""
    before = _WORD.findall(text[max(0, span.start - _REACH) : span.start])[-_CLOSE:]
    after = _WORD.findall(text[span.stop : span.stop + _REACH])[:_CLOSE]
    return frozenset(w.lower() for w in (*before, *after) if len(w) >= _LONG)


def _anchors(pairs: Sequence[AlignedPair]) -> Iterator[tuple[int, tuple[int, int]]]:
    """The first and last base segment of each pair; for one without base those of the pair before it."""
    last = (0, 0)
    for pair in pairs:
        if pair.bead.base:
            last = (pair.bead.base[0], pair.bead.base[-1])
        yield pair.position, last


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
