"""How far a set's figures would move with other documents: a bootstrap (Efron 1979) over documents."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from aligner.evaluation import FIGURES, Evaluation

RESAMPLES, SEED = 1000, 12345


def intervals(documents: Sequence[Evaluation]) -> dict[str, tuple[float, float]]:
    """The middle 95 % of each figure over resamples of the documents, drawn with replacement and added up.

    Empty for fewer than two documents: one says nothing about others. The same documents give the same intervals.
    """
    if len(documents) < 2:
        return {}
    import numpy as np

    table = np.array([dataclasses.astuple(d) for d in documents])
    draws = np.random.default_rng(SEED).integers(len(documents), size=(RESAMPLES, len(documents)))
    drawn = [Evaluation(*sums) for sums in table[draws].sum(axis=1).tolist()]
    tail = RESAMPLES // 40  # 2.5 % at either end
    found = {}
    for figure in FIGURES:
        values = sorted(getattr(evaluation, figure) for evaluation in drawn)
        found[figure] = (values[tail], values[-tail - 1])
    return found
