"""What share of the base's terms the version renders with a wording that the term base accepts.

What it is: each place of a listed concept in the base counts once; it is rendered where the version's side of the
passage has a preferred or admitted wording of that concept which answers no other place. Longer terms win over
the shorter ones within them, so "one-China principle" is no place of "China". Only passages that both texts have
count, and only concepts for which the term base (as the version's house profile sees it) accepts a wording in the
version's language.
Range: 0 (none) to 1 (every place); hidden below five places.
Formula: rendered / places; the interval is Wilson's score interval (Wilson 1927) for a share.
Source: term exact-match accuracy of Alam et al. 2021, "On the evaluation of machine translation for terminology
consistency", with each rendering counted once.
Traps: a place rendered by a pronoun or a paraphrase counts as not rendered, so a good free translation stays
below 1; see the check `terminology` for what is wrong. What is left out with its whole passage does not count
here; see term-coverage. The interval takes places for independent: a term that is always rendered alike makes it
too narrow.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import ClassVar

from aligner.metrics import _terms
from aligner.metrics._proportion import wilson
from aligner.model import AlignedPair
from aligner.terms.matching import TermIndex


@dataclass(frozen=True, slots=True)
class TermAccuracy:
    """Share of the base's terms rendered acceptably; `terms` is the term base."""

    higher_is_better: ClassVar[bool | None] = True
    resampled: ClassVar[bool] = False
    minimum: ClassVar[int] = _terms.MINIMUM
    method: ClassVar[str] = "wilson:95"
    base_only: ClassVar[bool] = True
    terms: TermIndex = field(default_factory=TermIndex)

    def applies(self, base_language: str, version_language: str) -> bool:
        """Where the term base has both languages."""
        return _terms.speaks(self.terms, base_language) and _terms.speaks(self.terms, version_language)

    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """Places rendered and places of a pair; empty where it has none."""
        if not pair.bead.paired:
            return ()
        language = pair.version.language
        places = [
            wanted
            for readings in _terms.occurrences(pair.base, self.terms)
            if (wanted := {m.concept.id for m in readings if _terms.accepted(m.concept, language)})
        ]
        free = _terms.renderings(pair.version, self.terms)
        rendered = 0
        for wanted in places:
            answer = next((span for span, told in free if wanted & told), None)
            if answer is not None:
                free = [(span, told) for span, told in free if not span.overlaps(answer)]
                rendered += 1
        return (float(rendered), float(len(places))) if places else ()

    def aggregate(self, statistics: Sequence[tuple[float, ...]]) -> float | None:
        """The share, 0 to 1; None where the base has no term."""
        total = sum(s[1] for s in statistics)
        return sum(s[0] for s in statistics) / total if total else None

    def single(self, statistics: tuple[float, ...]) -> float | None:
        """The share in one passage."""
        return self.aggregate([statistics])

    def size(self, statistics: Sequence[tuple[float, ...]]) -> int:
        """The places."""
        return int(sum(s[1] for s in statistics))

    def limits(self, statistics: Sequence[tuple[float, ...]]) -> tuple[float, float] | None:
        """Wilson's interval."""
        return wilson(sum(s[0] for s in statistics), self.size(statistics))

    def signature(self, language: str) -> str:
        """The places counted, and the term base."""
        return f"term-accuracy|places:exclusive|pairs:two-sided|{_terms.digest(self.terms)}|version:1"
