"""The lattice of a document's likely beads, and the sums over all paths through many of them at once.

Nodes are pairs (base, version) of segments done. A node that every path passes cuts a lattice in two exactly, so
documents fall into many short blocks; the blocks of all documents are worked on side by side, level by level.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.aligners._candidates import Candidates
from aligner.aligners._corpus import Floats, Ints

Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Lattice:
    """The beads that lie on some path. Nodes are numbered in the order of base, version."""

    kept: Ints
    """The places of the beads among the candidates."""
    starts: Ints
    ends: Ints
    nodes: int
    level: Ints
    """Segments between the start of the bead's block and its end."""
    opens: Mask
    """Beads that begin where their block begins."""
    closes: Mask
    """Beads that end where their block ends."""


def lattice(beads: Candidates, base: int, version: int) -> Lattice:
    """The lattice of beads of a document of `base` and `version` segments."""
    width = version + 1
    a, b = beads.sizes
    start = beads.base * width + beads.version
    end = start + a * width + b
    kept = np.flatnonzero(_live(start, end, base * width + version))
    start, end = start[kept], end[kept]
    nodes = np.unique(np.concatenate((start, end)))
    depth = nodes // width + nodes % width
    starts, ends = np.searchsorted(nodes, start), np.searchsorted(nodes, end)
    size = int(depth[-1]) + 1
    spanning = np.zeros(size + 1, dtype=np.int64)
    np.add.at(spanning, depth[starts] + 1, 1)
    np.add.at(spanning, depth[ends], -1)
    cuts = np.flatnonzero((np.bincount(depth, minlength=size) == 1) & (np.cumsum(spanning)[:size] == 0))
    opening = cuts[np.searchsorted(cuts, depth[starts], side="right") - 1]
    level = depth[ends] - opening
    return Lattice(kept, starts, ends, len(nodes), level, np.isin(depth[starts], cuts), np.isin(depth[ends], cuts))


def _live(start: Ints, end: Ints, last: int) -> Mask:
    """Which beads lie on a path from the first node, 0, to the last."""
    live = np.zeros(len(start), dtype=bool)
    reached, needed = {0}, {last}
    for k in np.argsort(start, kind="stable").tolist():
        if start[k] in reached:
            reached.add(int(end[k]))
    for k in np.argsort(-end, kind="stable").tolist():
        if end[k] in needed and start[k] in reached:
            needed.add(int(start[k]))
            live[k] = True
    return live


class Lattices:
    """Several lattices side by side. Beads are in the order of `order`, which sorts those of all in a row."""

    def __init__(self, parts: Sequence[Lattice]) -> None:
        offsets = np.cumsum([0, *(part.nodes for part in parts)])
        starts = np.concatenate([p.starts + o for p, o in zip(parts, offsets[:-1], strict=True)])
        ends = np.concatenate([p.ends + o for p, o in zip(parts, offsets[:-1], strict=True)])
        level = np.concatenate([p.level for p in parts])
        self.order: Ints = np.lexsort((ends, level))
        opens = np.concatenate([p.opens for p in parts])[self.order]
        closes = np.concatenate([p.closes for p in parts])[self.order]
        self.ends: Ints = ends[self.order]
        self.nodes = int(offsets[-1])
        # a block's first node has the place past all others: its sum is 0, whatever the block before comes to
        self.starts: Ints = np.where(opens, self.nodes, starts[self.order])
        self.last: Ints = np.unique(self.ends[closes])
        self.document: Ints = np.repeat(np.arange(len(parts)), [len(p.kept) for p in parts])[self.order]
        self.count = len(parts)
        self.owners: Ints = np.searchsorted(offsets, self.last, side="right") - 1
        self.levels = []
        ranked = level[self.order]
        for depth in np.unique(ranked).tolist():
            low, high = (int(np.searchsorted(ranked, depth, side=side)) for side in ("left", "right"))
            nodes, first = np.unique(self.ends[low:high], return_index=True)
            self.levels.append((slice(low, high), nodes, first, np.diff([*first, high - low])))

    def sums(self, scores: Floats) -> tuple[Floats, Floats]:
        """The probability of each bead among all paths, and the log of the sum over all paths of each lattice."""
        value, share = self._ahead(scores)
        totals = np.bincount(self.owners, value[self.last], self.count)
        return self._back(share), totals.astype(np.float64)

    def _ahead(self, scores: Floats) -> tuple[Floats, Floats]:
        """The log of the sum over all paths to each node, and of each bead its share in that of its end."""
        value, share = np.zeros(self.nodes + 1), np.empty(len(scores))
        for cut, nodes, first, counts in self.levels:
            into = value[self.starts[cut]] + scores[cut]
            top = np.maximum.reduceat(into, first)
            weight = np.exp(into - np.repeat(top, counts))
            total = np.add.reduceat(weight, first)
            share[cut] = weight / np.repeat(total, counts)
            value[nodes] = top + np.log(total)
        return value, share

    def losses(self, scores: Floats, right: Mask) -> Floats:
        """Minus the log of the right path's probability, for each lattice."""
        reached = np.bincount(self.document[right], scores[right], self.count)
        return np.asarray(self.sums(scores)[1] - reached)

    def best(self, scores: Floats) -> Mask:
        """The beads of the best paths; of equals the earlier in `order` wins."""
        value, share = np.zeros(self.nodes + 1), np.zeros(len(scores))
        for cut, nodes, first, counts in self.levels:
            into = value[self.starts[cut]] + scores[cut]
            top = np.maximum.reduceat(into, first)
            places = np.flatnonzero(into == np.repeat(top, counts))
            winners = places[np.unique(np.searchsorted(first, places, side="right"), return_index=True)[1]]
            share[cut.start + winners] = 1.0
            value[nodes] = top
        return np.asarray(self._back(share) > 0.5)

    def _back(self, share: Floats) -> Floats:
        """From the share of each bead in what leads to its end, its share in all paths."""
        node, found = np.zeros(self.nodes + 1), np.empty(len(share))
        node[self.last] = 1.0
        for cut, *_ in reversed(self.levels):
            found[cut] = share[cut] * node[self.ends[cut]]
            np.add.at(node, self.starts[cut], found[cut])
            node[self.nodes] = 0.0
        return found
