"""A term that differs, as it will be told, and the terms of the base that nothing in the version renders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from aligner.checks import Context
from aligner.checks._term_view import ACCEPTED, TermView, accepted_terms
from aligner.model import Severity, Span


@dataclass(frozen=True, slots=True)
class Case:
    """A term that differs; `once` cases are told once a document. `key` tells repeats of one case apart."""

    kind: str
    pair: int
    message: str
    severity: Severity
    base: Span | None
    version: Span | None
    suggestion: str | None
    evidence: dict[str, Any]
    key: tuple[str, str, str]
    once: bool = False


def absent(terms: TermView, context: Context, number: int, told: set[str]) -> Iterator[Case]:
    """Weighty terms of the base for which a paired version has no listed one: neutral, once a concept."""
    rendered = {m.concept.id for o in terms.version[number] for m in o.readings}
    for place in terms.base[number]:
        ids = [m.concept.id for m in place.readings]
        if rendered & set(ids) or told & set(ids):
            continue
        concept = place.readings[0].concept
        accepted = [t.text for t in accepted_terms(concept, context.version.language)]
        guarded = concept.weighty or any(t.status not in ACCEPTED for t in concept.terms)
        if not accepted or not guarded:
            continue
        told.add(concept.id)
        evidence = {
            "kind": "absent", "concept": concept.id, "base_term": place.text, "version_term": None,
            "accepted": accepted, "note": concept.note, "term_base": concept.origin,
        }  # fmt: skip
        message = f"“{place.text}” of the base has none of its listed renderings here."
        yield Case(
            "absent", number, message, Severity.NEUTRAL, place.span, None, accepted[0], evidence,
            (concept.id, "", "absent"), once=True,
        )  # fmt: skip
