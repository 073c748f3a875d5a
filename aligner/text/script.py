"""Which script a character belongs to: where words end, and which language alone is written so."""

from __future__ import annotations

import itertools
import unicodedata
from collections import Counter
from collections.abc import Iterable
from enum import StrEnum

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Character-class ranges of Chinese characters, for use inside a regular expression's brackets."""

HANGUL = "\uac00-\ud7a3"
"""Character-class range of Korean syllables."""

KANA = "\u3040-\u30ff"
"""Character-class range of Japanese syllables."""

SPACELESS = frozenset({"zh", "ja", "yue", "wuu", "th", "lo", "km", "my", "bo", "dz"})
"""Primary language subtags of languages that write no spaces between words."""

HAN_LANGUAGES = frozenset({"zh", "yue", "wuu"})
"""Primary language subtags of what is written in Chinese characters alone."""


def latin(word: str) -> bool:
    """Whether every letter of `word` is Latin (accents and ligatures included)."""
    return all(c < "\u0250" or "\u1e00" <= c <= "\u1eff" or "\u0300" <= c <= "\u036f" for c in word)


class Script(StrEnum):
    """What matters of a character's script; SPACED are letters, marks and digits of words set apart by spaces."""

    HAN = "han"
    HANGUL = "hangul"
    KANA = "kana"
    SPACED = "spaced"
    OTHER = "other"


SAMPLE = 4000
"""Characters by which the script of a text is told."""


def writing(texts: Iterable[str]) -> str:
    """The script that most letters of a text are in: "latin", "han", "hangul", "kana", "spaced" or "other"."""
    sample = "".join(itertools.islice(itertools.chain.from_iterable(texts), SAMPLE))
    counts = Counter("latin" if latin(c) else script_of(c).value for c in sample if c.isalpha())
    return min(counts, key=lambda name: (-counts[name], name), default="other")


_RANGES = (   # Unicode blocks
    (0x1100, 0x11FF, Script.HANGUL), (0x3130, 0x318F, Script.HANGUL),
    (0xA960, 0xA97F, Script.HANGUL), (0xAC00, 0xD7FF, Script.HANGUL),
    (0x3040, 0x30FF, Script.KANA), (0x31F0, 0x31FF, Script.KANA),
    (0x2E80, 0x2FDF, Script.HAN), (0x3005, 0x3007, Script.HAN),
    (0x3400, 0x4DBF, Script.HAN), (0x4E00, 0x9FFF, Script.HAN),
    (0xF900, 0xFAFF, Script.HAN), (0x20000, 0x3FFFF, Script.HAN),
)  # fmt: skip
_UNSPACED = (("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"))  # Thai, Lao, Burmese, Khmer


def script_of(char: str) -> Script:
    """The script of one character."""
    code = ord(char)
    if code < 0x0E00:
        return Script.SPACED if char.isalnum() or unicodedata.category(char)[0] == "M" else Script.OTHER
    for first, last, name in _RANGES:
        if first <= code <= last:
            return name
    if any(first <= char <= last for first, last in _UNSPACED):
        return Script.OTHER
    return Script.SPACED if char.isalnum() else Script.OTHER


def language_of(text: str) -> str:
    """The language that a term's script alone can tell: ko, ja, zh, else "und" (undetermined)."""
    scripts = {script_of(c) for c in text}
    for name, lang in ((Script.HANGUL, "ko"), (Script.KANA, "ja"), (Script.HAN, "zh")):
        if name in scripts:
            return lang
    return "und"
