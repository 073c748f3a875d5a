"""Indexes made of few terms, and what they find, for the tests of this folder."""

from __future__ import annotations

from typing import Any

from aligner.model import Concept, Term
from aligner.terms.matching import TermIndex


def index(lang: str, *texts: str, **rules: Any) -> TermIndex:
    """One concept a term; its id is the term."""
    return TermIndex(tuple(Concept(text, (Term(text, lang, **rules),)) for text in texts))


def strong(terms: TermIndex, text: str, lang: str) -> list[tuple[str, str]]:
    """(concept, wording) of what may be reported."""
    return [(m.concept.id, m.span.of(text)) for m in terms.find(text, lang)]


def weak(terms: TermIndex, text: str, lang: str) -> list[tuple[str, str]]:
    """(concept, wording) of what may only lift a failure."""
    return [(m.concept.id, m.span.of(text)) for m in terms.weak(text, lang)]
