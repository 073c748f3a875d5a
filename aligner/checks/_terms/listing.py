"""A mix of wordings as it is told: every wording with its count, its places and who says it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from aligner.checks import Context
from aligner.checks._terms.mentions import Mention
from aligner.checks._terms.mixing import Mix
from aligner.checks._terms.telling import capped, evidence
from aligner.model import Issue

_LISTED = 5
"""Wordings that a message names; the evidence holds all."""
_SPEAKERS = 3
_TIMES = ("", "once", "twice")


def issue(mix: Mix, context: Context, asking: frozenset[str]) -> tuple[int, Issue]:
    """The position of the pair with the rarest wording, and the issue; `asking` are those who interview."""
    rare = mix.at or mix.wordings[-1][1][0]
    concept = rare.concept
    told = evidence("mixed", concept, context, rare.used, rare.place, mix.confidence)
    if len({m.concept.id for m in mix.mentions}) > 1:
        told["kind"] = "family"
        told["concepts"] = list(dict.fromkeys(m.concept.id for m in mix.mentions))
    told["wordings"] = [_wording(text, group, asking) for text, group in mix.wordings]
    return rare.place.pair, Issue(
        message=_message(mix, rare, asking),
        severity=capped(concept, mix.severity),
        base=rare.used.span if rare.used else None,
        version=rare.place.span,
        suggestion=mix.wordings[0][0] if told["kind"] == "mixed" and mix.severity else None,
        evidence=told,
    )


def _message(mix: Mix, rare: Mention, asking: frozenset[str]) -> str:
    listed = [f"“{text}” ({_by_whom(group, asking)})" for text, group in mix.wordings]
    more = [f"{len(listed) - _LISTED} more"] if len(listed) > _LISTED else []
    names = ", ".join((*listed[:_LISTED], *more))
    if mix.of is not None and rare.used is not None:
        return f"The version renders “{rare.used.text}” in {len(listed)} ways: {names}."
    if len({m.concept.id for m in mix.mentions}) > 1:
        return f"The text has {len(listed)} terms of one family: {names}."
    return f"The text calls one thing by {len(listed)} names: {names}."


def _by_whom(group: tuple[Mention, ...], asking: frozenset[str]) -> str:
    """How often, and by which voices: "3 times, once in a quotation", "Ann Rowe, who asks, once; Kim Ho, twice"."""
    counts = Counter(m.voice for m in group)
    spoken = [(f"{v}, who asks" if v in asking else v, n) for v, n in counts.items() if v]
    quotations, text = counts[None], counts[""]
    if not spoken and text:
        return _times(len(group)) + (f", {_times(quotations)} in a quotation" if quotations else "")
    told = [f"{who}, {_times(n)}" for who, n in spoken[:_SPEAKERS]]
    others = sum(n for _, n in spoken[_SPEAKERS:])
    rest = (("others", others), ("in a quotation", quotations), ("outside of speech", text))
    return "; ".join((*told, *(f"{where}, {_times(n)}" for where, n in rest if n)))


def _times(count: int) -> str:
    return _TIMES[count] if count < len(_TIMES) else f"{count} times"


def _wording(text: str, group: tuple[Mention, ...], asking: frozenset[str]) -> dict[str, Any]:
    speakers = list(dict.fromkeys(m.voice for m in group if m.voice))
    return {
        "term": text, "concept": group[0].concept.id, "count": len(group),
        "segments": [m.place.segment for m in group], "speakers": speakers,
        "asks": any(s in asking for s in speakers), "quoted": any(m.quoted for m in group),
        "forms": list(dict.fromkeys(m.place.text for m in group)),
    }  # fmt: skip
