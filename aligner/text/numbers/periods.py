"""Periods that go by a number: 十四五 for the 14th five-year plan, 上半年 for the first half of a year."""

from __future__ import annotations

from fractions import Fraction

from aligner.text.numbers.atoms import Atom, Line
from aligner.text.numbers.attach import Draft
from aligner.text.numbers.grammar import spaced
from aligner.text.numbers.quantity import Kind

_HALF = Fraction(1, 2)


def plan(line: Line, at: int) -> Atom | None:
    """The plan that is named at `at`, as an ordinal; None where the characters count something (十四五岁)."""
    grammar = line.grammar
    found = grammar.plans.at(line.low, at)
    if found is None:
        return None
    number, stop = found
    counted = any(
        t.at(line.low, stop) for t in (grammar.counters, grammar.units, grammar.multiple, grammar.percent)
    )
    runs_on = (
        line.char(stop) in grammar.digits or line.char(stop) in grammar.small or line.char(stop) in grammar.big
    )
    if runs_on or (counted and not line.low.startswith(grammar.plan_follow, stop)):
        return None
    return Atom(at, stop, Fraction(number), kind=Kind.ORDINAL, years=grammar.plan_years)


def with_half_years(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Mark the halves of a year among the drafts, and add those that hold no numeral (상반기) as weak ones."""
    table, added, at = line.grammar.half_years, list[Draft](), 0
    if not table.entries:
        return drafts
    halves = {place: draft for draft in drafts for place in range(draft.atom.start, draft.atom.stop)}
    while at < len(line.low):
        fresh = not (at and spaced(line.low[at]) and spaced(line.low[at - 1]))
        found = table.at(line.low, at) if fresh else None
        if found is None:
            at += 1
            continue
        inside = [halves[place] for place in range(at, found[1]) if place in halves]
        half = next((draft for draft in inside if draft.value == _HALF), None)
        if half is None and not inside:
            half = Draft(Atom(at, found[1], _HALF), at, found[1], _HALF, Kind.FRACTION, weak=True)
            added.append(half)
        if half is not None:
            half.years = _HALF
        at = found[1]
    return sorted([*drafts, *added], key=lambda d: (d.start, d.stop))
