"""How well the lengths of two stretches of text fit each other (after Gale & Church 1993, ratio not assumed 1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from aligner.aligners._corpus import Floats
from aligner.aligners._shapes import WIDEST

FLOOR = 0.05
"""Part of the probability that goes to chance: one odd length must not outweigh all other evidence."""

VARIANCE = 0.6
"""Start value of the variance per character; re-estimated from the 1-1 beads."""

FEWEST, PRIOR = 5, 10
"""1-1 beads that an estimate needs, and how many of them the value before counts."""


@dataclass(frozen=True, slots=True)
class Lengths:
    """`ratio` version characters a base character, `variance` of the difference a character."""

    ratio: float
    variance: float = VARIANCE

    def log_odds(self, base: Floats, version: Floats, chance: tuple[float, float]) -> Floats:
        """Log of how much likelier `version` characters are for `base` ones than by chance.

        `chance` is mean and deviation of the log length of such stretches of the version.
        """
        expected = self.ratio * base
        spread = self.variance * (expected + version) / 2 + 4
        fit = -0.5 * (version - expected) ** 2 / spread - 0.5 * np.log(2 * np.pi * spread)
        mean, deviation = chance
        logs = np.log(version)
        background = -0.5 * ((logs - mean) / deviation) ** 2 - np.log(deviation) - logs - 0.5 * np.log(2 * np.pi)
        odds: Floats = np.logaddexp(np.log(FLOOR), np.log1p(-FLOOR) + np.minimum(fit - background, 50.0))
        return odds

    def refined(self, pairs: Sequence[tuple[float, float]]) -> Lengths:
        """The same with the variance that (base, version) lengths of 1-1 beads show; outliers count less.

        The ratio stays that of the whole texts: taken from 1-1 beads it was worse where lines are missing.
        """
        if len(pairs) < FEWEST:
            return self
        base, version = np.array(pairs).T
        squares = (version - self.ratio * base) ** 2 / ((self.ratio * base + version) / 2 + 4)
        trusted = np.sort(squares)[: max(FEWEST, int(0.95 * len(squares)))]
        return Lengths(self.ratio, float((trusted.sum() + PRIOR * VARIANCE) / (len(trusted) + PRIOR)))


def start(base: Floats, version: Floats) -> Lengths:
    """The ratio of two whole texts."""
    return Lengths(float(version.sum() / max(base.sum(), 1.0)) or 1.0)


def chances(version: Floats) -> list[tuple[float, float]]:
    """Mean and deviation of the log length of stretches of 1, 2, ... sentences."""
    sums = np.concatenate(([0.0], np.cumsum(version)))
    found = []
    for size in range(1, WIDEST + 1):
        stretches = sums[size:] - sums[:-size] if len(version) >= size else np.array([version.mean() * size])
        logs = np.log(stretches)
        found.append((float(logs.mean()), float(max(logs.std(), 0.3))))
    return found
