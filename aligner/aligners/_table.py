"""Translation tables: sparse matrices of p(target type | source type)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from aligner.aligners._corpus import Floats, Ints


@dataclass(frozen=True, slots=True)
class Table:
    """Rows are source types: row `s` holds `columns[starts[s]:starts[s + 1]]` with their `weights`, ascending."""

    starts: Ints
    columns: Ints
    weights: Floats
    width: int

    @property
    def rows(self) -> Ints:
        """The row of each entry."""
        return np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))

    @property
    def reached(self) -> Floats:
        """1 for each target type that some source type has an entry for, else 0."""
        mask = np.zeros(self.width)
        mask[self.columns] = 1.0
        return mask

    def entries(self, sources: Ints) -> tuple[Ints, Ints]:
        """The places of all entries of some rows, one row after the other, and how many each row has."""
        entries, _ = spread(self.starts, sources)
        return entries, self.starts[sources + 1] - self.starts[sources]

    def block(self, sources: Ints, targets: Ints) -> Floats:
        """The dense part of the table for ascending source and target types."""
        entries, counts = self.entries(sources)
        rows = np.repeat(np.arange(len(sources)), counts)
        columns = self.columns[entries]
        places = np.minimum(np.searchsorted(targets, columns), max(len(targets) - 1, 0))
        dense = np.zeros((len(sources), len(targets)))
        if len(targets):
            inside = targets[places] == columns
            dense[rows[inside], places[inside]] = self.weights[entries[inside]]
        return dense

    def turned(self, most: float = 0.8) -> Table:
        """The same weights for the other direction, rows that sum to more than `most` scaled down to it."""
        turned = build(self.columns, self.rows, self.weights, self.width, len(self.starts) - 1)
        sums = np.bincount(turned.rows, turned.weights, minlength=self.width)
        scale = np.minimum(1.0, most / np.maximum(sums, 1e-300))
        return Table(turned.starts, turned.columns, turned.weights * scale[turned.rows], turned.width)

    def plus(self, other: Table, factor: float) -> Table:
        """This table with `factor` times the other added."""
        return build(
            np.concatenate((self.rows, other.rows)),
            np.concatenate((self.columns, other.columns)),
            np.concatenate((self.weights, factor * other.weights)),
            len(self.starts) - 1,
            self.width,
        )


def spread(starts: Ints, rows: Ints) -> tuple[Ints, Ints]:
    """The places starts[r]..starts[r + 1] - 1 for each of `rows`, and which of `rows` each belongs to."""
    counts = starts[rows + 1] - starts[rows]
    owner = np.repeat(np.arange(len(rows)), counts)
    before = np.cumsum(counts) - counts
    return (starts[rows] - before)[owner] + np.arange(len(owner)), owner


def build(rows: Ints, columns: Ints, weights: Floats, height: int, width: int) -> Table:
    """A table of `height` x `width` types from entries in any order; entries of one place are added."""
    keys, inverse = np.unique(rows * max(width, 1) + columns, return_inverse=True)
    summed: Floats = np.bincount(inverse, weights, minlength=len(keys)).astype(np.float64)
    starts = np.searchsorted(keys, np.arange(height + 1) * max(width, 1))
    return Table(starts.astype(np.int64), keys % max(width, 1), summed, width)


def seed(base: Sequence[str], version: Sequence[str], renderings: Mapping[str, Mapping[str, float]]) -> Table:
    """The table of what lexicons say about types written `base` and `version`, as `renderings` has it."""
    ours = {token: i for i, token in enumerate(base)}
    theirs = {token: i for i, token in enumerate(version)}
    entries = [
        (ours[source], theirs[target], weight)
        for source, targets in renderings.items()
        for target, weight in targets.items()
    ]
    rows, columns, weights = zip(*entries, strict=True) if entries else ((), (), ())
    return build(
        np.array(rows, dtype=np.int64),
        np.array(columns, dtype=np.int64),
        np.array(weights, dtype=np.float64),
        len(base),
        len(version),
    )
