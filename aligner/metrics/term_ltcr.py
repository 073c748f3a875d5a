"""How often two mentions of a concept in the version share one wording: lexical translation consistency ratio.

What it is: of all pairs of mentions of one concept, the share in which both have the same wording.
Range: 0 (each mention another wording) to 1 (one wording for each concept); hidden below five occurrences.
Formula: LTCR = sum over concepts of the pairs j < k with t_j = t_k / sum over concepts of n(n-1)/2.
Source: Lyu, Li, Gong and Zhang 2021, "Encouraging lexical translation consistency for document-level neural
machine translation", there for repeated source words; here for listed concepts. The interval is a bootstrap over
passages with the bias-corrected percentiles of Efron 1987; a passage drawn twice makes pairs with itself, which
the correction takes out only in part.
Traps: a concept named n times weighs n(n-1)/2, so the commonest one decides the figure. Wordings that the term
base does not list are not seen; acronyms and short forms do not count where it marks them. A text may vary for
good reason: speakers quoted in their own words, a house name beside the official one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from aligner.metrics import _terms
from aligner.metrics._bootstrap import SAMPLES, SEED
from aligner.metrics._consistency import counted
from aligner.metrics._wordings import Table, figure, limits, repeated, totals
from aligner.model import AlignedPair
from aligner.terms.matching import TermIndex


@dataclass(frozen=True, slots=True)
class TermLtcr:
    """Share of pairs of mentions in the same wording; `terms` is the term base."""

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
        return f"term-ltcr|pairs:mentions|{_terms.digest(self.terms)}|version:1"


def _formula(counts: Any, found: Table) -> Any:
    """The ratio of each sample."""
    import numpy as np

    same = (counts * (counts - 1)).sum(axis=1)
    total = totals(counts, found)
    pairs = (total * (total - 1)).sum(axis=1)
    return np.divide(same, pairs, out=np.full(len(pairs), np.nan), where=pairs > 0)
