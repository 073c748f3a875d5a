"""Fitting the weights: the likelihood of the right paths among all paths, with a penalty on large weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from aligner.aligners._corpus import Floats
from aligner.training.examples import Example
from aligner.training.lattice import Lattices, Mask

PENALTY = 150.0
"""Half the square of each weight costs this much; features are divided by their spread before."""

HABITS = ("end ", "start ", "inner ", "marks ", "null end", "null start")
HABIT = 10.0
"""Punctuation follows the habits of languages, so that it carries over less: its weights cost more."""

SHARES = {"joint": 1.0, "alone": 1.0, "bare": 0.2}
"""How much a document counts in each way of running: few languages have no dictionary."""

ROUNDS = 300


@dataclass(frozen=True, slots=True)
class Fitted:
    """Weights of the features as they are; `spread` is what each was divided by."""

    weights: Floats
    spread: Floats


class Set:
    """Examples side by side, with their right paths."""

    def __init__(self, examples: Sequence[Example]) -> None:
        self.examples = tuple(examples)
        self.lattices = Lattices([e.lattice for e in examples])
        order = self.lattices.order
        self.share = np.concatenate([np.full(len(e.gold), SHARES[e.way]) for e in examples])[order]
        self.table = np.concatenate([e.table for e in examples])[order]
        gold = np.concatenate([e.gold for e in examples])[order]
        log = np.concatenate([e.log for e in examples])[order]
        # where the right path is not among all: the one with most right beads, then the base aligner's
        self.right: Mask = self.lattices.best(gold * 1000.0 + log)

    def split(self, values: Floats) -> list[Floats]:
        """Values a bead, in the order of each example's own."""
        back = np.empty_like(values)
        back[self.lattices.order] = values
        return np.split(back, np.cumsum([len(e.gold) for e in self.examples])[:-1])


def fit(examples: Set, names: Sequence[str], penalty: float = PENALTY, begin: Fitted | None = None) -> Fitted:
    """The weights that L-BFGS finds; `begin` makes it start near, not end elsewhere: the problem is convex."""
    from scipy.optimize import minimize

    spread = examples.table.std(axis=0, dtype=np.float64)
    spread[spread < 1e-9] = np.inf
    table = examples.table / spread
    costs = penalty * np.array([HABIT if name.startswith(HABITS) else 1.0 for name in names])
    right = examples.right.astype(np.float64)
    counts = np.array([SHARES[e.way] for e in examples.examples])

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = table @ weights
        sure, totals = examples.lattices.sums(scores)
        value = float(counts @ totals) - float((right * examples.share) @ scores)
        slope = ((sure - right) * examples.share) @ table
        return value + float(costs @ weights**2) / 2, slope + costs * weights

    first = np.zeros(len(names)) if begin is None else begin.weights * np.where(np.isinf(spread), 0.0, spread)
    options = {"maxiter": ROUNDS, "maxcor": 20, "ftol": 1e-8, "gtol": 1e-2}
    found = minimize(loss, first, jac=True, method="L-BFGS-B", options=options)
    return Fitted(found.x / spread, spread)
