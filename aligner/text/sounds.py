"""How a word sounds, roughly: one letter a sound class, so that spellings of one name in two scripts meet.

Korean has no f, v, z or th, no voiced against voiceless stops at the beginning, and puts a faint vowel (eu)
between consonants: what it does not tell apart is one class here.
"""

from __future__ import annotations

import re

from aligner.text.korean import romanise

_SPELLINGS = (
    ("tch", "j"), ("sch", "s"), ("ck", "k"), ("ch", "j"), ("sh", "s"), ("ph", "p"), ("th", "t"), ("wh", "u"),
    ("qu", "ku"), ("x", "ks"), ("oo", "u"), ("ee", "i"), ("ea", "i"), ("ou", "u"), ("ow", "u"), ("aw", "o"),
    ("au", "o"), ("ay", "ei"), ("ai", "ei"),
)  # fmt: skip
_CUSTOMARY = {"lee": "i", "park": "pak", "choi": "joi", "moon": "mun", "rhee": "i", "yi": "i", "roh": "no"}
"""Family names as their bearers spell them, against what is said (McCune-Reischauer and custom)."""

_CLASSES = str.maketrans("gqcdbfvrzywh", "kkktpppljiu ")


def foreign_sounds(word: str) -> str:
    """The sound classes of a word in English spelling: "Forbes" -> "polps"."""
    word = word.lower()
    if word in _CUSTOMARY:
        return _CUSTOMARY[word]
    word = re.sub(r"c(?=[eiy])", "s", re.sub(r"g(?=[ei])", "j", word))
    for spelling, sound in _SPELLINGS:
        word = word.replace(spelling, sound)
    return _classes(re.sub(r"(?<=[^aeiou])e(?=s?$)", "", word))


def korean_sounds(word: str) -> str:
    """The sound classes of a Korean word: "포브스" -> "pops"."""
    word = romanise(word, "'")
    for spelling, sound in (("ch", "j"), ("eui", "i"), ("eu", ""), ("eo", "o"), ("ae", "e"), ("wo", "o")):
        word = word.replace(spelling, sound)
    return _classes(word.replace("sh", "s"))


def _classes(word: str) -> str:
    folded = re.sub(r"[^a-z]", "", word.translate(_CLASSES))
    return re.sub(r"(.)\1+", r"\1", folded.replace("nk", "n") if folded.endswith("nk") else folded)
