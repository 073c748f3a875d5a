"""A term that the term base or the house profile rejects, where the base has its concept."""

from __future__ import annotations

import re

from aligner.checks._terms.kinds import is_word
from aligner.checks._terms.occurrences import Occurrence
from aligner.checks._terms.surroundings import Surroundings
from aligner.checks._terms.telling import (
    Case,
    accepted_terms,
    authority,
    capped,
    evidence,
    quoted,
    ruled,
    said_by,
    sentence,
)
from aligner.model import Severity, TermStatus

_NUMBER_BEFORE = re.compile(r"(\d[\d.,]*)[^\w]?\w?\Z")
_LOOK_BACK = 24
"""Characters in which the number of a unit is looked for."""


def case(around: Surroundings, ident: str) -> Case | None:
    """The case, None where the version has an accepted term for each of the base's."""
    found, context = around.found, around.context
    concept, term = around.terms.known.concepts[ident], found.reading(ident).term
    places, counted = _places(around, ident)
    if not places or (context.same_language and any(o.reading(ident).term.text == term.text for o in places)):
        return None
    used = places[0]
    here = used.pair == found.pair
    sure = (0.9 if here else 0.5) * (1.0 if counted or not is_word(term) else 0.8)
    kind = "superseded" if term.status is TermStatus.SUPERSEDED else "rejected"
    listed = [t.text for t in accepted_terms(concept, context.version.language)]
    told = Case(
        kind, found.pair, _message(around, ident, used, listed), _severity(around, ident),
        used.span if here else None, found.span, next(iter(listed), None),
        evidence(kind, concept, context, used, found, sure), (ident, term.text, kind),
    )  # fmt: skip
    # several words that are listed as a wrong rendering of just this term prove the link themselves
    proven = here and not is_word(term)
    return told.softened("unsure link") if around.unsure and not proven else told


def _message(around: Surroundings, ident: str, used: Occurrence, listed: list[str]) -> str:
    term, concept = around.found.reading(ident).term, around.terms.known.concepts[ident]
    who = sentence(authority(concept, term, around.context))
    if term.status is TermStatus.SUPERSEDED:
        said = f"{who} calls “{around.found.text}” for “{used.text}”{said_by(used)} superseded"
    else:
        said = f"{who} rejects “{around.found.text}” as a rendering of “{used.text}”{said_by(used)}"
    return f"{said}; it accepts {quoted(listed)}." if listed else f"{said}."


def _severity(around: Surroundings, ident: str) -> Severity:
    """How grave a rejected term is: what only a house dislikes, an old or a common word is minor."""
    term, concept = around.found.reading(ident).term, around.terms.known.concepts[ident]
    loose = (is_word(term) and not concept.weighty) or term.status is TermStatus.SUPERSEDED
    house = ruled(concept, term, around.context)
    return capped(concept, Severity.MINOR if loose or house else Severity.MAJOR)


def _places(around: Surroundings, ident: str) -> tuple[list[Occurrence], bool]:
    """What of the base the term may render, and whether a number on both sides says so.

    Units all stand after numbers: "percent" renders those percentage points that have its own number.
    """
    places = _unrendered(around, ident)
    numbers = [_number_before(around.base_text(o), o.span.start) for o in places]
    if not places or not all(numbers):
        return places, False
    own = _number_before(around.version_text, around.found.span.start)
    return [o for o, n in zip(places, numbers, strict=True) if n == own], True


def _unrendered(around: Surroundings, ident: str) -> list[Occurrence]:
    """Places of a concept in the pair's base, else close to it, for which the version has too few terms."""
    here = list(around.here.of(ident))
    if here:
        return here if around.answered(ident) < around.here.counts[ident] else []
    told = around.terms.rendered.get(ident, frozenset())
    places = [o for o in around.about(ident) if o.pair not in told and around.loose(o) and around.near_by(o)]
    return sorted(places, key=around.nearness)


def _number_before(text: str, start: int) -> str | None:
    """The digits of the number that a unit at `start` belongs to, a counter between them allowed."""
    found = _NUMBER_BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
    return found[1].strip(".,") if found else None
