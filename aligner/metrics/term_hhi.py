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

from dataclasses import dataclass
from typing import Any, ClassVar

from aligner.metrics._consistency import Consistency
from aligner.metrics._wordings import Table, totals, weighted


@dataclass(frozen=True, slots=True)
class TermHhi(Consistency):
    """Concentration on one wording for each concept; `terms` is the term base."""

    label: ClassVar[str] = "term-hhi|weights:occurrences"

    def formula(self, counts: Any, found: Table) -> Any:
        """The index of each sample: weighted by occurrences, concepts named once left out."""
        import numpy as np

        total = totals(counts, found)
        squares = totals(counts**2, found)
        index = np.divide(squares, total**2, out=np.zeros_like(squares), where=total > 0)
        return weighted(index, np.where(total >= 2, total, 0.0))
