"""What the three figures on consistency share: the version's own wordings of concepts that it names repeatedly."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from aligner.metrics import _terms
from aligner.metrics._bootstrap import SAMPLES, SEED
from aligner.metrics._wordings import Table, figure, limits, repeated, triples
from aligner.model import AlignedPair
from aligner.terms.matching import TermIndex


@dataclass(frozen=True, slots=True)
class Consistency(ABC):
    """A figure on how a version words each concept; `terms` is the term base. `label` says what is counted."""

    higher_is_better: ClassVar[bool | None] = True
    resampled: ClassVar[bool] = False
    minimum: ClassVar[int] = _terms.MINIMUM
    method: ClassVar[str] = f"bs-bc:{SAMPLES}|seed:{SEED}"
    base_only: ClassVar[bool] = True
    label: ClassVar[str]
    terms: TermIndex = field(default_factory=TermIndex)

    @abstractmethod
    def formula(self, counts: Any, found: Table) -> Any:
        """The figure of each sample; `counts` are occurrences (samples x wordings), `found` their concepts."""

    def applies(self, base_language: str, version_language: str) -> bool:
        """Where the term base has the version's language."""
        return _terms.speaks(self.terms, version_language)

    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """(concept, wording, occurrences) of the version's side."""
        number = _terms.numbers(self.terms)
        return triples((number[m.concept.id], _terms.slot(m)) for m in _terms.wordings(pair, self.terms))

    def aggregate(self, statistics: Sequence[tuple[float, ...]]) -> float | None:
        """The figure, 0 to 1; None where no concept is named twice."""
        return figure(statistics, self.formula)

    def single(self, statistics: tuple[float, ...]) -> float | None:
        """Nothing: consistency is a matter of the whole text."""
        return None

    def size(self, statistics: Sequence[tuple[float, ...]]) -> int:
        """Occurrences of concepts that are named more than once."""
        return repeated(statistics)

    def limits(self, statistics: Sequence[tuple[float, ...]]) -> tuple[float, float] | None:
        """A bootstrap over passages."""
        return limits(statistics, self.formula)

    def signature(self, language: str) -> str:
        """What is counted, and the term base."""
        return f"{self.label}|{_terms.digest(self.terms)}|version:1"
