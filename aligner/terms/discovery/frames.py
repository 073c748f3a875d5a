"""Frames: a known term with one of its words left out.

"one-China principle" is the frame "one China ..." and "... China principle"; a wording that fills a frame with
another word is a variant of the term, or another concept that is easily taken for it. So is a whole term with one
word more inside it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.model import Concept, Term
from aligner.terms.discovery.units import Unit, units
from aligner.terms.discovery.words import Words, words_of

MOST_UNITS = 12
"""Units of the longest term that makes frames: a longer one is a sentence."""

STRONG, NAMED = 2.0, 1.5
"""Content words that must be kept for a wording to be a variant without more evidence: with the head of the term,
and without it. Two Chinese characters count as one word; a word of a name, where the head is gone, as half of one:
"North Korean ..." says nothing, "one-China ..." does."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The units before and after the slot of a term; the slot takes `size` units.

    `head` says whether the word that tells what the whole is stays; `capital` whether the word of the slot is
    written with a capital, `capitals` the same of each kept unit; numbers in words count as without: a capital
    makes no name of "One".
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    size: int
    concept: str
    like: str
    head: bool
    capital: bool
    capitals: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Frames:
    """The frames of a language, by what stands on both sides of the slot: (size, unit before, unit after)."""

    by_sides: dict[tuple[int, str | None, str | None], tuple[Frame, ...]]

    def at(self, found: Sequence[Unit], slot: int) -> Iterator[Frame]:
        """The frames whose slot is filled by the unit `slot` of a text (and the next one, where it takes two)."""
        before = found[slot - 1].key if slot else None
        for size in (2,) if found[slot].han else (1,):
            stop = slot + size
            if stop > len(found) or any(u.apart or not u.han for u in found[slot + 1 : stop]):
                continue
            after = found[stop].key if stop < len(found) else None
            for sides in dict.fromkeys(((before, after), (before, None), (None, after))):
                for frame in self.by_sides.get((size, *sides), ()):
                    if _stands(frame, found, slot, stop):
                        yield frame


def _stands(frame: Frame, found: Sequence[Unit], start: int, stop: int) -> bool:
    """Whether the whole frame stands around the slot start..stop, unbroken."""
    first, last = start - len(frame.left), stop + len(frame.right)
    if first < 0 or last > len(found):
        return False
    same = all(found[i].key == k for i, k in enumerate(frame.left, first)) and all(
        found[i].key == k for i, k in enumerate(frame.right, stop)
    )
    return same and not any(u.apart for u in found[first + 1 : last])


def frames(concepts: Sequence[Concept], language: str) -> Frames:
    """The frames of all terms of a language (primary subtag)."""
    table: dict[tuple[int, str | None, str | None], dict[tuple[object, ...], Frame]] = {}
    words = words_of(language)
    for concept in concepts:
        for term in concept.in_language(language):
            for frame in _of_term(concept, term, language, words):
                sides = (frame.left[-1] if frame.left else None, frame.right[0] if frame.right else None)
                same = (frame.left, frame.right, frame.concept)
                table.setdefault((frame.size, *sides), {}).setdefault(same, frame)
    return Frames({sides: tuple(found.values()) for sides, found in table.items()})


def _of_term(concept: Concept, term: Term, language: str, words: Words) -> Iterator[Frame]:
    found = units(term.text, language)
    if not 2 <= len(found) <= MOST_UNITS or any(not u.key for u in found):
        return
    han = all(u.han for u in found)
    content = sum(weight(u, words) for u in found)
    for start, stop in _chinese_slots(len(found)) if han else _word_slots(found, words):
        if content - sum(weight(u, words) for u in found[start:stop]) >= 1:
            head = keeps_head(found, start, stop, words)
            yield _frame(concept, term, found, (start, stop), stop - start, head, words)
    if content >= STRONG:
        for place in range(2, len(found) - 1, 2) if han else range(1, len(found)):
            yield _frame(concept, term, found, (place, place), 2 if han else 1, True, words)


def _frame(
    concept: Concept,
    term: Term,
    found: Sequence[Unit],
    slot: tuple[int, int],
    size: int,
    head: bool,
    words: Words,
) -> Frame:
    """The frame of a term whose slot takes the place of the units of `slot`, or is put in before the first."""
    start, stop = slot
    left, right = found[:start], found[stop:]
    return Frame(
        left=tuple(u.key for u in left),
        right=tuple(u.key for u in right),
        size=size,
        concept=concept.id,
        like=term.text,
        head=head,
        capital=term.text[found[start].start].isupper(),
        capitals=tuple(term.text[u.start].isupper() and u.key not in words.numbers for u in (*left, *right)),
    )


def _chinese_slots(size: int) -> Iterator[tuple[int, int]]:
    """Pairs of characters: most words have two, so a term of an even number is cut into pairs from its start.

    Of one with an odd number only the last pair is sure to be a word.
    """
    if size % 2 == 0:
        yield from ((i, i + 2) for i in range(0, size, 2))
    elif size > 4:
        yield size - 2, size


def _word_slots(found: Sequence[Unit], words: Words) -> Iterator[tuple[int, int]]:
    for place, unit in enumerate(found):
        if not unit.han and is_content(unit, words):
            yield place, place + 1


def is_content(unit: Unit, words: Words) -> bool:
    """Whether a unit has a meaning of its own and is no number."""
    if not unit.key or not unit.key[0].isalpha() or unit.key in words.function or unit.key in words.numbers:
        return False
    return unit.han or len(unit.key) > 1


def goes_on(found: Sequence[Unit], border: int, place: int, words: Words) -> bool:
    """Whether the unit at `place` is a content word, with nothing at the `border` between it and the stretch."""
    if not 0 <= place < len(found) or found[border].apart or found[border - 1].ended:
        return False
    return is_content(found[place], words)


def weight(unit: Unit, words: Words) -> float:
    """How much of a word a unit is: a Chinese character half of one, a function word nothing."""
    if unit.han:
        return 0.5
    return 1.0 if is_content(unit, words) or unit.key in words.numbers else 0.0


def keeps_head(found: Sequence[Unit], start: int, stop: int, words: Words) -> bool:
    """Whether the head is outside the slot: the last content word (or the first), before "of" where it has one."""
    size = len(found)
    inner = next((i for i in range(1, size) if found[i].key in words.inner), size)
    content = [i for i in range(inner) if found[i].han or is_content(found[i], words)]
    if not content:
        return False
    head = content[-1] if words.head == "last" else content[0]
    return not start <= head < stop
