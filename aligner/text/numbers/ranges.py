"""Ranges share what only one end says: "1.27 to 2.5 million", 24~26일, $3-5 billion."""

from __future__ import annotations

import itertools

from aligner.text.numbers.atoms import Line
from aligner.text.numbers.attach import Draft
from aligner.text.numbers.quantity import Kind


def share(line: Line, drafts: list[Draft]) -> None:
    """Complete both ends of every range in place."""
    for low, high in itertools.pairwise(drafts):
        if high.start - low.stop > 8 or not _joined(line, low, high):
            continue
        if not (low.weak and low.atom.figures):  # a code: "Q1 to 2.37 billion"
            _complete(low, high)


def _complete(low: Draft, high: Draft) -> None:
    """Give one end the multiplier, kind and unit that the other has."""
    open_end = low.stop == low.atom.stop and low.kind in (Kind.PLAIN, Kind.MONEY)
    if open_end and low.factor == 1 < high.factor and abs(low.value) <= abs(high.value / high.factor):
        low.value *= high.factor
    if low.kind is Kind.PLAIN and low.unit is None:
        if high.kind is Kind.PLAIN or _fits(low, high.kind):
            low.kind, low.unit = high.kind, high.unit
        return
    bare = high.kind is Kind.PLAIN and high.unit is None and _fits(high, low.kind)
    if bare and (low.kind is Kind.MONEY or (low.kind is Kind.DAY and not high.licensed)):
        high.kind, high.unit = low.kind, low.unit


def _joined(line: Line, low: Draft, high: Draft) -> bool:
    between = line.low[low.stop : high.start].strip()
    if between not in line.grammar.ranges.entries:
        return False
    conjunction = between.isalpha() and between in ("and", "or")
    return not conjunction or line.low.endswith("between ", 0, low.start)


def _fits(draft: Draft, kind: Kind) -> bool:
    if kind.dated:
        top = {Kind.YEAR: 2999, Kind.MONTH: 12}.get(kind, 31)
        return 1 <= draft.value <= top and draft.value.denominator == 1 and kind is not Kind.YEAR
    return kind not in (Kind.ORDINAL, Kind.TIME)
