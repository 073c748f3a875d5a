"""What features are computed from: two texts, the tables between them, and the model of lengths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt

from aligner.aligners._corpus import Encoded, Floats, Ints
from aligner.aligners._evidence import Direction
from aligner.aligners._lattice import Path
from aligner.aligners._length import Lengths

Mask = npt.NDArray[np.bool_]
Column = tuple[str, npt.NDArray[Any]]
"""The name of a feature and its value for each bead."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One document as the base aligner leaves it."""

    base: Encoded
    version: Encoded
    written: tuple[Sequence[str], Sequence[str]]
    """The segments of base and version as they are written."""
    forth: Direction
    back: Direction
    lengths: Lengths
    path: Path
    """The base aligner's beads."""
    runs: tuple[Floats, Floats] = field(init=False)
    """Running sums of the lengths of base and version segments."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "runs", (running(self.base.lengths), running(self.version.lengths)))


def running(values: Floats) -> Floats:
    """Running sums over the first axis, beginning with 0: n + 1 of them."""
    first = np.zeros((1, *values.shape[1:]))
    return np.concatenate((first, np.cumsum(values, axis=0)))


def over(run: Floats, start: Ints, size: Ints) -> Floats:
    """The sums of `size` values from `start` on, given their running sums."""
    return np.asarray(run[start + size] - run[start])
