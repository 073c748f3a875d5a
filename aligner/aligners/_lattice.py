"""The best path through the cells of a band, and how sure each of its beads is.

`scores[k]` holds for every node (i, j) of the band the log score of the bead of shape SHAPES[k] that begins
there; it is -inf where that bead would leave the band. Rows are vectors; within a row only version-only beads
lead on, which a running maximum (or running log-sum) covers. `tests/aligners` holds both against a plain
dictionary implementation.
"""

from __future__ import annotations

import numpy as np

from aligner.aligners._band import Band
from aligner.aligners._corpus import Floats
from aligner.aligners._shapes import SHAPES, Shape

Path = list[tuple[int, int, Shape]]
_SKIP = SHAPES.index((0, 1))


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
    value = _forward(scores, band, np.maximum)
    i, j = len(band.first) - 1, band.size
    if not np.isfinite(value[i, j - band.first[i]]):
        raise ValueError("no path leads through the band: its rows do not touch")
    path: Path = []
    while i or j:
        options = [
            (value[i - a, j - b - band.first[i - a]] + scores[k, i - a, j - b - band.first[i - a]], -k)
            if a <= i and b <= j and 0 <= j - b - band.first[i - a] < band.width
            else (-np.inf, -k)
            for k, (a, b) in enumerate(SHAPES)
        ]
        k = -max(options)[1]
        i, j = i - SHAPES[k][0], j - SHAPES[k][1]
        path.append((i, j, SHAPES[k]))
    return path[::-1]


def posteriors(scores: Floats, band: Band, path: Path) -> list[float]:
    """The probability of each bead of `path` among all paths, in 0..1 (forward-backward)."""
    ahead = _forward(scores, band, np.logaddexp)
    behind = _backward(scores, band)
    total = ahead[-1, band.size - band.first[-1]]
    found = []
    for i, j, shape in path:
        a, b = shape
        score = scores[SHAPES.index(shape), i, j - band.first[i]]
        log = ahead[i, j - band.first[i]] + score + behind[i + a, j + b - band.first[i + a]] - total
        found.append(float(np.exp(min(log, 0.0))))
    return found


def _forward(scores: Floats, band: Band, join: np.ufunc) -> Floats:
    """For each node the joined score of all paths that lead to it."""
    first, width = band.first, band.width
    value = np.full((len(first), width), -np.inf)
    value[0, 0] = 0.0
    skips = _skips(scores, band)
    for i in range(len(first)):
        value[i] = join.accumulate(value[i] - skips[i]) + skips[i]
        for k, (a, b) in enumerate(SHAPES):
            if a == 0 or i + a >= len(first):
                continue
            shift = int(first[i] + b - first[i + a])
            source = slice(max(0, -shift), min(width, width - shift))
            if source.start < source.stop:
                into = value[i + a, source.start + shift : source.stop + shift]
                join(into, value[i, source] + scores[k, i, source], out=into)
    return value


def _backward(scores: Floats, band: Band) -> Floats:
    """For each node the log-sum of all paths that lead from it to the end."""
    first, width = band.first, band.width
    value = np.full((len(first), width), -np.inf)
    value[-1, band.size - first[-1]] = 0.0
    skips = _skips(scores, band)
    for i in range(len(first) - 1, -1, -1):
        row = value[i]
        for k, (a, b) in enumerate(SHAPES):
            if a == 0 or i + a >= len(first):
                continue
            shift = int(first[i] + b - first[i + a])
            source = slice(max(0, -shift), min(width, width - shift))
            if source.start < source.stop:
                ahead = value[i + a, source.start + shift : source.stop + shift]
                np.logaddexp(row[source], ahead + scores[k, i, source], out=row[source])
        row[:] = np.logaddexp.accumulate((row + skips[i])[::-1])[::-1] - skips[i]
    return value


def _skips(scores: Floats, band: Band) -> Floats:
    """Running sums of the version-only scores along each row: what skipping up to a column costs."""
    steps = scores[_SKIP]
    steps = np.where(np.isfinite(steps), steps, 0.0)
    sums: Floats = np.concatenate((np.zeros((len(steps), 1)), np.cumsum(steps[:, :-1], axis=1)), axis=1)
    return sums
