"""Terms found by their stems: inflected, turned around, coordinated, with articles and links in other places.

The text becomes a row of units (a word's stem; a Chinese character), without articles and linking words; so does
each term, and the terms are searched in the row of the text. Rows with what a coordination leaves out are searched
too: "economic and trade ties" holds "economic ties".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from aligner.model import Concept, MatchRule, Term
from aligner.terms.matching.keys import Keyed, keyed
from aligner.terms.matching.words import Words, words_of
from aligner.text.script import HAN, HANGUL, KANA
from aligner.text.stems import stem

_TOKEN = re.compile(
    rf"[{HANGUL}]+|[{HAN}{KANA}]|[^\W_{HAN}{HANGUL}{KANA}]+(?:'[^\W_{HAN}{HANGUL}{KANA}]+)*|[^\w\s']|_"
)
_KEEPS = re.compile(rf"[{HANGUL}{HAN}{KANA}]")
_AROUND = 5
"""Units looked at before and after a word that coordinates."""
_SKIPPED = 3
"""Units that a coordination may put between the parts of a term, at most."""
_BREAK = "|"
_LEAST = 2
"""Syllables of a term that is looked for inside Korean words."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A stem, or a mark that parts; `linked` says whether a linking word stood before it, `join` whether it
    coordinates. `start` and `stop` are those of the key."""

    text: str
    start: int
    stop: int
    tight: bool = False
    linked: bool = False
    join: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """Units written one after another: `places[i]` is where unit i starts in `text`."""

    text: str
    units: Sequence[Unit]
    places: Sequence[int]

    def cover(self, first: int, last: int) -> tuple[int, int, bool, bool] | None:
        """The first and last unit of text[first:last], and whether it begins and ends with them; None where it
        does neither, or parts a word that is not Korean."""
        begin, end = bisect_right(self.places, first) - 1, bisect_right(self.places, last - 1) - 1
        opened = self.places[begin] == first
        closed = self.places[end] + len(self.units[end].text) == last
        if opened and closed:
            return begin, end, True, True
        parted = self.units[begin if closed else end]
        if not (opened or closed) or not parted.tight or last - first < _LEAST:
            return None
        return begin, end, opened, closed


@dataclass(frozen=True, slots=True)
class Inflected:
    """A place of a key that has a term's stems; `whole` if the words there are forms of the term's words, in order
    and side by side."""

    start: int
    stop: int
    concept: Concept
    term: Term
    whole: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    concept: Concept
    term: Term
    turned: int
    """Units that were moved to the end; 0 for a term in its own order."""
    linked: bool
    """Whether the term itself has a linking word where it was turned."""


class Stems:
    """The terms of a language by their stems."""

    def __init__(self, found: Iterable[tuple[Concept, Term]], language: str) -> None:
        self.words = words_of(language)
        self.language = language
        keys: dict[str, list[_Entry]] = {}
        for concept, term in found:
            for text, entry in self._rows(concept, term):
                keys.setdefault(text, []).append(entry)
        self._entries = tuple(keys.values())
        self._engine = _engine(list(keys))

    def find(self, key: Keyed) -> list[Inflected]:
        """Every place of a key (one with its spaces) that has a term's stems, in the order of the text."""
        if not self._entries:
            return []
        units = tuple(_units(key, self.words))
        found = dict.fromkeys(self._in(_row(units), None))
        left, seams = _coordinated(units)
        if left:
            found |= dict.fromkeys(self._in(_row(left), seams))
        return sorted(found, key=lambda i: (i.start, i.stop, not i.whole))

    def _rows(self, concept: Concept, term: Term) -> Iterator[tuple[str, _Entry]]:
        units = [u for u in _units(keyed(term.text, term.lang, tight=False), self.words) if u.text != _BREAK]
        if not units:
            return
        yield _row(units).text, _Entry(concept, term, 0, False)
        if term.match is MatchRule.FORMS and not any(u.tight for u in units):
            for i in range(1, len(units)):
                turned = _row([*units[i:], *units[:i]]).text
                yield turned, _Entry(concept, term, i, units[i].linked)

    def _in(self, row: Row, seams: Sequence[int] | None) -> Iterator[Inflected]:
        """The terms in a row; with seams (numbers of units), only those that go across one."""
        for number, first, last in self._engine.find_matches_as_indexes(row.text, overlapping=True):
            cover = row.cover(first, last)
            if cover is None:
                continue
            begin, end, opened, closed = cover
            if seams is not None and bisect_right(seams, end) == bisect_right(seams, begin):
                continue
            one, other = row.units[begin], row.units[end]
            start = one.start + (first - row.places[begin])
            stop = other.stop if closed else other.start + (last - row.places[end])
            for entry in self._entries[number]:
                if not entry.turned or entry.linked or row.units[end - entry.turned + 1].linked:
                    whole = seams is None and opened and closed and not entry.turned
                    yield Inflected(start, stop, entry.concept, entry.term, whole)


def _engine(keys: Sequence[str]) -> Any:
    from ahocorasick_rs import AhoCorasick, MatchKind

    return AhoCorasick(keys, matchkind=MatchKind.Standard) if keys else None


def _units(key: Keyed, words: Words) -> Iterator[Unit]:
    linked = False
    for match in _TOKEN.finditer(key.text):
        token, start, stop = match[0], match.start(), match.end()
        head, apostrophe, tail = token.partition("'")
        if apostrophe and head + apostrophe in words.links | words.articles:  # l'Union
            linked = linked or head + apostrophe in words.links
            token, start = tail, start + len(head) + 1
        elif apostrophe:
            token, stop = head, start + len(head)
        if token in words.links and stop - start < len(key.text):
            linked = True
        elif token not in words.articles:
            yield _unit(token, start, stop, words, linked)
            linked = False


def _unit(token: str, start: int, stop: int, words: Words, linked: bool) -> Unit:
    join = token in words.joins or token in (",", "、")
    if join or not (token[0].isalnum()):
        return Unit(_BREAK, start, stop, join=join)
    tight = bool(_KEEPS.match(token))
    text = stem(token, words.language)
    return Unit(text, start, start + len(text) if tight else stop, tight, linked)


def _row(units: Sequence[Unit]) -> Row:
    pieces: list[str] = []
    places: list[int] = []
    place = 0
    for i, unit in enumerate(units):
        if i and not (unit.tight and units[i - 1].tight):
            pieces.append(" ")
            place += 1
        places.append(place)
        place += len(unit.text)
        pieces.append(unit.text)
    return Row("".join(pieces), units, places)


def _coordinated(units: Sequence[Unit]) -> tuple[list[Unit], list[int]]:
    """What is left of the surroundings of each coordination when one member is left out; with the seams."""
    rows: list[Unit] = []
    seams: list[int] = []
    for i, unit in enumerate(units):
        if not unit.join:
            continue
        before = _until_break(units[max(0, i - _AROUND) : i][::-1], joins=False)[::-1]
        after = _until_break(units[i + 1 : i + 1 + _AROUND + _SKIPPED], joins=True)
        for first, second in (
            *((before, after[s:]) for s in range(1, min(_SKIPPED, len(after) - 1) + 1)),
            *((before[:-s], after) for s in range(1, min(_SKIPPED, len(before)))),
        ):
            if first and second:
                seams.append(len(rows) + len(first))
                rows += *first, *second, Unit(_BREAK, 0, 0)
    return rows, seams


def _until_break(units: Sequence[Unit], *, joins: bool) -> list[Unit]:
    """The units up to the first mark that parts; with `joins`, coordinations are passed over."""
    passed = []
    for unit in units:
        if unit.text == _BREAK and not (joins and unit.join):
            break
        if not unit.join:
            passed.append(unit)
    return passed
