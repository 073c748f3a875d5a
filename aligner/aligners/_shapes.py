"""The shapes of beads, and how common each is: more than Gale & Church (1993) have, counted anew each pass."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from aligner.aligners._corpus import Floats

Shape = tuple[int, int]

DEFAULTS: dict[Shape, float] = {
    (1, 1): 0.70, (1, 2): 0.09, (2, 1): 0.07, (1, 0): 0.02, (0, 1): 0.02, (2, 2): 0.02, (1, 3): 0.02,
    (3, 1): 0.012, (2, 3): 0.008, (3, 2): 0.006, (1, 4): 0.008, (4, 1): 0.004, (3, 3): 0.003, (2, 4): 0.003,
    (4, 2): 0.002, (1, 5): 0.003, (5, 1): 0.002, (1, 6): 0.001, (6, 1): 0.001,
}  # fmt: skip
"""Base x version segments -> prior probability; round figures for prose in any pair of languages."""

SHAPES: tuple[Shape, ...] = tuple(DEFAULTS)
WIDEST = max(max(shape) for shape in SHAPES)

PSEUDO_COUNT = 20.0
"""How many beads the defaults weigh when the shapes of a document are counted."""

ONE_SIDED = 0.01
"""The prior of one-sided beads never falls below this: what is left out comes in runs and is rare before."""


def priors(seen: Iterable[Shape] = ()) -> Floats:
    """Log priors in the order of SHAPES: the defaults, moved by the shapes seen."""
    total = sum(DEFAULTS.values())
    counts = {shape: PSEUDO_COUNT * prior / total for shape, prior in DEFAULTS.items()}
    for shape in seen:
        if shape in counts:
            counts[shape] += 1
    mass = sum(counts.values())
    return np.log([max(counts[s] / mass, ONE_SIDED if 0 in s else 0.0) for s in SHAPES])
