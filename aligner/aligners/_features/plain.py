"""Shapes, lengths, and what the base aligner thinks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from aligner.aligners._candidates import Candidates
from aligner.aligners._corpus import Floats
from aligner.aligners._features.frame import Column, Frame, over
from aligner.aligners._shapes import SHAPES, WIDEST

KINDS = sorted({(min(shape), max(shape)) for shape in SHAPES})


@dataclass(frozen=True, slots=True)
class Nulls:
    """How likely each segment of base and version stands alone, by the base aligner; a place more at both ends."""

    base: Floats
    version: Floats

    @classmethod
    def of(cls, frame: Frame, beads: Candidates) -> Nulls:
        (a, b), chance = beads.sizes, np.exp(beads.log)
        base, version = len(frame.base) + 2, len(frame.version) + 2
        return cls(
            np.bincount(beads.base[b == 0] + 1, chance[b == 0], base).astype(np.float64),
            np.bincount(beads.version[a == 0] + 1, chance[a == 0], version).astype(np.float64),
        )


def shapes(beads: Candidates, prior: Floats, nulls: Nulls) -> Iterator[Column]:
    """Names and values; `prior` has an entry for each of SHAPES."""
    a, b = beads.sizes
    low, high = np.minimum(a, b), np.maximum(a, b)
    for x, y in KINDS:
        yield f"shape {x}-{y}", (low == x) & (high == y)
    yield "prior", prior[beads.shape]
    yield "base score", beads.score
    yield "base log", beads.log
    yield "base probability", np.exp(beads.log)
    i, j = beads.base, beads.version
    before = nulls.base[i], nulls.version[j]
    after = nulls.base[i + a + 1], nulls.version[j + b + 1]
    near = [np.where(b == 0, x[0], np.where(a == 0, x[1], 0.0)) for x in (before, after)]
    yield "null in a run", near[0] + near[1]
    yield "null beside null", np.maximum(near[0], near[1])
    yield "paired beside null", np.where((a > 0) & (b > 0), before[0] + before[1] + after[0] + after[1], 0.0)


def lengths(frame: Frame, beads: Candidates) -> Iterator[Column]:
    """Names and values."""
    a, b = beads.sizes
    ratio = frame.lengths.ratio
    left, right = over(frame.runs[0], beads.base, a) * ratio, over(frame.runs[1], beads.version, b)
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
    mean = float(ratio * frame.runs[0][-1] / len(frame.base) + frame.runs[1][-1] / len(frame.version)) / 2
    size = (left + right) / mean
    yield "null length", np.where(paired, 0.0, size.clip(0, 4))
    yield "null length, log", np.where(paired, 0.0, np.log(size + 0.1))
    yield "shortest part", np.where(paired, _shortest(frame, beads, mean), 0.0)


def _shortest(frame: Frame, beads: Candidates, mean: float) -> Floats:
    """Log length of the shortest segment of each merged side against the texts' mean."""
    a, b = beads.sizes
    found = np.zeros(len(beads))
    for lengths, x, size, ratio in (
        (frame.base.lengths, beads.base, a, frame.lengths.ratio),
        (frame.version.lengths, beads.version, b, 1.0),
    ):
        least = np.full(len(beads), 1e6)
        for q in range(WIDEST):
            rows = np.flatnonzero(q < size)
            least[rows] = np.minimum(least[rows], lengths[x[rows] + q] * ratio)
        found += np.where(size > 1, np.log(least / mean + 0.1), 0.0)
    return found
