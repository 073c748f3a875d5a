"""Plain shares of things counted, and their interval."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import sqrt
from typing import ClassVar

from aligner.metrics import _terms
from aligner.model import AlignedPair
from aligner.terms.matching import TermIndex

Z = 1.959964
"""The 97.5 % point of the normal distribution."""


def wilson(hits: float, total: float) -> tuple[float, float]:
    """The 95 % score interval of hits / total (Wilson 1927, "Probable inference").

    Unlike a bootstrap or the normal approximation it stays honest for few things and for shares of 0 and 1 (Brown,
    Cai and DasGupta 2001, "Interval estimation for a binomial proportion"). `total` must be above 0.
    """
    share, width = hits / total, Z * Z / total
    middle = (share + width / 2) / (1 + width)
    reach = Z / (1 + width) * sqrt(share * (1 - share) / total + width / (4 * total))
    return max(0.0, min(share, middle - reach)), min(1.0, max(share, middle + reach))


@dataclass(frozen=True, slots=True)
class Share(ABC):
    """A share of terms counted passage by passage; `terms` is the term base. `label` says what is counted."""

    resampled: ClassVar[bool] = False
    minimum: ClassVar[int] = _terms.MINIMUM
    method: ClassVar[str] = "wilson:95"
    base_only: ClassVar[bool] = True
    label: ClassVar[str]
    terms: TermIndex = field(default_factory=TermIndex)

    @abstractmethod
    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """What counts in a pair, and all that could; empty where nothing could."""

    def aggregate(self, statistics: Sequence[tuple[float, ...]]) -> float | None:
        """The share, 0 to 1; None where nothing could count."""
        total = sum(s[1] for s in statistics)
        return sum(s[0] for s in statistics) / total if total else None

    def single(self, statistics: tuple[float, ...]) -> float | None:
        """The share in one passage."""
        return self.aggregate([statistics])

    def size(self, statistics: Sequence[tuple[float, ...]]) -> int:
        """All that could count."""
        return int(sum(s[1] for s in statistics))

    def limits(self, statistics: Sequence[tuple[float, ...]]) -> tuple[float, float] | None:
        """Wilson's interval."""
        return wilson(sum(s[0] for s in statistics), self.size(statistics))

    def signature(self, language: str) -> str:
        """What is counted, and the term base."""
        return f"{self.label}|{_terms.digest(self.terms)}|version:1"
