"""Sentences without counterpart, weighed: what omission and addition share."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.checks import Context
from aligner.checks._repeats import Repeats
from aligner.checks._weight import Weigher, Weight
from aligner.model import AlignedPair, Concept, Role, Severity, Side
from aligner.plugins import resource
from aligner.terms import load

_RENDERED = 0.7
"""Share of a sentence's words from which on it counts as standing elsewhere in the other text."""
_SHOWN = 4
"""Reasons that a message names; the evidence holds all."""


@dataclass(frozen=True, slots=True)
class OneSided:
    """A side without counterpart with its weight; `severity` is MAJOR for the heaviest of the document only.

    `rank` counts from 1, the heaviest; `of` is how many there are. `elsewhere` is the index of a segment of the
    other text that has most of its words, where both are in one language.
    """

    side: Side
    weight: Weight
    severity: Severity
    rank: int
    of: int
    elsewhere: int | None

    def message(self, what: str, other: str) -> str:
        """The finding in a sentence: `what` happened to it ("is left out"), `other` the text that lacks it."""
        if self.severity is Severity.NEUTRAL:
            return f"The title has no counterpart in the {other}."
        count = len(self.side.segments)
        subject = "A sentence" if count == 1 else f"{count} sentences"
        if self.side.speaker:
            subject += f" by {self.side.speaker}"
        if self.elsewhere is not None:
            return f"{subject} {what} here; most of its words stand elsewhere in the {other}."
        if self.weight.repeated_in is not None:
            return f"{subject} {what}; another sentence, which has a counterpart, says much the same."
        carries = f" ({', '.join(self.weight.reasons[:_SHOWN])})" if self.severity is Severity.MAJOR else ""
        return f"{subject} {what}{carries}."

    @property
    def evidence(self) -> dict[str, object]:
        """The weight with its grounds, as plain values; "weighty" names the reasons of a major one."""
        values: dict[str, object] = {
            "weight": self.weight.value,
            "weighty": list(self.weight.reasons) if self.severity is Severity.MAJOR else [],
            "carries": list(self.weight.reasons),
            "rank": self.rank,
            "of": self.of,
        }
        if self.weight.repeated_in is not None:
            values["repeated_in"] = self.weight.repeated_in
        if self.elsewhere is not None:
            values["elsewhere"] = self.elsewhere
        return values


def one_sided(context: Context, *, base: bool, least: float, share: float) -> dict[int, OneSided]:
    """For each pair (by position) with the base side only, or the version side only: what stands there.

    A side is major when its weight is at least `least` and it is among the heaviest `share` of its kind in the
    document (three at least). Titles are neutral.
    """
    lone = [(p.position, _side(p, base)) for p in context.pairs if not p.bead.paired and _side(p, base).segments]
    if not lone:
        return {}
    paired = frozenset(s.index for p in context.pairs if p.bead.paired for s in _side(p, base).segments)
    document, other = (context.base, context.version) if base else (context.version, context.base)
    weigher = Weigher(document, other, paired, context.terms, _cues())
    weights = {position: _heaviest([weigher.weigh(s) for s in side.segments]) for position, side in lone}
    elsewhere = dict(_elsewhere(lone, context, base)) if context.same_language else {}
    ranked = sorted(weights, key=lambda p: (p in elsewhere, -weights[p].value, p))
    places = {position: rank for rank, position in enumerate(ranked, 1)}
    room = max(3, math.ceil(share * len(ranked)))
    found = {}
    for position, side in lone:
        rank = places[position]
        heavy = weights[position].value >= least and rank <= room and position not in elsewhere
        severity = Severity.MAJOR if heavy else Severity.MINOR
        if side.role is Role.TITLE:
            severity = Severity.NEUTRAL
        found[position] = OneSided(side, weights[position], severity, rank, len(ranked), elsewhere.get(position))
    return found


def _side(pair: AlignedPair, base: bool) -> Side:
    return pair.base if base else pair.version


def _heaviest(weights: Sequence[Weight]) -> Weight:
    """The weight of several segments together: that of the heaviest, with all that they carry."""
    best = max(weights, key=lambda w: w.value)
    reasons = dict.fromkeys((*best.reasons, *(r for w in weights for r in w.reasons)))
    return Weight(best.value, tuple(reasons), best.repeated_in)


def _elsewhere(lone: Sequence[tuple[int, Side]], context: Context, base: bool) -> Iterator[tuple[int, int]]:
    """Sides most of whose words stand in one segment of the other text: rather rendered than lost."""
    other = context.version if base else context.base
    document = context.base if base else context.version
    there = Repeats([s.text for s in other.segments], other.language)
    here = Repeats([s.text for s in document.segments], document.language)
    everywhere = frozenset(range(len(other.segments)))
    for position, side in lone:
        bag = frozenset().union(*(here.bags[s.index] for s in side.segments))
        share, place = there.nearest(bag, everywhere)
        if place is not None and share >= _RENDERED:
            yield position, place


def _cues() -> tuple[Concept, ...]:
    return load(resource("aligner.checks", "data", "weight_cues.tsv"))
