"""Another concept's term where the base has its own: whose position the words then state."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.checks._terms.exchange import exchange
from aligner.checks._terms.occurrences import Occurrence, Passage
from aligner.checks._terms.surroundings import Surroundings
from aligner.checks._terms.telling import Case, accepted_terms, capped, evidence, said_by
from aligner.model import Concept, Severity

_ELSEWHERE = 3
"""Other rivals of the base that are told with a case."""


def instead(around: Surroundings, ident: str) -> Case | None:
    """The version names a concept that the base here does not; does the base name one easily taken for it?"""
    others = around.terms.known.rivals.get(ident, frozenset())
    if not others:
        return None
    here = [o for o in _family(around.here, others) if not around.rendered(o)]
    places = around.about(ident)
    if here:
        return _case(around, ident, here[0], 0.9, sure=True)
    if any(around.near_by(o) for o in places):
        return None
    far = [o for r in sorted(others) for o in around.about(r) if o.pair != around.found.pair and around.loose(o)]
    close = [o for o in far if around.near_by(o)]
    weighty = around.terms.known.concepts[ident].weighty
    if far and not places and (close or weighty):
        return _case(around, ident, around.nearest(far), 0.7, sure=weighty)
    return _case(around, ident, around.nearest(close), 0.4, sure=False) if close else None


def mistaken(around: Surroundings, ident: str) -> Case | None:
    """The version names a concept that the base does not, in the place of another of the same term base."""
    made = exchange(around.terms, around.context, around.found, ident)
    if made is None:
        return None
    found = around.found
    message = f"The version says “{found.text}” where the base says “{made.used.text}”{said_by(made.used)}"
    if made.severity is Severity.NEUTRAL:
        message += "; the term base lists them as two things"
    severity = capped(made.concept, made.severity)
    confidence = {Severity.MAJOR: 0.7, Severity.MINOR: 0.5}.get(made.severity, 0.3)
    return _told(around, ident, (made.used, made.concept), message, severity, confidence)


def exchanged(around: Surroundings, ident: str) -> Case | None:
    """The pair's base names the concept and a rival, the version the concept once too often and never the rival.

    Told only where both sides name as many of the family, so that their places answer each other, and no word too
    many is told as a rejected one.
    """
    if around.terms.surplus[around.found.pair]:
        return None
    family = around.terms.known.rivals.get(ident, frozenset()) | {ident}
    base, version = _family(around.here, family), _family(around.beside, family)
    if len(base) != len(version) or around.found not in version:
        return None
    used = base[version.index(around.found)]
    if used.has(ident) or around.rendered(used):
        return None
    return _case(around, ident, used, 0.6, sure=False)


def _family(passage: Passage, idents: frozenset[str]) -> list[Occurrence]:
    """The places of a passage at which one of the concepts is named by an accepted term, in order."""
    found = {o.span: o for ident in idents for o in passage.of(ident) if ident in o.ids(accepted=True)}
    return [found[span] for span in sorted(found)]


def _case(around: Surroundings, ident: str, used: Occurrence, confidence: float, *, sure: bool) -> Case:
    """`sure` cases are major where both concepts weigh."""
    found, terms = around.found, around.terms
    others = terms.known.rivals[ident]
    concept = terms.known.concepts[next(i for i in used.ids(accepted=True) if i in others)]
    elsewhere = _elsewhere(around, others - {concept.id})
    message = f"The version says “{found.text}” where the base says “{used.text}”{said_by(used)}"
    if elsewhere:
        message += "; elsewhere the base says " + " and ".join(f"“{o.text}”{said_by(o)}" for o in elsewhere)
    grave = sure and concept.weighty and terms.known.concepts[ident].weighty
    severity = capped(concept, Severity.MAJOR if grave else Severity.MINOR)
    case = _told(around, ident, (used, concept), message, severity, confidence, elsewhere)
    # that the base has the version's concept nowhere does not hang on the link
    here = used.pair == found.pair
    return case.softened("unsure link") if here and around.unsure and around.about(ident) else case


def _told(
    around: Surroundings, ident: str, meant: tuple[Occurrence, Concept], message: str, severity: Severity,
    confidence: float, elsewhere: Sequence[Occurrence] = (),
) -> Case:  # fmt: skip
    """The case: `meant` is the place of the base and its concept, `ident` the concept that the version names."""
    found, context, (used, concept) = around.found, around.context, meant
    instead = found.reading(ident)
    told = evidence("rival", concept, context, used, found, confidence)
    told |= {"version_concept": ident, "version_note": instead.term.note or instead.concept.note}
    if elsewhere:
        told["elsewhere"] = [
            {"term": o.text, "speaker": o.speaker, "segment": o.segment, "sentence": o.sentence} for o in elsewhere
        ]
    listed = [t.text for t in accepted_terms(concept, context.version.language)]
    return Case(
        "rival", found.pair, f"{message}.", severity, used.span if used.pair == found.pair else None, found.span,
        used.text if context.same_language else next(iter(listed), None), told,
        (concept.id, instead.term.text, "rival"),
    )  # fmt: skip


def _elsewhere(around: Surroundings, others: frozenset[str]) -> list[Occurrence]:
    """The nearest place of each other rival in the base, at most three."""
    places = [around.nearest(p) for other in sorted(others) if (p := around.about(other))]
    return sorted(places, key=around.nearness)[:_ELSEWHERE]
