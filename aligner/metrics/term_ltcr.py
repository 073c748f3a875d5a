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

from dataclasses import dataclass
from typing import Any, ClassVar

from aligner.metrics._consistency import Consistency
from aligner.metrics._wordings import Table, totals


@dataclass(frozen=True, slots=True)
class TermLtcr(Consistency):
    """Share of pairs of mentions in the same wording; `terms` is the term base."""

    label: ClassVar[str] = "term-ltcr|pairs:mentions"

    def formula(self, counts: Any, found: Table) -> Any:
        """The ratio of each sample."""
        import numpy as np

        same = (counts * (counts - 1)).sum(axis=1)
        total = totals(counts, found)
        pairs = (total * (total - 1)).sum(axis=1)
        return np.divide(same, pairs, out=np.full(len(pairs), np.nan), where=pairs > 0)
