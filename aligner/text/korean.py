"""Korean words without particles and endings, and Hangul in Latin letters.

Stripping the longest known suffix again and again while two syllables are left is crude, and enough for
matching: the data file lists about 100 particles and 150 endings.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

INITIALS = "g kk n d tt r m b pp s ss  j jj ch k t p h".split(" ")
VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
FINALS = " k k ks n nj n t l lk lm lp ls lt lp l m p p t t ng t t k t p t".split(" ")
"""Revised Romanisation of Korean (Ministry of Culture 2000-8), letter by letter, without assimilation."""

LEAST = 2
"""Syllables that stripping leaves at least."""


@lru_cache(maxsize=1)
def _endings() -> frozenset[str]:
    lines = Path(__file__).with_name("korean_endings.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())


@lru_cache(maxsize=100_000)
def strip_endings(word: str) -> str:
    """`word` without its particles and endings; never shorter than two syllables."""
    endings = _endings()
    while True:
        longest = max(range(LEAST, len(word)), key=lambda i: (word[i:] in endings, -i), default=len(word))
        if longest >= len(word) or word[longest:] not in endings:
            return word
        word = word[:longest]


def romanise(word: str) -> str:
    """Hangul in Latin letters, Revised Romanisation syllable by syllable; other characters are kept.

    Romanised letter by letter, without the sound changes between syllables.
    """
    letters: list[str] = []
    for character in word:
        code = ord(character) - 0xAC00
        if 0 <= code < 11172:
            letters += INITIALS[code // 588], VOWELS[code % 588 // 28], FINALS[code % 28]
        else:
            letters.append(character)
    return "".join(letters)
