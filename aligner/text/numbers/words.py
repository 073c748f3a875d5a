"""Numerals spelled with words: "two hundred and five", "three-quarters", "twenty-first", "half a million"."""

from __future__ import annotations

from fractions import Fraction

from aligner.text.numbers.atoms import Atom, Line
from aligner.text.numbers.grammar import spaced
from aligner.text.numbers.quantity import Kind

_LONGEST_WORD = 14


def word_at(line: Line, start: int) -> str:
    """The run of letters at `start`, cut at 14 letters (longer words are no numerals)."""
    stop = start
    while stop < len(line.low) and stop - start < _LONGEST_WORD and spaced(line.low[stop]):
        stop += 1
    return line.low[start:stop]


def spelled(line: Line, start: int) -> Atom | None:
    """The spelled numeral that starts with the word at `start`, or None."""
    word = word_at(line, start)
    grammar = line.grammar
    if word in ("a", "an"):
        return _after_article(line, start, start + len(word))
    if word == "half":
        return _half(line, start)
    if word in grammar.ordinals:
        value = Fraction(grammar.ordinals[word])
        return Atom(start, start + len(word), value, kind=Kind.ORDINAL, weak=value <= 3)
    if word in grammar.words or (grammar.multipliers.entries.get(word, 0) >= 100 and len(word) > 3):
        return _cardinal(line, start)
    return None


def _cardinal(line: Line, start: int) -> Atom:
    """Add up cardinals and multipliers; each word is looked at once."""
    grammar = line.grammar
    total, current, factor = Fraction(0), None, Fraction(1)
    at = stop = start
    bare = word_at(line, start) not in grammar.words
    while word := word_at(line, at):
        power = grammar.multipliers.entries.get(word, 0) if len(word) > 3 else 0
        small = grammar.words.get(word)
        if small is not None and _fits(current, small):
            current = Fraction(small) + (current or 0)
            factor = Fraction(1)
        elif power == 100 and (current is None or current < 100):
            current = (current or Fraction(1)) * 100
        elif power >= 1000 and (current is not None or not total):
            total += (current if current is not None else Fraction(1)) * power
            current, factor = None, Fraction(power)
        else:
            part = _ordinal_or_fraction(line, start, at, word, total, current)
            if part:
                return part
            break
        stop = at + len(word)
        current, stop = _point(line, current, stop)
        half = line.grammar.half_after.at(line.low, stop + 1 if line.char(stop) == " " else stop)
        if half and current is not None:
            current, stop = current + Fraction(1, 2), half[1]
        at = _next_word(line, stop, bool(total) or (current is not None and current >= 100))
        if at == stop:
            break
    value = total + (current or 0)
    return Atom(start, stop, value, factor, weak=bare or value <= 3)


def _point(line: Line, current: Fraction | None, stop: int) -> tuple[Fraction | None, int]:
    """ "two point five": figures after the spelled decimal mark, twelve at most."""
    if current is None or not line.low.startswith(" point ", stop):
        return current, stop
    at, digits = stop + 7, ""
    while (word := word_at(line, at)) and line.grammar.words.get(word, 10) < 10 and len(digits) < 12:
        digits, stop = digits + str(line.grammar.words[word]), at + len(word)
        at = stop + 1 if line.char(stop) == " " else stop
    return (current + Fraction(int(digits), 10 ** len(digits)) if digits else current), stop


def _fits(current: Fraction | None, small: int) -> bool:
    if current is None:
        return True
    rest = current % 100
    return (rest == 0 and current >= 100) or (rest >= 20 and rest % 10 == 0 and 0 < small < 10)


def _next_word(line: Line, stop: int, conjoined: bool) -> int:
    """Where the next word of the numeral may start: after a space or hyphen, or after " and "."""
    if line.char(stop) not in (" ", "-") or not line.char(stop):
        return stop
    if conjoined and line.low.startswith(" and ", stop):
        word = word_at(line, stop + 5)
        return stop + 5 if word in line.grammar.words else stop
    return stop + 1


def _ordinal_or_fraction(
    line: Line, start: int, at: int, word: str, total: Fraction, current: Fraction | None
) -> Atom | None:
    """ "twenty-first" and "two-thirds": the word at `at` closes a numeral that began at `start`."""
    if current is None and not total:
        return None
    grammar, stop = line.grammar, at + len(word)
    ordinal = grammar.ordinals.get(word)
    if ordinal is not None and (total or (current is not None and current >= 20)) and _fits(current, ordinal):
        value = total + (current or 0) + ordinal
        return Atom(start, stop, value, kind=Kind.ORDINAL)
    singular = word if word in grammar.denominators else word.removesuffix("s")
    below = grammar.denominators.get(singular)
    if below is None or total or current is None or current >= 100:
        return None
    return Atom(start, stop, current / below, kind=Kind.FRACTION, weak=below == 2)


def _after_article(line: Line, start: int, at: int) -> Atom | None:
    """ "a hundred", "a million", "a third", "a year"."""
    if line.char(at) != " ":
        return None
    word = word_at(line, at + 1)
    stop = at + 1 + len(word)
    grammar = line.grammar
    if len(word) > 3 and word in grammar.multipliers.entries:
        rest = _cardinal(line, at + 1)
        return Atom(start, rest.stop, rest.value, rest.factor, weak=rest.value <= 1000)
    if word in grammar.denominators:
        counted = line.low.startswith(" of", stop) or line.char(stop) in ("", ".", ",", ";") or word != "second"
        value = Fraction(1, grammar.denominators[word])
        return Atom(start, stop, value, kind=Kind.FRACTION, weak=word == "half" or not counted)
    unit = grammar.units.at(line.low, at + 1)
    if unit and unit[0].dimension == "time":
        return Atom(start, at, Fraction(1), weak=True)
    return None


def _half(line: Line, start: int) -> Atom:
    """ "half", and "half a million"."""
    stop = start + 4
    for article in (" a ", "-a-", " "):
        if line.low.startswith(article, stop):
            word = word_at(line, stop + len(article))
            power = line.grammar.multipliers.entries.get(word, 0)
            if power >= 100 and len(word) > 3:
                value, factor = Fraction(power, 2), Fraction(power)
                return Atom(start, stop + len(article) + len(word), value, factor)
    return Atom(start, stop, Fraction(1, 2), kind=Kind.FRACTION, weak=True)
