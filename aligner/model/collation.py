"""The base and all of its versions side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.model.alignment import AlignedPair, Alignment, Bead, Side
from aligner.model.document import Document


@dataclass(frozen=True, slots=True)
class Row:
    """Base segments and what every version has there: one tuple of segment indices a version, maybe empty."""

    base: tuple[int, ...]
    versions: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Collation:
    """How versions are compared with each other: all texts in rows, in the base's order.

    `base` and `versions` are document ids. Every segment of every document stands in exactly one row; a row
    without base segments holds what one version adds.
    """

    base: str
    versions: tuple[str, ...]
    rows: tuple[Row, ...]

    def pairs(self, first: Document, second: Document) -> tuple[AlignedPair, ...]:
        """Two versions held against each other, `first` as the base: one pair a row that either has."""
        one, two = self.versions.index(first.id), self.versions.index(second.id)
        found: list[AlignedPair] = []
        for row in self.rows:
            left, right = row.versions[one], row.versions[two]
            if left or right:
                sides = (
                    Side(first.id, first.lang, tuple(first.segments[i] for i in left)),
                    Side(second.id, second.lang, tuple(second.segments[i] for i in right)),
                )
                found.append(AlignedPair(len(found), Bead(left, right), *sides))
        return tuple(found)

    def beads(self, first: Document, alignment: Alignment) -> dict[int, int]:
        """For each position in `pairs(first, version)` the bead of the version's `alignment` that stands there.

        A row of several beads gives the first of them.
        """
        one, two = self.versions.index(first.id), self.versions.index(alignment.version)
        by_base: dict[int, int] = {}
        by_version: dict[int, int] = {}
        for number, bead in enumerate(alignment.beads):
            by_base.update(dict.fromkeys(bead.base, number))
            by_version.update(dict.fromkeys(bead.version, number))
        rows = [row for row in self.rows if row.versions[one] or row.versions[two]]
        places = ([by_version[i] for i in r.versions[two]] or [by_base[i] for i in r.base] for r in rows)
        return {position: min(there) for position, there in enumerate(places) if there}


def collate(base: Document, alignments: Sequence[Alignment]) -> Collation:
    """Join the alignments of several versions with one base.

    Base segments that stand in one bead of any version share a row (their transitive closure), so that no bead is
    torn apart. What a version adds follows the row of the segment before it.
    """
    groups = _groups(len(base.segments), alignments)
    members: dict[int, list[int]] = {}
    for segment, group in enumerate(groups):
        members.setdefault(group, []).append(segment)
    cells: dict[int, list[list[int]]] = {group: [[] for _ in alignments] for group in members}
    added: dict[int, list[Row]] = {}
    for number, alignment in enumerate(alignments):
        last = -1
        for bead in alignment.beads:
            if bead.base:
                last = groups[bead.base[0]]
                cells[last][number].extend(bead.version)
            else:
                empty: list[tuple[int, ...]] = [()] * len(alignments)
                empty[number] = bead.version
                added.setdefault(last, []).append(Row((), tuple(empty)))
    rows = list(added.get(-1, []))
    for group, versions in cells.items():
        rows.append(Row(tuple(members[group]), tuple(tuple(sorted(v)) for v in versions)))
        rows.extend(added.get(group, []))
    return Collation(base.id, tuple(a.version for a in alignments), tuple(rows))


def _groups(size: int, alignments: Sequence[Alignment]) -> list[int]:
    """For each base segment the smallest segment of its row (union-find with path halving)."""
    parent = list(range(size))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for alignment in alignments:
        for bead in alignment.beads:
            for other in bead.base[1:]:
                low, high = sorted((root(bead.base[0]), root(other)))
                parent[high] = low
    return [root(i) for i in range(size)]
