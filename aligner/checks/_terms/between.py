"""Two versions of one base: different names in one place, and who writes which."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aligner.checks import Context
from aligner.checks._terms.exchange import exchange
from aligner.checks._terms.kinds import is_common
from aligner.checks._terms.occurrences import Occurrence, Passage
from aligner.checks._terms.telling import Case, authority, capped, evidence
from aligner.checks._terms.view import TermView
from aligner.model import Document, Severity, TermStatus


def cases(terms: TermView, context: Context) -> Iterator[Case]:
    """For each place with two names a case, once for each pair of wordings, in the order of the rows."""
    for pair in context.pairs:
        for found in terms.version[pair.position].terms:
            row = _Row(found, terms, context)
            case = None if found.weak else row.variant() or row.rival()
            if case is not None:
                yield case


@dataclass(frozen=True, slots=True)
class _Row:
    """A term of the second version, beside what the first has in the same row."""

    found: Occurrence
    terms: TermView
    context: Context

    def variant(self) -> Case | None:
        """Two names of one concept; minor where the term base keeps the rejected one for another concept."""
        for match in self.found.readings if self.context.same_language else ():
            ident = match.concept.id
            here = self._first.of(ident)
            if not here:
                continue
            answered = self._wordings(self._second, ident)
            left = [o for o in here if self._wording(o, ident) not in answered]
            told = [o.reading(ident).term for o in (self.found, *here)]
            known = self._wording(self.found, ident) in self._wordings(self._first, ident)
            # two common words need not stand for one and the same word of the base
            if known or not left or all(is_common(t) and t.status.accepted for t in told):
                return None
            used = left[0]
            accepted = [o.reading(ident).term.status.accepted for o in (used, self.found)]
            if not all(accepted) and used.ids(accepted=True) and self.found.ids(accepted=True):
                return self._apart(used)
            message = f"{self._says(used)}: {self._judgement(used, ident)}."
            return self._case("variant", message, Severity.NEUTRAL, (ident, ident), used, 0.8)
        return None

    def rival(self) -> Case | None:
        """Names of two concepts that are easily taken for each other, each on its own side only."""
        for ident in self.found.ids(accepted=True):
            others = self.terms.known.rivals.get(ident, frozenset())
            if self._first.of(ident):
                return None
            for other in sorted(others):
                here = (o for o in self._first.of(other) if other in o.ids(accepted=True) and not o.weak)
                used = next(here, None)
                if used is not None and not self._second.of(other):
                    return self._apart(used)
            made = exchange(self.terms, self.context, self.found, ident)
            if made is not None:
                return self._apart(made.used, (made.concept.id, ident), made.severity)
        return None

    @property
    def _first(self) -> Passage:
        return self.terms.base[self.found.pair]

    @property
    def _second(self) -> Passage:
        return self.terms.version[self.found.pair]

    def _wordings(self, passage: Passage, ident: str) -> set[str]:
        """The names by which a passage calls a concept."""
        return {self._wording(o, ident) for o in passage.of(ident)}

    def _wording(self, place: Occurrence, ident: str) -> str:
        match = place.reading(ident)
        return self.terms.known.names.of(match.term, match.concept)

    def _apart(
        self, used: Occurrence, named: tuple[str, str] | None = None, most: Severity = Severity.MINOR
    ) -> Case:
        """Terms of different concepts, those given or the first that each side accepts."""
        idents = named or (used.ids(accepted=True)[0], self.found.ids(accepted=True)[0])
        severity = capped(self.terms.known.concepts[idents[0]], min(most, Severity.MINOR))
        return self._case("rival", f"{self._says(used)}: these name different things.", severity, idents, used, 0.7)

    def _case(
        self, kind: str, message: str, severity: Severity, idents: tuple[str, str], used: Occurrence, sure: float
    ) -> Case:
        concept, match = self.terms.known.concepts[idents[0]], self.found.reading(idents[1])
        told = evidence(kind, concept, self.context, used, self.found, sure)
        told |= {"base_document": self.context.base.id, "version_document": self.context.version.id}
        if idents[0] != idents[1]:
            told |= {"version_concept": idents[1], "version_note": match.term.note or match.concept.note}
        key = (*sorted(idents), used.reading(idents[0]).term.text, match.term.text, kind)
        return Case(
            kind, self.found.pair, message, severity, used.span, self.found.span, None, told, key, once=True
        )

    def _judgement(self, used: Occurrence, ident: str) -> str:
        """What the term base says of the two: names of one thing, or one of them rejected."""
        for place in (used, self.found):
            match = place.reading(ident)
            if not match.term.status.accepted:
                who = authority(match.concept, match.term, self.context)
                if match.term.status is TermStatus.SUPERSEDED:
                    return f"{who} calls “{place.text}” superseded"
                return f"{who} rejects “{place.text}”"
        return "two names of one thing"

    def _says(self, used: Occurrence) -> str:
        first, second = self.context.base, self.context.version
        one, two = _name(first, second), _name(second, first)
        return f"{one} says “{used.text}”, {two} says “{self.found.text}”"


def _name(document: Document, other: Document) -> str:
    """The outlet where both have one and it tells the two apart, else the id."""
    told = document.outlet and other.outlet and document.outlet != other.outlet
    return document.outlet if told and document.outlet else document.id
