"""Sentence boundaries: one file per engine. A segmenter cuts one block's text into spans."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from aligner.model import Span


@runtime_checkable
class Segmenter(Protocol):
    """Finds the sentences of a paragraph."""

    def spans(self, text: str, language: str) -> list[Span]:
        """Spans of the sentences of `text`, ascending, without overlap, each neither empty nor beginning or
        ending in white space; everything between them is white space. `language` is a primary subtag ("zh")."""
        ...
