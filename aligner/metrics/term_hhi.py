"""How concentrated the version is on one wording for each concept: the Herfindahl-Hirschman index.

What it is: for each concept that the version names more than once the sum of the squared shares of its wordings;
over concepts the mean weighted by occurrences.
Range: above 0 to 1; 1 means one wording for each concept, 1/2 two wordings half and half; hidden below five
occurrences.
Formula: HHI = sum over wordings of (n_i / n)^2; sum over concepts of n HHI / sum of n.
Source: Itagaki, Aikawa and He 2007, "Automatic validation of terminology translation consistency with statistical
method"; Gašpar, Seljan and Kučiš 2022 for translated corpora, there times 10,000. The interval is a bootstrap
over passages with the bias-corrected percentiles of Efron 1987.
Traps: wordings are those of the term base, rejected ones where the base has their concept; one that it does not
list is not seen. Acronyms and short forms do not count where the term base marks them. A text may vary for good
reason: speakers quoted in their own words, a house name beside the official one. Few occurrences make it look
more consistent than it is: n occurrences cannot go below 1/n; term-ltcr has no such floor.
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
class TermHhi:
    """Concentration on one wording for each concept; `terms` is the term base."""

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
        return f"term-hhi|weights:occurrences|{_terms.digest(self.terms)}|version:1"


def _formula(counts: Any, found: Table) -> Any:
    """The index of each sample: weighted by occurrences, concepts named once left out."""
    import numpy as np

    total = totals(counts, found)
    squares = totals(counts**2, found)
    index = np.divide(squares, total**2, out=np.zeros_like(squares), where=total > 0)
    return weighted(index, np.where(total >= 2, total, 0.0))
