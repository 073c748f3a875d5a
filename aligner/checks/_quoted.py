"""Phrases in quotation marks and the passage that they are looked for in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from aligner.checks import Context
from aligner.model import AlignedPair, Side, Span
from aligner.text.normalise import fold
from aligner.text.quotes import Quotation, quotations

_MOST_WORDS = 6  # longer quotations are speech rather than a marked phrase
_MOST_CHARACTERS = 14  # the same for scripts without spaces
_WHOLE = 0.7  # a quotation that covers this share of the text is the whole line
_FEWEST_WORDS = 5  # shorter quotations say too little to be held against each other
_MOST_QUOTATIONS = 50  # a line with more of them is no prose; keeps odd texts linear
_LIKE = 0.75  # share of equal words from which two quotations are taken for the same one

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A marked phrase: its words, its place with the marks, and whether it looks like a name ("Title Case")."""

    text: str
    words: Words
    outer: Span
    name: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """One side of a pair with its neighbours: all words, the words of the pair itself, all quotations."""

    words: Words
    here: Words
    quotations: tuple[Words, ...]
    own: tuple[tuple[Span, str], ...]

    def quotes(self, words: Words) -> bool:
        """Whether a quotation of the passage holds these words, or they hold it."""
        return any(contained(words, q) or (q and contained(q, words)) for q in self.quotations)


def words_of(text: str) -> Words:
    """Folded words; characters of scripts without spaces one by one."""
    found: list[str] = []
    word = ""
    for char in fold(text, case=True).text:
        if char.isalnum() and char < "\u2e80":
            word += char
            continue
        if word:
            found.append(word)
            word = ""
        if char.isalnum():
            found.append(char)
    return (*found, word) if word else tuple(found)


def contained(words: Words, where: Words) -> bool:
    """Whether the words stand in `where` one after the other."""
    if not words:
        return False
    return f" {' '.join(words)} " in f" {' '.join(where)} "


def nearby(pair: AlignedPair, context: Context, side: Literal["base", "version"], reach: int) -> Passage:
    """One side of the pair with that side of the `reach` pairs before and after."""
    window = context.pairs[max(0, pair.position - reach) : pair.position + reach + 1] or (pair,)
    sides: list[Side] = [getattr(p, side) for p in window]
    here: Side = getattr(pair, side)
    quoted = tuple(words_of(q.span.of(s.text)) for s in sides for q in _quotations(s))
    own = tuple((q.outer, q.span.of(here.text)) for q in _quotations(here) if q.closed)
    words = tuple(w for s in sides for w in words_of(s.text))
    return Passage(words, words_of(here.text), quoted, own)


def _quotations(side: Side) -> tuple[Quotation, ...]:
    return quotations(side.text, side.language)[:_MOST_QUOTATIONS]


def marked(side: Side) -> Iterator[Phrase]:
    """Short quoted phrases of a side: no speech, no whole lines, no works' names."""
    text = side.text
    for quotation in _quotations(side):
        if not quotation.closed or quotation.title or _speech(text, quotation):
            continue
        inner = quotation.span.of(text).strip().rstrip(".,;")
        words = words_of(inner)
        most = _MOST_WORDS if " " in inner or inner.isascii() else _MOST_CHARACTERS
        if words and len(words) <= most and len(quotation.outer) < _WHOLE * len(text):
            yield Phrase(inner, words, quotation.outer, _name(inner))


def _speech(text: str, quotation: Quotation) -> bool:
    """Whether the words are reported as said: behind a colon or comma, or with a stop inside the marks."""
    before = text[max(0, quotation.outer.start - 3) : quotation.outer.start].rstrip()
    inner = quotation.span.of(text).rstrip()
    if before.endswith((",", ":", "，", "：")) or inner.endswith((",", "?", "!", "。", "？", "！", "，", "…")):
        return True
    after = text[quotation.outer.stop : quotation.outer.stop + 2]
    return after.startswith(("고 ", "라고", "라며", "며 ", "면서"))


def _name(inner: str) -> bool:
    """Title Case of two words and more, or one capitalised word: the name of a work, an app, a theme."""
    letters = [w for w in inner.split() if w[:1].isalpha()]
    capitals = [w for w in letters if w[0].isupper()]
    return bool(capitals) and len(capitals) >= len([w for w in letters if len(w) > 3])


def differs(version: Side, base: Passage) -> Iterator[tuple[Span, Span, str, str]]:
    """Quotations of the version and of the base that are nearly, but not, the same words.

    Yields the version's place, the base's place, and the words of both.
    """
    from rapidfuzz.distance import Indel

    for quotation in _quotations(version):
        text = quotation.span.of(version.text)
        words = words_of(text)
        if not quotation.closed or len(words) < _FEWEST_WORDS or contained(words, base.words):
            continue
        for span, original in base.own:
            theirs = words_of(original)
            if len(theirs) >= _FEWEST_WORDS and _LIKE <= Indel.normalized_similarity(words, theirs) < 1:
                yield quotation.outer, span, text, original
                break
