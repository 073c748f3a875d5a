"""The words of many beads in a row, seen from one side, and sums over each bead's."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aligner.aligners._corpus import Encoded, Ints, Singles
from aligner.aligners._features.frame import Mask
from aligner.aligners._features.window import Window


@dataclass(frozen=True, slots=True)
class View:
    """Two-sided beads seen from one side: `sources` sentences from `source` on explain `targets` from `target`."""

    source: Ints
    sources: Ints
    target: Ints
    targets: Ints


@dataclass(frozen=True, slots=True)
class Tokens:
    """The target tokens of all beads in a row, and what the sources of each bead have to say about them."""

    sizes: Ints
    """Tokens of each bead."""
    filled: Ints
    """The beads that have tokens."""
    first: Ints
    """The first token of each of these."""
    owner: Ints
    """The bead of each token."""
    within: Ints
    """Its place in the bead."""
    left: Ints
    """How many tokens of the bead it and those after it are."""
    ids: Ints
    row: Ints
    """Its type's row in the window."""
    win: Window

    @classmethod
    def of(cls, target: Encoded, view: View, win: Window) -> Tokens:
        first = target.starts[view.target]
        sizes = target.starts[view.target + view.targets] - first
        owner = np.repeat(np.arange(len(sizes)), sizes)
        before = np.cumsum(sizes) - sizes
        within = np.arange(len(owner)) - before[owner]
        ids = target.ids[within + first[owner]]
        filled = np.flatnonzero(sizes)
        row = win.row[ids]
        row[row < 0] = win.gain.shape[1] - 1
        return cls(sizes, filled, before[filled], owner, within, sizes[owner] - within, ids, row, win)

    def gains(self, size: Ints | int, source: Ints) -> Singles:
        """For each token what it gains by `size` sources from `source` on; 0 for sources that are not there."""
        _, height, width = self.win.gain.shape
        inside = (source >= 0) & (source < width - 1)
        begin = (size - 1) * height * width + np.where(inside, source, width - 1)
        gained: Singles = self.win.gain.take(begin[self.owner] + self.row * width)
        return gained

    def total(self, x: Singles) -> Singles:
        """Sums over each bead's tokens."""
        sums = np.zeros(len(self.sizes), dtype=np.float32)
        if len(x):
            sums[self.filled] = np.add.reduceat(x, self.first)
        return sums

    def loose(self, sure: Mask) -> tuple[Mask, Mask]:
        """The tokens of each bead before its first sure one, and those after its last."""
        head, tail = self.sizes.copy(), np.full(len(self.sizes), -1)
        if len(sure):
            size = self.within + self.left
            head[self.filled] = np.minimum.reduceat(np.where(sure, self.within, size), self.first)
            tail[self.filled] = np.maximum.reduceat(np.where(sure, self.within, -1), self.first)
        return self.within < head[self.owner], self.within > tail[self.owner]
