"""How far the version settles on one wording for each concept: one less the normalised entropy of its wordings.

What it is: for each concept that the version names more than once 1 - H / log k, where H is the entropy of its k
wordings there; 1 for a concept with one wording. Over concepts the mean weighted by occurrences.
Range: 0 (all wordings equally often) to 1 (one wording for each concept); hidden below five occurrences.
Formula: 1 - H / log k with H = - sum over wordings of p_i log p_i; sum over concepts of n times that / sum of n.
Source: Shannon 1948; H / log k is the evenness of Pielou 1966. The interval is a bootstrap over passages with the
bias-corrected percentiles of Efron 1987.
Traps: it says how evenly wordings are mixed, not how many there are: two wordings half and half and five wordings
in equal parts both give 0; term-hhi tells them apart. Wordings that the term base does not list are not seen;
acronyms and short forms do not count where it marks them. A text may vary for good reason: speakers quoted in
their own words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from aligner.metrics import _terms
from aligner.metrics._bootstrap import SAMPLES, SEED
from aligner.metrics._consistency import counted
from aligner.metrics._wordings import Table, figure, limits, repeated, totals, weighted
from aligner.model import AlignedPair
from aligner.terms.matching import TermIndex


@dataclass(frozen=True, slots=True)
class TermEntropy:
    """One less the normalised entropy of wordings; `terms` is the term base."""

    higher_is_better: ClassVar[bool | None] = True
    resampled: ClassVar[bool] = False
    minimum: ClassVar[int] = _terms.MINIMUM
    method: ClassVar[str] = f"bs-bc:{SAMPLES}|seed:{SEED}"
    base_only: ClassVar[bool] = True
    terms: TermIndex = field(default_factory=TermIndex)

    def applies(self, base_language: str, version_language: str) -> bool:
        """Where the term base has the version's language."""
        return _terms.speaks(self.terms, version_language)

    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """(concept, wording, occurrences) of the version's side."""
        return counted(pair, self.terms)

    def aggregate(self, statistics: Sequence[tuple[float, ...]]) -> float | None:
        """The figure, 0 to 1; None where no concept is named twice."""
        return figure(statistics, _formula)

    def single(self, statistics: tuple[float, ...]) -> float | None:
        """Nothing: consistency is a matter of the whole text."""
        return None

    def size(self, statistics: Sequence[tuple[float, ...]]) -> int:
        """Occurrences of concepts that are named more than once."""
        return repeated(statistics)

    def limits(self, statistics: Sequence[tuple[float, ...]]) -> tuple[float, float] | None:
        """A bootstrap over passages."""
        return limits(statistics, _formula)

    def signature(self, language: str) -> str:
        """What is counted, and the term base."""
        return f"term-entropy|k:wordings-used|weights:occurrences|{_terms.digest(self.terms)}|version:1"


def _formula(counts: Any, found: Table) -> Any:
    """The figure of each sample: weighted by occurrences, concepts named once left out."""
    import numpy as np

    total = totals(counts, found)
    spread = np.repeat(total, np.diff(np.r_[found.starts, counts.shape[1]]), axis=1)
    shares = np.divide(counts, spread, out=np.zeros_like(counts), where=counts > 0)
    entropy = -totals(shares * np.log(np.where(shares > 0, shares, 1.0)), found)
    kinds = totals((counts > 0).astype(float), found)
    even = np.divide(entropy, np.log(np.maximum(kinds, 2)), out=np.zeros_like(entropy), where=kinds > 1)
    return weighted(1 - even, np.where(total >= 2, total, 0.0))
