"""Dates with month names ("Jan 3, 2026"), bare years, and the whole date that parts belong to."""

from __future__ import annotations

from fractions import Fraction

from aligner.text.numbers.atoms import Atom, Line
from aligner.text.numbers.attach import Draft
from aligner.text.numbers.grammar import spaced
from aligner.text.numbers.quantity import Approximation, Kind

_JOINTS = frozenset({"", " ", ", ", ",", " of ", " the ", ". ", "-", "/", "."})


def with_months(line: Line, drafts: list[Draft]) -> list[Draft]:
    """Add the month names of the line and mark the days and years beside them."""
    months = line.grammar.months
    found: list[Draft] = []
    if months.entries:
        starts = {d.atom.start: d for d in drafts}
        stops = {d.stop: d for d in drafts}
        at = 0
        while at < len(line.low):
            fresh = spaced(line.low[at]) and not (at and spaced(line.low[at - 1]))
            month = months.at(line.low, at) if fresh and line.text[at].isupper() else None
            if month:
                found.append(_month(line, at, month, starts, stops))
            at = month[1] if month else at + 1
    return sorted([*drafts, *found], key=lambda d: (d.start, d.stop))


def whole_dates(line: Line, drafts: list[Draft]) -> None:
    """Mark bare years and give the parts of one date its whole span."""
    _bare_years(line, drafts)
    _group(line, drafts)


def _month(line: Line, at: int, month: tuple[int, int], starts: dict[int, Draft], stops: dict[int, Draft]) -> Draft:
    value, stop = Fraction(month[0]), month[1]
    draft = Draft(Atom(at, stop, value), at, stop, value, Kind.MONTH, weak=False)
    after = starts.get(stop + 1) or starts.get(stop + 2)
    before = stops.get(at - 1) or (stops.get(at - 4) if line.low.startswith(" of ", max(0, at - 4)) else None)
    anchored = False
    for neighbour in (after, before):
        anchored |= neighbour is not None and _dated(neighbour)
    if after is not None and after.kind is Kind.DAY:
        year = starts.get(after.stop + 2) or starts.get(after.stop + 1)
        if year is not None:
            _dated(year)
    word = _word_before(line, at)
    draft.weak = not anchored and word not in line.grammar.year_before
    return draft


def _dated(draft: Draft) -> bool:
    """Make a number beside a month a day or a year, where it can be one."""
    if draft.value.denominator != 1 or draft.unit is not None or draft.kind not in (Kind.PLAIN, Kind.ORDINAL):
        return draft.kind.dated
    if 1 <= draft.value <= 31 and draft.atom.figures:
        draft.kind = Kind.DAY
    elif 1000 <= draft.value <= 2999 and draft.atom.plain:
        draft.kind = Kind.YEAR
    else:
        return False
    draft.weak = False
    return True


def _word_before(line: Line, at: int) -> str:
    stop = at
    while stop and at - stop < 3 and line.low[stop - 1] in " ,-":
        stop -= 1
    start = stop
    while start and stop - start < 12 and spaced(line.low[start - 1]):
        start -= 1
    return line.low[start:stop]


def _bare_years(line: Line, drafts: list[Draft]) -> None:
    """ "by 2035": four digits after a word of time, with nothing that they count."""
    for i, draft in enumerate(drafts):
        fits = draft.kind is Kind.PLAIN and draft.atom.plain and not draft.licensed
        if not fits or not 1500 <= draft.value <= 2100 or draft.approximation is not Approximation.NONE:
            continue
        prior = drafts[i - 1] if i else None
        after_day = prior is not None and prior.kind is Kind.DAY and line.low[prior.stop : draft.start] in _JOINTS
        if after_day or (_word_before(line, draft.start) in line.grammar.year_before and not draft.weak):
            draft.kind = Kind.YEAR


def _group(line: Line, drafts: list[Draft]) -> None:
    """Parts of one date know its whole span."""
    run: list[Draft] = []
    for draft in [*drafts, None]:
        joined = (
            draft is not None and draft.kind.dated and bool(run)
            and line.low[run[-1].stop : draft.start] in _JOINTS and draft.kind is not run[-1].kind
        )  # fmt: skip
        if not joined:
            for part in run:
                part.group = (run[0].start, run[-1].stop)
            run = []
        if draft is not None and draft.kind.dated:
            run.append(draft)
