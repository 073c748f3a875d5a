"""The form in which terms and texts are compared, with the way back to the original code points.

Two spellings of a term get one key: case, accents of Latin letters, quotation marks, hyphens against spaces, dots
of acronyms, and (for Chinese) traditional characters make no difference. Spaces beside Chinese, Japanese and
Korean characters are dropped and remembered as gaps, because Korean compounds are spaced freely. A dash between
spaces and an empty line part words for good: no term goes across them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from aligner.model import Span
from aligner.terms.matching.edits import Dropping, Drops, Edits
from aligner.terms.matching.letters import COMPLEX, MARK, NOTHING, QUOTE, composed, family_of, tables
from aligner.text.script import HAN, HANGUL, KANA

Step = Edits | Drops

PARAGRAPH = "\x05"
"""What stands for an empty line in a key."""

TIGHT = rf"{HAN}{HANGUL}{KANA}\u1100-\u11ff\u2e80-\u2fdf\u3130-\u318f\u31f0-\u31ff\ua960-\ua97f\ud7b0-\ud7ff"
"""Character-class ranges of what is written without spaces, or spaced freely."""

_ODD_ASCII = re.compile(r"[^0-9A-Za-z ,:;!?()%$&+.]|(?<![0-9A-Za-z])[A-Za-z]\.|^ |  | $")
_ODD = re.compile(r"[^ 0-9A-Za-z,.:;!?()%$&+'][^0-9A-Za-z,.:;!?()%$&+']*+")
_COMPLEX = re.compile(rf"(?:{COMPLEX}|[^{COMPLEX}{MARK}{NOTHING}])?{MARK}{{1,30}}|{COMPLEX}|{NOTHING}+")
"""Marks with what they belong to. Longer runs make normalisation quadratic (UAX 15, Stream-Safe Text Format)."""
_DASH = re.compile(r"-(?:(?<=\s-)-*+(?=\s)|-++)")
_EMPTY_LINE = re.compile(r"\n[ \n]*\n")
_DOT = re.compile(r"\.(?<=(?<![^\W_])[^\W\d_]\.)(?!\d)")
_WORD_AFTER = re.compile(r"[^\W\d_]{2}")
_QUOTE = re.compile(rf"['{QUOTE}](?:(?<={QUOTE})|(?![^\W_])|(?<![^\W_]'))")
_TIGHT = re.compile(f"[{TIGHT}]")
_SECOND_SPACE = re.compile(rf" (?:(?<=[ {PARAGRAPH}] )|(?<=\A ))")
_TIGHT_SPACE = re.compile(rf" (?:(?<=[{TIGHT}] )|(?=[{TIGHT}]))")
_MARKED = re.compile(r"[\xb5-\u06ff\u1e00-\u1fff]+")
"""Where letters stand that have accents, or two small forms."""


@dataclass(frozen=True, slots=True)
class Keyed:
    """A text in its key form.

    `text` is folded throughout, `cased` the same characters with their case and accents; `steps` lead back to
    `source`, the original, the last one first. Where a space or a quotation mark was dropped before text[i],
    `gaps[i]` is 1; `gaps` is empty where that is so nowhere.
    """

    text: str
    cased: str
    source: str
    steps: tuple[Step, ...] = ()
    gaps: bytes = b""

    def span(self, start: int, stop: int) -> Span:
        """The original span of text[start:stop], which must not be empty."""
        last = stop - 1
        for step in self.steps:
            start, last = step.start(start), step.stop(last) - 1
        return Span(start, last + 1)

    def place(self, offset: int) -> int:
        """The first place of `text` that comes from `offset` of the original or after it."""
        return bisect_left(range(len(self.text)), offset, key=lambda i: self.span(i, i + 1).start)

    def original(self, start: int, stop: int) -> str:
        """What text[start:stop] is in the original."""
        return self.span(start, stop).of(self.source)

    def gap(self, place: int) -> bool:
        """Whether a space or a quotation mark was dropped right before text[place]."""
        return bool(self.gaps) and self.gaps[place] == 1

    def without(self, spans: list[tuple[int, int]]) -> Keyed:
        """The same without these stretches of `text`, which are in order and do not overlap."""
        edits = Edits()
        text, cased, gaps, done = [], [], [], 0
        for start, stop in spans:
            edits.replace(start, stop, 0)
            text.append(self.text[done:start])
            cased.append(self.cased[done:start])
            gaps.append(self.gaps[done:start])
            done = stop
        return Keyed(
            "".join((*text, self.text[done:])), "".join((*cased, self.cased[done:])), self.source,
            (edits, *self.steps), b"".join((*gaps, self.gaps[done:])),
        )  # fmt: skip


def keyed(text: str, lang: str, *, tight: bool = True) -> Keyed:
    """The key form of a text in a language (BCP 47); runs in linear time. Without `tight`, spaces beside Chinese,
    Japanese and Korean characters are kept."""
    family = family_of(lang)
    if text.isascii() and family != "tr" and not _ODD_ASCII.search(text):  # the common case: capitals are all
        return Keyed(text.lower(), text, text)
    letters, plain = tables(family)
    cased = _ODD.sub(lambda m: m[0].translate(letters), text)
    steps: list[Step] = []
    if COMPLEX in cased or MARK in cased or NOTHING in cased:
        cased = _compose(text, cased, steps)
    cased, drops = _dropped(_parted(cased), tight=tight)
    if drops.places:
        steps.insert(0, Drops(drops.places))
    lower = (cased.replace("I", "ı").replace("İ", "i") if family == "tr" else cased).lower()
    folded = _MARKED.sub(lambda m: m[0].translate(plain), lower)
    return Keyed(folded, cased, text, tuple(steps), _marks(drops.gaps, len(cased) + drops.trailing))


def _dropped(cased: str, *, tight: bool) -> tuple[str, Dropping]:
    """A text without dots of acronyms, quotation marks, and spaces that do not part words."""
    drops = Dropping()
    if NOTHING in cased:
        cased = drops.join(cased.split(NOTHING))
    cased = drops.join(_QUOTE.split(cased), gap=True)
    if cased[:1] == " " or "  " in cased or PARAGRAPH in cased:
        cased = drops.join(_SECOND_SPACE.split(cased))
    if tight and _TIGHT.search(cased):
        cased = drops.join(_TIGHT_SPACE.split(cased), gap=True)
    kept = cased.rstrip(" ")
    drops.trailing = len(cased) - len(kept)
    return kept, drops


def _marks(places: list[int], size: int) -> bytes:
    if not places:
        return b""
    marks = bytearray(size + 1)
    for place in places:
        marks[place] = 1
    return bytes(marks)


def _compose(text: str, cased: str, steps: list[Step]) -> str:
    """Put in what stands for several characters, and marks with what they belong to."""
    edits = Edits()
    pieces: list[str] = []
    done = 0
    for match in _COMPLEX.finditer(cased):
        start, stop = match.span()
        first = match[0][0]
        if first == NOTHING:
            piece = ""
        elif first in (COMPLEX, MARK) or first.isalnum():
            piece = composed(text[start:stop])
        else:  # a mark on a quotation mark or a space
            piece = first
        pieces += cased[done:start], piece
        edits.replace(start, stop, len(piece))
        done = stop
    steps.append(edits)
    return "".join((*pieces, cased[done:]))


def _parted(cased: str) -> str:
    """Joints and line ends are spaces, but dashes between spaces and empty lines part; dots of acronyms are
    nothing, or a space where a word follows. The length stays."""
    if "-" in cased:
        cased = _DASH.sub(lambda m: "—" * len(m[0]), cased).replace("-", " ")
    if "\n" in cased:
        cased = _EMPTY_LINE.sub(lambda m: PARAGRAPH + " " * (len(m[0]) - 1), cased).replace("\n", " ")
    if "." in cased:
        cased = _DOT.sub(lambda m: " " if _WORD_AFTER.match(m.string, m.end()) else NOTHING, cased)
    return cased
