"""One text without a base: the terms in it that a term base or a house profile rejects."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.checks import Context
from aligner.checks._terms.kinds import is_common, twins
from aligner.checks._terms.occurrences import Occurrence
from aligner.checks._terms.telling import Case, accepted_terms, authority, capped, evidence, quoted, sentence
from aligner.checks._terms.titles import in_title
from aligner.checks._terms.view import TermView
from aligner.model import Concept, Severity, Term, TermStatus


def cases(terms: TermView, context: Context) -> Iterator[Case]:
    """All rejected and superseded terms, in reading order."""
    for pair in context.pairs:
        for found in terms.version[pair.position].terms:
            concept = None if found.weak else _rejecting(found, terms)
            case = _case(found, concept, terms, context) if concept else None
            if case is not None:
                yield case


def _rejecting(found: Occurrence, terms: TermView) -> Concept | None:
    """The concept that rejects a term; None where another accepts it, or the same one of an earlier term base."""
    accepted = [terms.known.concepts[i] for i in found.ids(accepted=True)]
    for ident in sorted(found.ids(accepted=False), key=lambda i: terms.known.order[i]):
        concept = terms.known.concepts[ident]
        if all(terms.known.order[ident] < terms.known.order[c.id] and twins(concept, c) for c in accepted):
            return concept
    return None


def _case(found: Occurrence, concept: Concept, terms: TermView, context: Context) -> Case | None:
    """The case; a single word may mean something else: a note at most, and only where the text has the concept."""
    term = found.reading(concept.id).term
    if in_title(found, term):
        return None
    old = term.status is TermStatus.SUPERSEDED
    outright = len({t.lang.partition("-")[0] for t in concept.terms}) == 1
    ambiguous = is_common(term) and not (outright and term.forbidden)
    if ambiguous and concept.id not in terms.rendered:
        return None
    listed = [t.text for t in accepted_terms(concept, context.version.language)]
    severity = Severity.NEUTRAL if ambiguous else capped(concept, Severity.MINOR)
    sure = 0.2 if ambiguous else 0.8 if outright or old else 0.6
    kind = "superseded" if old else "rejected"
    told = evidence(kind, concept, context, None, found, sure)
    if ambiguous:
        told["weaker"] = "single word"
    return Case(
        kind, found.pair, _message(found, concept, term, context, listed, ambiguous), severity, None, found.span,
        next(iter(listed), None), told, (concept.id, term.text, kind), once=ambiguous,
    )  # fmt: skip


def _message(
    found: Occurrence, concept: Concept, term: Term, context: Context, listed: list[str], ambiguous: bool
) -> str:
    who = sentence(authority(concept, term, context))
    if term.status is TermStatus.SUPERSEDED:
        said = f"{who} calls “{found.text}” superseded"
    elif ambiguous:
        return f"{who} rejects “{found.text}” where {told_name(listed, concept)} is meant; is it meant here?"
    else:
        said = f"{who} rejects “{found.text}”"
    return f"{said}; it accepts {quoted(listed)}." if listed else f"{said}."


def told_name(listed: list[str], concept: Concept) -> str:
    """What a reader may know the concept by: an accepted term, else any that is not rejected, else its id."""
    return f"“{next(iter(listed), None) or next((t.text for t in concept.terms if t.status.accepted), concept.id)}”"
