"""What becomes of each character when texts are made comparable: tables for str.translate, filled as needed."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import Any

from aligner.model.language import primary
from aligner.text.normalise import fold
from aligner.text.script import Script, script_of

QUOTE, COMPLEX, MARK, NOTHING = "\x01", "\x02", "\x03", "\x04"
"""Stand-ins: a quotation mark, a character that folds to several, one that joins the character before it, and one
without meaning. Control characters of a text become NUL, so none of these can stand in it."""

_QUOTES = frozenset('"`´‚“”„‟«»‹›「」『』〝〞〟《》〈〉＂')
_APOSTROPHES = frozenset("'‘’‛ʼ＇")
_JOINTS = frozenset("-‐‑‒–—―−﹣－·・･ㆍ‧•_/")
_LINES = frozenset("\n\x0b\x0c\r\x1c\x1d\x1e\x85\u2028\u2029")
_SPLIT = {"æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ß": "ss", "ẞ": "SS"}
_PLAIN = {"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ς": "σ", "ё": "е"}
"""Letters that Unicode does not take apart, as they are written where they are wanting; other Cyrillic letters with
marks are letters of their own."""
_ACCENT = 200
"""Canonical combining classes (UAX 44) from here on are accents; those of 10 to 35 are the vowel points of Hebrew
and Arabic. The others are parts of letters in the scripts of India and South-East Asia."""
_POINTS = range(10, 36)


class Cased(dict[int, str]):
    """Character -> what stands for it in the cased form of a key; `family` is one of `family_of`."""

    def __init__(self, family: str) -> None:
        super().__init__()
        self.family = family

    def __missing__(self, code: int) -> str:
        self[code] = made = self._mark(chr(code)) or self._letter(chr(code))
        return made

    def _mark(self, char: str) -> str:
        """The stand-in of what is no letter; empty for all else."""
        for characters, stand_in in ((_LINES, "\n"), (_QUOTES, QUOTE), (_APOSTROPHES, "'"), (_JOINTS, "-")):
            if char in characters:
                return stand_in
        if char.isspace():
            return " "
        if char < " " or "\ud800" <= char <= "\udfff":
            return "\0"
        selector = "\ufe00" <= char <= "\ufe0f" or "\U000e0000" <= char <= "\U000e01ef"
        return NOTHING if selector or char == "\u0640" or not fold(char).text else ""  # U+0640 only stretches

    def _letter(self, char: str) -> str:
        folded = fold(char).text
        if joins(char):
            return MARK
        if len(folded) != 1 or folded in _SPLIT or (self.family != "tr" and len(folded.casefold()) != 1):
            return COMPLEX
        if self.family == "zh" and script_of(folded) == Script.HAN:
            return _simplified(folded)
        return folded if folded == char else self[ord(folded)]


class Plain(dict[int, str]):
    """Lower-case character -> the same without accent; the two i of Turkish stay two."""

    def __init__(self, family: str) -> None:
        super().__init__()
        if family == "tr":
            self[ord("ı")] = "ı"

    def __missing__(self, code: int) -> str:
        self[code] = made = _plain(chr(code))
        return made


def family_of(lang: str) -> str:
    """How the letters of a language (BCP 47) are compared: "zh" (in simplified form), "tr" (I is no i) or ""."""
    return {"yue": "zh", "wuu": "zh", "zh": "zh", "und": "zh", "tr": "tr", "az": "tr"}.get(primary(lang), "")


@cache
def tables(family: str) -> tuple[Cased, Plain]:
    """The tables of a family, the same ones throughout a run."""
    return Cased(family), Plain(family)


def joins(char: str) -> bool:
    """Whether a character belongs to the one before it: marks, Hangul vowels and finals, half-width voicing."""
    return unicodedata.combining(char) != 0 or "\u1160" <= char <= "\u11ff" or char in "\uff9e\uff9f"


@lru_cache(maxsize=50_000)
def composed(text: str) -> str:
    """The cased form of a character with its marks, or of one that stands for several; accents that do not compose
    are left out."""
    pieces = []
    for char in fold(text).text:
        lower = char.casefold()
        if char in _SPLIT:
            pieces.append(_SPLIT[char])
        elif not _accent(char):
            pieces.append(char if len(lower) == 1 else "".join(c for c in lower if not _accent(c)))
    return "".join(" " if c.isspace() or c in _JOINTS else c for c in "".join(pieces))


def _accent(char: str) -> bool:
    kind = unicodedata.combining(char)
    return kind >= _ACCENT or kind in _POINTS


def _plain(char: str) -> str:
    if char in _PLAIN:
        return _PLAIN[char]
    if "\u0400" <= char <= "\u052f" or script_of(char) != Script.SPACED:
        return char
    first = unicodedata.normalize("NFD", char)[0]
    return first if first.isalnum() else char


def _simplified(char: str) -> str:
    """The simplified form of one Chinese character: context is no part of a key."""
    converted = str(_converter().convert(char))
    return converted if len(converted) == 1 else char


@cache
def _converter() -> Any:
    """Made once: it reads its dictionaries from disk."""
    from opencc import OpenCC

    return OpenCC("t2s")
