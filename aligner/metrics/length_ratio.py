"""How long the version's passages are beside those they render.

What it is: letters and digits of the version for one of the base, over the passages that stand in both; also
for each passage. Punctuation and spaces do not count.
Range: above 0. In one language 1 means equally long; between languages the usual figure depends on the pair: a
Chinese character takes about three to four English letters, a Korean syllable about two and a half.
Source: the length idea of Gale and Church 1993, used here to describe, not to align.
Traps: neither direction is better. Compare passages with the figure of the whole: one far below it has lost
something or was condensed, one far above was explained or padded. What is left out altogether does not count
here; see coverage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from aligner.metrics._length import letters
from aligner.model import AlignedPair


@dataclass(frozen=True, slots=True)
class LengthRatio:
    """Letters of the version for a letter of the base, over paired passages."""

    higher_is_better: ClassVar[bool | None] = None
    resampled: ClassVar[bool] = True

    def applies(self, base_language: str, version_language: str) -> bool:
        """Any two languages."""
        return True

    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """Letters of the base and of the version."""
        if not pair.bead.paired:
            return ()
        return (float(letters(pair.base.text)), float(letters(pair.version.text)))

    def aggregate(self, statistics: Sequence[tuple[float, ...]]) -> float | None:
        """The ratio; None where the base has no letters."""
        base = sum(s[0] for s in statistics)
        return sum(s[1] for s in statistics) / base if base else None

    def single(self, statistics: tuple[float, ...]) -> float | None:
        """The ratio of one passage."""
        return self.aggregate([statistics])

    def signature(self, language: str) -> str:
        """The unit and the passages counted."""
        return "length-ratio|unit:letters|pairs:two-sided|version:1"
