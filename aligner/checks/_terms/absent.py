"""Terms of the base for which the version has none of the listed renderings."""

from __future__ import annotations

from collections.abc import Iterator

from aligner.checks import Context
from aligner.checks._terms.kinds import is_common
from aligner.checks._terms.names import content
from aligner.checks._terms.occurrences import Occurrence
from aligner.checks._terms.telling import Case, accepted_terms, evidence, quoted
from aligner.checks._terms.view import TermView
from aligner.checks._terms.words import points, stems
from aligner.model import AlignedPair, Concept, Role, Severity
from aligner.terms.matching import TermMatch

_BACK = 3
"""Pairs before, in which a full mention lets a pronoun or a short mention stand for the concept."""


def cases(terms: TermView, context: Context, pair: AlignedPair, told: set[str]) -> Iterator[Case]:
    """A note for each concept that matters and is not rendered in a paired bead; once a concept.

    `told` are the concepts of which another case of the pair speaks already. Headlines and unsure links are passed
    over: there a term may well be missing.
    """
    if pair.bead.unsure or pair.base.role is Role.TITLE:
        return
    rendered = terms.version[pair.position].counts.keys()
    for place in terms.base[pair.position].terms:
        ids = {m.concept.id for m in place.readings}
        concept = place.readings[0].concept
        if place.weak or ids & rendered or ids & told or not _counts(place.readings[0], context, terms):
            continue
        named = [m for m in terms.index.named(pair.version.text, pair.version.lang) if m.concept.id in ids]
        lifts = [m for m in named if m.term.status.accepted]
        if any(not _spoken_for(m, pair, terms) for m in lifts):
            continue
        wrong = next((m for m in named if not m.term.status.accepted), None)
        told.add(concept.id)
        short = next(iter(terms.index.shortened(pair.version.text, pair.version.lang, ids)), None)
        some = bool(lifts) or short is not None or _some(concept, pair)
        if wrong is not None or not _taken_up(concept, pair, terms, some=some):
            case = _case(place, concept, context, pair, short or wrong)
            yield _weakened(case, short, some=some, digest=terms.digest)


def _counts(match: TermMatch, context: Context, terms: TermView) -> bool:
    """Whether its loss is worth a note: it weighs, or there are wrong terms for it; in a digest only if marked.

    A single common word of the base may mean something else, unless a plain glossary lists it for this very text.
    """
    concept, language = match.concept, context.version.language
    if not accepted_terms(concept, language):
        return False
    marked = concept.origin in terms.known.marking
    if terms.digest or (marked and is_common(match.term)):
        return concept.weighty and not is_common(match.term)
    return terms.known.weighs(concept) or any(not t.status.accepted for t in concept.in_language(language))


def _spoken_for(match: TermMatch, pair: AlignedPair, terms: TermView) -> bool:
    """Whether a weak match lies in a longer term that renders another term of the base.

    Where both sides name "the Bank of Korea" once, that is no rendering of the base's "Korea" beside it.
    """
    base, version = terms.base[pair.position].counts, terms.version[pair.position]
    around = (o for o in version.terms if o.span.start <= match.span.start and match.span.stop <= o.span.stop)
    longer = {m.concept.id for o in around if o.span != match.span for m in o.readings}
    return any(base.get(ident, 0) >= version.counts[ident] for ident in longer)


def _case(place: Occurrence, concept: Concept, context: Context, pair: AlignedPair, seen: TermMatch | None) -> Case:
    """The note; `seen` is what the version has of the concept: a shortened mention, or a rejected term in another
    form."""
    listed = [t.text for t in accepted_terms(concept, context.version.language)]
    message = f"“{place.text}” of the base has none of its listed renderings here: {quoted(listed)}"
    if seen is not None:
        words = seen.span.of(pair.version.text)
        accepted = seen.term.status.accepted
        message += f"; “{words}” " + (
            "may be short for one" if accepted else f"is like the rejected “{seen.term.text}”"
        )
    return Case(
        "absent", place.pair, f"{message}.", Severity.NEUTRAL, place.span, seen.span if seen else None, listed[0],
        evidence("absent", concept, context, place, None, 0.6), (concept.id, "", "absent"), once=True,
    )  # fmt: skip


def _weakened(case: Case, short: TermMatch | None, *, some: bool, digest: bool) -> Case:
    """The case, with the reason if something speaks for the version."""
    if some or digest:
        return case.softened("shortened" if short else "paraphrased" if some else "condensed")
    return case


def _some(concept: Concept, pair: AlignedPair) -> bool:
    """Whether some word of a listed rendering stands in the version: it may paraphrase."""
    words = stems(pair.version.text, pair.version.language)
    return any(content(t) & words for t in accepted_terms(concept, pair.version.language))


def _taken_up(concept: Concept, pair: AlignedPair, terms: TermView, *, some: bool) -> bool:
    """Whether a pronoun or a shorter mention stands for a full one just before."""
    rendered = terms.rendered.get(concept.id, frozenset())
    before = any(pair.position - back in rendered for back in range(1, _BACK + 1))
    return before and (some or points(pair.version.text, pair.version.language))
