"""A term where it stands in one side of a pair."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from aligner.model import Role, Side, Span
from aligner.terms.matching import TermIndex, TermMatch

_WORD = re.compile(r"\w+")
_REACH, _CLOSE, _LONG = 60, 4, 4
_MOST = 64
"""Places of one concept that are looked at in one passage: a text without sentences takes no longer for it."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term in one side of a pair.

    `readings` are the concepts that it may stand for; `segment` is the index of the segment in which it starts,
    `start` its place in that segment, `sentence` that segment's text, `role` its role, `speaker` who says it.
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

    @property
    def around(self) -> frozenset[str]:
        """The words of four letters and more within a few words of it, in lower case."""
        return _around(self.sentence, self.start, self.start + len(self.text))

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


@dataclass(frozen=True, slots=True)
class Passage:
    """The terms of one side of a pair in order, and by the concepts that they may stand for.

    `counts` and `accepted` are how often each concept is named, and how often by an accepted term.
    """

    terms: tuple[Occurrence, ...]
    by_concept: Mapping[str, tuple[Occurrence, ...]]
    counts: Mapping[str, int]
    accepted: Mapping[str, int]

    def of(self, ident: str) -> tuple[Occurrence, ...]:
        """Where a concept is named: a bounded number of places, the first ones."""
        return self.by_concept.get(ident, ())


def passage(pair: int, side: Side, index: TermIndex) -> Passage:
    """The terms of one side of the pair at position `pair`."""
    terms = tuple(_occurrences(pair, side, index))
    by_concept: dict[str, list[Occurrence]] = {}
    counts: Counter[str] = Counter()
    accepted: Counter[str] = Counter()
    for place in terms:
        for match in place.readings:
            ident = match.concept.id
            counts[ident] += 1
            accepted[ident] += match.term.status.accepted
            if counts[ident] <= _MOST:
                by_concept.setdefault(ident, []).append(place)
    return Passage(terms, {ident: tuple(found) for ident, found in by_concept.items()}, counts, accepted)


def _occurrences(pair: int, side: Side, index: TermIndex) -> Iterator[Occurrence]:
    text = side.text
    found = index.readings(text, side.lang) if text else ()
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
            pair, span, span.of(text), readings, segment.index, span.start - starts[number], segment.text,
            segment.role, segment.speaker,
        )  # fmt: skip


@lru_cache(maxsize=4096)
def _around(text: str, start: int, stop: int) -> frozenset[str]:
    before = _WORD.findall(text[max(0, start - _REACH) : start])[-_CLOSE:]
    after = _WORD.findall(text[stop : stop + _REACH])[:_CLOSE]
    return frozenset(w.lower() for w in (*before, *after) if len(w) >= _LONG)
