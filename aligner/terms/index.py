"""Find the terms of a term base in texts: longest match wins, boundaries by script."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.model import Concept, Span, Term


@dataclass(frozen=True, slots=True)
class TermMatch:
    """One occurrence of a term: its place in the text given, the concept and the term that it is."""

    span: Span
    concept: Concept
    term: Term


class TermIndex:
    """Searches texts for the terms of the concepts given."""

    def __init__(self, concepts: Sequence[Concept] = ()) -> None:
        self.concepts = tuple(concepts)

    def find(self, text: str, lang: str) -> tuple[TermMatch, ...]:
        """All term occurrences in `text` of the language `lang` (a BCP 47 tag), in order, without overlap."""
        return ()
