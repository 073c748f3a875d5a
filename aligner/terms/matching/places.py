"""Which occurrences are kept: the longest, outside of titles, short forms joined with what they stand for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from operator import itemgetter

from aligner.model import Concept, Span, Term
from aligner.model.language import primary
from aligner.terms.matching.automaton import Hit
from aligner.terms.matching.brackets import together
from aligner.terms.matching.keys import Keyed, keyed
from aligner.terms.matching.surroundings import fills


@dataclass(frozen=True, slots=True)
class TermMatch:
    """One occurrence of a term: its place in the text given, the concept and the term that it is.

    A `weak` one (found by its stem alone, or inside the title of a work) may show that a concept is rendered; it is
    never reported itself.
    """

    span: Span
    concept: Concept
    term: Term
    weak: bool = False


Place = tuple[TermMatch, ...]
"""One stretch of a text and all that it may be, best first."""


def exclusive(hits: Iterable[Hit], key: Keyed) -> list[Hit]:
    """The longest hits that leave each other alone, in the order of the text."""
    places: dict[tuple[int, int], Hit] = {}
    for hit in hits:
        place = hit.start - hit.stop, hit.start
        other = places.get(place)
        places[place] = hit.with_entries(other.entries) if other else hit
    taken = bytearray(len(key.text))
    kept = []
    for _, hit in sorted(places.items()):  # the longest first; of two equally long ones the earlier
        if taken.find(1, hit.start, hit.stop) < 0:
            taken[hit.start : hit.stop] = b"\1" * (hit.stop - hit.start)
            kept.append(hit)
    return sorted((h for h in kept if h.entries), key=itemgetter(0))


def parted(found: Iterable[Place], works: Sequence[Span], text: str) -> tuple[list[Place], list[Place]]:
    """What stands outside of titles or is all of one, and the rest."""
    outside: list[Place] = []
    inside: list[Place] = []
    for place in found:
        span = place[0].span
        i = bisect_right(works, span.start, key=lambda w: w.start) - 1
        titled = i >= 0 and span.stop <= works[i].stop and not fills(span, works[i], text)
        (inside if titled else outside).append(place)
    return outside, inside


def merged(found: Iterable[Place], text: str) -> Iterator[Place]:
    """A term and another of the same concept in brackets after it are one occurrence of the first."""
    last: Place | None = None
    for place in found:
        ids = {m.concept.id for m in place}
        if last is not None and any(m.concept.id in ids for m in last):
            span = together(last[0].span, place[0].span, text)
            if span is not None:
                rest = (m for m in place if all(m.concept.id != o.concept.id for o in last))
                yield tuple(replace(m, span=span) for m in (*last, *rest))
                last = None
                continue
        if last is not None:
            yield last
        last = place
    if last is not None:
        yield last


def beside(found: Iterable[TermMatch], strong: Iterable[Place], *, inside: bool) -> Iterator[TermMatch]:
    """Those that touch no strong match of their own concept, each concept once a place.

    Those inside longer strong matches are among them if `inside` and the longer term names them (see `_named_in`).
    """
    places = sorted(((p[0].span, p) for p in strong), key=lambda p: p[0])
    starts = [span.start for span, _ in places]
    seen: set[tuple[Span, str]] = set()
    for match in found:
        span, ident = match.span, match.concept.id
        i = max(0, bisect_right(starts, span.start) - 1)
        touching = []
        while i < len(places) and places[i][0].start < span.stop:
            if places[i][0].stop > span.start:
                touching.append(places[i])
            i += 1
        own = any(m.concept.id == ident for _, place in touching for m in place)
        longer = (m for s, place in touching if _within(span, s) and span != s for m in place)
        if (span, ident) not in seen and not own and all(inside and _named_in(match, m) for m in longer):
            seen.add((span, ident))
            yield match


def _named_in(match: TermMatch, longer: TermMatch) -> bool:
    """Whether a term inside a longer one of another concept shows that its concept is named.

    The longer one may be no rejected term and no relative, which would rather stand in its place; nor may the term
    be short for a longer one of its own concept: "one China", short for a principle, is not it in "one-China
    policy".
    """
    one, other = match.concept, longer.concept
    accepted = match.term.status.accepted and longer.term.status.accepted
    if not accepted or other.id in one.related or one.id in other.related:
        return False
    return not any(_shortens(match.term, t) for t in one.terms)


def _shortens(term: Term, other: Term) -> bool:
    """Whether another term of the same language holds all of this one and more."""
    if primary(term.lang) != primary(other.lang):
        return False
    short, full = _key(term.text, term.lang), _key(other.text, other.lang)
    return len(short) < len(full) and short in full


@lru_cache(maxsize=20_000)
def _key(text: str, lang: str) -> str:
    return keyed(text, lang).text


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.stop <= outer.stop


def touching(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares a character with one of others, which are in order and do not overlap."""
    i = bisect_right(others, span.start, key=lambda o: o.stop)
    return i < len(others) and others[i].start < span.stop


def free(span: Span, strong: Sequence[Span]) -> bool:
    """Whether all of the spans `strong`, in order and apart, that a span shares a character with are smaller parts
    of it."""
    i = bisect_right(strong, span.start, key=lambda o: o.stop)
    while i < len(strong) and strong[i].start < span.stop:
        if not _within(strong[i], span) or strong[i] == span:
            return False
        i += 1
    return True
