"""Where a document has the terms of a term base, over the ends of its segments too."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aligner.model import Document, Place, Segment, Span
from aligner.terms.matching import TermIndex, TermMatch

_REACH = 80  # code points on either side of a segment's end in which a term may run over it
_JOINTS = frozenset("-‐‑‒–—·・")  # what a segment may end with in the middle of a term


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a document, and what its words may stand for, the best first.

    `whole` is the place in all segments' texts joined by one space.
    """

    place: Place
    readings: tuple[TermMatch, ...]
    whole: Span


def mentions(document: Document, index: TermIndex) -> Iterator[Mention]:
    """The terms of a document in order."""
    index = index.with_acronyms((s.text for s in document.segments), document.lang)
    carried: list[Mention] = []  # what began in the segment before
    offset = 0
    for one, two in itertools.pairwise((*document.segments, None)):
        if one is None:
            return
        inside = _apart(_within(document, one, index, offset), carried)
        over = _apart(_over(document, one, two, index, offset), carried) if two and _runs_on(one, two) else []
        over = [o for o in over if all(len(o.whole) > len(f.whole) for f in inside if o.whole.overlaps(f.whole))]
        yield from (*carried, *_apart(inside, over))
        carried, offset = over, offset + len(one.text) + 1


def _apart(found: Iterable[Mention], others: Sequence[Mention]) -> list[Mention]:
    """What shares no character with the others."""
    return [f for f in found if not any(f.whole.overlaps(o.whole) for o in others)]


def _within(document: Document, segment: Segment, index: TermIndex, offset: int) -> Iterator[Mention]:
    """The terms of a segment, which starts at `offset` of the whole text."""
    for readings in index.readings(segment.text, document.lang):
        span = readings[0].span
        place = Place(document.id, (segment.index,), span, span.of(segment.text))
        yield Mention(place, readings, _moved(span, offset))


def _runs_on(one: Segment, two: Segment) -> bool:
    """Whether a term may run over the border of two segments: one paragraph, and no sentence ends there."""
    last = one.text[-1:]
    return one.block == two.block and (last.isalnum() or last in _JOINTS)


def _over(document: Document, one: Segment, two: Segment, index: TermIndex, offset: int) -> Iterator[Mention]:
    """The terms that begin in one segment, which starts at `offset` of the whole text, and end in the next."""
    cut = max(0, len(one.text) - _REACH)
    border = len(one.text) - cut
    text = f"{one.text[cut:]} {two.text[:_REACH]}"
    for readings in index.readings(text, document.lang):
        span = readings[0].span
        if span.start < border < span.stop - 1 and (span.start or not cut):
            place = Place(document.id, (one.index, two.index), _moved(span, cut), span.of(text))
            yield Mention(place, readings, _moved(span, cut + offset))


def _moved(span: Span, by: int) -> Span:
    return Span(span.start + by, span.stop + by)
