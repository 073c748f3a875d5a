"""Concepts that are taken for each other (stance, policy, principle) and stand side by side in one text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from aligner.checks import Context
from aligner.checks._terms.kinds import kin
from aligner.checks._terms.mentions import Mention
from aligner.checks._terms.mixing import Mix, mixed
from aligner.checks._terms.view import TermView
from aligner.model import Severity


def families(found: Mapping[str, list[Mention]], terms: TermView) -> Iterator[tuple[str, ...]]:
    """The concepts of a text that stand for one matter, each family once, in the order of their first mentions.

    Only concepts that weigh, that are easily taken for each other and whose terms share a name belong together.
    """
    first = {ident: n for n, ident in enumerate(found)}
    seen: set[str] = set()
    for ident in found:
        if ident in seen:
            continue
        members, todo = [], [ident]
        while todo:
            one = todo.pop()
            if one in seen:
                continue
            seen.add(one)
            members.append(one)
            others = terms.known.rivals.get(one, frozenset())
            todo += sorted(o for o in others if o in first and o not in seen and _together(one, o, terms))
        yield tuple(sorted(members, key=first.__getitem__))


def _together(one: str, other: str, terms: TermView) -> bool:
    pair = terms.known.concepts[one], terms.known.concepts[other]
    return all(terms.known.weighs(c) for c in pair) and kin(*pair)


def side_by_side(
    members: tuple[str, ...], found: Mapping[str, list[Mention]], terms: TermView, context: Context
) -> Mix | None:
    """A family of several members as a note on who says which; graver where one of them is mixed within itself."""
    inner = [mix for ident in members if (mix := mixed(found[ident], terms, context))]
    told = [m for ident in members for m in found[ident] if not m.headline]
    if len({m.concept.id for m in told}) < 2:
        return inner[0] if inner else None
    ordered = tuple(sorted(told, key=lambda m: (m.place.segment, m.place.start)))
    worst = max(inner, key=lambda mix: mix.severity, default=None)
    if worst is None or worst.severity is Severity.NEUTRAL:
        return Mix(ordered, Severity.NEUTRAL, 0.5)
    return Mix(ordered, worst.severity, worst.confidence, at=worst.wordings[-1][1][0])
