"""Where a concept and its terms stand in a term base, in the words of messages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.model import Concept

ANY_LANGUAGE = "any language"
"""What a reader is told of "und", the language of a term that is looked for in every text."""


@dataclass(frozen=True, slots=True)
class ConceptPlace:
    """A concept, its line where that is known, and the columns of its terms where a table has them."""

    concept: Concept
    line: int | None = None
    fields: Sequence[str] = ()

    def __str__(self) -> str:
        concept = f"concept {self.concept.id!r}"
        return concept if self.line is None else f"line {self.line}, {concept}"

    def field(self, number: int) -> str:
        """The field of a term by its number: its column, else its language."""
        lang = self.concept.terms[number].lang
        if number < len(self.fields):
            return f"field {self.fields[number]}"
        return ANY_LANGUAGE if lang == "und" else f"field {lang}"

    def unknown(self, column: str) -> str:
        """The field of terms without a language: a column in a table."""
        return f"field {column}" if self.fields else ANY_LANGUAGE


def shown_language(lang: str) -> str:
    """A language tag for a reader."""
    return ANY_LANGUAGE if lang == "und" else lang
