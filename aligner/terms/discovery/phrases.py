"""All phrases of a text that recur and may be terms, with every place where they stand.

Phrases are counted level by level: one of n units recurs only if both of its parts of n - 1 units do (Agrawal and
Srikant 1994), so that arrays of numbers suffice and the time is n log n in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.model import Span
from aligner.terms.discovery.frames import is_content
from aligner.terms.discovery.units import Unit, units
from aligner.terms.discovery.words import Words, commonest, words_of

LONGEST = {False: 6, True: 12}
"""Units of the longest phrase: of words, and of Chinese characters."""

LONGEST_WORD = 8
"""Characters of the longest Chinese word that is looked up."""

MANY_WORDS, OFTEN = 4, 3
"""A phrase of more words must stand more often: what is long and stands twice is a sentence written twice."""

MOST_LETTERS = 60
"""Characters of the longest phrase: what is longer is no term."""

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Running:
    """The units of many texts in one row, a gap (key -1) wherever no phrase may run on.

    `keys` number the units in `names`; `texts`, `starts` and `stops` say where each stands. `opens`, `closes` and
    `inside` say which units may stand at the beginning, at the end and in the middle of a term.
    """

    keys: Numbers
    names: tuple[str, ...]
    texts: Numbers
    starts: Numbers
    stops: Numbers
    opens: npt.NDArray[np.bool_]
    closes: npt.NDArray[np.bool_]
    inside: npt.NDArray[np.bool_]
    han: npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Level:
    """The recurring phrases of `size` units: the phrase that begins at each place (-1: none), and their counts.

    `first` is where each phrase stands first; `term` says which of them have the shape of a term.
    """

    size: int
    at: Numbers
    counts: Numbers
    first: Numbers
    term: npt.NDArray[np.bool_]


def running(texts: Sequence[str], language: str, known: frozenset[str] = frozenset()) -> Running:
    """The units of texts in a language (primary subtag); `known` are its words, where it writes no spaces."""
    words = words_of(language)
    found = [units(text, language) for text in texts]
    if not words.function:
        words = Words(function=commonest(frozenset(u.key for u in one) for one in found), head=words.head)
    numbers: dict[str, int] = {}
    columns: list[list[int]] = [[], [], [], []]
    flags: list[list[bool]] = [[], [], [], []]
    for number, (text, one) in enumerate(zip(texts, found, strict=True)):
        edges = _edges(text, one, known, words)
        for place, unit in enumerate(one):
            if unit.apart or not place or _passed_over(text, one[place - 1].stop, unit):
                _append(columns, flags, (-1, number, unit.start, unit.start), (False,) * 4)
            key = numbers.setdefault(unit.key, len(numbers)) if unit.key else -1
            opens, closes, inside = _roles(unit, words)
            roles = (opens and edges[place][0], closes and edges[place][1], inside, unit.han)
            _append(columns, flags, (key, number, unit.start, unit.stop), roles)
    keys, where, starts, stops = (np.array(column, dtype=np.int64) for column in columns)
    opens_, closes_, inside_, han = (np.array(flag, dtype=bool) for flag in flags)
    return Running(keys, tuple(numbers), where, starts, stops, opens_, closes_, inside_, han)


def _edges(text: str, found: Sequence[Unit], known: frozenset[str], words: Words) -> list[tuple[bool, bool]]:
    """For each unit whether a word begins with it, and whether one ends with it."""
    if known and any(u.han for u in found):
        return _known_edges(text, found, known, words)
    size = len(found)
    joined = [i > 0 and found[i].start == found[i - 1].stop and not found[i].han for i in range(size)] + [False]
    return [(not joined[i], not joined[i + 1]) for i in range(size)]


def _known_edges(text: str, found: Sequence[Unit], known: frozenset[str], words: Words) -> list[tuple[bool, bool]]:
    """Edges by the longest known words from left to right; a function character by itself is no edge."""
    edges: list[tuple[bool, bool]] = []
    while len(edges) < len(found):
        place = len(edges)
        last = place + 1
        if found[place].han:
            start = found[place].start
            for stop in range(min(len(found), place + LONGEST_WORD), place + 1, -1):
                if found[stop - 1].stop - start == stop - place and text[start : found[stop - 1].stop] in known:
                    last = stop
                    break
        if last == place + 1:
            key = found[place].key
            edge = key not in words.function or (key in words.inside and key not in words.alone)
            edges.append((edge, edge))
        else:
            whole = "".join(u.key for u in found[place:last]) not in words.function_words
            inner = [(False, False)] * (last - place - 2)
            edges += [(whole, False), *inner, (False, whole)]
    return edges


def _append(
    columns: list[list[int]], flags: list[list[bool]], values: tuple[int, ...], roles: tuple[bool, ...]
) -> None:
    for column, value in zip(columns, values, strict=True):
        column.append(value)
    for flag, role in zip(flags, roles, strict=True):
        flag.append(role)


def _passed_over(text: str, end: int, unit: Unit) -> bool:
    """Whether a word that units pass over stands before a unit: it is no part of a term that is proposed."""
    return unit.han and bool(text[end : unit.start].strip())


def _roles(unit: Unit, words: Words) -> tuple[bool, bool, bool]:
    """Whether a unit may open, close, and stand inside a term."""
    if unit.han:
        edge = unit.key not in words.function or unit.key in words.inside
        return edge, edge, edge
    content = is_content(unit, words) and not any(c.isdigit() for c in unit.key)
    return content or unit.key in words.numbers, content, content or unit.key in words.inner


def levels(row: Running, least: int) -> Iterator[Level]:
    """The recurring phrases, the shortest first: those that stand `least` times and more."""
    usable = row.keys >= 0
    at = np.where(usable, row.keys, -1)
    limit = LONGEST[bool(row.han.any())]
    bad = np.concatenate(([0], np.cumsum(~row.inside)))
    for size in range(1, limit + 1):
        if size > 1:
            at = _joined(at)
        at, counts, first = _kept(at, least)
        if not len(counts):
            return
        words = size / 2 if row.han.any() else size
        term = _terms(row, first, size, bad) & ((counts >= OFTEN) | (words <= MANY_WORDS))
        yield Level(size, at, counts, first, term)


def _joined(at: Numbers) -> Numbers:
    """The phrases of one unit more, as numbers of the pairs of phrases that overlap in all but one."""
    after = np.concatenate((at[1:], [-1]))
    return np.where((at >= 0) & (after >= 0), at * (at.max(initial=0) + 1) + after, -1)


def _kept(at: Numbers, least: int) -> tuple[Numbers, Numbers, Numbers]:
    """The phrases numbered anew without the rare ones: (number at each place, counts, first places)."""
    places = np.flatnonzero(at >= 0)
    _, first, inverse, counts = np.unique(at[places], return_index=True, return_inverse=True, return_counts=True)
    often = counts >= least
    anew = np.where(often, np.cumsum(often) - 1, -1)
    kept = np.full(len(at), -1, dtype=np.int64)
    kept[places] = anew[inverse]
    return kept, counts[often], places[first[often]]


def _terms(row: Running, first: Numbers, size: int, bad: Numbers) -> npt.NDArray[np.bool_]:
    """Which phrases have the shape of a term: content at both ends, nothing out of place between them."""
    last = first + size - 1
    short = row.stops[last] - row.starts[first] <= MOST_LETTERS
    shaped: npt.NDArray[np.bool_] = row.opens[first] & row.closes[last] & short
    if size > 2:
        shaped &= bad[last] == bad[first + 1]
    whole = np.ones(len(first), dtype=bool)
    if size == 1:
        whole = ~row.han[first]  # a single Chinese character is no term
    return shaped & whole


def span_at(row: Running, place: int, size: int) -> tuple[int, Span]:
    """(text, span) of the phrase of `size` units at a place of the row."""
    return int(row.texts[place]), Span(int(row.starts[place]), int(row.stops[place + size - 1]))
