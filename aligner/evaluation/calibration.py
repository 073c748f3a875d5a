"""Whether confidence means what it says: of beads with confidence .9, nine in ten should be right.

The expected calibration error sorts beads into bins by confidence and averages, weighted by the beads in each bin,
how far the share of right beads lies from the mean confidence (Naeini, Cooper & Hauskrecht 2015). A bead is right
when it equals a gold bead, one-sided ones included.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aligner.model import Bead

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Beads with a confidence from `low` on: how many, their mean confidence, and the share that is right."""

    low: float
    beads: int
    confidence: float
    right: float


def bins(documents: Iterable[tuple[Iterable[Bead], Iterable[Bead]]]) -> tuple[Bin, ...]:
    """The (gold, predicted) beads of several documents in BINS bins of equal width; empty bins are left out.

    Beads without a confidence are passed over.
    """
    sorted_in: list[list[tuple[float, bool]]] = [[] for _ in range(BINS)]
    for gold, predicted in documents:
        wanted = {(b.base, b.version) for b in gold}
        for bead in predicted:
            if bead.confidence is not None:
                place = min(int(bead.confidence * BINS), BINS - 1)
                sorted_in[place].append((bead.confidence, (bead.base, bead.version) in wanted))
    return tuple(
        Bin(n / BINS, len(held), sum(c for c, _ in held) / len(held), sum(r for _, r in held) / len(held))
        for n, held in enumerate(sorted_in)
        if held
    )


def expected_error(found: Sequence[Bin]) -> float | None:
    """The expected calibration error, 0..1, lower is better; None where no bead has a confidence."""
    total = sum(b.beads for b in found)
    return sum(b.beads * abs(b.confidence - b.right) for b in found) / total if total else None
