"""What share of the base's words stands in sentences that the version renders.

What it is: the words of the base's body sentences that have a counterpart, out of the words of all of them;
letters for languages that are written without spaces. Titles do not count.
Range: 0 (nothing of the base is there) to 1 (every sentence has a counterpart).
Source: a count over the alignment.
Traps: not each word is rendered, only its sentence has a counterpart. Above coverage-sentences means that the
version kept the long sentences, below it that it kept the short ones. Words (spaces) and letters (Chinese,
Japanese) are different units, so shares of bases in different languages are only roughly comparable.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from aligner.metrics._length import words
from aligner.model import AlignedPair, Role


@dataclass(frozen=True, slots=True)
class CoverageWords:
    """Share of the base's body words whose sentence has a counterpart."""

    higher_is_better: ClassVar[bool | None] = None
    resampled: ClassVar[bool] = False

    def applies(self, base_language: str, version_language: str) -> bool:
        """Any two languages."""
        return True

    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """Body words of the base whose sentence is rendered, and all, in this pair."""
        body = (s.text for s in pair.base.segments if s.role is Role.BODY)
        size = float(sum(words(text, pair.base.language) for text in body))
        return (size if pair.version.segments else 0.0, size)

    def aggregate(self, statistics: Sequence[tuple[float, ...]]) -> float | None:
        """The share, 0 to 1; None for a base without words."""
        total = sum(s[1] for s in statistics)
        return sum(s[0] for s in statistics) / total if total else None

    def single(self, statistics: tuple[float, ...]) -> float | None:
        """Nothing: one pair is wholly there or wholly missing."""
        return None

    def signature(self, language: str) -> str:
        """The unit counted."""
        return "coverage-words|unit:body-words-or-letters|version:1"
