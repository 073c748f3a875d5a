"""Numerals built from digits and multipliers: 三万五千, 2.37万亿, 1억 2,345만, 二〇二六.

A scanner that looks at each character once: a pattern with nested optional groups takes exponential time here.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from aligner.text.numbers.atoms import Atom, Line, figures
from aligner.text.numbers.grammar import hangul
from aligner.text.numbers.quantity import Approximation

_LARGEST = 10**30  # a run of 亿亿亿... would otherwise grow without bound


@dataclass(slots=True)
class _Sum:
    """What has been read so far: closed sections, the open section, the open digit."""

    total: Fraction = Fraction(0)
    section: Fraction = Fraction(0)
    current: Fraction | None = None
    run: str = ""
    last_small: int | None = None
    last_big: int | None = None
    last: int = 0  # the multiplier just read, 0 after anything else
    factor: Fraction = Fraction(1)
    count: int = 0
    bare: bool = False
    vague: bool = False
    figures: bool = False
    plain: bool = False
    inner: Approximation = Approximation.NONE

    def small(self, value: int) -> bool:
        """Take 十 百 千; False where it cannot stand here."""
        if self.last_small is not None and value >= self.last_small:
            return False
        if self.current is None and not self.section and not self.total and value != 10:
            self.bare = True
        self.vague |= len(self.run) > 1
        if len(self.run) > 1 and self.current is not None:
            self.current %= 10  # 六七千 is six or seven thousand: keep the upper end
        self.section += (1 if self.current is None else self.current) * value
        self._close(value)
        self.last_small = value
        return True

    def big(self, value: int) -> bool:
        """Take 万 亿 兆; False where no number stands before it."""
        open_part = self.section + (self.current or 0)
        if self.total > _LARGEST:
            return False
        if not open_part:
            if not self.total or not self.last:
                return False
            self.total *= value
        elif self.last_big is not None and value > self.last_big:
            self.total = (self.total + open_part) * value
        else:
            self.total += open_part * value
        self.vague |= len(self.run) == 2
        self.section, self.last_small, self.last_big = Fraction(0), None, value
        self.factor = Fraction(value) if open_part else self.factor * value
        self._close(value)
        return True

    def _close(self, value: int) -> None:
        self.current, self.run, self.last = None, "", value
        self.count += 1


def sino(line: Line, start: int) -> Atom | None:
    """The numeral that starts at `start`, or None."""
    grammar = line.grammar
    article = _article(line, start)
    state, at = _Sum(), start
    while at < len(line.low):
        step = _step(line, at, state, article)
        if step is None:
            break
        at = step
    if state.count == 0 and state.current is None:
        return None
    if not state.figures and not _speakable(line, start, at, state):
        return None
    value = _value(grammar.repeats_multiplier, state)
    vague = state.vague or _vague(line, start, at)
    return Atom(
        start, at, value, state.factor, figures=state.figures, plain=state.plain and state.count == 0,
        licence=not state.figures and (value < 100 or not state.count or state.bare or hangul(line.low[start])),
        weak=vague or (not state.figures and value <= 3) or state.bare, inner=state.inner,
    )  # fmt: skip


def _step(line: Line, at: int, state: _Sum, article: bool) -> int | None:
    """Read one element at `at` into the state; the offset after it, or None where the numeral ends."""
    grammar, char = line.grammar, line.low[at]
    if char.isdecimal():
        return _figures(line, at, state)
    if char in grammar.zero:
        return _digit(line, at, state, 0)
    if char in grammar.digits:
        return _digit(line, at, state, grammar.digits[char])
    if char in grammar.small:
        taken = not (state.figures and article) and state.small(grammar.small[char])
        return at + 1 if taken else None
    if char in grammar.big:
        if article or not state.big(grammar.big[char]):
            return None
        return _over_space(line, at + 1, state)
    if char in grammar.inner and (state.current or state.section) and line.char(at + 1) in grammar.big:
        if line.char(at + 1):
            state.inner = grammar.inner[char]
            return at + 1
        return None
    if char in grammar.point and state.current is not None and not state.figures:
        return _decimals(line, at + 1, state)
    return None


def _figures(line: Line, at: int, state: _Sum) -> int | None:
    if state.current is not None:
        return None
    read = figures(line, at)
    if read.value is None:
        return None
    state.current, state.figures, state.last, state.plain = read.value, True, 0, read.plain
    return read.stop


def _digit(line: Line, at: int, state: _Sum, value: int) -> int | None:
    if state.figures and state.current is not None:
        return None
    char = line.low[at]
    if value == 0 and state.count and not state.run:
        state.last = 0
        state.last_small = None  # 一百零十万: what follows 零 starts anew
        return at + 1 if _continues(line, at + 1) else None
    if state.current is not None and len(state.run) >= 12:
        return None
    state.run += char
    state.current = Fraction(value) if state.current is None else state.current * 10 + value
    return at + 1


def _continues(line: Line, at: int) -> bool:
    char = line.char(at)
    grammar = line.grammar
    return bool(char) and (
        char in grammar.digits or char in grammar.zero or char in grammar.small or char.isdecimal()
    )


def _decimals(line: Line, at: int, state: _Sum) -> int | None:
    """Digits after 点: 三点五亿; a time of day (八点三十分) has a multiplier or 分 behind them."""
    digits, stop = "", at
    grammar = line.grammar
    while len(digits) < 12 and (char := line.char(stop)):
        if char in grammar.digits:
            digits += str(grammar.digits[char])
        elif char in grammar.zero:
            digits += "0"
        else:
            break
        stop += 1
    after = line.char(stop)
    if not digits or (after and (after in grammar.small or after in "分刻钟鐘시")):
        return None
    state.current = (state.current or Fraction(0)) + Fraction(int(digits), 10 ** len(digits))
    state.run = state.run[:1]
    return stop


def _over_space(line: Line, at: int, state: _Sum) -> int:
    """Cross the space in 1억 2,345만: only after a big multiplier, only before figures that are smaller than it."""
    after = line.char(at + 1)
    if line.char(at) != " " or not hangul(line.low[at - 1]) or not after.isdecimal():
        return at
    read = figures(line, at + 1)
    if read.value is None or state.last_big is None or read.value >= state.last_big:
        return at
    end = line.char(read.stop)
    if end in line.grammar.big and line.grammar.big[end] >= state.last_big:
        return at
    dated = line.grammar.dates.at(line.low, read.stop) is not None
    return at if dated else at + 1


def _value(repeats: bool, state: _Sum) -> Fraction:
    open_digit = state.current or Fraction(0)
    if repeats and len(state.run) == 1 and not state.figures and state.last >= 100 and open_digit.denominator == 1:
        open_digit *= Fraction(state.last, 10)
    return state.total + state.section + open_digit


def _article(line: Line, start: int) -> bool:
    """Whether a word such as 헌법 stands before: 9조 is an article then."""
    before = line.low[max(0, start - 6) : start].rstrip(" ")
    return before.endswith(line.grammar.article_before) if line.grammar.article_before else False


def _vague(line: Line, start: int, stop: int) -> bool:
    """几十, 数百, 수십, 三四个, 十七八岁: no value that can be held against another."""
    grammar = line.grammar
    around = any(
        line.low.endswith(v, 0, start) or line.low.startswith(v, stop) for v in grammar.vague if v in "数數几幾수몇"
    )
    if around or line.low.endswith(tuple(grammar.vague), max(0, start - 3), start):
        return True
    pair = line.low[stop - 2 : stop] if stop - start >= 2 else ""
    return len(pair) == 2 and all(c in grammar.digits for c in pair) and stop - start <= 4


def _speakable(line: Line, start: int, stop: int, state: _Sum) -> bool:
    """Whether numerals without figures are numerals at all: 登陆 and 일정 hold none."""
    form = line.low[start:stop]
    if any(c in line.grammar.formal for c in form):
        return state.count > 0 and len(form) > 1
    if not hangul(form[0]):
        return form[0] not in line.grammar.zero
    before, after = line.char(start - 1), line.char(stop)
    if before and hangul(before) and before not in line.grammar.ordinal_before.entries:
        return False
    return state.count > 0 and (not after or not hangul(after) or _unit_follows(line, stop))


def _unit_follows(line: Line, at: int) -> bool:
    grammar, low = line.grammar, line.low
    return any(t.at(low, at) for t in (grammar.units, grammar.counters, grammar.percent, grammar.multiple)) or any(
        low.startswith(f, at) for f in grammar.fraction
    )
