"""Where the terms of a term base stand in both documents: found once, for every pair."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aligner.checks import Context
from aligner.model import AlignedPair, Concept, Side, Span, Term, TermStatus
from aligner.terms.matching import TermMatch

_WORD = re.compile(r"\w+")
_REACH, _CLOSE, _LONG = 60, 4, 4
ACCEPTED = (TermStatus.PREFERRED, TermStatus.ADMITTED)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term in one side of a pair.

    `readings` are the concepts that it may stand for; `segment` is the index of the segment in which it starts,
    `sentence` that segment's text and `speaker` who says it; `around` are the longer words close by.
    """

    pair: int
    span: Span
    text: str
    readings: tuple[TermMatch, ...]
    segment: int
    sentence: str
    speaker: str | None
    around: frozenset[str]

    def ids(self, *, accepted: bool) -> tuple[str, ...]:
        """The ids of the concepts that the term is accepted for, or those that it is rejected for."""
        return tuple(m.concept.id for m in self.readings if (m.term.status in ACCEPTED) is accepted)

    def reading(self, ident: str) -> TermMatch:
        """The reading as the concept with this id."""
        return next(m for m in self.readings if m.concept.id == ident)


@dataclass(frozen=True, slots=True)
class TermView:
    """The terms of both documents: `base` and `version` hold a tuple of occurrences for each pair.

    `anchors` are each pair's first and last base segment, `rivals` the concepts easily taken for a concept,
    `places` where the base has a concept, `rendered` the pairs whose version has an accepted term of it.
    """

    base: tuple[tuple[Occurrence, ...], ...]
    version: tuple[tuple[Occurrence, ...], ...]
    anchors: tuple[tuple[int, int], ...]
    concepts: dict[str, Concept]
    rivals: dict[str, frozenset[str]]
    places: dict[str, tuple[Occurrence, ...]]
    rendered: dict[str, frozenset[int]]

    def distance(self, pair: int, occurrence: Occurrence) -> int:
        """Base segments between a pair and a term of the base; 0 inside the pair."""
        first, last = self.anchors[pair]
        return max(first - occurrence.segment, occurrence.segment - last, 0)

    def in_base(self, ident: str) -> tuple[Occurrence, ...]:
        """All occurrences of a concept in the base."""
        return self.places.get(ident, ())


def view(context: Context) -> TermView:
    """Search all pairs of a context for terms; linear in the texts."""
    base = tuple(tuple(_occurrences(p, p.base, context)) for p in context.pairs)
    version = tuple(tuple(_occurrences(p, p.version, context)) for p in context.pairs)
    places: dict[str, list[Occurrence]] = {}
    for occurrence in sorted((o for side in base for o in side), key=lambda o: (o.segment, o.span)):
        for match in occurrence.readings:
            places.setdefault(match.concept.id, []).append(occurrence)
    rendered: dict[str, set[int]] = {}
    for occurrence in (o for side in version for o in side):
        for ident in occurrence.ids(accepted=True):
            rendered.setdefault(ident, set()).add(occurrence.pair)
    return TermView(
        base,
        version,
        tuple(_anchors(context.pairs)),
        {c.id: c for c in reversed(context.terms.concepts)},
        _rivals(context.terms.concepts),
        {ident: tuple(found) for ident, found in places.items()},
        {ident: frozenset(found) for ident, found in rendered.items()},
    )


def accepted_terms(concept: Concept, language: str) -> tuple[Term, ...]:
    """The terms that a concept accepts in a language, the preferred ones first."""
    terms = [t for t in (*concept.in_language(language), *concept.in_language("und")) if t.status in ACCEPTED]
    return tuple(sorted(terms, key=lambda t: ACCEPTED.index(t.status)))


def _occurrences(pair: AlignedPair, side: Side, context: Context) -> Iterator[Occurrence]:
    starts, end = [], 0
    for segment in side.segments:
        starts.append((end, segment))
        end += len(segment.text) + 1
    text = side.text
    place = 0
    for readings in context.terms.readings(text, side.lang) if text else ():
        span = readings[0].span
        while place + 1 < len(starts) and starts[place + 1][0] <= span.start:
            place += 1
        segment = starts[place][1]
        around = _around(text, span)
        yield Occurrence(
            pair.position, span, span.of(text), readings, segment.index, segment.text, segment.speaker, around
        )


def _around(text: str, span: Span) -> frozenset[str]:
    """The words of four letters and more within a few words of a span, in lower case."""
    before = _WORD.findall(text[max(0, span.start - _REACH) : span.start])[-_CLOSE:]
    after = _WORD.findall(text[span.stop : span.stop + _REACH])[:_CLOSE]
    return frozenset(w.lower() for w in (*before, *after) if len(w) >= _LONG)


def _anchors(pairs: tuple[AlignedPair, ...]) -> Iterator[tuple[int, int]]:
    """The first and last base segment of each pair; for one without base those of the pair before it."""
    last = (0, 0)
    for pair in pairs:
        if pair.bead.base:
            last = (pair.bead.base[0], pair.bead.base[-1])
        yield last


def _rivals(concepts: tuple[Concept, ...]) -> dict[str, frozenset[str]]:
    """For each concept the ids of those related to it, in either direction."""
    found: dict[str, set[str]] = {}
    for concept in concepts:
        for other in concept.related:
            found.setdefault(concept.id, set()).add(other)
            found.setdefault(other, set()).add(concept.id)
    return {ident: frozenset(others) for ident, others in found.items()}
