"""How well the lengths of two stretches of text fit each other.

After Gale & Church (1993), section 3.1: the difference of the lengths is normal with a variance that grows with
the length. Otherwise than there, ratio and variance are those of the texts, and the fit is held against chance.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from aligner.aligners._corpus import Floats, Singles
from aligner.aligners._shapes import WIDEST

S = TypeVar("S", Floats, Singles)

FLOOR = 0.1
"""Part of the probability that goes to chance: one odd length must not outweigh all other evidence."""

VARIANCE = 0.6
"""Start value of the variance per character; re-estimated from the 1-1 beads."""

FEWEST, PRIOR = 5, 10
"""1-1 beads that an estimate needs, and how many of them the value before counts."""

LEAN = 500.0
"""Characters that the common ratio of several documents counts in that of one."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """`ratio` version characters a base character, `variance` of the difference a character."""

    ratio: float
    variance: float = VARIANCE

    def log_odds(self, base: S, version: S, chance: tuple[float, float]) -> S:
        """Log of how much likelier `version` characters are for `base` ones than by chance.

        `chance` is mean and deviation of the log length of such stretches of the version.
        """
        expected = self.ratio * base
        spread = self.variance * (expected + version) / 2 + 4
        fit = -0.5 * (version - expected) ** 2 / spread - 0.5 * np.log(math.tau * spread)
        mean, deviation = chance
        logs = np.log(version)
        background = -0.5 * ((logs - mean) / deviation) ** 2 - logs - math.log(deviation) - 0.5 * math.log(math.tau)
        odds: S = np.log(FLOOR + (1 - FLOOR) * np.exp(np.minimum(fit - background, 50.0)))
        return odds


def variance(pairs: Sequence[tuple[float, float]], before: float) -> float:
    """The variance that (expected, found) lengths of 1-1 beads show; outliers count less.

    `before` where there are too few. The ratio stays that of the whole texts: taken from 1-1 beads it was worse
    where lines are missing.
    """
    if len(pairs) < FEWEST:
        return before
    expected, found = np.array(pairs).T
    squares = (found - expected) ** 2 / ((expected + found) / 2 + 4)
    trusted = np.sort(squares)[: max(FEWEST, int(0.95 * len(squares)))]
    return float((trusted.sum() + PRIOR * VARIANCE) / (len(trusted) + PRIOR))


def ratio(texts: Sequence[tuple[Floats, Floats]]) -> Callable[[Floats, Floats], float]:
    """From the lengths of all documents' sentences: what gives each its ratio of lengths.

    The ratio of a document leans on that of all of them with the weight of `LEAN` characters: a short one says
    little about its own.
    """
    ours, theirs = (sum(float(side.sum()) for side in sides) for sides in zip(*texts, strict=True))
    common = theirs / max(ours, 1.0) or 1.0
    lean = LEAN if len(texts) > 1 else 0.0

    def own(base: Floats, version: Floats) -> float:
        return float((version.sum() + lean * common) / max(base.sum() + lean, 1.0)) or 1.0

    return own


def chances(version: Floats) -> list[tuple[float, float]]:
    """Mean and deviation of the log length of stretches of 1, 2, ... sentences."""
    sums = np.concatenate(([0.0], np.cumsum(version)))
    found = []
    for size in range(1, WIDEST + 1):
        stretches = sums[size:] - sums[:-size] if len(version) >= size else np.array([version.mean() * size])
        logs = np.log(stretches)
        found.append((float(logs.mean()), float(max(logs.std(), 0.3))))
    return found
