"""How much of the base's naming of concepts the version keeps, whatever the place.

What it is: for each listed concept min(1, acceptable renderings in the version / places in the base), counted
over the two whole texts, and the mean over the concepts weighted by their places in the base.
Range: 0 (no concept of the base is named) to 1 (each is named as often as in the base or oftener); hidden below
five places.
Formula: sum over concepts of min(s, t) / sum of s, which is the weighted mean of min(1, t/s); s counts the places
in the base, t the preferred and admitted wordings in the version. The interval is Wilson's (1927) for a share.
Source: the term success rate of the WMT terminology tasks (Semenov et al. 2023), per concept and with counts.
Traps: low is no fault in a digest, which leaves passages out, nor in a text that says "it" the second time. One
rendering too many of one concept does not make up for another concept; one at the wrong place does count: see
term-accuracy for passage by passage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from aligner.metrics import _terms
from aligner.metrics._proportion import wilson
from aligner.metrics._wordings import triples
from aligner.model import AlignedPair
from aligner.terms.matching import TermIndex

BASE, VERSION = 0, 1


@dataclass(frozen=True, slots=True)
class TermCoverage:
    """Share of the base's places of concepts that the version names as often; `terms` is the term base."""

    higher_is_better: ClassVar[bool | None] = None
    resampled: ClassVar[bool] = False
    minimum: ClassVar[int] = _terms.MINIMUM
    method: ClassVar[str] = "wilson:95"
    base_only: ClassVar[bool] = True
    terms: TermIndex = field(default_factory=TermIndex)

    def applies(self, base_language: str, version_language: str) -> bool:
        """Where the term base has both languages."""
        return _terms.speaks(self.terms, base_language) and _terms.speaks(self.terms, version_language)

    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """(concept, side, occurrences) of the base's concepts and of the version's accepted wordings."""
        number, language = _terms.numbers(self.terms), pair.version.language
        found: list[tuple[int, int]] = []
        here: set[str] = set()
        for readings in _terms.occurrences(pair.base, self.terms):
            match = next((m for m in readings if _terms.accepted(m.concept, language)), None)
            if match is not None:
                here.add(match.concept.id)
                found.append((number[match.concept.id], BASE))
        last = 0
        for span, told in sorted(_terms.renderings(pair.version, self.terms), key=lambda r: r[0]):
            if span.start >= last:
                last = span.stop
                found.append((number[min(told & here or told, key=number.__getitem__)], VERSION))
        return triples(found)

    def aggregate(self, statistics: Sequence[tuple[float, ...]]) -> float | None:
        """The weighted mean, 0 to 1; None where the base has no term."""
        kept, places = _kept(statistics)
        return kept / places if places else None

    def single(self, statistics: tuple[float, ...]) -> float | None:
        """Nothing: the figure looks past passages."""
        return None

    def size(self, statistics: Sequence[tuple[float, ...]]) -> int:
        """The places in the base."""
        return int(_kept(statistics)[1])

    def limits(self, statistics: Sequence[tuple[float, ...]]) -> tuple[float, float] | None:
        """Wilson's interval."""
        return wilson(*_kept(statistics))

    def signature(self, language: str) -> str:
        """What is counted, and the term base."""
        return f"term-coverage|min(1,t/s):weighted|texts:whole|{_terms.digest(self.terms)}|version:1"


def _kept(statistics: Sequence[tuple[float, ...]]) -> tuple[float, float]:
    """Places of the base that the version's counts make up for, and all."""
    sums: dict[float, list[float]] = {}
    for passage in statistics:
        for i in range(0, len(passage), 3):
            concept, side, count = passage[i : i + 3]
            sums.setdefault(concept, [0.0, 0.0])[int(side)] += count
    return sum(min(s, t) for s, t in sums.values()), sum(s for s, _ in sums.values())
