"""Join a numeral with what stands around it: bound, currency, unit, counter, per cent sign."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from aligner.text.numbers.atoms import Atom, Line
from aligner.text.numbers.grammar import Unit
from aligner.text.numbers.quantity import Approximation, Kind


@dataclass(slots=True)
class Draft:
    """A quantity in the making. `licensed` says that something follows or precedes which is counted or measured."""

    atom: Atom
    start: int
    stop: int
    value: Fraction
    kind: Kind
    weak: bool
    unit: Unit | None = None
    approximation: Approximation = Approximation.NONE
    licensed: bool = False
    group: tuple[int, int] | None = None
    years: Fraction | None = None

    @property
    def factor(self) -> Fraction:
        """The multiplier that closes the numeral, 1 without one."""
        return self.atom.factor


def attach(line: Line, atom: Atom, floor: int, ceiling: int) -> Draft:
    """The numeral with its surroundings, which lie between the numerals before and after it."""
    draft = Draft(atom, atom.start, atom.stop, atom.value, atom.kind, atom.weak, approximation=atom.inner)
    draft.years = atom.years
    if atom.kind in (Kind.PLAIN, Kind.FRACTION):
        _sign_and_order(line, draft, floor)
    if atom.kind is Kind.PLAIN:
        _follow(line, draft, ceiling)
    elif (atom.kind is Kind.FRACTION and not atom.weak) or atom.kind is Kind.PERCENT:
        _tail(line, draft, ceiling)
    _price(line, draft, floor)
    _precede(line, draft, floor)
    if atom.licence and not draft.licensed:
        draft.weak = True
    if draft.kind in (Kind.PERCENT, Kind.POINT, Kind.MONEY) and atom.figures:
        draft.weak = False
    return draft


def _sign_and_order(line: Line, draft: Draft, floor: int) -> None:
    """Minus signs, 第 and 제."""
    at = draft.start
    if line.char(at - 1) == "-" and at - 1 >= floor and not line.char(at - 2).strip():
        draft.start, draft.value = at - 1, -draft.value
        return
    near = at - 1 if line.char(at - 1) == " " else at
    for end in (at, near):
        minus = line.grammar.negative.before(line.low, end)
        if minus and minus[1] >= floor:
            draft.start, draft.value = minus[1], -draft.value
            return
    order = line.grammar.ordinal_before.before(line.low, at)
    if order and order[1] >= floor:
        draft.start, draft.kind, draft.licensed = order[1], Kind.ORDINAL, True
        draft.weak = draft.weak or draft.value <= 3


def _follow(line: Line, draft: Draft, ceiling: int) -> None:
    """What stands right after the numeral; the first that fits decides."""
    grammar, low = line.grammar, line.low
    at = draft.stop
    inner = grammar.inner.get(line.char(at))
    if inner is not None and not draft.kind.dated:
        draft.approximation, at = inner, at + 1
        draft.stop = at
    elif grammar.words and draft.atom.plain and (order := grammar.ordinal_after.at(low, at)):
        draft.kind, draft.stop = Kind.ORDINAL, order[1]  # "9th"; a Korean 회 or 대 counts as well
        draft.weak = draft.weak or draft.value <= 3
        return
    if _decade(line, draft) or _date(line, draft):
        return
    gap = line.gap(at)
    if _ratio(line, draft, gap) or _measured(line, draft, gap):
        pass
    elif counter := grammar.counters.at(low, gap):
        draft.stop, draft.licensed = counter[1], True
    elif draft.atom.figures and at < len(low) and low[at].isalpha() and low[at] < "\u1100":
        draft.weak = True  # 5G, 3D: letters that are no unit
    _tail(line, draft, ceiling)


def _ratio(line: Line, draft: Draft, gap: int) -> bool:
    """Per cent, percentage points, tenths and multiples."""
    grammar, low = line.grammar, line.low
    for at in (draft.stop, gap):
        if points := grammar.points.at(low, at):
            draft.value, draft.kind, draft.stop = draft.value * points[0], Kind.POINT, points[1]
        elif percent := grammar.percent.at(low, at):
            draft.kind, draft.stop = percent
            draft.weak = draft.weak and not draft.licensed and not draft.atom.figures
        elif (tenths := grammar.tenths.at(low, at)) and draft.value < 10:
            draft.value, draft.kind, draft.stop = draft.value * tenths[0], Kind.PERCENT, tenths[1]
            if (half := grammar.half_after.at(low, draft.stop)) is not None:
                draft.value, draft.stop = draft.value + tenths[0] / 2, half[1]
            draft.weak = False
        elif multiple := grammar.multiple.at(low, at):
            draft.kind, draft.stop = Kind.MULTIPLE, multiple[1]
        else:
            continue
        draft.licensed = True
        return True
    return False


def _measured(line: Line, draft: Draft, gap: int) -> bool:
    """Times of day, units and currencies."""
    grammar, low = line.grammar, line.low
    unit = grammar.units.at(low, draft.stop) or grammar.units.at(low, gap)
    clock = grammar.time.at(low, gap)
    if clock and (unit is None or unit[1] < clock[1]) and 0 <= draft.value <= 24:
        draft.kind, draft.stop, draft.weak, draft.licensed = Kind.TIME, clock[1], True, True
        return True
    if unit is None:
        return False
    draft.unit, draft.stop = unit
    draft.licensed = True
    if draft.unit.dimension == "money":
        draft.kind = Kind.MONEY
    if half := grammar.half_after.at(low, line.gap(draft.stop) if grammar.words else draft.stop):
        draft.value, draft.stop = draft.value + Fraction(1, 2), half[1]
    return True


def _decade(line: Line, draft: Draft) -> bool:
    decade = line.grammar.decade.at(line.low, draft.stop)
    if not decade or draft.value % 10 or not draft.atom.plain or not 10 <= draft.value <= 2100:
        return False
    draft.kind, draft.stop, draft.weak, draft.licensed = Kind.YEAR, decade[1], True, True
    return True


def _date(line: Line, draft: Draft) -> bool:
    """年月日 after a number that can be a year, month or day."""
    if draft.value.denominator != 1 or draft.factor != 1 or draft.approximation is not Approximation.NONE:
        return False
    found = line.grammar.dates.at(line.low, draft.stop)
    if found is None and line.char(draft.stop) == " ":
        found = line.grammar.dates.at(line.low, draft.stop + 1)
    if found is None:
        return False
    low, high = {Kind.YEAR: (1000, 2999), Kind.MONTH: (1, 12)}.get(found[0], (1, 31))
    if not low <= draft.value <= high or (draft.kind is Kind.ORDINAL):
        return False
    draft.kind, draft.stop = found
    draft.weak, draft.licensed = False, True
    return True


def _tail(line: Line, draft: Draft, ceiling: int) -> None:
    """Bounds after the unit: 左右, 이상, "or more"."""
    for at in (draft.stop, line.gap(draft.stop)):
        after = line.grammar.after.at(line.low, at)
        if after and after[1] <= ceiling:
            draft.approximation, draft.stop = after
            return


def _price(line: Line, draft: Draft, floor: int) -> None:
    """A currency before the number: $200, RMB 3 billion."""
    for at in (draft.start, draft.start - 1 if line.char(draft.start - 1) == " " else draft.start):
        money = line.grammar.money_before.before(line.low, at)
        if money and money[1] >= floor and draft.kind in (Kind.PLAIN, Kind.MONEY):
            if draft.unit is None or draft.unit.id == "dollar":
                draft.unit = money[0]
            draft.kind, draft.start, draft.licensed = Kind.MONEY, money[1], True
            return


def _precede(line: Line, draft: Draft, floor: int) -> None:
    """Bounds before the number, past at most one filler: "more than a third", 约有200人."""
    at = draft.start
    for _ in range(2):
        near = at - 1 if line.char(at - 1) == " " else at
        for end in (near, at):
            before = line.grammar.before.before(line.low, end)
            if before and before[1] >= floor:
                if not _stretch(line, draft, line.low[before[1] : end]):
                    draft.approximation, draft.start = before
                return
        filler = line.grammar.fillers.before(line.low, near)
        if not filler or filler[1] < floor:
            return
        at = filler[1]


def _stretch(line: Line, draft: Draft, word: str) -> bool:
    """近五年, "over 43 days", "over 124 square miles" may speak of a stretch of time or space, not of a bound."""
    dimension = draft.unit.dimension if draft.unit else None
    return draft.kind.dated or (word.strip() in line.grammar.stretch and dimension in ("time", "length", "area"))
