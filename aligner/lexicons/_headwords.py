"""Headwords of a dictionary, found by the stem that stands in a text."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.text.stems import stem

ENDING = 3
"""Letters that a headword may have past the stem (German -ung, French -ant, English -ing)."""

SHORTEST_PART, SHORTEST_COMPOUND = 4, 8
"""Letters of a part of a compound, and of a compound."""

_ACCENTS = re.compile("[\u0300-\u036f]+")


def folded(text: str) -> str:
    """Lower case without accents, so that stemmers that drop them still find the word: "Häuser" -> "hauser"."""
    return unicodedata.normalize("NFC", _ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold())))


@dataclass(frozen=True, slots=True)
class Headwords:
    """The folded headwords of a dictionary, ascending; one that has several entries stands there as often."""

    words: tuple[str, ...]

    @classmethod
    def sorted(cls, words: Sequence[str]) -> tuple[Headwords, list[int]]:
        """The headwords out of folded words in any order, and at which place of `words` each stood."""
        order = sorted(range(len(words)), key=words.__getitem__)
        return cls(tuple(words[i] for i in order)), order

    def rows(self, word: str) -> range:
        """The places of a headword; none where it is not known."""
        first = bisect_left(self.words, word)
        return range(first, bisect_right(self.words, word, first))

    def __contains__(self, word: str) -> bool:
        return bool(self.rows(word))

    def matching(self, token: str, language: str) -> tuple[str, ...]:
        """The headword that is `token` (lower case), else the shortest that has it as its stem."""
        key = folded(token)
        if key in self:
            return (key,)
        return self._shortest(key, key, len(key) + ENDING, language) or (
            self._shortest(key[:-1], key, len(key) + 1, language) if len(key) > 3 else ()
        )  # some stemmers turn the last letter: happy -> happi

    def _shortest(self, prefix: str, key: str, longest: int, language: str) -> tuple[str, ...]:
        """The shortest headword, if any, that begins with `prefix` and has the stem `key`."""
        close = sorted(self._beginning(prefix, longest), key=len)
        return tuple(next(([w] for w in close if folded(stem(w, language)) == key), []))

    def part_of(self, token: str, language: str) -> tuple[str, ...]:
        """The longest headword that a long token begins or ends with; none for a short one."""
        key = folded(token)
        if len(key) < SHORTEST_COMPOUND or not key.isalpha():
            return ()
        for length in range(len(key) - 2, SHORTEST_PART - 1, -1):
            if key[:length] in self:
                return (key[:length],)
            if found := self._shortest(key[-length:], key[-length:], length + 2, language):
                return found
        return ()

    def _beginning(self, prefix: str, longest: int) -> Iterator[str]:
        for place in range(bisect_left(self.words, prefix), len(self.words)):
            word = self.words[place]
            if not word.startswith(prefix):
                return
            if len(word) <= longest:
                yield word
