"""The best path through the cells of a band, and how sure each of its beads is.

`scores[k]` holds for every node (i, j) of the band the log score of the bead of shape SHAPES[k] that begins
there; it is -inf where that bead would leave the band. One row is done at a time: the scores of the last rows, each
with the value of its node added, stand in a ring, and one gather brings together what leads to each node of a row.
Within a row only version-only beads lead on, which a running maximum (or log-sum) covers. `tests/aligners` holds
all this against a plain dictionary implementation.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from aligner.aligners._band import Band
from aligner.aligners._corpus import Floats, Ints
from aligner.aligners._shapes import SHAPES, WIDEST, Shape

Path = list[tuple[int, int, Shape]]
_SKIP = SHAPES.index((0, 1))
_BASE, _VERSION = np.array(SHAPES, dtype=np.int64).T
_NEVER = -1e5
"""What a version-only bead that is not allowed costs: finite, because running sums go over it."""


def fit(scores: Floats, band: Band) -> Floats:
    """`scores` with -inf for beads that leave the text or the band; changed in place and returned."""
    n = len(band.first) - 1
    nodes = band.nodes
    for k, (a, b) in enumerate(SHAPES):
        rows = max(0, n + 1 - a)
        scores[k, rows:] = -np.inf
        ends = nodes[:rows] + b
        target = band.first[a:, None]
        scores[k, :rows][(ends > band.size) | (ends < target) | (ends >= target + band.width)] = -np.inf
    return scores


def best_path(scores: Floats, band: Band) -> Path:
    """(base index, version index, shape) of the beads of the best path; ties go to the earlier shape.

    Raises ValueError for a band that no path leads through.
    """
    shapes = _best_shapes(scores, band)
    path: Path = []
    i, j = len(band.first) - 1, band.size
    while i or j:
        k = int(shapes[i, j - band.first[i]])
        a, b = SHAPES[k]
        i, j = i - a, j - b
        if min(i, j) < 0 or not 0 <= j - band.first[i] < band.width:
            raise ValueError("no path leads through the band: its rows do not touch")
        path.append((i, j, SHAPES[k]))
    if any(np.isneginf(scores[SHAPES.index(s), i, j - band.first[i]]) for i, j, s in path):
        raise ValueError("no path leads through the band: its rows do not touch")
    return path[::-1]


def posteriors(scores: Floats, band: Band, path: Path) -> list[float]:
    """The probability of each bead of `path` among all paths, in 0..1 (forward-backward)."""
    before, after = ahead(scores, band), behind(scores, band)
    total = before[-1, band.size - band.first[-1]]
    found = []
    for i, j, shape in path:
        a, b = shape
        score = scores[SHAPES.index(shape), i, j - band.first[i]]
        log = before[i, j - band.first[i]] + score + after[i + a, j + b - band.first[i + a]] - total
        found.append(float(np.exp(min(log, 0.0))))
    return found


def _best_shapes(scores: Floats, band: Band) -> npt.NDArray[np.int8]:
    """For each node the shape of the last bead of the best path that leads to it."""
    ring = _Ring(band, before=True)
    skips = _skips(scores, band)
    shapes = np.empty((len(band.first), band.width), dtype=np.int8)
    lanes = np.arange(band.width)
    for i in range(len(band.first)):
        options = ring.gathered(i)
        best = options.argmax(axis=0)
        value = options[best, lanes]
        if i == 0:
            value[0] = 0.0
        alone = value - skips[i]
        joined = np.maximum.accumulate(alone)
        skipped = joined > alone
        shapes[i] = np.where(skipped, _SKIP, best)
        ring.put(i, scores[:, i] + np.where(skipped, joined + skips[i], value))
    return shapes


def ahead(scores: Floats, band: Band) -> Floats:
    """For each node the log-sum of all paths that lead to it."""
    ring = _Ring(band, before=True)
    skips = _skips(scores, band)
    values = np.empty((len(band.first), band.width))
    for i in range(len(band.first)):
        value = _log_sum(ring.gathered(i))
        if i == 0:
            value[0] = 0.0
        values[i] = np.logaddexp.accumulate(value - skips[i]) + skips[i]
        ring.put(i, scores[:, i] + values[i])
    return values


def behind(scores: Floats, band: Band) -> Floats:
    """For each node the log-sum of all paths that lead from it to the end."""
    ring = _Ring(band, before=False)
    skips = _skips(scores, band)
    values = np.empty((len(band.first), band.width))
    last = len(band.first) - 1
    for i in range(last, -1, -1):
        value = _log_sum(ring.gathered(i) + scores[:, i])
        if i == last:
            value[band.size - band.first[i]] = 0.0
        values[i] = np.logaddexp.accumulate((value + skips[i])[::-1])[::-1] - skips[i]
        ring.put(i, np.broadcast_to(values[i], (len(SHAPES), band.width)))
    return values


class _Ring:
    """The last WIDEST + 1 rows, shapes x columns each, with nothing (-inf) on both sides of the band's columns."""

    def __init__(self, band: Band, *, before: bool) -> None:
        self.slots, self.width = WIDEST + 1, band.width
        self.edge = band.width + WIDEST
        self.rows = np.full((self.slots, len(SHAPES), band.width + 2 * self.edge), -np.inf)
        self.flat = self.rows.reshape(-1)
        self.places = self._places(band, 1 if before else -1)[:, :, None]
        self.lanes = np.arange(band.width)[None, :]

    def _places(self, band: Band, sign: int) -> Ints:
        """Where in the ring the other end of a bead stands, for each row and shape that ends (begins) in column 0."""
        rows = np.arange(len(band.first))[:, None]
        others = rows - sign * _BASE
        inside = (others >= 0) & (others < len(band.first)) & (_BASE > 0)
        shift = band.first[:, None] - sign * _VERSION - band.first[np.where(inside, others, 0)]
        shift = np.where(inside, np.clip(shift, -self.edge, self.edge), self.edge)
        slot = np.where(inside, others, 0) % self.slots
        found: Ints = (slot * len(SHAPES) + np.arange(len(SHAPES))) * self.rows.shape[2] + self.edge + shift
        return found

    def gathered(self, row: int) -> Floats:
        """Shapes x columns: what stands at the other end of each bead."""
        found: Floats = self.flat.take(self.places[row] + self.lanes)
        return found

    def put(self, row: int, values: Floats) -> None:
        self.rows[row % self.slots, :, self.edge : self.edge + self.width] = values


def _log_sum(values: Floats) -> Floats:
    """Log of the sum over the first axis."""
    top = np.maximum(values.max(axis=0), -1e300)
    with np.errstate(divide="ignore"):
        found: Floats = top + np.log(np.exp(values - top).sum(axis=0))
    return found


def _skips(scores: Floats, band: Band) -> Floats:
    """Running sums of the version-only scores along each row: what skipping up to a column costs."""
    steps = scores[_SKIP].astype(np.float64)
    np.maximum(steps, _NEVER, out=steps)
    sums: Floats = np.concatenate((np.zeros((len(steps), 1)), np.cumsum(steps[:, :-1], axis=1)), axis=1)
    return sums
