"""What a term stands for that one concept accepts and another rejects, where the base has both.

"An agreement and an accord" for a memorandum of understanding and an agreement: the accord, which only the
agreement rejects, takes the agreement's place, so that the word "agreement" is left for the memorandum.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from aligner.checks._terms.occurrences import Occurrence, Passage
from aligner.model import Side, Span
from aligner.terms.matching import TermIndex


def surplus(base: Passage, version: Passage, side: Side, index: TermIndex) -> Mapping[Span, tuple[str, str]]:
    """The version's places whose accepting concept has enough terms without them, while the rejecting one has none.

    Each with the ids of both concepts, the accepting one first. `side` is the version's text, `index` searches it.
    """
    served: Counter[str] = Counter()
    doubtful: list[tuple[Occurrence, str, list[str]]] = []
    for place in version.terms:
        accepted, refused = (_of_base(place, base, accepted=a) for a in (True, False))
        if accepted and refused:
            doubtful.append((place, accepted[0], refused))
        else:
            served.update((*accepted, *refused)[:1])
    if not doubtful:
        return {}
    hinted = {m.concept.id for m in index.named(side.text, side.lang) if m.term.status.accepted}
    found = {}
    for place, ident, refused in doubtful:
        free = (r for r in refused if not served[r] and r not in hinted and _apart(base, ident, r))
        other = next(free, None) if served[ident] >= base.counts[ident] else None
        served[other or ident] += 1
        if other is not None:
            found[place.span] = ident, other
    return found


def _of_base(place: Occurrence, base: Passage, *, accepted: bool) -> list[str]:
    return [] if place.weak else [i for i in place.ids(accepted=accepted) if i in base.counts]


def _apart(base: Passage, one: str, other: str) -> bool:
    """Whether the base names the two concepts in different places: two term bases may hold one concept."""
    return {o.span for o in base.of(one)}.isdisjoint(o.span for o in base.of(other))
