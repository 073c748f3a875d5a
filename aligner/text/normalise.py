"""Fold a text for matching and keep the way back to the original code points.

The folding is close to NFKC (Unicode Standard Annex 15), with what NFKC does too much left out: superscripts,
circled digits and vulgar fractions keep their shape ("5½" must not become "51⁄2"), and so does full-width
punctuation outside of numbers, because a clause comma is not a thousands separator.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.model import Span

_SAFE_RUN = 30  # UAX 15, Stream-Safe Text Format: longer runs of marks make normalisation quadratic
_KEPT = frozenset("，、。：；！？（）．｡､ㆍ·…﹏—–―")
_DASHES = dict.fromkeys("\u2010\u2011\ufe63\uff0d", "-") | {"\u2212": "-"}
_APOSTROPHES = dict.fromkeys("\u2019\u02bc\uff07", "'")
_INVISIBLE = frozenset("\u00ad\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
_KEPT_FORMS = ("<super>", "<sub>", "<circle>", "<fraction>")
_SEPARATORS = {"，": ",", "．": "."}
_FULL_WIDTH_DIGITS = frozenset("０１２３４５６７８９")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where each of its characters comes from.

    `offsets[i]` is the original offset at which the source of `text[i]` starts, `ends[i]` where it ends;
    `offsets` has one entry more, the length of the original.
    """

    text: str
    offsets: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, stop: int) -> Span:
        """The span of the original text that `text[start:stop]` comes from; an empty one for start == stop."""
        if start >= stop:
            return Span(self.offsets[start], self.offsets[start])
        return Span(self.offsets[start], self.ends[stop - 1])


def fold(text: str, *, case: bool = False) -> Folded:
    """Compatibility forms, widths, dashes and apostrophes made one; invisible characters dropped.

    `case` folds upper and lower case too. Runs in linear time on any text.
    """
    if text.isascii():
        size = len(text)
        return Folded(text.lower() if case else text, range(size + 1), range(1, size + 1))
    parts: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    for start, stop in _clusters(text):
        piece = _folded(text, start, stop)
        if case:
            piece = piece.casefold()
        parts.append(piece)
        offsets.extend([start] * len(piece))
        ends.extend([stop] * len(piece))
    offsets.append(len(text))
    return Folded("".join(parts), offsets, ends)


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """Stretches that can be normalised on their own: a character and what composes with it."""
    start = 0
    for i in range(1, len(text)):
        if not _composes(text[i]) or i - start >= _SAFE_RUN:
            yield start, i
            start = i
    if text:
        yield start, len(text)


def _composes(char: str) -> bool:
    """Whether a character may join the one before it: marks, Hangul vowels and finals, half-width voicing."""
    if char < "\u0300":
        return False
    return (
        unicodedata.combining(char) != 0 or "\u1160" <= char <= "\u11ff" or char in "\uff9e\uff9f"
        or unicodedata.category(char) == "Mc"
    )  # fmt: skip


def _folded(text: str, start: int, stop: int) -> str:
    """The folded form of one cluster."""
    piece = text[start:stop]
    if len(piece) == 1:
        if piece in _INVISIBLE:
            return ""
        if piece in _DASHES:
            return _DASHES[piece]
        if piece in _APOSTROPHES:
            return _APOSTROPHES[piece]
        if piece in _SEPARATORS and _inside_full_width_number(text, start):
            return _SEPARATORS[piece]
        if piece in _KEPT or unicodedata.decomposition(piece).startswith(_KEPT_FORMS):
            return piece
    return unicodedata.normalize("NFKC", piece)


def _inside_full_width_number(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1] in _FULL_WIDTH_DIGITS and text[at + 1] in _FULL_WIDTH_DIGITS
