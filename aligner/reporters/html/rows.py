"""The Read tab: the base and every version side by side, a row for each row of the collation."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from aligner.model import Document, Report, Role, Row, Severity
from aligner.reporters.html.differences import differences
from aligner.reporters.html.findings import FindingView
from aligner.reporters.html.marks import Mark, Run, runs
from aligner.reporters.html.names import Named, number_of, numbers
from aligner.reporters.html.places import Rows, touched
from aligner.reporters.html.strings import Strings

FOLD = 4
"""From how many left-out passages in a row on they are folded."""
Marks = Mapping[tuple[str, int], Sequence[Mark]]
Notes = Mapping[tuple[int, str], Sequence[FindingView]]


@dataclass(frozen=True, slots=True)
class SegmentView:
    """A segment in runs. `speaker` is said only where a turn begins; `gap`: it does not follow the one before."""

    speaker: str | None
    gap: bool
    heading: bool
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one document has in a row: `state` is "text", "gone" (not in this version) or "void" (an added row)."""

    doc: Named
    state: str
    segments: tuple[SegmentView, ...]
    notes: tuple[FindingView, ...]
    unsure: bool = False
    """Whether the aligner is unsure how the passage is paired."""

    @property
    def told(self) -> bool:
        """Whether a note already says that the passage is left out or added."""
        return any(view.one_sided for view in self.notes)

    @property
    def pressing(self) -> tuple[FindingView, ...]:
        """The notes that stand open under the text."""
        return tuple(v for v in self.notes if v.finding.severity is not Severity.NEUTRAL)

    @property
    def quiet(self) -> tuple[FindingView, ...]:
        """The notes that are good to know and fold behind a count."""
        return tuple(v for v in self.notes if v.finding.severity is Severity.NEUTRAL)


@dataclass(frozen=True, slots=True)
class RowView:
    """A row of the collation; `added` rows hold what the base does not have, `left_out` rows what only it has."""

    id: str
    number: str
    cells: tuple[Cell, ...]
    added: bool
    left_out: bool

    @property
    def weighty(self) -> bool:
        """Whether the row is left out and that should be known."""
        return self.left_out and any(view.reasons for cell in self.cells for view in cell.notes)


@dataclass(frozen=True, slots=True)
class Fold:
    """Consecutive rows; `closed` where no version has them, so that the eye can pass over them."""

    rows: tuple[RowView, ...]
    closed: bool

    @property
    def weighty(self) -> int:
        """How many of the rows are weighty."""
        return sum(r.weighty for r in self.rows)


def folds(
    report: Report, names: Sequence[Named], views: Iterable[FindingView], places: Rows, t: Strings
) -> tuple[Fold, ...]:
    """All rows in order, long runs of left-out passages folded."""
    views = tuple(views)
    marks, notes = segment_marks(report.documents, views), _notes(views, places)
    turns = {d.id: turn_openers(d) for d in report.documents}
    unsure = _unsure(report)
    printed = numbers(report.base)
    rows = []
    for place, row in enumerate(report.collation.rows):
        number = number_of(row.base, printed, t) if row.base else "+"
        cells = tuple(_cells(place, row, names, marks, notes, turns))
        cells = tuple(dataclasses.replace(c, unsure=_touches(unsure, row, n, c)) for n, c in enumerate(cells))
        left_out = bool(row.base and report.versions) and not any(row.versions)
        rows.append(RowView(f"r{place}", number, cells, not row.base, left_out))
    groups = [(left_out, tuple(group)) for left_out, group in itertools.groupby(rows, lambda r: r.left_out)]
    return tuple(Fold(group, left_out and len(group) >= FOLD) for left_out, group in groups)


def segment_marks(documents: Sequence[Document], views: Iterable[FindingView]) -> dict[tuple[str, int], list[Mark]]:
    """The findings' spans by document and segment; a span over several segments is cut at their ends.

    A finding that speaks of whole passages (left out, added) marks no words.
    """
    by_id = {d.id: d for d in documents}
    found: dict[tuple[str, int], list[Mark]] = {}
    for view in views:
        sides = () if view.one_sided else (view.finding.base, view.finding.version)
        for place in (p for p in sides if p is not None):
            for index, span in touched(place, by_id[place.document]):
                mark = Mark(span, view.id, view.finding.severity)
                found.setdefault((place.document, index), []).append(mark)
    return found


def turn_openers(document: Document) -> dict[int, str]:
    """The segments where a speaker begins, with his name: a printed label, or a change of speaker."""
    found = {}
    last: str | None = None
    block = -1
    for segment in document.segments:
        opens = segment.block != block and bool(document.blocks[segment.block].label)
        if segment.speaker and (opens or segment.speaker != last):
            found[segment.index] = segment.speaker
        last, block = segment.speaker, segment.block
    return found


def _notes(views: Iterable[FindingView], places: Rows) -> Notes:
    found: dict[tuple[int, str], list[FindingView]] = {}
    for view in views:
        row = places.of(view.finding)
        if row is not None:
            found.setdefault((row, view.finding.document), []).append(view)
    return found


def _unsure(report: Report) -> frozenset[tuple[str, str, int]]:
    """The segments in beads that a person should look at: version, side, index."""
    return frozenset(
        (alignment.version, side, index)
        for alignment in report.alignments
        for bead in alignment.beads
        if bead.unsure
        for side, indices in (("base", bead.base), ("version", bead.version))
        for index in indices
    )


def _touches(unsure: frozenset[tuple[str, str, int]], row: Row, place: int, cell: Cell) -> bool:
    """Whether what a version has in a row, the base being at place 0, stands in a bead that is unsure."""
    if place == 0 or cell.state == "void":
        return False
    sides = (("base", row.base), ("version", row.versions[place - 1]))
    return any((cell.doc.document.id, side, i) in unsure for side, indices in sides for i in indices)


def _cells(
    number: int,
    row: Row,
    names: Sequence[Named],
    marks: Marks,
    notes: Notes,
    turns: Mapping[str, Mapping[int, str]],
) -> Iterable[Cell]:
    changed = differences(row, names)
    for place, (doc, indices) in enumerate(zip(names, (row.base, *row.versions), strict=True)):
        document = doc.document
        texts = []
        for before, i in zip((None, *indices), indices, strict=False):
            segment = document.segments[i]
            found = runs(segment.text, marks.get((document.id, i), ()), changed.get((place, i), ()))
            gap = before is not None and i != before + 1
            texts.append(SegmentView(turns[document.id].get(i), gap, segment.role is Role.TITLE, found))
        state = "text" if indices else "gone" if row.base and place else "void"
        yield Cell(doc, state, tuple(texts), tuple(notes.get((number, document.id), ())))
