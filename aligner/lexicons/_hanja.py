"""Korean words in Chinese characters: which headwords of CC-CEDICT a Korean reads as a given word.

Most Korean nouns are Chinese words read character by character (정부 is 政府). Readings come from KS X 1001, the
Korean national standard, whose Chinese characters stand in the order of their readings: Python's EUC-KR codec
gives the characters, a list of ours how many have each reading. n and r at the beginning of a word are dropped or
turn (the initial-sound rule, 두음법칙), so words are held together by what they would sound like if each
syllable began a word: 勞動 and 노동, 女子 and 여자.
"""

from __future__ import annotations

import itertools
import operator
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from aligner.lexicons._cedict_file import headwords
from aligner.plugins import resource
from aligner.text.korean import initial_law

ROWS = range(0xCA, 0xFE)
"""The rows of EUC-KR that hold Chinese characters, by their first byte."""

SPELLINGS = 8
"""Readings of one headword that are kept: characters with several readings multiply them."""

LONGEST = 8
"""Characters of a headword that may be a Korean word."""

_COUNT = re.compile(r"([가-힣])(\d+)")


@lru_cache(maxsize=1)
def readings() -> dict[str, tuple[str, ...]]:
    """Chinese character -> its Korean readings, each as at the beginning of a word."""
    lines = resource("aligner.lexicons", "_hanja_readings.txt").read_text(encoding="utf-8").splitlines()
    counts = [m for line in lines if line[:1] not in ("#", "=") for m in _COUNT.findall(line)]
    spoken = (initial_law(reading) for reading, count in counts for _ in range(int(count)))
    characters = (bytes((row, cell)).decode("euc_kr") for row in ROWS for cell in range(0xA1, 0xFF))
    found: dict[str, tuple[str, ...]] = {}
    for character, reading in zip(characters, spoken, strict=True):
        plain = unicodedata.normalize("NFKC", character)  # a compatibility ideograph: the same, read otherwise
        if reading not in found.setdefault(plain, ()):
            found[plain] += (reading,)
    for ours, standard in (tuple(pair) for line in lines if line.startswith("=") for pair in line[1:].split()):
        found.setdefault(ours, found[standard])
    return found


@lru_cache(maxsize=1)
def _words() -> tuple[str, ...]:
    return tuple(w for w in headwords() if 2 <= len(w) <= LONGEST)


@lru_cache(maxsize=1)
def _index() -> dict[str, str]:
    """Korean word -> the traditional headwords that are read so, blanks between: strings spare the collector."""
    table = {ord(character): spoken[0] for character, spoken in readings().items()}
    several = re.compile("[" + "".join(c for c, spoken in readings().items() if len(spoken) > 1) + "]")
    index: dict[str, str] = {}
    for word, spoken in zip(_words(), "\n".join(_words()).translate(table).split("\n"), strict=True):
        for reading in _spellings(word) if several.search(word) else (spoken,):
            index[reading] = f"{index[reading]} {word}" if reading in index else word
    return index


def _spellings(word: str) -> Iterator[str]:
    options = [readings().get(character, (character,)) for character in word]
    return itertools.islice(map("".join, itertools.product(*options)), SPELLINGS)


def hanja(word: str) -> list[str]:
    """The traditional headwords that a Korean word may be; maybe none."""
    return _index().get("".join(map(initial_law, word)), "").split()


def compounds(word: str) -> int:
    """In how many headwords a word of two characters stands (1 for longer ones): those of daily use have many."""
    return _pairs()[word] if len(word) == 2 else 1


@lru_cache(maxsize=1)
def _pairs() -> Counter[str]:
    text = "\n".join(_words())
    return Counter(map(operator.add, text, text[1:]))
