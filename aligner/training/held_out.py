"""How good the scorer is on documents that it was not trained on, and the tempers that this shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from aligner.aligners._corpus import Floats
from aligner.aligners._scorer import BARE_TEMPER, TEMPER
from aligner.evaluation import Evaluation, evaluate
from aligner.evaluation.calibration import bins, expected_error
from aligner.model import Bead
from aligner.training.examples import Example
from aligner.training.model import PENALTY, Fitted, Set, fit

FOLDS = 3
"""Into how many parts the documents of a set are dealt; a set of one document is left out as a whole."""

TEMPERS = np.arange(0.3, 1.51, 0.05)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A document aligned by weights that have not seen it."""

    example: Example
    scores: Floats
    chosen: Floats
    """1 for each bead of the best path, else 0."""
    loss: float
    """Minus the log of the right path's probability."""

    @property
    def scorer(self) -> Evaluation:
        """How good the scorer's beads are."""
        return evaluate(self.example.right, self.example.path(self.chosen, self.chosen))

    @property
    def base(self) -> Evaluation:
        """How good those of the base aligner are."""
        return evaluate(self.example.right, self.example.path(self.example.base_path, self.example.base_path))


def folds(examples: Sequence[Example], *, by_group: bool = False) -> Iterator[tuple[list[Example], list[Example]]]:
    """(to train on, held out): documents dealt out within their sets, or whole sets at a time."""
    for group in dict.fromkeys(e.group for e in examples):
        documents = [*dict.fromkeys(e.document for e in examples if e.group == group)]
        count = 1 if by_group else min(FOLDS, len(documents))
        for k in range(count):
            out = {(group, name) for name in documents[k::count]}
            yield (
                [e for e in examples if (e.group, e.document) not in out],
                [e for e in examples if (e.group, e.document) in out],
            )


def held_out(
    examples: Sequence[Example],
    names: Sequence[str],
    begin: Fitted,
    penalty: float = PENALTY,
    *,
    by_group: bool = False,
) -> list[Outcome]:
    """Every document aligned by weights that were fitted without it."""
    found = []
    for train, test in folds(examples, by_group=by_group):
        fitted = fit(Set(train), names, penalty, begin)
        found += applied(Set(test), fitted.weights)
    return found


def applied(held: Set, weights: Floats) -> list[Outcome]:
    """Documents aligned by given weights."""
    scores = held.table.astype(np.float64) @ weights
    best = held.lattices.best(scores).astype(np.float64)
    losses = held.lattices.losses(scores, held.right).tolist()
    parts = zip(held.examples, held.split(scores), held.split(best), losses, strict=True)
    return [Outcome(*part) for part in parts]


def tempers(outcomes: Sequence[Outcome]) -> dict[str, float]:
    """For runs with a dictionary and those without, by the rows of the weights file: the factor on the scores with
    the least calibration error on documents held out, sets and ways of running counting alike."""
    return {
        row: _temper([o for o in outcomes if (o.example.way == "bare") == (row == BARE_TEMPER)])
        for row in (TEMPER, BARE_TEMPER)
    }


def _temper(outcomes: Sequence[Outcome]) -> float:
    if not outcomes:
        return 1.0
    errors = [float(np.mean([*errors_of(outcomes, factor).values()])) for factor in TEMPERS.tolist()]
    return float(round(TEMPERS[int(np.argmin(errors))], 2))


def errors_of(outcomes: Sequence[Outcome], factor: float) -> dict[tuple[str, str], float]:
    """The expected calibration error of each set and way of running when scores are multiplied by `factor`."""
    held = Set([o.example for o in outcomes])
    scores = np.concatenate([o.scores for o in outcomes])[held.lattices.order]
    sure = held.split(held.lattices.sums(scores * factor)[0])
    pairs: dict[tuple[str, str], list[tuple[Sequence[Bead], list[Bead]]]] = {}
    for o, p in zip(outcomes, sure, strict=True):
        key = (o.example.group, o.example.way)
        pairs.setdefault(key, []).append((o.example.right, o.example.path(o.chosen, p)))
    return {key: expected_error(bins(found)) or 0.0 for key, found in pairs.items()}


def table(outcomes: Sequence[Outcome], factors: Mapping[str, float]) -> str:
    """Per set and way of running: strict and lax F1 of base and scorer, loss a bead, calibration error."""
    lines = [f"{'set':<20}{'run':<7}{'base':>13}{'scorer':>15}{'loss':>8}{'ECE':>7}"]
    keys = [(o.example.group, o.example.way) for o in outcomes]
    for key in sorted(set(keys)):
        mine = [o for o, k in zip(outcomes, keys, strict=True) if k == key]
        base = sum((o.base for o in mine), Evaluation())
        found = sum((o.scorer for o in mine), Evaluation())
        loss = sum(o.loss for o in mine) / sum(len(o.example.right) for o in mine)
        error = errors_of(mine, factors[BARE_TEMPER if key[1] == "bare" else TEMPER])[key]
        lines.append(
            f"{key[0]:<20}{key[1]:<7}{base.f1_strict:>7.3f}/{base.f1_lax:.3f}{found.f1_strict:>9.3f}/{found.f1_lax:.3f}"
            f"{loss:>8.3f}{error:>7.3f}"
        )
    return "\n".join(lines)
