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
    before, after = _lattice.ahead(scores, band, TEMPER), _lattice.behind(scores, band, TEMPER)
    kept = np.zeros(scores.shape, dtype=bool)
    logs = []
    for k, (a, b) in enumerate(SHAPES):
        log = np.full(band.cells, -np.inf)
        cells = np.flatnonzero(np.isfinite(scores[k]))
        rows = np.searchsorted(band.starts, cells, side="right") - 1
        ends = band.place(rows + a, cells - band.starts[rows] + band.first[rows] + b)
        log[cells] = before[cells] + TEMPER * scores[k, cells] + after[ends] - before[-1]
        kept[k] = log >= np.log(LEAST)
        for i, j, _ in (bead for bead in path if bead[2] == (a, b)):
            kept[k, band.place(i, j)] = True
        logs.append(log[kept[k]])
    cell, shape = np.nonzero(kept.T)
    base = np.searchsorted(band.starts, cell, side="right") - 1
    version = cell - band.starts[base] + band.first[base]
    log = np.concatenate(logs)[np.lexsort((np.nonzero(kept)[0], np.nonzero(kept)[1]))]
    return Candidates(shape, base, version, scores[shape, cell].astype(np.float64), np.minimum(log, 0.0))
