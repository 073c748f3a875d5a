"""A difference of terms as it will be told: what stands where, what is accepted, and who says so."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from aligner.checks import Context
from aligner.checks._terms.occurrences import Occurrence
from aligner.model import Concept, Severity, Span, Term, TermStatus


@dataclass(frozen=True, slots=True)
class Case:
    """A difference of terms in one pair.

    `kind` is one of rejected, superseded, rival, variant, advisory, absent; `base` and `version` are spans in the
    pair's sides. Cases of one `key` are repeats of each other; a `once` case is told once a document.
    """

    kind: str
    pair: int
    message: str
    severity: Severity
    base: Span | None
    version: Span | None
    suggestion: str | None
    evidence: dict[str, Any]
    key: tuple[str, ...]
    once: bool = False

    def softened(self, why: str) -> Case:
        """The case as a note only, with the reason and half the confidence."""
        evidence = self.evidence | {"confidence": round(self.evidence["confidence"] / 2, 2), "weaker": why}
        return dataclasses.replace(self, severity=Severity.NEUTRAL, evidence=evidence)


def evidence(
    kind: str, concept: Concept, context: Context, used: Occurrence | None, found: Occurrence | None, sure: float
) -> dict[str, Any]:
    """The evidence of a case: `used` is the term of the base, `found` that of the version, `sure` is 0..1."""
    language = context.version.language
    accepted = accepted_terms(concept, language)
    term = next((m.term for o in (found,) if o for m in o.readings if m.concept.id == concept.id), None)
    told: dict[str, Any] = {
        "kind": kind, "concept": concept.id, "concept_name": readable(concept, language),
        "base_term": used.text if used else None, "version_term": found.text if found else None,
        "accepted": [t.text for t in accepted], "profile": context.profile.name if context.profile else None,
        "term_base": concept.origin, "source": (term.source if term else None) or concept.source,
        "note": concept.note, "confidence": round(sure, 2),
    }  # fmt: skip
    if term is not None and term.note:
        told["term_note"] = term.note
    if used is not None:
        told |= {"base_segment": used.segment, "base_sentence": used.sentence, "base_speaker": used.speaker}
    if concept.uncertain:
        told["uncertain"] = True
    return told


def accepted_terms(concept: Concept, language: str) -> tuple[Term, ...]:
    """The terms that a concept accepts in a language, the preferred ones first."""
    terms = [t for t in (*concept.in_language(language), *concept.in_language("und")) if t.status.accepted]
    return tuple(sorted(terms, key=lambda t: t.status is not TermStatus.PREFERRED))


def readable(concept: Concept, language: str) -> str:
    """A name for the concept that a reader of a text in `language` understands, else its id."""
    names = (concept.preferred(language), concept.preferred("en"), *(t.text for t in concept.terms))
    return next((n for n in names if n), concept.id)


def authority(concept: Concept, term: Term, context: Context) -> str:
    """Who says what a term's status is: the house profile, where it rules on the term, else the term base."""
    if ruled(concept, term, context) and context.profile:
        return f"the profile {context.profile.name}"
    return f"the term base {concept.origin}" if concept.origin else "the term base"


def ruled(concept: Concept, term: Term, context: Context) -> bool:
    """Whether the house profile of the version says something of this term."""
    return context.profile is not None and context.profile.ruling(concept.id, term.text, term.lang) is not None


def capped(concept: Concept, severity: Severity) -> Severity:
    """How grave a wrong term is: as the term base says, never more than minor while an entry is unconfirmed."""
    said = concept.severity if concept.severity is not None and severity > Severity.NEUTRAL else severity
    return min(said, Severity.MINOR) if concept.uncertain else said


def said_by(place: Occurrence) -> str:
    """The speaker in brackets, where one is known."""
    return f" ({place.speaker})" if place.speaker else ""


def quoted(words: Iterable[str], most: int = 3) -> str:
    """Words in quotation marks, at most so many, joined as a sentence joins them."""
    listed = [f"“{w}”" for w in dict.fromkeys(words)]
    listed = [*listed[:most], "others"] if len(listed) > most + 1 else listed
    return " or ".join((", ".join(listed[:-1]), listed[-1])) if len(listed) > 1 else "".join(listed)


def sentence(text: str) -> str:
    """The text as a sentence: a capital first."""
    return text[:1].upper() + text[1:]
