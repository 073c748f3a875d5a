"""Whether the version tells things in the order of the base.

What it is: Kendall's tau-b between the places of the paired body passages in the base and in the version: the
pairs of passages in the same order less those in the opposite order, over all that are not tied.
Range: -1 (told backwards) to 1 (the same order); 0 is no relation.
Source: Kendall 1945, "The treatment of ties in ranking problems"; for word order Birch and Osborne 2010.
Traps: neither order is better. Only passages in both texts count, so a digest that keeps the order of what it
takes over has 1. An aligner that cannot see crossings (monotone) always gives 1: look whether the alignment is
monotone before reading anything into it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from aligner.model import AlignedPair, Role


@dataclass(frozen=True, slots=True)
class Order:
    """Kendall's tau-b over the places of paired passages."""

    higher_is_better: ClassVar[bool | None] = None
    resampled: ClassVar[bool] = False

    def applies(self, base_language: str, version_language: str) -> bool:
        """Any two languages."""
        return True

    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """The middle of the pair's segment indices on either side."""
        bead = pair.bead
        if not bead.paired or pair.base.role is not Role.BODY:
            return ()
        return (sum(bead.base) / len(bead.base), sum(bead.version) / len(bead.version))

    def aggregate(self, statistics: Sequence[tuple[float, ...]]) -> float | None:
        """tau-b, -1 to 1; None for fewer than two passages or where all are tied on one side."""
        import numpy as np

        if len(statistics) < 2:
            return None
        places = np.asarray(statistics, dtype=np.float64)
        agreeing, left, right = 0.0, 0.0, 0.0
        for number in range(len(places) - 1):  # row by row: memory stays linear
            signs = np.sign(places[number + 1 :] - places[number])
            agreeing += float((signs[:, 0] * signs[:, 1]).sum())
            left += float((signs[:, 0] ** 2).sum())
            right += float((signs[:, 1] ** 2).sum())
        return agreeing / math.sqrt(left * right) if left and right else None

    def single(self, statistics: tuple[float, ...]) -> float | None:
        """Nothing: one passage has no order."""
        return None

    def signature(self, language: str) -> str:
        """The coefficient and the passages counted."""
        return "order|kendall:tau-b|pairs:two-sided-body|version:1"
