"""Find the numerals of a line, left to right, without overlap."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from aligner.text.numbers.atoms import Atom, Line, coded, figures
from aligner.text.numbers.grammar import hangul, spaced
from aligner.text.numbers.periods import plan
from aligner.text.numbers.quantity import Kind
from aligner.text.numbers.sino import sino
from aligner.text.numbers.words import spelled, word_at

_VULGAR = {  # Unicode "vulgar fraction" characters
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6), "⅐": Fraction(1, 7), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8),
    "⅞": Fraction(7, 8), "⅑": Fraction(1, 9), "⅒": Fraction(1, 10),
}  # fmt: skip


def scan(line: Line) -> list[Atom]:
    """All numerals, in order. Linear: each start is tried once and an unread word is skipped as a whole."""
    atoms: list[Atom] = []
    at = _label(line)
    while at < len(line.low):
        if line.low[at].isdecimal() and (date := numeric_date(line, at)):
            atoms.extend(date)
            at = date[-1].stop
            continue
        atom, at = _at(line, at)
        if atom is not None:
            atoms.append(atom)
    return atoms


def _label(line: Line) -> int:
    """Where the text starts behind a list number such as "1. " or "2、": it counts nothing."""
    at = 0
    while line.char(at).isdecimal() and at < 3:
        at += 1
    return at if at and line.char(at) in ".、)．）" and not line.char(at + 1).isdecimal() else 0


def numeric_date(line: Line, at: int) -> list[Atom]:
    """The parts of 2026-01-03, 2026/1/3 or 2026.1.3; an empty list where none stands at `at`."""
    parts: list[Atom] = []
    mark = ""
    for kind, digits, top in ((Kind.YEAR, (4,), 2999), (Kind.MONTH, (1, 2), 12), (Kind.DAY, (1, 2), 31)):
        stop = at
        while stop - at < 5 and line.char(stop).isdecimal():
            stop += 1
        if stop - at not in digits or not 1 <= int(line.low[at:stop]) <= top:
            return []
        parts.append(Atom(at, stop, Fraction(int(line.low[at:stop])), kind=kind, figures=True))
        if kind is Kind.DAY:
            break
        if not line.char(stop) or line.char(stop) not in (mark or "-/."):
            return []
        mark, at = line.char(stop), stop + 1
    return parts if line.char(parts[0].start - 1) not in ("-", "/", ".") or not parts[0].start else []


def _at(line: Line, at: int) -> tuple[Atom | None, int]:
    char = line.low[at]
    if char in _VULGAR:
        return Atom(at, at + 1, _VULGAR[char], kind=Kind.FRACTION), at + 1
    if char.isdecimal():
        return _digits(line, at)
    if char == line.grammar.decimal and line.char(at + 1).isdecimal() and not line.char(at - 1).strip():
        read = figures(line, at + 1)  # ".5": the digits after the mark
        if read.value is not None and read.plain:
            value = read.value / 10 ** (read.stop - at - 1)
            return Atom(at, read.stop, value, figures=True), read.stop
    named = line.grammar.named.at(line.low, at) if _starts_word(line, at) else None
    if spaced(char):
        return _word(line, at)
    if named:
        value, stop = named
        return Atom(at, stop, value.value, kind=value.kind, weak=True), stop
    grammar = line.grammar
    if (named_plan := plan(line, at)) is not None:
        return named_plan, named_plan.stop
    if char in grammar.digits or char in grammar.small:
        atom = _fraction(line, sino(line, at), at)
        if atom is not None:
            return atom, atom.stop
    if hangul(char) and not hangul(line.char(at - 1)):
        native = grammar.native.at(line.low, at)
        if native and _counts(line, native[1]):
            value = Fraction(native[0])
            return Atom(at, native[1], value, licence=True, weak=value <= 4), native[1]
    return None, at + 1


def _starts_word(line: Line, at: int) -> bool:
    prior = line.char(at - 1)
    here = line.low[at]
    return not prior or not ((spaced(here) and spaced(prior)) or (hangul(here) and hangul(prior)))


def _counts(line: Line, stop: int) -> bool:
    """Whether a native numeral is followed by what it counts."""
    at = stop + 1 if line.char(stop) == " " else stop
    grammar = line.grammar
    return any(t.at(line.low, at) for t in (grammar.counters, grammar.units, grammar.multiple))


def _word(line: Line, at: int) -> tuple[Atom | None, int]:
    """A word of a script with spaces: spelled numeral, quantity by itself, or skipped."""
    grammar = line.grammar
    if grammar.words:
        for vague in grammar.vague:
            if line.low.startswith(vague, at):
                return None, at + len(vague)
        named = grammar.named.at(line.low, at)
        atom = spelled(line, at)
        if atom and (not named or atom.stop >= named[1]):
            return atom, atom.stop
        if named:
            value, stop = named
            return Atom(at, stop, value.value, kind=value.kind, weak=True), stop
    step = max(1, len(word_at(line, at)))
    while at + step < len(line.low) and spaced(line.low[at + step]):
        step += 1
    return None, at + step


def _digits(line: Line, at: int) -> tuple[Atom | None, int]:
    """A numeral that starts with figures: with multipliers, as a time, a fraction, or a code."""
    read = figures(line, at)
    if read.value is None:
        return None, read.stop
    if line.char(read.stop) == ":" and read.plain and read.value < 25:
        minutes = figures(line, read.stop + 1) if line.char(read.stop + 1).isdecimal() else None
        if minutes and minutes.value is not None and minutes.plain and minutes.stop == read.stop + 3:
            value = read.value + minutes.value / 60
            return Atom(at, minutes.stop, value, kind=Kind.TIME, figures=True, weak=True), minutes.stop
    if line.char(read.stop) == "/" and read.plain and line.char(read.stop + 1).isdecimal():
        return _slash(line, at, read.value, read.stop + 1)
    weak = coded(line, at)
    if line.grammar.big:
        atom = _fraction(line, sino(line, at), at)
        if atom is not None:
            return replace(atom, weak=atom.weak or weak), atom.stop
    value, stop = read.value, read.stop
    if line.char(stop) and line.char(stop) in _VULGAR:
        value, stop = value + _VULGAR[line.char(stop)], stop + 1
    atom = Atom(at, stop, value, plain=read.plain and stop == read.stop, figures=True, weak=weak)
    atom = _multiplied(line, atom)
    return atom, atom.stop


def _multiplied(line: Line, atom: Atom) -> Atom:
    """Digits with a spelled multiplier: 2.5 million, 10k, $3bn, 2 and a half million."""
    gap = line.gap(atom.stop)
    found = line.grammar.multipliers.at(line.low, gap)
    if found is None:
        return atom
    power, stop = found
    short = stop - gap <= 1
    if short and (gap != atom.stop or (line.low[gap] == "m" and not _priced(line, atom.start))):
        return atom
    return replace(atom, stop=stop, value=atom.value * power, factor=Fraction(power), plain=False)


def _priced(line: Line, start: int) -> bool:
    at = start - 1 if line.char(start - 1) == " " else start
    return line.grammar.money_before.before(line.low, at) is not None


def _slash(line: Line, at: int, above: Fraction, below_at: int) -> tuple[Atom | None, int]:
    """3/4 is a fraction; 2026/1/3 and 9/11 are dates or names."""
    below = figures(line, below_at)
    stop = below.stop
    if below.value is None or not below.plain or line.char(stop) == "/" or not below.value or above >= below.value:
        while line.char(stop) == "/" and line.char(stop + 1).isdecimal():
            stop = figures(line, stop + 1).stop
        return None, stop
    weak = above > 10 or below.value > 20 or coded(line, at)
    return Atom(at, stop, above / below.value, kind=Kind.FRACTION, figures=True, weak=weak), stop


def _fraction(line: Line, below: Atom | None, at: int) -> Atom | None:
    """三分之二, 百分之三十, 3분의 1: the denominator comes first."""
    if below is None:
        return None
    for infix in line.grammar.fraction:
        if line.low.startswith(infix, below.stop):
            above = sino(line, below.stop + len(infix))
            if above is None or not below.value:
                continue
            if below.value == 100:
                return replace(above, start=at, kind=Kind.PERCENT, licence=False, weak=False)
            value = above.value / below.value
            kind = Kind.PERCENT if below.value == 1000 else Kind.FRACTION
            value = value * 100 if below.value == 1000 else value
            return replace(above, start=at, value=value, kind=kind, licence=False, weak=below.value == 2)
    return below
