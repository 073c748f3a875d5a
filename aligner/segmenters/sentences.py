"""Sentences of a paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from aligner.model import Span


@dataclass(frozen=True, slots=True)
class Sentences:
    """Cuts a paragraph into sentences."""

    def spans(self, text: str, language: str) -> list[Span]:
        """Spans of the sentences of `text`; see Segmenter."""
        import sentencex

        found = []
        for cut in sentencex.get_sentence_boundaries(language, text):
            piece = text[cut["start_index"] : cut["end_index"]]
            if piece.strip():
                start = cut["start_index"] + len(piece) - len(piece.lstrip())
                found.append(Span(start, start + len(piece.strip())))
        return found
