"""A text as a row of units: the stem of a word, a Korean word without endings, a Chinese character.

Articles and linking words are left out; marks and words that coordinate part the units around them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.terms.matching.keys import Keyed
from aligner.terms.matching.words import Words
from aligner.text.script import HAN, HANGUL, KANA
from aligner.text.stems import stem

_TOKEN = re.compile(
    rf"[{HANGUL}]+|[{HAN}{KANA}]|[^\W_{HAN}{HANGUL}{KANA}]+(?:'[^\W_{HAN}{HANGUL}{KANA}]+)*|[^\w\s']|_"
)
_TIGHT = re.compile(rf"[{HANGUL}{HAN}{KANA}]")
BREAK = "|"
"""The text of a unit that parts."""
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


def units_of(key: Keyed, words: Words) -> Iterator[Unit]:
    """The units of a key (one with its spaces)."""
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
        return Unit(BREAK, start, stop, join=join)
    tight = bool(_TIGHT.match(token))
    text = stem(token, words.language)
    return Unit(text, start, start + len(text) if tight else stop, tight, linked)


def row_of(units: Sequence[Unit]) -> Row:
    """The units written one after another, with a space between two words."""
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
