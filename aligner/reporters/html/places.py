"""Where a finding's span lies: which segments it touches, and which row of the collation they stand in."""

from __future__ import annotations

from collections.abc import Iterable

from aligner.model import Document, Finding, Place, Report, Span


def touched(place: Place, document: Document) -> tuple[tuple[int, Span], ...]:
    """The segments that a place touches, with its span in each; a place names all segments of its pair.

    An empty span touches the one segment that it stands in.
    """
    found: list[tuple[int, Span]] = []
    start = 0
    for index in place.segments:
        size = len(document.segments[index].text)
        low, high = max(place.span.start - start, 0), min(place.span.stop - start, size)
        if low < high or (not len(place.span) and 0 <= place.span.start - start <= size and not found):
            found.append((index, Span(low, high)))
        start += size + 1
    return tuple(found)


class Rows:
    """Which row of the collation a segment, or a finding, stands in."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._documents = {d.id: d for d in report.documents}
        self._rows: dict[tuple[str, int], int] = {}
        for number, row in enumerate(report.collation.rows):
            cells = zip(report.documents, (row.base, *row.versions), strict=True)
            self._rows.update({(d.id, i): number for d, segments in cells for i in segments})

    def row(self, document: str, segment: int) -> int:
        """The row of the collation that a segment stands in."""
        return self._rows[document, segment]

    def anchor(self, document: str, segment: int) -> str:
        """The id that the row of a segment has in the page."""
        return f"r{self._rows[document, segment]}"

    def of(self, finding: Finding) -> int | None:
        """The row where a finding is told: that of its words in the version, else in the base, else of its bead."""
        for place in (finding.version, finding.base):
            segments = self.segments(place)
            if place is not None and segments:
                return self._rows.get((place.document, segments[0]))
        for document, indices in self._bead(finding):
            if indices:
                return self._rows.get((document, indices[0]))
        return None

    def segments(self, place: Place | None) -> tuple[int, ...]:
        """The segments that a place touches; none for no place."""
        if place is None:
            return ()
        return tuple(index for index, _ in touched(place, self._documents[place.document]))

    def base_segments(self, finding: Finding) -> tuple[int, ...]:
        """The base's segments that a finding speaks of: those it touches, else those of its bead."""
        if finding.base is not None:
            return self.segments(finding.base) if finding.base.document == self._report.base.id else ()
        return next(iter(self._bead(finding)), ("", ()))[1]

    def base_around(self, finding: Finding) -> tuple[int, ...]:
        """The base's segments that a finding speaks of, else those of the row where it is told; none if added."""
        row = self.of(finding)
        return self.base_segments(finding) or (self._report.collation.rows[row].base if row is not None else ())

    def _bead(self, finding: Finding) -> Iterable[tuple[str, tuple[int, ...]]]:
        bead = self._report.bead(finding)
        if bead is None:
            return ()
        return ((self._report.base.id, bead.base), (finding.document, bead.version))
