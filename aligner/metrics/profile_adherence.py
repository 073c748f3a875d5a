"""How far the version writes terms as its house prefers.

What it is: of the version's mentions of listed concepts the share in the preferred wording; for a concept without
a preferred wording in this language, in an accepted one. What is preferred is what the house profile of the
version's outlet says, else the term base.
Range: 0 to 1; hidden below five mentions.
Formula: mentions in a preferred wording / mentions; the interval is Wilson's score interval (Wilson 1927) for a
share.
Source: a count; Alam et al. 2021 count adherence to a terminology likewise, against references.
Traps: a preferred wording is a choice of the house or the term base, not a statement about which wording is
right; a version of another house, or without a profile, is held against the term base's own preference. A
rejected wording counts where the base has its concept. Admitted variants count as not preferred. Acronyms and
short forms do not count where the term base marks them; wordings that it does not list are not seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from aligner.metrics import _terms
from aligner.metrics._proportion import wilson
from aligner.model import AlignedPair, TermStatus
from aligner.terms.matching import TermIndex


@dataclass(frozen=True, slots=True)
class ProfileAdherence:
    """Share of the version's terms in the preferred wording; `terms` is the term base as its house sees it."""

    higher_is_better: ClassVar[bool | None] = None
    resampled: ClassVar[bool] = False
    minimum: ClassVar[int] = _terms.MINIMUM
    method: ClassVar[str] = "wilson:95"
    base_only: ClassVar[bool] = True
    terms: TermIndex = field(default_factory=TermIndex)

    def applies(self, base_language: str, version_language: str) -> bool:
        """Where the term base has the version's language."""
        return _terms.speaks(self.terms, version_language)

    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """Mentions as preferred, and all, on the version's side; empty where there are none."""
        language = pair.version.language
        found = [
            m.term.status is TermStatus.PREFERRED
            or (m.term.status.accepted and not _terms.prefers(m.concept, language))
            for m in _terms.wordings(pair, self.terms)
        ]
        return (float(sum(found)), float(len(found))) if found else ()

    def aggregate(self, statistics: Sequence[tuple[float, ...]]) -> float | None:
        """The share, 0 to 1; None for a version without terms."""
        total = sum(s[1] for s in statistics)
        return sum(s[0] for s in statistics) / total if total else None

    def single(self, statistics: tuple[float, ...]) -> float | None:
        """The share in one passage."""
        return self.aggregate([statistics])

    def size(self, statistics: Sequence[tuple[float, ...]]) -> int:
        """The mentions."""
        return int(sum(s[1] for s in statistics))

    def limits(self, statistics: Sequence[tuple[float, ...]]) -> tuple[float, float] | None:
        """Wilson's interval."""
        return wilson(sum(s[0] for s in statistics), self.size(statistics))

    def signature(self, language: str) -> str:
        """What is counted, and the term base with the statuses of the profile."""
        return f"profile-adherence|wordings:preferred|{_terms.digest(self.terms)}|version:1"
