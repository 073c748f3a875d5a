"""Two versions of one base: different names in one place, and who writes which."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.checks import Context
from aligner.checks._terms.kinds import is_common
from aligner.checks._terms.occurrences import Occurrence
from aligner.checks._terms.telling import Case, authority, capped, evidence
from aligner.checks._terms.view import TermView
from aligner.model import Document, Severity, TermStatus

Occurrences = tuple[Occurrence, ...]


def cases(terms: TermView, context: Context) -> Iterator[Case]:
    """For each place with two names a case, once for each pair of wordings, in the order of the rows."""
    for pair in context.pairs:
        first, second = terms.base[pair.position], terms.version[pair.position]
        for found in second:
            if found.weak:
                continue
            case = _variant(found, first, context, terms) or _rival(found, first, second, context, terms)
            if case is not None:
                yield case


def _variant(found: Occurrence, first: Occurrences, context: Context, terms: TermView) -> Case | None:
    """Two names of one concept; minor where the term base keeps the rejected one for another concept."""
    for match in found.readings if context.same_language else ():
        ident = match.concept.id
        here = [o for o in first if o.has(ident)]
        if not here:
            continue
        told = [o.reading(ident).term for o in (found, *here)]
        # two common words need not stand for one and the same word of the base
        if any(terms.names.same(told[0], t, match.concept) for t in told[1:]) or all(
            is_common(t) and t.status.accepted for t in told
        ):
            return None
        used = here[0]
        if (
            used.ids(accepted=True)
            and found.ids(accepted=True)
            and not (_accepts(ident, used) and _accepts(ident, found))
        ):
            return _apart(used, found, context, terms)
        message = f"{_says(used, found, context)}: {_judgement(used, found, ident, context)}."
        return _case("variant", message, Severity.NEUTRAL, (ident, ident), used, found, context, terms, 0.8)
    return None


def _accepts(ident: str, place: Occurrence) -> bool:
    return place.reading(ident).term.status.accepted


def _judgement(used: Occurrence, found: Occurrence, ident: str, context: Context) -> str:
    """What the term base says of the two: names of one thing, or one of them rejected."""
    for place in (used, found):
        match = place.reading(ident)
        if not match.term.status.accepted:
            old = match.term.status is TermStatus.SUPERSEDED
            verb = "calls" if old else "rejects"
            return f"{authority(match.concept, match.term, context)} {verb} “{place.text}”{' superseded' * old}"
    return "two names of one thing"


def _rival(
    found: Occurrence, first: Occurrences, second: Occurrences, context: Context, terms: TermView
) -> Case | None:
    """Names of two concepts that are easily taken for each other, each on its own side only."""
    for ident in found.ids(accepted=True):
        others = terms.rivals.get(ident, frozenset())
        if any(o.has(ident) for o in first):
            return None
        for used in first:
            told = [i for i in used.ids(accepted=True) if i in others]
            if told and not used.weak and not any(o.has(told[0]) for o in second):
                return _apart(used, found, context, terms)
    return None


def _apart(used: Occurrence, found: Occurrence, context: Context, terms: TermView) -> Case:
    """Terms of different concepts."""
    idents = used.ids(accepted=True)[0], found.ids(accepted=True)[0]
    message = f"{_says(used, found, context)}: these name different things."
    severity = capped(terms.concepts[idents[0]], Severity.MINOR)
    return _case("rival", message, severity, idents, used, found, context, terms, 0.7)


def _case(
    kind: str, message: str, severity: Severity, idents: tuple[str, str], used: Occurrence, found: Occurrence,
    context: Context, terms: TermView, sure: float,
) -> Case:  # fmt: skip
    ident, instead = idents
    concept, match = terms.concepts[ident], found.reading(instead)
    told = evidence(kind, concept, context, used, found, sure)
    told |= {"base_document": context.base.id, "version_document": context.version.id}
    if instead != ident:
        told |= {"version_concept": instead, "version_note": match.term.note or match.concept.note}
    key = (*sorted((ident, instead)), used.reading(ident).term.text, match.term.text, kind)
    return Case(kind, found.pair, message, severity, used.span, found.span, None, told, key, once=True)


def _says(used: Occurrence, found: Occurrence, context: Context) -> str:
    one, two = _name(context.base, context.version), _name(context.version, context.base)
    return f"{one} says “{used.text}”, {two} says “{found.text}”"


def _name(document: Document, other: Document) -> str:
    """The outlet where both have one and it tells the two apart, else the id."""
    told = document.outlet and other.outlet and document.outlet != other.outlet
    return document.outlet if told and document.outlet else document.id
