"""How the source explains the target in a stretch of both texts: sums of the table that all beads there share.

A target type t against sources S weighs log(1 - l + l * p(t|S) / u), as `_evidence` has it; here this is kept as
log(1 - l), the same whatever the sources are, and the gain log(1 + l * p(t|S) / ((1 - l) * u)).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aligner.aligners._corpus import Encoded, Floats, Ints, Singles
from aligner.aligners._evidence import PRODUCT, Direction, numbered, renderings

Range = tuple[int, int]
OUTSIDE = -4.0
"""Log odds of a sentence with one that is not there."""


@dataclass(frozen=True, slots=True)
class Window:
    """Sentences of both sides that some beads can touch; numbers below count from the ranges' starts."""

    sources: Range
    targets: Range
    row: Ints
    """The row of each target type below; -1, the last row: no source here renders it."""
    gain: Singles
    """most x rows x (sources + 1): of 1..most sources from each; 0 in the last row and the last column."""
    place: Ints
    """rows x sources: the token of the source (place in its text) that explains the type best; -1: none does."""
    best: Floats
    """rows x sources: how well it does."""
    stretch: Singles
    """most x (targets + 2) x (sources + 2): log odds, cut to -15..25, of each target sentence given 1..most sources
    from each, with OUTSIDE all around."""

    def odds(self, size: Ints | int, source: Ints, target: Ints) -> Singles:
        """Log odds of target sentences given `size` sources from `source` on; both may be one off the window."""
        _, m, n = self.stretch.shape
        found: Singles = self.stretch.take(((size - 1) * m + target + 1) * n + source + 1)
        return found


def window(source: Encoded, target: Encoded, way: Direction, sources: Range, targets: Range, most: int) -> Window:
    """The sums for the given sentences; `most` is how many sources a bead takes."""
    tokens = target.tokens(*targets)
    types, row = numbered(tokens, way.table.width)
    token, column, weight = renderings(source, *sources, way.table, row)
    rendered = np.zeros(len(types), dtype=bool)
    rendered[column] = True
    renumbered = np.where(rendered, np.cumsum(rendered) - 1, -1)
    row[types] = renumbered
    types, n = types[rendered], sources[1] - sources[0]
    starts = source.starts[sources[0] : sources[1] + 1]
    cell = renumbered[column] * n + np.repeat(np.arange(n), np.diff(starts))[token]
    mass = np.bincount(cell, weight, len(types) * n).reshape(len(types), n)
    scale = way.linked[types] / ((1 - way.linked[types]) * way.chance[types])
    gain = _gains((mass * scale[:, None]).astype(np.float32), starts, most)
    best = np.zeros((len(types) + 1, n))
    _raise(best.reshape(-1), cell, weight)
    place = np.full((len(types) + 1, n), -1)
    first = np.flatnonzero(weight >= best.reshape(-1)[cell])[::-1]  # of what is assigned twice the last stays
    place.reshape(-1)[cell[first]] = token[first] + starts[0]
    return Window(sources, targets, row, gain, place, best, _stretch(target, targets, way, row, gain))


def _raise(best: Floats, cell: Ints, weight: Floats) -> None:
    """Raise the values at the cells to their largest weight: as np.maximum.at, faster where few share a cell."""
    low = np.flatnonzero(weight > best[cell])
    while len(low):
        best[cell[low]] = weight[low]
        low = low[weight[low] > best[cell[low]]]


def _gains(mass: Singles, starts: Ints, most: int) -> Singles:
    """The gains of types x sources; a stretch that would run past the last source holds what is left."""
    height, n = mass.shape
    gain = np.zeros((most, height + 1, n + 1), dtype=np.float32)
    total = np.zeros((height, n), dtype=np.float32)
    for k in range(most):
        total[:, : max(0, n - k)] += mass[:, k:]
        sizes = starts[np.minimum(np.arange(n) + k + 1, n)] - starts[:-1]
        odds = total * (1 / np.maximum(sizes, 1)).astype(np.float32)
        odds += 1
        np.log(odds, out=gain[k, :height, :n])
    return gain


def _stretch(target: Encoded, targets: Range, way: Direction, row: Ints, gain: Singles) -> Singles:
    """The log odds of whole target sentences."""
    tokens, (most, height, n) = target.tokens(*targets), gain.shape
    size = targets[1] - targets[0]
    owners = np.repeat(np.arange(size), np.diff(target.starts[targets[0] : targets[1] + 1]))
    places = owners * height + np.where(row[tokens] < 0, height - 1, row[tokens])
    uses = np.bincount(places, minlength=size * height).reshape(size, height).astype(np.float32)
    alone = np.bincount(owners, np.log1p(-way.linked[tokens]), size).astype(np.float32)[:, None]
    found = np.full((most, size + 2, n + 1), np.float32(OUTSIDE))
    step = max(1, PRODUCT // (height * n))
    for k in range(most):
        inside = found[k, 1:-1, 1:-1]
        for start in range(0, size, step):
            inside[start : start + step] = uses[start : start + step] @ gain[k, :, :-1]
        inside += alone
        np.clip(inside, -15.0, 25.0, out=inside)
    return found
