"""How long the whole version is beside the whole base.

What it is: letters and digits of the version for one of the base, over everything that is aligned (titles and
body), whether it has a counterpart or not. Punctuation and spaces do not count.
Range: 0 upwards. In one language 1 means equally long; between languages the usual figure depends on the pair.
Source: a count.
Traps: neither direction is better. A digest is short here and ordinary in length-ratio, which holds only paired
passages against each other: the two together tell leaving out from condensing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from aligner.metrics._length import letters
from aligner.model import AlignedPair


@dataclass(frozen=True, slots=True)
class LengthRatioWhole:
    """Letters of the version for a letter of the base, over the whole texts."""

    higher_is_better: ClassVar[bool | None] = None
    resampled: ClassVar[bool] = False

    def applies(self, base_language: str, version_language: str) -> bool:
        """Any two languages."""
        return True

    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """Letters of the base and of the version."""
        return (float(letters(pair.base.text)), float(letters(pair.version.text)))

    def aggregate(self, statistics: Sequence[tuple[float, ...]]) -> float | None:
        """The ratio; None where the base has no letters."""
        base = sum(s[0] for s in statistics)
        return sum(s[1] for s in statistics) / base if base else None

    def single(self, statistics: tuple[float, ...]) -> float | None:
        """Nothing: the figure of a passage stands under length-ratio."""
        return None

    def signature(self, language: str) -> str:
        """The unit and the passages counted."""
        return "length-ratio-whole|unit:letters|pairs:all|version:1"
