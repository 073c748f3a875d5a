"""Shapes, lengths, and what the base aligner thinks."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aligner.aligners._candidates import Candidates
from aligner.aligners._corpus import Floats
from aligner.aligners._features.frame import Column, Frame
from aligner.aligners._shapes import SHAPES, WIDEST, priors

KINDS = sorted({(min(shape), max(shape)) for shape in SHAPES})


def shapes(frame: Frame, beads: Candidates) -> Iterator[Column]:
    """Names and values."""
    a, b = beads.sizes
    low, high = np.minimum(a, b), np.maximum(a, b)
    for x, y in KINDS:
        yield f"shape {x}-{y}", (low == x) & (high == y)
    yield "prior", priors(shape for _, _, shape in frame.path)[beads.shape]
    chance = np.exp(beads.log)
    yield "base score", beads.score
    yield "base log", beads.log
    yield "base probability", chance
    yield from _beside(frame, beads, chance)


def _beside(frame: Frame, beads: Candidates, chance: Floats) -> Iterator[Column]:
    """How likely the segments beside a bead stand alone, by the base aligner."""
    (a, b), i, j = beads.sizes, beads.base, beads.version
    alone = np.zeros(len(frame.base) + 2), np.zeros(len(frame.version) + 2)
    np.add.at(alone[0], i[b == 0] + 1, chance[b == 0])
    np.add.at(alone[1], j[a == 0] + 1, chance[a == 0])
    before = alone[0][i], alone[1][j]
    after = alone[0][i + a + 1], alone[1][j + b + 1]
    near = [np.where(b == 0, x[0], np.where(a == 0, x[1], 0.0)) for x in (before, after)]
    yield "null in a run", near[0] + near[1]
    yield "null beside null", np.maximum(near[0], near[1])
    yield "paired beside null", np.where((a > 0) & (b > 0), before[0] + before[1] + after[0] + after[1], 0.0)


def lengths(frame: Frame, beads: Candidates) -> Iterator[Column]:
    """Names and values."""
    a, b = beads.sizes
    ratio = frame.lengths.ratio
    sums = [np.concatenate(([0.0], np.cumsum(t.lengths))) for t in (frame.base, frame.version)]
    left = (sums[0][beads.base + a] - sums[0][beads.base]) * ratio
    right = sums[1][beads.version + b] - sums[1][beads.version]
    paired, merged = (a > 0) & (b > 0), a + b > 2
    z = np.where(paired, (right - left) / np.sqrt(frame.lengths.variance * (left + right) / 2 + 4), 0.0)
    log = np.where(paired, np.log(np.maximum(right, 1) / np.maximum(left, 1)), 0.0)
    yield "length off", np.minimum(abs(z), 8)
    yield "length off, merged", np.minimum(abs(z), 8) * merged
    yield "length off, squared", np.minimum(z * z, 25)
    yield "length far off", np.clip(abs(z) - 2, 0, 6)
    yield "length ratio", np.minimum(abs(log), 2.5)
    yield "length ratio, squared", np.minimum(log * log, 4)
    yield "length ratio, merged", np.minimum(abs(log), 2.5) * merged
    yield "version long", np.clip(log, 0, 2.5)
    yield "length", np.where(paired, np.log(np.maximum(left + right, 1)), 0.0)
    side = np.where(a > b, log, np.where(b > a, -log, 0.0)) * paired
    yield "merged side long", np.clip(-side, 0, 2)
    yield "merged side short", np.clip(side, 0, 2)
    mean = float(ratio * frame.base.lengths.mean() + frame.version.lengths.mean()) / 2
    size = (left + right) / mean
    yield "null length", np.where(paired, 0.0, size.clip(0, 4))
    yield "null length, log", np.where(paired, 0.0, np.log(size + 0.1))
    yield "shortest part", np.where(paired, _shortest(frame, beads, mean), 0.0)


def _shortest(frame: Frame, beads: Candidates, mean: float) -> Floats:
    """Log length of the shortest segment of each merged side against the texts' mean."""
    a, b = beads.sizes
    found = np.zeros(len(beads))
    for lengths, x, size in (
        (frame.base.lengths * frame.lengths.ratio, beads.base, a),
        (frame.version.lengths, beads.version, b),
    ):
        least = np.full(len(beads), 1e6)
        for q in range(WIDEST):
            rows = np.flatnonzero(q < size)
            least[rows] = np.minimum(least[rows], lengths[x[rows] + q])
        found += np.where(size > 1, np.log(least / mean + 0.1), 0.0)
    return found
