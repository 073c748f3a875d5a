"""How differently two texts of one language word the same concepts: a Jensen-Shannon divergence.

What it is: for each listed concept that both texts name, how far the shares of its wordings differ between them;
over concepts the mean weighted by occurrences in both. Only passages that both texts have count.
Range: 0 (the same wordings in the same shares) to 1 (no wording in common); hidden below five occurrences.
Formula: JSD = H((p + q) / 2) - (H(p) + H(q)) / 2 with logarithms to base 2 and equal weights for the two texts,
whatever their length; sum over concepts of (m + n) JSD / sum of (m + n), m and n being the concept's occurrences.
Source: Lin 1991, "Divergence measures based on the Shannon entropy", section IV. The interval is a bootstrap over
passages with the bias-corrected percentiles of Efron 1987.
Traps: this is difference, not quality: two houses may each keep to their own name. Wordings are those of the term
base; one that it does not list is not seen, and a concept that one text does not name does not count. Few
occurrences make two texts look more different than their houses are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from aligner.metrics import _terms
from aligner.metrics._bootstrap import SAMPLES, SEED
from aligner.metrics._wordings import Table, figure, limits, table, totals, triples, weighted
from aligner.model import AlignedPair
from aligner.terms.matching import TermIndex

SIDES = 2
"""Slots of one wording: 2n is the other text's, 2n + 1 the version's."""


@dataclass(frozen=True, slots=True)
class TermDivergence:
    """Jensen-Shannon divergence of the wordings of two texts; `terms` is the term base."""

    higher_is_better: ClassVar[bool | None] = None
    resampled: ClassVar[bool] = False
    minimum: ClassVar[int] = _terms.MINIMUM
    method: ClassVar[str] = f"bs-bc:{SAMPLES}|seed:{SEED}"
    base_only: ClassVar[bool] = False
    terms: TermIndex = field(default_factory=TermIndex)

    def applies(self, base_language: str, version_language: str) -> bool:
        """Only between texts of one language, where the term base has it."""
        return base_language == version_language and _terms.speaks(self.terms, version_language)

    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """(concept, wording and side, occurrences) of a pair that stands in both texts."""
        if not pair.bead.paired:
            return ()
        number = _terms.numbers(self.terms)
        turned = AlignedPair(pair.position, pair.bead, pair.version, pair.base)
        return triples(
            (number[m.concept.id], SIDES * _terms.slot(m) + side)
            for side, view in enumerate((turned, pair))
            for m in _terms.wordings(view, self.terms)
        )

    def aggregate(self, statistics: Sequence[tuple[float, ...]]) -> float | None:
        """The divergence, 0 to 1; None where the texts name no concept both."""
        return figure(statistics, _formula)

    def single(self, statistics: tuple[float, ...]) -> float | None:
        """Nothing: shares are those of the whole text."""
        return None

    def size(self, statistics: Sequence[tuple[float, ...]]) -> int:
        """Occurrences, in both texts, of concepts that both name."""
        found = table(statistics)
        if found is None:
            return 0
        return int(_weights(found.counts.sum(axis=0, keepdims=True), found).sum())

    def limits(self, statistics: Sequence[tuple[float, ...]]) -> tuple[float, float] | None:
        """A bootstrap over passages."""
        return limits(statistics, _formula)

    def signature(self, language: str) -> str:
        """The formula, what is counted, and the term base."""
        return (
            f"term-divergence|jsd:base2|weights:occurrences|pairs:two-sided|{_terms.digest(self.terms)}|version:1"
        )


def _sides(counts: Any, found: Table) -> tuple[Any, Any]:
    """The counts of either text, those of the other text set to 0."""
    own = found.slots % SIDES == 1
    return counts * ~own, counts * own


def _weights(counts: Any, found: Table) -> Any:
    """Occurrences of each concept in both texts; 0 where only one has it."""
    import numpy as np

    other, own = (totals(side, found) for side in _sides(counts, found))
    return np.where((other > 0) & (own > 0), other + own, 0.0)


def _formula(counts: Any, found: Table) -> Any:
    """The divergence of each sample."""
    import numpy as np

    spread = np.diff(np.r_[found.starts, counts.shape[1]])
    shares = []
    for side in _sides(counts, found):
        total = np.repeat(totals(side, found), spread, axis=1)
        shares.append(np.divide(side, total, out=np.zeros_like(side), where=total > 0))
    # the two texts' columns of one wording, brought together: every wording gets a column for either text
    wordings = np.cumsum(np.r_[True, _new(found)]) - 1
    first = np.flatnonzero(np.r_[True, _new(found)])
    p, q = (np.add.reduceat(side, first, axis=1) for side in shares)
    starts = wordings[found.starts]
    gain = _entropy((p + q) / 2, starts) - (_entropy(p, starts) + _entropy(q, starts)) / 2
    return weighted(np.clip(gain, 0.0, 1.0), _weights(counts, found))


def _new(found: Table) -> Any:
    """For each column but the first whether it is another wording than the one before it."""
    import numpy as np

    opens = np.zeros(len(found.slots), dtype=bool)
    opens[found.starts] = True
    wording = found.slots // SIDES
    return (wording[1:] != wording[:-1]) | opens[1:]


def _entropy(shares: Any, starts: Any) -> Any:
    """The entropy in bits of each concept's wordings (samples x concepts)."""
    import numpy as np

    return -np.add.reduceat(shares * np.log2(np.where(shares > 0, shares, 1.0)), starts, axis=1)
