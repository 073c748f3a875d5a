"""Numerals of a text, before it is known what they count."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from aligner.text.normalise import Folded
from aligner.text.numbers.grammar import Grammar, spaced
from aligner.text.numbers.quantity import Approximation, Kind

LONGEST = 24  # digits of a number that a newspaper prints; longer runs are codes


@dataclass(frozen=True, slots=True)
class Line:
    """A folded text, the same in lower case (of the same length), and the grammar of its language."""

    folded: Folded
    low: str
    grammar: Grammar

    @property
    def text(self) -> str:
        """The folded text in its own case."""
        return self.folded.text

    def char(self, at: int) -> str:
        """The lower-case character at an offset; an empty string outside of the text."""
        return self.low[at] if 0 <= at < len(self.low) else ""

    def gap(self, at: int) -> int:
        """The offset after one space or hyphen at `at`, or `at` itself."""
        return at + 1 if self.char(at) in (" ", "-", "\u00a0") else at


@dataclass(frozen=True, slots=True)
class Atom:
    """A numeral: place, value and what its own form tells.

    `factor` is the multiplier that closes it (10**6 for "2.5 million"), `plain` says that it is a bare run of
    digits, `figures` that it holds digits 0-9, `licence` that it counts only before a counter or unit; `years` is
    how long a period lasts that goes by the numeral.
    """

    start: int
    stop: int
    value: Fraction
    factor: Fraction = Fraction(1)
    kind: Kind = Kind.PLAIN
    plain: bool = False
    figures: bool = False
    licence: bool = False
    weak: bool = False
    inner: Approximation = Approximation.NONE
    years: Fraction | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """A run of digits with its separators: value (None for a code such as 1.2.3), end, and whether it is bare."""

    value: Fraction | None
    stop: int
    plain: bool


def figures(line: Line, start: int) -> Figures:
    """Read the run of digits that starts at `start`: 1,234.5 with the language's separators."""
    text, grammar = line.low, line.grammar
    stop = _run(text, start)
    digits, plain = text[start:stop], True
    mark = line.char(stop)
    if mark and mark in grammar.groups and 1 <= len(digits) <= 3:
        while line.char(stop) == mark and _run(text, stop + 1) == stop + 4:
            digits, stop, plain = digits + text[stop + 1 : stop + 4], stop + 4, False
    decimals = ""
    if line.char(stop) == grammar.decimal and line.char(stop + 1).isdecimal():
        end = _run(text, stop + 1)
        decimals, stop, plain = text[stop + 1 : end], end, False
        if line.char(stop) == grammar.decimal and line.char(stop + 1).isdecimal():
            return Figures(None, _code_end(line, stop), False)
    if len(digits) + len(decimals) > LONGEST:
        return Figures(None, stop, False)
    return Figures(Fraction(int(digits + decimals), 10 ** len(decimals)), stop, plain)


def _run(text: str, start: int) -> int:
    stop = start
    while stop < len(text) and text[stop].isdecimal():
        stop += 1
    return stop


def _code_end(line: Line, at: int) -> int:
    while line.char(at).isdecimal() or (line.char(at) == "." and line.char(at + 1).isdecimal()):
        at += 1
    return at


def coded(line: Line, start: int) -> bool:
    """Whether digits at `start` hang on letters and so belong to a name: G20, F-16, COVID-19, No. 5."""
    prior = line.char(start - 1)
    if not prior:
        return False
    if prior == "#" or spaced(prior):
        return line.grammar.money_before.before(line.low, start) is None
    if prior in "-/" and start >= 2 and spaced(line.low[start - 2]):
        word = start - 1
        while word > max(0, start - 12) and spaced(line.low[word - 1]):
            word -= 1
        name = line.text[word : start - 1]
        return len(name) <= 2 or any(c.isupper() for c in name[1:]) or name.isupper()
    return line.low[max(0, start - 4) : start].endswith((" no.", "no. "))
