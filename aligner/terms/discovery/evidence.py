"""What speaks for a wording: in which places it stands, and how far each of them makes it a variant of a term."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum

from aligner.model import Candidate, Place

ENOUGH = 0.5
"""Score below which a wording is not worth an editor's look."""

VOTES = 2
"""Segments of one document that count: a text that repeats itself is still one witness."""


class Ground(Enum):
    """Why a wording in one place may be a variant, and how likely that alone makes it.

    The weights say how many places it takes: one where a text of another language, or another text of the same
    one, has the term (ALIGNED, and REPLACED for the words that differ); two where the frame is short (LOOSE), where
    the wording shares no word with the term (OTHER), or where nothing but the frame speaks for it (FRAME).
    """

    ALIGNED = 0.7
    REPLACED = 0.6
    LOOSE = 0.4
    OTHER = 0.35
    FRAME = 0.3


@dataclass(slots=True)
class Evidence:
    """All that speaks for one wording as a variant of one term; `places` maps each place to its best ground."""

    concept: str
    like: str
    places: dict[tuple[str, int, int, int], Ground] = field(default_factory=dict)
    texts: dict[tuple[str, int, int, int], Place] = field(default_factory=dict)

    def add(self, place: Place, ground: Ground) -> None:
        """Count a place, under the better ground where it is known already."""
        key = (place.document, place.segments[0], place.span.start, place.span.stop)
        known = self.places.get(key)
        if known is None or known.value < ground.value:
            self.places[key] = ground
            self.texts[key] = place

    @property
    def score(self) -> float:
        """Noisy-or of the grounds (Pearl 1988, section 4.3.2), the best two segments of each document."""
        segments: dict[str, dict[int, float]] = {}
        for (document, segment, _, _), ground in self.places.items():
            known = segments.setdefault(document, {})
            known[segment] = max(ground.value, known.get(segment, 0.0))
        votes = [w for found in segments.values() for w in sorted(found.values(), reverse=True)[:VOTES]]
        return 1 - math.prod(1 - w for w in votes)

    @property
    def aligned(self) -> int:
        """In how many places another text has the term."""
        return sum(ground is not Ground.FRAME for ground in self.places.values())


def chosen(text: str, lang: str, rivals: Iterable[Evidence]) -> Candidate | None:
    """The candidate that a wording makes, as a variant of the concept that most speaks for; None if too little.

    Where two concepts have the same frame and equally much speaks for both, the earlier one in the term base wins.
    """
    best = max(rivals, key=lambda e: (e.aligned, e.score))
    score = best.score
    if score < ENOUGH:
        return None
    return Candidate(
        text=text,
        lang=lang,
        concept=best.concept,
        like=best.like,
        kind="aligned" if best.aligned else "frame",
        score=round(score, 2),
        places=tuple(best.texts.values()),
    )
