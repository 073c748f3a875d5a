"""How the source explains the target in a stretch of both texts: sums of the table that all beads there share."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aligner.aligners._corpus import Encoded, Floats, Ints, Singles
from aligner.aligners._evidence import Direction
from aligner.aligners._shapes import WIDEST

Range = tuple[int, int]
OUTSIDE = -4.0
"""Log odds of a sentence with one that is not there."""


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences of both sides that some beads can touch; numbers below count from the ranges' starts."""

    sources: Range
    targets: Range
    types: Ints
    """Target types, ascending."""
    mass: Floats
    """(sources + 1) x types: running sums of p(type|sentence)."""
    sizes: Floats
    """Running sums of the sources' tokens."""
    place: Floats
    """sources x types: the token of the source (place in its text) that explains the type best; -1: none does."""
    best: Floats
    """sources x types: how well it does."""
    stretch: Singles
    """WIDEST x sources x targets: log odds of each target sentence given 1..WIDEST sources from each."""

    def odds(self, size: Ints, source: Ints, target: Ints) -> Floats:
        """Log odds, cut to -15..25, of target sentences given `size` sources from `source` on."""
        n, m = self.stretch.shape[1:]
        inside = (source >= 0) & (source < n) & (target >= 0) & (target < m) & (size > 0)
        found = self.stretch[np.maximum(size, 1) - 1, np.clip(source, 0, n - 1), np.clip(target, 0, m - 1)]
        return np.where(inside, np.clip(found, -15.0, 25.0), OUTSIDE)


def window(source: Encoded, target: Encoded, way: Direction, sources: Range, targets: Range) -> Window:
    """The sums for the given sentences."""
    ours, theirs = np.unique(source.tokens(*sources)), np.unique(target.tokens(*targets))
    counts = source.counts(*sources, ours)
    block = way.table.block(ours, theirs)
    mass = np.concatenate((np.zeros((1, len(theirs))), np.cumsum(counts @ block, axis=0)))
    sizes = np.concatenate(([0.0], np.cumsum(counts.sum(axis=1))))
    n = sources[1] - sources[0]
    starts = np.arange(n)
    stretch = np.empty((WIDEST, n, targets[1] - targets[0]), dtype=np.float32)
    linked, scale = way.linked[theirs], way.linked[theirs] / way.chance[theirs]
    uses = target.counts(*targets, theirs).astype(np.float32).T
    for k in range(WIDEST):
        stops = np.minimum(starts + k + 1, n)
        found = (mass[stops] - mass[starts]) * (1 / np.maximum(sizes[stops] - sizes[starts], 1.0))[:, None]
        found *= scale
        found += 1 - linked
        # single precision from here: the logarithm takes most of the time
        stretch[k] = np.log(np.maximum(found, 1e-12, dtype=np.float32, casting="same_kind")) @ uses
    return Window(sources, targets, theirs, mass, sizes, *_best(source, sources, ours, block), stretch)


def _best(source: Encoded, sources: Range, ours: Ints, block: Floats) -> tuple[Floats, Floats]:
    """Place and weight of the token of each source that explains each type best; the first of equals."""
    n = sources[1] - sources[0]
    place, best = np.full((n, block.shape[1]), -1.0), np.zeros((n, block.shape[1]))
    rows = np.searchsorted(ours, source.tokens(*sources))
    owners = np.repeat(np.arange(n), np.diff(source.starts[sources[0] : sources[1] + 1]))
    typed, column = np.nonzero(block)
    first = np.searchsorted(typed, np.arange(len(ours) + 1))
    lengths = first[rows + 1] - first[rows]
    token = np.repeat(np.arange(len(rows)), lengths)
    entry = np.arange(len(token)) - np.repeat(np.cumsum(lengths) - lengths - first[rows], lengths)
    weight = block[typed[entry], column[entry]]
    order = np.lexsort((-token, weight))  # of what is assigned twice the last stays
    token, entry = token[order], entry[order]
    place[owners[token], column[entry]] = token + source.starts[sources[0]]
    best[owners[token], column[entry]] = weight[order]
    return place, best
