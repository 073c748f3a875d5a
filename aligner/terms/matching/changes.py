"""Rows with a part of a text left out or put in short, in which terms are looked for too.

"economic and trade ties" holds "economic ties", "a consortium of 12 banks" a "consortium of banks", and
"loss-absorbing capacity rules" what a term base may call "LAC rules".
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from aligner.terms.matching.keys import Keyed
from aligner.terms.matching.rows import BREAK, Row, Unit, row_of

_AROUND = 5
"""Units looked at before and after the place of a change."""
_SKIPPED = 3
"""Units that a coordination or a linking word may put between the parts of a term, at most."""
ACRONYM = range(3, 8)
"""Letters of acronyms that are compared with initials: two are too often chance."""
_HYPHENS = "-‐‑–"


@dataclass(frozen=True, slots=True)
class Changed:
    """A row of pieces of a text, and where it was changed: a term must go across a seam, or hold a short unit."""

    row: Row
    seams: Sequence[int]
    shorts: Sequence[int]

    def holds(self, begin: int, end: int) -> bool:
        """Whether the units from `begin` to `end` (inclusive) hold a change."""
        return bisect_right(self.seams, end) > bisect_right(self.seams, begin) or bisect_right(
            self.shorts, end
        ) > bisect_left(self.shorts, begin)


class _Pieces:
    """Collects changed pieces."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.seams: list[int] = []
        self.shorts: list[int] = []

    def put(self, first: Sequence[Unit], second: Sequence[Unit], *, short: bool = False) -> None:
        """Add a piece whose change is before or, if `short`, in the first unit of `second`."""
        (self.shorts if short else self.seams).append(len(self.units) + len(first))
        self.units += *first, *second, Unit(BREAK, 0, 0)


def changed(units: Sequence[Unit], key: Keyed, initials: Initials) -> Changed | None:
    """All changed pieces of a text; None where there are none."""
    pieces = _Pieces()
    for i, unit in enumerate(units):
        if unit.join or unit.linked:
            _shorten(units, i, pieces)
    for first, last, acronym in initials.find(units, key):
        before = _until_break(units[max(0, first - _AROUND) : first][::-1], joins=False)[::-1]
        short = Unit(acronym, units[first].start, units[last].stop)
        pieces.put(before, [short, *_until_break(units[last + 1 : last + 1 + _AROUND], joins=False)], short=True)
    return Changed(row_of(pieces.units), pieces.seams, pieces.shorts) if pieces.units else None


def _shorten(units: Sequence[Unit], i: int, pieces: _Pieces) -> None:
    """Leave out what a coordination or a linking word at unit i may have put between the parts of a term."""
    unit = units[i]
    before = _until_break(units[max(0, i - _AROUND) : i][::-1], joins=False)[::-1]
    after = _until_break(units[i + unit.join : i + unit.join + _AROUND + _SKIPPED], joins=unit.join)
    if not (before and after):
        return
    for skipped in range(1, min(_SKIPPED, len(after) - 1) + 1):
        rest = after[skipped:]
        pieces.put(before, [rest[0]._replace(linked=unit.linked), *rest[1:]])
    for skipped in range(1, min(_SKIPPED, len(before))) if unit.join else ():
        pieces.put(before[:-skipped], after)


def _until_break(units: Sequence[Unit], *, joins: bool) -> list[Unit]:
    """The units up to the first mark that parts; with `joins`, coordinations are passed over."""
    passed = []
    for unit in units:
        if unit.text == BREAK and not (joins and unit.join):
            break
        if not unit.join:
            passed.append(unit)
    return passed


class Initials:
    """Finds words whose initials are one of some acronyms: small letters -> the unit that stands for it."""

    def __init__(self, acronyms: Mapping[str, str]) -> None:
        self._acronyms = dict(sorted(acronyms.items()))

    @cached_property
    def _engine(self) -> Any:
        from ahocorasick_rs import AhoCorasick, MatchKind

        return AhoCorasick(list(self._acronyms), matchkind=MatchKind.Standard)

    def find(self, units: Sequence[Unit], key: Keyed) -> Iterator[tuple[int, int, str]]:
        """(first unit, last unit, unit of the acronym); words after a hyphen ("state-owned") may be passed over."""
        if not self._acronyms:
            return
        texts = list(self._acronyms.values())
        every = [i for i, u in enumerate(units) if not u.join]
        found: dict[tuple[int, int, str], None] = {}
        for kept in (every, [i for i in every if not _hyphened(units[i], key)]):
            row = "".join(units[i].text[0] for i in kept)
            for number, first, stop in self._engine.find_matches_as_indexes(row, overlapping=True):
                found[kept[first], kept[stop - 1], texts[number]] = None
        yield from found


def _hyphened(unit: Unit, key: Keyed) -> bool:
    if not unit.start or key.text[unit.start - 1] != " ":
        return False
    return key.original(unit.start - 1, unit.start) in _HYPHENS
