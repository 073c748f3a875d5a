"""What share of the base's sentences the version renders.

What it is: the body sentences of the base that have a counterpart in the version, out of all of them. Titles
do not count.
Range: 0 (nothing of the base is there) to 1 (every sentence has a counterpart).
Source: a count over the alignment.
Traps: a sentence counts as rendered as soon as it stands in a bead with the version, even where only a half of
it is rendered; the checks look inside. The figure is as good as the alignment, so read a low one with the map.
Low is no fault in a digest, which leaves out on purpose: what it left out is the question.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from aligner.model import AlignedPair, Role


@dataclass(frozen=True, slots=True)
class CoverageSentences:
    """Share of the base's body sentences that have a counterpart."""

    higher_is_better: ClassVar[bool | None] = None
    resampled: ClassVar[bool] = False

    def applies(self, base_language: str, version_language: str) -> bool:
        """Any two languages."""
        return True

    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """Body sentences of the base that are rendered, and all, in this pair."""
        size = float(sum(s.role is Role.BODY and bool(s.text.strip()) for s in pair.base.segments))
        return (size if pair.version.segments else 0.0, size)

    def aggregate(self, statistics: Sequence[tuple[float, ...]]) -> float | None:
        """The share, 0 to 1; None for a base without body sentences."""
        total = sum(s[1] for s in statistics)
        return sum(s[0] for s in statistics) / total if total else None

    def single(self, statistics: tuple[float, ...]) -> float | None:
        """Nothing: one pair is wholly there or wholly missing."""
        return None

    def signature(self, language: str) -> str:
        """The unit counted."""
        return "coverage-sentences|unit:body-sentences|version:1"
