"""Which words of a row differ, where two of its texts share a language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from aligner.model import Row, Span
from aligner.reporters.html.names import Named
from aligner.text.diff import changes

Changed = dict[tuple[int, int], list[Span]]
"""Spans that differ, by cell (0 is the base) and segment."""


def differences(row: Row, names: Sequence[Named]) -> Changed:
    """The words that differ in a row.

    Each version is held against the base where they share a language, else against the first version of its
    language that has this passage. That other text is marked too, but only where one text is held against it.
    """
    cells = (row.base, *row.versions)
    pairs = [(other, place) for place in range(1, len(cells)) for other in _other(place, cells, names)]
    found: Changed = {}
    for first, second in pairs:
        left, right = _texts(first, cells, names), _texts(second, cells, names)
        for change in changes(" ".join(left.values()), " ".join(right.values())) or ():
            _add(found, second, right, change.second)
            if sum(other == first for other, _ in pairs) == 1:
                _add(found, first, left, change.first)
    return found


def _other(place: int, cells: Sequence[Sequence[int]], names: Sequence[Named]) -> tuple[int, ...]:
    """The cell that the words of version `place` are held against; none for a cell that stands alone."""
    if not cells[place]:
        return ()
    language = names[place].document.language
    return tuple(p for p in range(place) if cells[p] and names[p].document.language == language)[:1]


def _texts(cell: int, cells: Sequence[Sequence[int]], names: Sequence[Named]) -> Mapping[int, str]:
    segments = names[cell].document.segments
    return {i: segments[i].text for i in cells[cell]}


def _add(found: Changed, cell: int, texts: Mapping[int, str], span: Span) -> None:
    """Put a span of the joined texts down for each segment that it touches."""
    start = 0
    for index, text in texts.items():
        low, high = max(span.start - start, 0), min(span.stop - start, len(text))
        if low < high:
            found.setdefault((cell, index), []).append(Span(low, high))
        start += len(text) + 1
