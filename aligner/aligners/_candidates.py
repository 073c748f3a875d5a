"""The beads worth a closer look: those that the base aligner thinks at all likely."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aligner.aligners import _lattice
from aligner.aligners._band import Band
from aligner.aligners._corpus import Floats, Ints, Singles
from aligner.aligners._shapes import SHAPES

TEMPER = 0.35
"""Factor on the base scores before probabilities are taken: they then hardly ever rule the right bead out."""

LEAST = 2e-3
"""Probability by the tempered scores that a bead needs to be kept."""

CELLS = 50_000
"""Cells whose beads are looked at at once."""

SIZES = np.array(SHAPES, dtype=np.int64)
"""Base and version segments of each shape."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Beads by ascending base, version and shape.

    Bead `c` has shape SHAPES[shape[c]] and begins at segments base[c] and version[c]; `score` is what the base
    aligner gives it, `log` the log of its tempered probability.
    """

    shape: Ints
    base: Ints
    version: Ints
    score: Floats
    log: Floats

    def __len__(self) -> int:
        return len(self.shape)

    @property
    def sizes(self) -> tuple[Ints, Ints]:
        """Base and version segments of each bead."""
        return SIZES[self.shape, 0], SIZES[self.shape, 1]

    def part(self, start: int, stop: int) -> Candidates:
        """Beads start..stop-1."""
        cut = slice(start, stop)
        return Candidates(self.shape[cut], self.base[cut], self.version[cut], self.score[cut], self.log[cut])

    def placed(self, values: Floats, band: Band) -> Singles:
        """The values at the beads' places in an array shapes x cells of the band, -inf elsewhere."""
        scores = np.full((len(SHAPES), band.cells), -np.inf, dtype=np.float32)
        scores[self.shape, band.place(self.base, self.version)] = values
        return scores


def candidates(scores: Floats | Singles, band: Band, path: _lattice.Path) -> Candidates:
    """The beads of the base aligner's path, and all whose tempered probability is at least LEAST.

    `scores` are those of shapes x cells of the band.
    """
    sums = _lattice.ahead(scores, band, TEMPER), _lattice.behind(scores, band, TEMPER)
    least = float(np.log(LEAST))
    own = np.array([(i, j, SHAPES.index(shape)) for i, j, shape in path], dtype=np.int64).reshape(-1, 3)
    places = band.place(own[:, 0], own[:, 1])
    # a bead is no likelier than the node that it begins at
    every = np.union1d(np.flatnonzero(sums[0] + sums[1] >= sums[0][-1] + least - 1e-6), places)
    parts = []
    for start in range(0, len(every), CELLS):
        cells = every[start : start + CELLS]
        values, logs = _tempered(scores, band, cells, sums)
        kept = logs >= least
        here = (places >= cells[0]) & (places <= cells[-1])
        kept[own[here, 2], np.searchsorted(cells, places[here])] = True
        at, shape = np.nonzero(kept.T)
        base, version = _nodes(band, cells[at])
        parts.append((shape, base, version, values[shape, at], np.minimum(logs[shape, at], 0.0)))
    return Candidates(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _tempered(
    scores: Floats | Singles, band: Band, cells: Ints, sums: tuple[Floats, Floats]
) -> tuple[Floats, Floats]:
    """Scores and logs of the tempered probabilities, shapes x `cells`, given the log-sums of all cells."""
    values = scores[:, cells].astype(np.float64)
    logs = np.full(values.shape, -np.inf)
    base, version = _nodes(band, cells)
    before, after = sums
    for k, (a, b) in enumerate(SHAPES):
        at = np.flatnonzero(np.isfinite(values[k]))
        ends = band.place(base[at] + a, version[at] + b)
        logs[k, at] = before[cells[at]] + TEMPER * values[k, at] + after[ends] - before[-1]
    return values, logs


def _nodes(band: Band, cells: Ints) -> tuple[Ints, Ints]:
    """Base and version segments done at some cells."""
    base = np.searchsorted(band.starts, cells, side="right") - 1
    return base, cells - band.starts[base] + band.first[base]
