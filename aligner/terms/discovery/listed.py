"""What term bases list in the documents: searched once, asked for many times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from aligner.model import Document
from aligner.terms.matching import TermIndex, TermMatch


class Listed:
    """The listed terms of every segment of the documents given; `matches` holds them by document and segment."""

    def __init__(self, documents: Sequence[Document], index: TermIndex) -> None:
        self.documents = {d.id: d for d in documents}
        self.index = index
        self.matches = {d.id: [self.find(s.text, d.lang) for s in d.segments] for d in documents}

    def find(self, text: str, lang: str) -> tuple[TermMatch, ...]:
        """Every reading of every term, those that may only show a rendering too, in the order of the text."""
        sure = (m for readings in self.index.readings(text, lang) for m in readings)
        return tuple(sorted((*sure, *self.index.weak(text, lang)), key=lambda m: m.span))

    def text(self, document: str, segments: Sequence[int]) -> str:
        """The texts of segments joined by one space, as places count them."""
        return " ".join(self.documents[document].segments[i].text for i in segments)

    def counts(self, document: str, segments: Sequence[int]) -> Counter[str]:
        """How often segments of a document name each concept, terms across their borders included."""
        if len(segments) > 1:
            found = self.find(self.text(document, segments), self.documents[document].lang)
        else:
            found = tuple(m for i in segments for m in self.matches[document][i])
        return Counter(ident for ident, _ in {(m.concept.id, m.span): None for m in found})

    def preferred(self, concept: str, language: str) -> str:
        """The term of a concept to name: of the language, where it has one, else its first."""
        known = self.index.concept(concept)
        return (known.preferred(language) or known.terms[0].text) if known else concept
