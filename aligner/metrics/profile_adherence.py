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
rejected wording counts where the base has its concept. A wording of a wrong concept (one that the base lacks in the
passage, while a related one is there) does not count at all: that is a mistake, not a choice, and the check
`terminology` tells of it. Admitted variants count as not preferred. Acronyms and short forms do not count where the
term base marks them; wordings that it does not list are not seen.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from aligner.metrics import _terms
from aligner.metrics._proportion import Share
from aligner.model import AlignedPair, TermStatus


@dataclass(frozen=True, slots=True)
class ProfileAdherence(Share):
    """Share of the version's terms in the preferred wording; `terms` is the term base as its house sees it."""

    higher_is_better: ClassVar[bool | None] = None
    label: ClassVar[str] = "profile-adherence|wordings:preferred"

    def applies(self, base_language: str, version_language: str) -> bool:
        """Where the term base has the version's language."""
        return _terms.speaks(self.terms, version_language)

    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """Mentions as preferred, and all, on the version's side; empty where there are none."""
        language = pair.version.language
        found = [
            m.term.status is TermStatus.PREFERRED
            or (m.term.status.accepted and not _terms.prefers(m.concept, language))
            for m in _terms.faithful(pair, self.terms)
        ]
        return (float(sum(found)), float(len(found))) if found else ()
