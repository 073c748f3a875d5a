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

TOGETHER = 3
"""Types that share fewer beads are not learned to render each other."""

MANY = 2000
"""Beads that teach enough not to count each rare type by itself."""

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
        """The rare types of a bead count as one, which stands in this bead alone and is numbered after all others.

        They are too rare to be learned and only take their share from others. Nothing changes where they stand in
        no other bead; among MANY beads those that stand in up to TOGETHER - 1 are joined as well.
        """
        size = max(len(text.types), 1)
        keys, counts = np.unique(text.owners * size + text.ids, return_counts=True)
        beads, types = keys // size, keys % size
        rare = np.bincount(types, minlength=size)[types] < (TOGETHER if len(text) > MANY else 2)
        joined = np.bincount(beads[rare], counts[rare], len(text))
        others = np.flatnonzero(joined)
        order = np.argsort(np.concatenate((beads[~rare], others)), kind="stable")
        sizes = np.bincount(beads[~rare], minlength=len(text)) + (joined > 0)
        return cls(
            np.concatenate(([0], np.cumsum(sizes))),
            np.concatenate((types[~rare], size + others))[order],
            np.concatenate((counts[~rare], joined[others]))[order].astype(np.float64),
        )


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
        width = max(len(pairs.target.types), 1) + len(pairs.target)
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
            total = np.zeros(len(sought.counts))
            for chunk in self.chunks:
                times, ends = self._sides(chunk, forth)
                times *= weights[chunk.first :][chunk.entry.astype(np.int64)]
                total += np.bincount(ends, times, len(total))
            scale = sought.counts / np.maximum(total, 1e-300)
            expected = np.empty(len(given))
            for chunk in self.chunks:
                times, ends = self._sides(chunk, forth)
                times *= scale[ends]
                shares = np.bincount(chunk.entry.astype(np.int64), times)
                expected[chunk.first : chunk.first + len(shares)] = shares
            expected *= weights
            weights = expected / np.maximum(np.bincount(given, expected, size)[given], 1e-300)
        return expected

    def _sides(self, chunk: _Chunk, forth: bool) -> tuple[Floats, Ints]:
        """For each cell how often the given type stands there, and the item whose type is sought.

        numpy takes places in 64 bits several times as fast as the 32 that they are kept in.
        """
        source, target = chunk.source.astype(np.int64), chunk.target.astype(np.int64)
        return (self.sources.counts[source], target) if forth else (self.targets.counts[target], source)


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
