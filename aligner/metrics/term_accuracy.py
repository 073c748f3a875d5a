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

from dataclasses import dataclass
from typing import ClassVar

from aligner.metrics import _terms
from aligner.metrics._proportion import Share
from aligner.model import AlignedPair


@dataclass(frozen=True, slots=True)
class TermAccuracy(Share):
    """Share of the base's terms rendered acceptably; `terms` is the term base."""

    higher_is_better: ClassVar[bool | None] = True
    label: ClassVar[str] = "term-accuracy|places:exclusive|pairs:two-sided"

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
