"""What may have happened to a term on its way into the version: one case for each term that differs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from aligner.checks import Context
from aligner.checks._term_case import Case, absent
from aligner.checks._term_view import Occurrence, TermView, accepted_terms
from aligner.model import Concept, Severity, Span, TermStatus
from aligner.terms.matching.keys import keyed

_NUMBER_BEFORE = re.compile(r"(\d[\d.,]*)[^\w]?\w?\Z")
_LOOK_BACK = 24


def cases(terms: TermView, context: Context, near: int) -> Iterator[Case]:
    """All cases in the order of the pairs, at most one for each place in the version."""
    for pair in context.pairs:
        number = pair.position
        told: set[str] = set()
        for found in terms.version[number]:
            case = _Judge(terms, context, near, found).case()
            if case is not None:
                told.add(case.key[0])
                yield case
        if pair.bead.paired and not context.same_language:
            yield from absent(terms, context, number, told)


class _Judge:
    """Decides about one term of the version."""

    def __init__(self, terms: TermView, context: Context, near: int, found: Occurrence) -> None:
        self.terms = terms
        self.context = context
        self.near = near
        self.found = found
        self.here = terms.base[found.pair]

    def case(self) -> Case | None:
        """The case, None where the term is as it should be."""
        own = {i for o in self.here for i in o.ids(accepted=True) + o.ids(accepted=False)}
        for ident in self.found.ids(accepted=True):
            if ident in own:
                return self._variant(ident)
        for ident in sorted(self.found.ids(accepted=False), key=lambda i: i not in own):
            case = self._rejected(ident)
            if case is not None:
                return case
        for ident in self.found.ids(accepted=True):
            case = self._rival(ident) or self._far_variant(ident)
            if case is not None:
                return case
        return None

    def _variant(self, ident: str) -> Case | None:
        """The concept is right; is the wording the base's (one language) or the preferred one (two)?"""
        used = next(o for o in self.here if any(m.concept.id == ident for m in o.readings))
        concept, term = self.terms.concepts[ident], self.found.reading(ident).term
        if not self.context.same_language:
            return self._advisory(used, concept)
        base_terms = {o.reading(ident).term.text for o in self.here if _has(o, ident)}
        if term.text in base_terms:
            return None
        everywhere = {o.reading(ident).term.text for o in self.terms.in_base(ident)}
        if term.text in everywhere or any(_inside(term.text, other, term.lang) for other in base_terms):
            return None
        message = (
            f"The version says “{self.found.text}” where the base says “{used.text}”: another name for the same."
        )
        return self._case("variant", message, Severity.MINOR, used, concept)

    def _far_variant(self, ident: str) -> Case | None:
        """In one language: the pair's base lacks the concept, but the base elsewhere names it otherwise."""
        places = self.terms.in_base(ident)
        if not self.context.same_language or not places:
            return None
        term = self.found.reading(ident).term
        used = {o.reading(ident).term.text for o in places}
        if term.text in used or any(_inside(term.text, other, term.lang) for other in used):
            return None
        nearest = min(places, key=self._nearness)
        message = f"The version says “{self.found.text}”; the base calls it “{nearest.text}”."
        return self._case("variant", message, Severity.MINOR, nearest, self.terms.concepts[ident])

    def _advisory(self, used: Occurrence, concept: Concept) -> Case | None:
        match = self.found.reading(concept.id)
        best = [t for t in accepted_terms(concept, self._language) if t.status is TermStatus.PREFERRED]
        if not best or match.term.status is TermStatus.PREFERRED:
            return None
        message = f"“{self.found.text}” is an accepted variant; the term base prefers “{best[0].text}”."
        return self._case("advisory", message, Severity.NEUTRAL, used, concept, once=True)

    def _rejected(self, ident: str) -> Case | None:
        """A term that the term base rejects, unless the version has an accepted one for each of the base's."""
        concept, term = self.terms.concepts[ident], self.found.reading(ident).term
        places = self._unrendered(ident)
        if self.context.same_language and any(o.reading(ident).term.text == term.text for o in places):
            return None
        numbers = [_number_before(self.context.pairs[o.pair].base.text, o.span.start) for o in places]
        if all(numbers):
            own = _number_before(self.context.pairs[self.found.pair].version.text, self.found.span.start)
            places = [o for o, n in zip(places, numbers, strict=True) if n == own]
        if not places:
            return None
        message = f"The term base rejects “{self.found.text}” as a rendering of “{places[0].text}”."
        loose = term.status is TermStatus.SUPERSEDED or (" " not in term.text and not concept.weighty)
        severity = Severity.MINOR if loose else Severity.MAJOR
        return self._case("rejected", message, severity, places[0], concept)

    def _unrendered(self, ident: str) -> list[Occurrence]:
        """Places of a concept in the pair's base, else close to it, for which the version has too few terms."""
        here = [o for o in self.here if _has(o, ident)]
        rendered = sum(ident in o.ids(accepted=True) for o in self.terms.version[self.found.pair])
        if here:
            return here if rendered < len(here) else []
        around = [o for o in self.terms.in_base(ident) if self._near(o)]
        told = self.terms.rendered.get(ident, frozenset())
        return sorted((o for o in around if o.pair not in told), key=self._nearness)

    def _rival(self, ident: str) -> Case | None:
        """The version names a concept that the base here does not; does the base name one easily taken for it?"""
        rivals = self.terms.rivals.get(ident, frozenset())
        if not rivals:
            return None
        here = [o for o in self.here if rivals & set(o.ids(accepted=True)) and not self._rendered(o)]
        absent = not self.terms.in_base(ident)
        if here:
            return self._rival_case(ident, here[0], sure=True)
        if any(self._near(o) for o in self.terms.in_base(ident)):
            return None
        around = [o for r in sorted(rivals) for o in self.terms.in_base(r) if o.pair != self.found.pair]
        close = [o for o in around if self._near(o)]
        if close or (absent and around and self.terms.concepts[ident].weighty):
            return self._rival_case(ident, min(around if absent else close, key=self._nearness), sure=absent)
        return None

    def _rival_case(self, ident: str, used: Occurrence, *, sure: bool) -> Case:
        rivals = self.terms.rivals[ident]
        concept = self.terms.concepts[next(i for i in used.ids(accepted=True) if i in rivals)]
        weighty = concept.weighty and self.terms.concepts[ident].weighty
        message = f"The version says “{self.found.text}” where the base says “{used.text}”{_said_by(used)}"
        elsewhere = self._elsewhere(ident, concept.id)
        if elsewhere:
            message += "; elsewhere the base says " + " and ".join(f"“{o.text}”{_said_by(o)}" for o in elsewhere)
        severity = Severity.MAJOR if weighty and sure else Severity.MINOR
        return self._case("rival", f"{message}.", severity, used, concept, elsewhere=elsewhere, instead=ident)

    def _elsewhere(self, ident: str, taken: str) -> list[Occurrence]:
        """The nearest place of each other rival in the base, at most three."""
        others = sorted(self.terms.rivals[ident] - {taken})
        places = [min(p, key=self._nearness) for o in others if (p := self.terms.in_base(o))]
        return sorted(places, key=self._nearness)[:3]

    def _rendered(self, place: Occurrence) -> bool:
        """Whether the version's side of the pair has an accepted term for what stands at a place of the base."""
        wanted = {m.concept.id for m in place.readings}
        return any(wanted & set(o.ids(accepted=True)) for o in self.terms.version[self.found.pair])

    def _near(self, place: Occurrence) -> bool:
        return self.terms.distance(self.found.pair, place) <= self.near

    def _nearness(self, place: Occurrence) -> tuple[bool, int, int, int, Span]:
        """Sorts places of the base: the pair's own speaker first, then those in like words, then the nearest."""
        speaker = self.context.pairs[self.found.pair].base.speaker
        other = speaker is not None and place.speaker != speaker
        alike = len(place.around & self.found.around)
        return other, -alike, self.terms.distance(self.found.pair, place), place.segment, place.span

    @property
    def _language(self) -> str:
        return self.context.version.language

    def _case(
        self, kind: str, message: str, severity: Severity, used: Occurrence, concept: Concept,
        *, once: bool = False, elsewhere: list[Occurrence] | None = None, instead: str | None = None,
    ) -> Case:  # fmt: skip
        accepted = [t.text for t in accepted_terms(concept, self._language)]
        match = self.found.reading(instead or concept.id)
        evidence: dict[str, Any] = {
            "kind": kind, "concept": concept.id, "base_term": used.text, "version_term": self.found.text,
            "accepted": accepted, "note": concept.note, "term_base": concept.origin,
            "base_segment": used.segment, "base_sentence": used.sentence, "base_speaker": used.speaker,
        }  # fmt: skip
        if instead:
            evidence["version_concept"] = instead
            evidence["version_note"] = match.term.note or match.concept.note
        if elsewhere:
            evidence["elsewhere"] = [
                {"term": o.text, "speaker": o.speaker, "segment": o.segment, "sentence": o.sentence}
                for o in elsewhere
            ]
        return Case(
            kind, self.found.pair, message, severity,
            used.span if used.pair == self.found.pair else None, self.found.span,
            used.text if self.context.same_language and kind != "rejected" else next(iter(accepted), None),
            evidence, (concept.id, match.term.text, kind), once,
        )  # fmt: skip


def _has(place: Occurrence, ident: str) -> bool:
    return any(m.concept.id == ident for m in place.readings)


def _inside(one: str, other: str, lang: str) -> bool:
    """Whether one wording is a part of the other: a shorter or fuller form, not another name."""
    first, second = keyed(one, lang).text, keyed(other, lang).text
    return first in second or second in first


def _number_before(text: str, start: int) -> str | None:
    """The digits of the number that a unit at `start` belongs to, a counter between them allowed."""
    found = _NUMBER_BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
    return found[1].strip(".,") if found else None


def _said_by(place: Occurrence) -> str:
    return f" ({place.speaker})" if place.speaker else ""
