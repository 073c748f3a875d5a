"""The best path through the cells of a band, and how sure each of its beads is.

`scores[k]` holds for every node (i, j) of the band, row after row, the log score of the bead of shape SHAPES[k]
that begins there; it is -inf where that bead would leave the band. One row is done at a time: the scores of the
last rows, each with the value of its node added, stand in a ring, and one gather brings together what leads to each
node of a row. Within a row only version-only beads lead on, which a running maximum (or log-sum) covers.
`tests/aligners` holds all this against a plain dictionary implementation.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from aligner.aligners._band import Band
from aligner.aligners._corpus import Floats, Ints, Singles
from aligner.aligners._shapes import SHAPES, WIDEST, Shape

Path = list[tuple[int, int, Shape]]
Scores = Floats | Singles
S = TypeVar("S", Floats, Singles)
Rows = Callable[[int, int], Scores]
"""Gives the scores of rows start..stop-1."""

BLOCK = 60_000
"""Cells whose scores are asked for at once."""

_SKIP = SHAPES.index((0, 1))
_BASE, _VERSION = np.array(SHAPES, dtype=np.int64).T
_NEVER = -1e7
"""What a version-only bead that is not allowed costs: finite, because running sums go over it."""


def fit(scores: S, band: Band, start: int = 0) -> S:
    """`scores` with -inf for beads that leave the text or the band; changed in place and returned.

    They may be those of some rows only, from row `start` on.
    """
    stop = int(np.searchsorted(band.starts, band.starts[start] + scores.shape[1]))
    rows, columns = band.nodes(start, stop)
    for a in range(WIDEST + 1):
        ends = np.minimum(rows + a, len(band.first) - 1)
        low = np.where(rows + a < len(band.first), band.first[ends], band.size + 1)
        high = band.last[ends]
        for k, b in ((k, b) for k, (height, b) in enumerate(SHAPES) if height == a):
            scores[k, (columns + b < low) | (columns + b > high)] = -np.inf
    return scores


def best_path(scores: Scores | Rows, band: Band) -> Path:
    """(base index, version index, shape) of the beads of the best path; ties go to the earlier shape.

    `scores` are those of all cells or a function that gives those of rows start..stop-1. Raises ValueError for a
    band that no path leads through.
    """
    shapes, value = _best_shapes(scores if callable(scores) else _stored(scores, band), band)
    if np.isneginf(value):
        raise ValueError("no path leads through the band: its rows do not touch")
    path: Path = []
    i, j = len(band.first) - 1, band.size
    while i or j:
        k = shapes[band.starts[i] + j - band.first[i]]
        if k < 0:
            raise ValueError("no path leads through the band: its rows do not touch")
        shape = SHAPES[k]
        i, j = i - shape[0], j - shape[1]
        path.append((i, j, shape))
    return path[::-1]


def posteriors(scores: Scores, band: Band, path: Path, factor: float = 1.0) -> list[float]:
    """The probability of each bead of `path` among all paths, in 0..1 (forward-backward), scores times `factor`."""
    before, after = ahead(scores, band, factor), behind(scores, band, factor)
    base, version = (np.array([bead[side] for bead in path]) for side in (0, 1))
    shapes = np.array([SHAPES.index(shape) for _, _, shape in path])
    begin, end = band.place(base, version), band.place(base + _BASE[shapes], version + _VERSION[shapes])
    logs = before[begin] + factor * scores[shapes, begin] + after[end] - before[-1]
    return [float(p) for p in np.exp(np.minimum(logs, 0.0))]


def _stored(scores: Scores, band: Band) -> Rows:
    return lambda start, stop: scores[:, band.starts[start] : band.starts[stop]]


def _best_shapes(scores: Rows, band: Band) -> tuple[npt.NDArray[np.int8], float]:
    """For each node the shape of the last bead of the best path to it; and the value of the path to the end.

    -1 stands for a version-only bead that is not allowed.
    """
    ring = _Ring(band, before=True)
    shapes = np.empty(band.cells, dtype=np.int8)
    value = np.zeros(1)
    for start, stop in band.blocks(BLOCK):
        block = scores(start, stop)
        bounds = band.starts[start : stop + 1] - band.starts[start]
        sums, barred = _skips(block[_SKIP], bounds)
        found = shapes[band.starts[start] : band.starts[stop]]
        for i, first, last in zip(range(start, stop), bounds.tolist(), bounds[1:].tolist(), strict=False):
            options = ring.gathered(i)
            if i == 0:
                options[0, 0] = 0.0
            skips = sums[first:last]
            best = options.argmax(axis=0)
            alone = options.max(axis=0) - skips
            joined = np.maximum.accumulate(alone)
            best[joined > alone] = _SKIP
            found[first:last] = best
            value = joined + skips
            ring.put(i, block[:, first:last], value)
        found[barred[found[barred] == _SKIP]] = -1
    return shapes, float(value[-1])


def ahead(scores: Scores, band: Band, factor: float = 1.0) -> Floats:
    """For each node the log-sum of all paths that lead to it, scores times `factor`."""
    ring = _Ring(band, before=True)
    values = np.empty(band.cells)
    for start, stop in band.blocks(BLOCK):
        block = factor * scores[:, band.starts[start] : band.starts[stop]]
        bounds = band.starts[start : stop + 1] - band.starts[start]
        sums, _ = _skips(block[_SKIP], bounds)
        for i, first, last in zip(range(start, stop), bounds.tolist(), bounds[1:].tolist(), strict=False):
            options = ring.gathered(i)
            if i == 0:
                options[0, 0] = 0.0
            skips = sums[first:last]
            value = np.logaddexp.accumulate(_log_sum(options) - skips) + skips
            values[band.starts[i] : band.starts[i + 1]] = value
            ring.put(i, block[:, first:last], value)
    return values


def behind(scores: Scores, band: Band, factor: float = 1.0) -> Floats:
    """For each node the log-sum of all paths that lead from it to the end, scores times `factor`."""
    ring = _Ring(band, before=False)
    values = np.empty(band.cells)
    for start, stop in reversed([*band.blocks(BLOCK)]):
        block = factor * scores[:, band.starts[start] : band.starts[stop]]
        bounds = band.starts[start : stop + 1] - band.starts[start]
        sums, _ = _skips(block[_SKIP], bounds)
        for i in range(stop - 1, start - 1, -1):
            here = slice(bounds[i - start], bounds[i - start + 1])
            options = ring.gathered(i) + block[:, here]
            if i == len(band.first) - 1:
                options[0, -1] = 0.0
            skips = sums[here]
            value = np.logaddexp.accumulate((_log_sum(options) + skips)[::-1])[::-1] - skips
            values[band.starts[i] : band.starts[i + 1]] = value
            ring.put(i, np.float64(0.0), value)
    return values


class _Ring:
    """The last rows that beads reach over, shapes x columns each, with nothing (-inf) on both sides of a row."""

    def __init__(self, band: Band, *, before: bool) -> None:
        widths = np.diff(band.starts)
        self.width = int(widths.max())
        self.edge = self.width + WIDEST
        slots = min(WIDEST, len(band.first) - 1) + 1
        self.rows = np.full((slots, len(SHAPES), self.width + 2 * self.edge), -np.inf)
        self.flat = self.rows.reshape(-1)
        self.places = self._places(band, 1 if before else -1)[:, :, None]
        self.lanes = np.arange(self.width)[None, :]
        self.widths: list[int] = widths.tolist()
        self.filled = [0] * slots

    def _places(self, band: Band, sign: int) -> Ints:
        """For each row and shape where in the ring a bead that ends (begins) in column 0 has its other end."""
        rows = np.arange(len(band.first))[:, None]
        others = rows - sign * _BASE
        inside = (others >= 0) & (others < len(band.first)) & (_BASE > 0)
        shift = band.first[:, None] - sign * _VERSION - band.first[np.where(inside, others, 0)]
        shift = np.where(inside, np.clip(shift, -self.edge, self.edge), self.edge)
        slot = np.where(inside, others, 0) % len(self.rows)
        found: Ints = (slot * len(SHAPES) + np.arange(len(SHAPES))) * self.rows.shape[2] + self.edge + shift
        return found

    def gathered(self, row: int) -> Floats:
        """Shapes x columns: what stands at the other end of each bead."""
        found: Floats = self.flat.take(self.places[row] + self.lanes[:, : self.widths[row]])
        return found

    def put(self, row: int, scores: Scores | np.float64, value: Floats) -> None:
        """Put in a row: for each shape its score and the value of the node."""
        slot, width = row % len(self.rows), self.widths[row]
        np.add(scores, value, out=self.rows[slot, :, self.edge : self.edge + width])
        if self.filled[slot] > width:
            self.rows[slot, :, self.edge + width : self.edge + self.filled[slot]] = -np.inf
        self.filled[slot] = width


def _log_sum(values: Floats) -> Floats:
    """Log of the sum over the first axis."""
    top = np.maximum(values.max(axis=0), -1e300)
    with np.errstate(divide="ignore"):
        found: Floats = top + np.log(np.exp(values - top).sum(axis=0))
    return found


def _skips(steps: Scores, bounds: Ints) -> tuple[Floats, Ints]:
    """What skipping from the begin of a row up to each node costs; rows are bounds[i]:bounds[i + 1] of `steps`.

    `steps` are the scores of the version-only beads. Also the nodes that such a bead leads to but may not.
    """
    costs = steps.astype(np.float64)
    costs[bounds[1:] - 1] = 0.0
    barred = np.flatnonzero(np.isneginf(costs))
    costs[barred] = _NEVER
    if len(barred):  # one sum over all rows would lose what is small beside the cost of what is barred
        rows = [np.cumsum(costs[first:last]) for first, last in itertools.pairwise(bounds.tolist())]
        return np.concatenate(rows) - costs, barred + 1
    sums = np.cumsum(costs) - costs
    return sums - np.repeat(sums[bounds[:-1]], np.diff(bounds)), barred
