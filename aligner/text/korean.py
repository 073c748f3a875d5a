"""Korean words without particles and endings, and Hangul in Latin letters.

Stripping the longest known suffix again and again while two syllables are left is crude, and enough for
matching: the data file lists about 100 particles and 150 endings.
"""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

INITIALS = re.split(" ", "g kk n d tt r m b pp s ss  j jj ch k t p h")
VOWELS = re.split(" ", "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i")
FINALS = re.split(" ", " k k ks n nj n t l lk lm lp ls lt lp l m p p t t ng t t k t p t")
"""Revised Romanisation of Korean (Ministry of Culture 2000-8), letter by letter, without assimilation."""

LEAST = 2
"""Syllables that stripping leaves at least."""

LONGEST = 6
"""Syllables of the longest ending in the list."""


@lru_cache(maxsize=1)
def _endings() -> frozenset[str]:
    lines = Path(__file__).with_name("korean_endings.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())


@lru_cache(maxsize=100_000)
def strip_endings(word: str) -> str:
    """`word` without its particles and endings; never shorter than two syllables."""
    endings = _endings()
    while True:
        cuts = range(max(LEAST, len(word) - LONGEST), len(word))
        cut = next((i for i in cuts if word[i:] in endings), None)
        if cut is None:
            return word
        word = word[:cut]


def romanise(word: str, between: str = "") -> str:
    """Hangul in Latin letters, Revised Romanisation syllable by syllable; other characters are kept.

    Romanised letter by letter, without the sound changes between syllables; `between` is put after each.
    """
    letters: list[str] = []
    for character in word:
        code = ord(character) - 0xAC00
        if 0 <= code < 11172:
            letters += INITIALS[code // 588], VOWELS[code % 588 // 28], FINALS[code % 28], between
        else:
            letters.append(character)
    return "".join(letters)


def initial_law(syllable: str) -> str:
    """A syllable of a Chinese word as it sounds at the beginning of a word (두음법칙): 로 -> 노, 녀 -> 여.

    Standard of Hangul orthography (1988), articles 10 to 12. Other characters are kept.
    """
    code = ord(syllable) - 0xAC00
    if not 0 <= code < 11172 or INITIALS[code // 588] not in ("n", "r"):
        return syllable
    vowel = code % 588 // 28
    initial = "" if VOWELS[vowel].startswith(("y", "i")) else "n"
    return chr(0xAC00 + INITIALS.index(initial) * 588 + vowel * 28 + code % 28)
