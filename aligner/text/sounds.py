"""How a word sounds, roughly: one letter a sound class, so that spellings of one name in two scripts meet.

Korean has no f, v, z or th, no voiced against voiceless stops at the beginning, and puts a faint vowel (eu)
between consonants: what it does not tell apart is one class here. Other alphabets are a table of letters.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache

from aligner.plugins import resource
from aligner.text.korean import romanise
from aligner.text.script import HANGUL

_SPELLINGS = (
    ("tch", "j"), ("sch", "s"), ("ck", "k"), ("ch", "j"), ("sh", "s"), ("ph", "p"), ("th", "t"), ("wh", "u"),
    ("qu", "ku"), ("x", "ks"), ("oo", "u"), ("ee", "i"), ("ea", "i"), ("ou", "u"), ("ow", "u"), ("aw", "o"),
    ("au", "o"), ("ay", "ei"), ("ai", "ei"),
)  # fmt: skip
_CUSTOMARY = {"lee": "i", "park": "pak", "choi": "joi", "moon": "mun", "rhee": "i", "yi": "i", "roh": "no"}
"""Family names as their bearers spell them, against what is said (McCune-Reischauer and custom)."""

_ENDINGS = (("sh", "shi"), ("tch", "chi"), ("ch", "chi"), ("dge", "ji"), ("ge", "ji"))
"""Word endings to which Korean and Japanese add a vowel: 러시 Rush, 조지 George."""

_CLASSES = str.maketrans("gqcdbfvrzywh", "kkktpppljiu ")
_SILENT = re.compile(r"(?<=[aeiou])r(?![aeiouyr])")
_HANGUL_WORD = re.compile(rf"[{HANGUL}]+")


def spelled(language: str) -> bool:
    """Whether the sounds of a language's own script are known (primary subtag)."""
    return language == "ko" or language in _letters()


def sounds(word: str, language: str) -> str:
    """The sound classes of a word in a language's own script; empty for a word in another script."""
    if language == "ko":
        return korean_sounds(word) if _HANGUL_WORD.fullmatch(word) else ""
    letters = _letters()[language]
    lower = word.lower()
    return _classes("".join(letters[c] for c in lower)) if all(c in letters for c in lower) else ""


def latin_sounds(word: str) -> tuple[str, ...]:
    """The sound classes of a word in English spelling, r after vowels spoken and silent: "Gordon", "Godon"."""
    word = word.lower()
    ending = next(((e, spoken) for e, spoken in _ENDINGS if word.endswith(e)), ("", ""))
    word = word.removesuffix(ending[0]) + ending[1]
    return tuple(dict.fromkeys((foreign_sounds(word), foreign_sounds(_SILENT.sub("", word)))))


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
    for spelling, sound in (("sh", "s"), ("ch", "j"), ("th", "t"), ("ts", "j")):
        word = word.replace(spelling, sound)
    folded = re.sub(r"[^a-z]", "", word.translate(_CLASSES))
    return re.sub(r"(.)\1+", r"\1", folded.replace("nk", "n") if folded.endswith("nk") else folded)


@lru_cache(maxsize=1)
def _letters() -> dict[str, dict[str, str]]:
    """Language -> letter -> Latin letters."""
    tables = tomllib.loads(resource("aligner.text", "data", "letters.toml").read_text(encoding="utf-8"))
    found: dict[str, dict[str, str]] = {}
    for table in tables.values():
        pairs = table["letters"].split()
        letters = dict(zip(pairs[::2], pairs[1::2], strict=True))
        found |= dict.fromkeys(table["languages"], letters)
    return found
