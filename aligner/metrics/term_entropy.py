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

from dataclasses import dataclass
from typing import Any, ClassVar

from aligner.metrics._consistency import Consistency
from aligner.metrics._wordings import Table, totals, weighted


@dataclass(frozen=True, slots=True)
class TermEntropy(Consistency):
    """One less the normalised entropy of wordings; `terms` is the term base."""

    label: ClassVar[str] = "term-entropy|k:wordings-used|weights:occurrences"

    def formula(self, counts: Any, found: Table) -> Any:
        """The figure of each sample: weighted by occurrences, concepts named once left out."""
        import numpy as np

        total = totals(counts, found)
        spread = np.repeat(total, np.diff(np.r_[found.starts, counts.shape[1]]), axis=1)
        shares = np.divide(counts, spread, out=np.zeros_like(counts), where=counts > 0)
        entropy = -totals(shares * np.log(np.where(shares > 0, shares, 1.0)), found)
        kinds = totals((counts > 0).astype(float), found)
        even = np.divide(entropy, np.log(np.maximum(kinds, 2)), out=np.zeros_like(entropy), where=kinds > 1)
        return weighted(1 - even, np.where(total >= 2, total, 0.0))
