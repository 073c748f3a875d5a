"""What became of a term: one case for each term of a version that is not what the base asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from aligner.checks import Context
from aligner.checks._terms import absent, rejected, rivals
from aligner.checks._terms.occurrences import Occurrence
from aligner.checks._terms.surroundings import Surroundings
from aligner.checks._terms.telling import (
    Case,
    accepted_terms,
    authority,
    capped,
    evidence,
)
from aligner.checks._terms.view import TermView
from aligner.model import Severity, TermStatus


def cases(terms: TermView, context: Context, near: int) -> Iterator[Case]:
    """All cases in the order of the pairs, at most one for each place in the version."""
    for pair in context.pairs:
        told: set[str] = set()
        for found in terms.version[pair.position].terms:
            case = None if found.weak else _Judge(Surroundings(terms, context, near, found)).case()
            if case is not None:
                told.add(case.evidence["concept"])
                yield case
        if pair.bead.paired and not context.same_language:
            yield from absent.cases(terms, context, pair, told)


@dataclass(frozen=True, slots=True)
class _Judge:
    """Decides about one term of the version by what stands around it."""

    around: Surroundings

    def case(self) -> Case | None:
        """The case, None where the term is as it should be."""
        found, own = self.around.found, self.around.here.counts
        accepted, refused = found.ids(accepted=True), found.ids(accepted=False)
        for ident in accepted:
            if (
                ident in own
                and not self.around.spare(ident)
                and not any(self.around.overrules(r, ident) for r in refused)
            ):
                return rivals.exchanged(self.around, ident) or self._variant(ident)
        for ident in sorted(refused, key=lambda i: i not in own):
            case = rejected.case(self.around, ident)
            if case is not None:
                return case
        for ident in accepted:
            case = (
                rivals.instead(self.around, ident)
                or self._far_variant(ident)
                or rivals.mistaken(self.around, ident)
            )
            if case is not None:
                return case
        return None

    def _variant(self, ident: str) -> Case | None:
        """The concept is right; is the wording the base's (one language) or the preferred one (two)?"""
        here = self.around.here.of(ident)
        if not self.around.context.same_language:
            return self._advisory(here[0], ident)
        concept, term = self.around.terms.known.concepts[ident], self.around.found.reading(ident).term
        if any(self.around.terms.known.names.same(term, o.reading(ident).term, concept) for o in here):
            return None
        return self._other_name(here[0], ident, near=True)

    def _far_variant(self, ident: str) -> Case | None:
        """In one language: the pair's base lacks the concept, but the base elsewhere names it otherwise."""
        places = self.around.about(ident)
        if not self.around.context.same_language or not places:
            return None
        concept, term = self.around.terms.known.concepts[ident], self.around.found.reading(ident).term
        if any(self.around.terms.known.names.same(term, o.reading(ident).term, concept) for o in places):
            return None
        return self._other_name(self.around.nearest(places), ident, near=False)

    def _other_name(self, used: Occurrence, ident: str, *, near: bool) -> Case | None:
        """Another accepted term than the base's, in one language: minor where an editor minds, save habits of
        the house."""
        found, terms = self.around.found, self.around.terms
        concept, term = terms.known.concepts[ident], found.reading(ident).term
        if term.text in terms.wordings[ident]:
            return None
        names = f"The version says “{found.text}” where the base says “{used.text}”: another name for the same."
        message = names if near else f"The version says “{found.text}”; the base calls it “{used.text}”."
        profile = self.around.context.profile
        habit = profile is not None and profile.habitual(ident, term.text, term.lang)
        minds = terms.known.matters(concept) and not habit
        severity = capped(concept, Severity.MINOR if minds else Severity.NEUTRAL)
        told = evidence("variant", concept, self.around.context, used, found, 0.85 if near else 0.6)
        return self._case("variant", message, severity, used, told, suggestion=used.text)

    def _advisory(self, used: Occurrence, ident: str) -> Case | None:
        """Across languages: an accepted term of another make than the preferred one."""
        found, context = self.around.found, self.around.context
        concept, term = self.around.terms.known.concepts[ident], found.reading(ident).term
        best = [t for t in accepted_terms(concept, context.version.language) if t.status is TermStatus.PREFERRED]
        if not best or any(self.around.terms.known.names.same(term, t, concept) for t in best):
            return None
        who = authority(concept, best[0], context)
        message = f"“{found.text}” is an accepted variant for “{used.text}”; {who} prefers “{best[0].text}”."
        told = evidence("advisory", concept, context, used, found, 0.8)
        return self._case("advisory", message, Severity.NEUTRAL, used, told, suggestion=best[0].text, once=True)

    def _case(
        self, kind: str, message: str, severity: Severity, used: Occurrence, told: dict[str, Any],
        *, suggestion: str | None, once: bool = False,
    ) -> Case:  # fmt: skip
        found, ident = self.around.found, told["concept"]
        base = used.span if used.pair == found.pair else None
        key = (ident, found.reading(ident).term.text, kind)
        return Case(kind, found.pair, message, severity, base, found.span, suggestion, told, key, once)
