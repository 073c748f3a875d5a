"""The form in which terms and texts are compared, with the way back to the original code points.

Two spellings of a term get one key: case, accents of Latin letters, quotation marks, hyphens against spaces, dots
of acronyms, and (for Chinese) traditional characters make no difference. Spaces beside Chinese, Japanese and
Korean characters are dropped and remembered as gaps, because Korean compounds are spaced freely.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from aligner.model import Span
from aligner.text.normalise import Folded, fold
from aligner.text.script import Script, script_of

_QUOTES = frozenset("\"'`´‘’‚‛“”„‟«»‹›「」『』〝〞〟《》〈〉＂")
_JOINTS = frozenset("-‐‑‒–—―−·・･ㆍ‧•_/")
_TIGHT = frozenset((Script.HAN, Script.HANGUL, Script.KANA))
_MARKS = re.compile(r"[^0-9A-Za-z ,:;!?()%$&+.]|(?<![0-9A-Za-z])[A-Za-z]\.|^ |  | $")


@dataclass(frozen=True, slots=True)
class Keyed:
    """A text in its key form.

    `text` is folded throughout, `cased` the same characters before case was folded, `offsets[i]` and `ends[i]`
    where character i starts and ends in the original; `gaps` are the indices before which a space was dropped.
    """

    text: str
    cased: str
    offsets: tuple[int, ...]
    ends: tuple[int, ...]
    gaps: frozenset[int]

    def span(self, start: int, stop: int) -> Span:
        """The original span of text[start:stop], which must not be empty."""
        return Span(self.offsets[start], self.ends[stop - 1])


def keyed(text: str, lang: str, simple: Mapping[str, str] | None = None) -> Keyed:
    """The key form of a text in a language (BCP 47); runs in linear time.

    `simple` maps Chinese characters to their simplified form; who keys many texts looks the characters up once
    with `simplified` and hands the result in.
    """
    if text.isascii() and not _MARKS.search(text):  # the common case, with nothing to fold but capitals
        size = len(text)
        return Keyed(text.lower(), text, tuple(range(size)), tuple(range(1, size + 1)), frozenset())
    if simple is None:
        simple = simplified(text) if chinese(lang) else {}
    return _Builder(fold(text), simple).build()


def chinese(lang: str) -> bool:
    """Whether Chinese characters of a language are compared in their simplified form."""
    return lang.partition("-")[0].lower() in ("zh", "yue", "wuu", "und")


def simplified(text: str) -> dict[str, str]:
    """Traditional to simplified for the Chinese characters of a text, one by one: context is no part of a key."""
    folded = {unicodedata.normalize("NFKC", c) for c in set(text)}
    distinct = sorted(c for c in folded if len(c) == 1 and script_of(c) == Script.HAN)
    if not distinct:
        return {}
    converted = _converter().convert("\n".join(distinct)).split("\n")
    return {a: b for a, b in zip(distinct, converted, strict=True) if len(b) == 1}


@cache
def _converter() -> Any:
    """Made once: it reads its dictionaries from disk."""
    from opencc import OpenCC

    return OpenCC("t2s")


class _Builder:
    """Walks once over a folded text; one instance a call."""

    def __init__(self, folded: Folded, simple: Mapping[str, str]) -> None:
        self.source = folded
        self.simple = simple
        self.chars: list[str] = []
        self.cased: list[str] = []
        self.places: list[int] = []
        self.gaps: set[int] = set()
        self.space = False
        self.known: dict[str, tuple[str, str, bool]] = {}

    def build(self) -> Keyed:
        text = self.source.text
        for i, char in enumerate(text):
            if char.isspace() or char in _JOINTS:
                self.space = bool(self.chars)
            elif char in _QUOTES:
                if char == "'" and self._between_letters(i):
                    self._put(char, char, False, i)
            elif char == "." and self._single_letter_before(i):
                self.space = self.space or self._word_after(i)
            else:
                if char not in self.known:
                    self.known[char] = self._form(char)
                self._put(*self.known[char], i)
        return Keyed(
            "".join(self.chars), "".join(self.cased),
            tuple(self.source.offsets[i] for i in self.places), tuple(self.source.ends[i] for i in self.places),
            frozenset(self.gaps),
        )  # fmt: skip

    def _form(self, char: str) -> tuple[str, str, bool]:
        """(folded, cased, whether it stands without spaces) of one character."""
        if char < "\x80":
            return char.lower(), char, False
        kind = script_of(char)
        if kind is Script.OTHER or kind in _TIGHT:
            simple = self.simple.get(char, char)
            return simple, simple, kind in _TIGHT
        plain = unicodedata.normalize("NFD", char)[0] if "\u00c0" <= char <= "\u024f" else char
        return plain.casefold(), plain, False

    def _put(self, folded: str, cased: str, tight: bool, place: int) -> None:
        if self.space:
            before = self.chars[-1]
            if tight or script_of(before) in _TIGHT:
                self.gaps.add(len(self.chars))
            else:
                self.chars.append(" ")
                self.cased.append(" ")
                self.places.append(place)
            self.space = False
        self.chars.extend(folded)
        self.cased.extend(cased if len(cased) == len(folded) else folded)
        self.places.extend([place] * len(folded))

    def _between_letters(self, i: int) -> bool:
        text = self.source.text
        return 0 < i < len(text) - 1 and text[i - 1].isalnum() and text[i + 1].isalnum()

    def _single_letter_before(self, i: int) -> bool:
        """Whether the dot follows a letter that stands alone: "U.S.", "S.Korea"."""
        text = self.source.text
        return i > 0 and text[i - 1].isalpha() and (i == 1 or not text[i - 2].isalnum())

    def _word_after(self, i: int) -> bool:
        """Whether more than one letter follows at once: the dot of "S.Korea" stands for a space."""
        return self.source.text[i + 1 : i + 3].isalpha() and len(self.source.text[i + 1 : i + 3]) == 2
