"""Which shapes of beads an aligner gets right: 1-1, 1-2, 2-1, 1-0 ..."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from aligner.model import Bead


@dataclass(frozen=True, slots=True)
class ShapeCount:
    """Beads of `base` x `version` segments: how many are in the gold, were predicted, and are in both."""

    base: int
    version: int
    gold: int
    predicted: int
    right: int

    @property
    def name(self) -> str:
        """The shape as it is written: "1-2"."""
        return f"{self.base}-{self.version}"


def by_shape(documents: Iterable[tuple[Iterable[Bead], Iterable[Bead]]]) -> tuple[ShapeCount, ...]:
    """Counts of every shape in the (gold, predicted) beads of several documents, the most common in gold first."""
    wanted: Counter[tuple[int, int]] = Counter()
    found: Counter[tuple[int, int]] = Counter()
    right: Counter[tuple[int, int]] = Counter()
    for gold, predicted in documents:
        ours, theirs = ({(b.base, b.version) for b in beads} for beads in (predicted, gold))
        for counter, beads in ((wanted, theirs), (found, ours), (right, ours & theirs)):
            counter.update((len(base), len(version)) for base, version in beads)
    order = sorted(wanted | found, key=lambda s: (-wanted[s], -found[s], s))
    return tuple(ShapeCount(*shape, wanted[shape], found[shape], right[shape]) for shape in order)
