"""Where texts have a known term with another word in it, with one more or one less, or in another order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.model import Document, Segment, Span
from aligner.terms.discovery.bags import Bags
from aligner.terms.discovery.evidence import Ground
from aligner.terms.discovery.frames import NAMED, STRONG, Frame, Frames, goes_on, is_content, weight
from aligner.terms.discovery.units import Unit, units
from aligner.terms.discovery.words import words_of
from aligner.terms.matching import TermMatch


@dataclass(frozen=True, slots=True)
class Instance:
    """A wording close to the term `like` of `concept`: its units as key, and where it stands in a segment.

    `alone` says that enough of the term is kept, beside what other terms of the term base make up, for the wording
    to be a variant without more evidence: a country's name with another noun is none. `ground` is what it counts
    where the aligned text has the term; None where it counts nothing even then.
    """

    document: str
    segment: int
    span: Span
    key: tuple[str, ...]
    concept: str
    like: str
    alone: bool
    ground: Ground | None


def instances(
    document: Document,
    segment: Segment,
    matches: Sequence[TermMatch],
    frames: Frames,
    bags: Bags,
    known: frozenset[str] = frozenset(),
) -> Iterator[Instance]:
    """All wordings of a segment that are close to a term; `matches` are its listed terms: their words fill no slot.

    `known` are words of a language that is written without spaces: where there are any, the two characters of a
    slot must be one of them.
    """
    if frames.by_sides and segment.text:
        search = _Search(document, segment, matches, known)
        yield from search.over(frames)
        yield from search.within(bags)


class _Search:
    """Looks at every unit of one segment as at the filler of a frame."""

    def __init__(
        self, document: Document, segment: Segment, matches: Sequence[TermMatch], known: frozenset[str]
    ) -> None:
        self.document, self.segment, self.known = document, segment, known
        self.text = segment.text
        self.words = words_of(document.language)
        self.found = units(segment.text, document.language)
        self.matches = matches
        self.taken = _listed(self.found, matches)

    def over(self, frames: Frames) -> Iterator[Instance]:
        """All instances, in the order of their slots."""
        for slot in range(len(self.found)):
            if not self.taken[slot] and self._fills(slot):
                for frame in frames.at(self.found, slot):
                    if self._whole(slot, frame) and self._printed_alike(slot, frame):
                        yield self._instance(slot, frame)

    def within(self, bags: Bags) -> Iterator[Instance]:
        """The words of a term in another order, or without one of them."""
        for first, last, bag in bags.at(self.found, self.words):
            span = Span(self.found[first].start, self.found[last - 1].stop)
            if not any(
                span.overlaps(m.span) and (span.within(m.span) or m.concept.id == bag.concept) for m in self.matches
            ):
                yield self._made(first, last, bag.concept, bag.like, alone=bag.whole, ground=Ground.ALIGNED)

    def _instance(self, slot: int, frame: Frame) -> Instance:
        first, last = slot - len(frame.left), slot + frame.size + len(frame.right)
        strong = self._strong((*range(first, slot), *range(slot + frame.size, last)), frame)
        loose = Ground.LOOSE if frame.head else None
        ground = Ground.ALIGNED if strong else loose
        return self._made(first, last, frame.concept, frame.like, alone=strong, ground=ground)

    def _made(
        self, first: int, last: int, concept: str, like: str, *, alone: bool, ground: Ground | None
    ) -> Instance:
        return Instance(
            document=self.document.id,
            segment=self.segment.index,
            span=Span(self.found[first].start, self.found[last - 1].stop),
            key=tuple(u.key for u in self.found[first:last]),
            concept=concept,
            like=like,
            alone=alone,
            ground=ground,
        )

    def _strong(self, kept: Sequence[int], frame: Frame) -> bool:
        """Whether the kept units that no other term of the term base makes up weigh enough."""
        free = [
            (weight(self.found[i], self.words), n)
            for i, n in zip(kept, frame.capitals, strict=True)
            if not self.taken[i]
        ]
        if frame.head:
            return sum(w for w, _ in free) >= STRONG
        return sum(w / 2 if name else w for w, name in free) >= NAMED

    def _fills(self, slot: int) -> bool:
        """Whether a word may stand in the place of another one of a term: it has a meaning and is whole."""
        unit = self.found[slot]
        if not unit.han:
            return is_content(unit, self.words) and not any(c.isdigit() for c in unit.key)
        if slot + 1 == len(self.found) or not self.found[slot + 1].han:
            return False
        other = self.found[slot + 1]
        word = unit.key + other.key
        if word in self.words.function_words:
            return False
        if self.known:
            return word in self.known or self.text[unit.start : other.stop] in self.known
        return self.words.function.isdisjoint((unit.key, other.key))

    def _whole(self, slot: int, frame: Frame) -> bool:
        """Whether the filler is no part of a listed term and ends where the wording needs it to."""
        stop = slot + frame.size
        if any(self.taken[slot:stop]) or (frame.right and self.found[stop - 1].ended):
            return False
        return (
            frame.head
            or bool(frame.right)
            or self.found[slot].han
            or not goes_on(self.found, stop, stop, self.words)
        )

    def _printed_alike(self, slot: int, frame: Frame) -> bool:
        """Whether capitals stand where the term has them; a heading, or a sentence's first word, may have more."""
        first, stop = slot - len(frame.left), slot + frame.size
        kept = (*self.found[first:slot], *self.found[stop : stop + len(frame.right)])
        capitals = [self.text[u.start].isupper() for u in kept]
        if any(wanted and not has for wanted, has in zip(frame.capitals, capitals, strict=True)):
            return False
        has = self.text[self.found[slot].start].isupper()
        if has == frame.capital:
            return not has or slot > 0 or bool(frame.left)
        heading = any(more and not wanted for wanted, more in zip(frame.capitals, capitals, strict=True))
        return has and (heading or slot == 0)


def _listed(found: Sequence[Unit], matches: Sequence[TermMatch]) -> list[bool]:
    """For each unit whether it is a part of a listed term."""
    covered: list[bool] = []
    at = 0
    for unit in found:
        while at < len(matches) and matches[at].span.stop <= unit.start:
            at += 1
        covered.append(at < len(matches) and matches[at].span.start < unit.stop)
    return covered
