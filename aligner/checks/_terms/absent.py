"""Terms of the base for which the version has none of the listed renderings."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.checks import Context
from aligner.checks._terms.names import content
from aligner.checks._terms.telling import Case, accepted_terms, evidence, quoted
from aligner.checks._terms.view import Occurrence, TermView
from aligner.checks._terms.words import points, stems
from aligner.model import AlignedPair, Concept, Severity

_BACK = 3
"""Pairs before, in which a full mention lets a pronoun or a short mention stand for the concept."""
_SHORT = 0.6
"""Share of the length to be expected below which the version is condensed here."""


def cases(terms: TermView, context: Context, pair: AlignedPair, told: set[str]) -> Iterator[Case]:
    """A note for each concept that matters and is not rendered in a paired bead; once a concept.

    `told` are the concepts of which another case of the pair speaks already.
    """
    rendered = {m.concept.id for o in terms.version[pair.position] for m in o.readings}
    for place in terms.base[pair.position]:
        ids = {m.concept.id for m in place.readings}
        if place.weak or rendered & ids or told & ids:
            continue
        concept = place.readings[0].concept
        if not accepted_terms(concept, context.version.language) or not _counts(concept, terms):
            continue
        if any(m.concept.id in ids for m in context.terms.weak(pair.version.text, pair.version.lang)):
            continue
        told.add(concept.id)
        weaker = _weaker(terms, context, pair, concept)
        if weaker != "taken up":
            yield _case(place, concept, context, weaker)


def _case(place: Occurrence, concept: Concept, context: Context, weaker: str | None) -> Case:
    listed = [t.text for t in accepted_terms(concept, context.version.language)]
    message = f"“{place.text}” of the base has none of its listed renderings here: {quoted(listed)}."
    told = evidence("absent", concept, context, place, None, 0.6)
    case = Case(
        "absent", place.pair, message, Severity.NEUTRAL, place.span, None, listed[0], told,
        (concept.id, "", "absent"), once=True,
    )  # fmt: skip
    return case.softened(weaker) if weaker else case


def _counts(concept: Concept, terms: TermView) -> bool:
    """Whether its loss is worth a note: it weighs, or the term base knows wrong terms for it."""
    return terms.matters(concept) or any(not t.status.accepted for t in concept.terms)


def _weaker(terms: TermView, context: Context, pair: AlignedPair, concept: Concept) -> str | None:
    """Why the version may render the concept all the same; None where nothing says so."""
    language, text = context.version.language, pair.version.text
    words = stems(text, language)
    some = any(content(t) & words for t in accepted_terms(concept, language))
    rendered = terms.rendered.get(concept.id, frozenset())
    before = any(pair.position - back in rendered for back in range(1, _BACK + 1))
    if before and (some or points(text, language)):
        return "taken up"
    if pair.bead.unsure:
        return "unsure link"
    if some:
        return "paraphrased"
    expected = terms.ratio * len(pair.base.text)
    return "condensed" if len(text) < _SHORT * expected else None
