"""What features are computed from: two texts, the tables between them, and the model of lengths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from aligner.aligners._corpus import Encoded
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
