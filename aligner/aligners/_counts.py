"""Which types meet in which beads, and how often they are expected to render each other (IBM Model 1).

A cell is a source type with a target type of one bead; cells of the same two types are one entry. Cells stand in
the order of their source types, in chunks that share no entry: each is worked on by itself, so that memory stays
bounded and near in time is near in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.aligners._corpus import Encoded, Floats, Ints
from aligner.aligners._table import spread

ROUNDS = 5

LARGEST = 250_000
"""Cells of a bead that is learned from: endless lines teach little and would fill the memory."""

CHUNK = 1_000_000
"""Cells that are worked on at once, or those of one source type if they are more."""

Numbers = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Pairs:
    """The tokens on both sides of beads: texts that have a bead where they had a sentence."""

    source: Encoded
    target: Encoded

    @property
    def turned(self) -> Pairs:
        """The same for the other direction."""
        return Pairs(self.target, self.source)


@dataclass(frozen=True, slots=True)
class _Bags:
    """The types of each bead: bead `k` holds items starts[k]:starts[k + 1], each a type and how often it stands."""

    starts: Ints
    types: Ints
    counts: Floats

    @classmethod
    def of(cls, text: Encoded) -> _Bags:
        size = max(len(text.types), 1)
        keys, counts = np.unique(text.owners * size + text.ids, return_counts=True)
        starts = np.searchsorted(keys, np.arange(len(text) + 1) * size)
        return cls(starts.astype(np.int64), keys % size, counts.astype(np.float64))


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Cells: their source and target items, their entries, which are numbered from `first` on."""

    source: Numbers
    target: Numbers
    entry: Numbers
    first: int


@dataclass(frozen=True, slots=True)
class Counts:
    """All cells; for each entry its source and target type and in how many beads these meet."""

    sources: _Bags
    targets: _Bags
    chunks: tuple[_Chunk, ...]
    rows: Ints
    columns: Ints
    together: Ints

    @classmethod
    def of(cls, pairs: Pairs) -> Counts:
        """The cells of all beads that have no more than LARGEST."""
        sources, targets = _Bags.of(pairs.source), _Bags.of(pairs.target)
        width = max(len(pairs.target.types), 1)
        chunks: list[_Chunk] = []
        keys, together = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
        first = 0
        for source, target in _cells(sources, targets):
            found, entry, counts = np.unique(
                sources.types[source] * width + targets.types[target], return_inverse=True, return_counts=True
            )
            chunks.append(_Chunk(source.astype(np.int32), target.astype(np.int32), entry.astype(np.int32), first))
            keys.append(found)
            together.append(counts)
            first += len(found)
        every = np.concatenate(keys)
        return cls(sources, targets, tuple(chunks), every // width, every % width, np.concatenate(together))

    def expected(self, given: Ints, size: int, *, forth: bool) -> Floats:
        """How often the types of each entry are expected to render each other, after ROUNDS rounds of EM.

        `given` is the type of each entry, of `size`, whose renderings are sought: the source type or, with
        `forth` false, the target type.
        """
        weights: Floats = np.ones(len(given))
        expected = weights
        sought = self.targets if forth else self.sources
        for _ in range(ROUNDS):
            shares = [self._shares(chunk, weights, forth) for chunk in self.chunks]
            total = np.zeros(len(sought.counts))
            for chunk, share in zip(self.chunks, shares, strict=True):
                total += np.bincount(chunk.target if forth else chunk.source, share, len(total))
            scale = sought.counts / np.maximum(total, 1e-300)
            expected = np.zeros(len(given))
            for chunk, share in zip(self.chunks, shares, strict=True):
                found = np.bincount(chunk.entry, share * scale[chunk.target if forth else chunk.source])
                expected[chunk.first : chunk.first + len(found)] = found
            weights = expected / np.maximum(np.bincount(given, expected, size)[given], 1e-300)
        return expected

    def _shares(self, chunk: _Chunk, weights: Floats, forth: bool) -> Floats:
        times = self.sources.counts[chunk.source] if forth else self.targets.counts[chunk.target]
        return weights[chunk.first :][chunk.entry] * times


def _cells(sources: _Bags, targets: _Bags) -> Iterator[tuple[Ints, Ints]]:
    """Source and target items of all cells, those of one source type in one stretch."""
    heights, widths = np.diff(sources.starts), np.diff(targets.starts)
    beads = np.repeat(np.arange(len(heights)), heights)
    order = np.argsort(sources.types, kind="stable")
    order = order[(heights * widths <= LARGEST)[beads[order]]]
    ends = np.cumsum(widths[beads[order]])
    borders = np.flatnonzero(np.diff(sources.types[order], append=-1)) + 1
    start = 0
    while start < len(order):
        before = ends[start - 1] if start else 0
        reached = borders[np.searchsorted(borders, start, side="right") :]
        stop = int(reached[max(0, int(np.searchsorted(ends[reached - 1], before + CHUNK, side="right")) - 1)])
        items = order[start:stop]
        target, owner = spread(targets.starts, beads[items])
        yield items[owner], target
        start = stop
