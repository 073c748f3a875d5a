"""A text as a row of units: the stem of a word, a Korean word without endings, a run of Chinese characters.

Articles and linking words are left out; marks and words that coordinate part the units around them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from aligner.terms.matching.keys import Keyed
from aligner.terms.matching.words import Words
from aligner.text.script import HAN, HANGUL, KANA
from aligner.text.stems import stem

_SPACED = rf"[^\W_{HAN}{HANGUL}{KANA}]"
_TIGHT = re.compile(rf"[{HANGUL}{HAN}{KANA}]")
_HANGUL = re.compile(rf"[{HANGUL}]")
BREAK = "|"
"""The text of a unit that parts."""
_LEAST = 2
"""Syllables of a term that is looked for inside Korean words."""


class Unit(NamedTuple):
    """A stem, or a mark that parts; `linked` says whether a linking word stood before it, `join` whether it
    coordinates; a `free` one has no boundaries inside. `start` and `stop` are those of the key."""

    text: str
    start: int
    stop: int
    tight: bool = False
    linked: bool = False
    join: bool = False
    free: bool = False


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
        one, other = self.units[begin], self.units[end]
        opened = one.free or self.places[begin] == first
        closed = other.free or self.places[end] + len(other.text) == last
        if opened and closed:
            return begin, end, True, True
        parted = one if closed else other
        if not (opened or closed) or not parted.tight or last - first < _LEAST:
            return None
        return begin, end, opened, closed


def units_of(key: Keyed, words: Words) -> Iterator[Unit]:
    """The units of a key (one with its spaces)."""
    linked = False
    for match in _tokens(words).finditer(key.text):
        token, start, stop = match[0], match.start(), match.end()
        if "'" in token:
            head, apostrophe, tail = token.partition("'")
            elided = head + apostrophe
            if elided in words.links or elided in words.articles:  # l'Union
                linked = linked or elided in words.links
                token, start = tail, start + len(elided)
            else:
                token, stop = head, start + len(head)
        if token in words.links and stop - start < len(key.text):
            linked = True
        elif token not in words.articles:
            yield _unit(token, start, stop, words, linked)
            linked = False


def _unit(token: str, start: int, stop: int, words: Words, linked: bool) -> Unit:
    join = token in words.joins or token in (",", "、")
    if join or not token[0].isalnum():
        return Unit(BREAK, start, stop, join=join)
    if not _TIGHT.match(token):
        return Unit(stem(token, words.language), start, stop, linked=linked)
    if not _HANGUL.match(token):
        return Unit(token, start, stop, tight=True, linked=linked, free=True)
    text = stem(token, words.language)
    return Unit(text, start, start + len(text), tight=True, linked=linked)


@cache
def _tokens(words: Words) -> re.Pattern[str]:
    """Korean words, runs of Chinese characters and Kana up to a small word of one character, words, marks."""
    small = "".join(sorted(w for w in (*words.links, *words.joins) if len(w) == 1 and _TIGHT.match(w)))
    parts = [rf"[{HANGUL}]+", rf"[{small}]" if small else "", rf"(?:(?![{small}])[{HAN}{KANA}])+" if small else ""]
    parts += [rf"[{HAN}{KANA}]+", rf"{_SPACED}+(?:'{_SPACED}+)*", r"[^\w\s']", "_"]
    return re.compile("|".join(p for p in parts if p))


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
