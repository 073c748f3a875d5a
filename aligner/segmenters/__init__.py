"""Sentence boundaries: one file per engine. A segmenter cuts one block's text into spans."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol, runtime_checkable

from aligner import plugins
from aligner.model import Document, Role, Segment, Span


@runtime_checkable
class Segmenter(Protocol):
    """Finds the sentences of a paragraph."""

    def spans(self, text: str, language: str) -> list[Span]:
        """Spans of the sentences of `text`, ascending, without overlap, each neither empty nor beginning or
        ending in white space; everything between them is white space. `language` is a primary subtag ("zh")."""
        ...


def segment(document: Document, *, sentences: bool = False) -> Document:
    """The document with its segments: one per title, one per sentence of each body block.

    With `sentences` the input holds one segment a line already: every body block is one segment, and an empty
    line is an empty segment, so that no line of parallel data is dropped. Roles and speakers come from the block.
    """
    whole: Segmenter = plugins.load("segmenters", "lines")()
    cutter: Segmenter = whole if sentences else plugins.load("segmenters", "sentences")()
    found: list[Segment] = []
    for number, block in enumerate(document.blocks):
        if not block.role.aligned:
            continue
        engine = whole if block.role is Role.TITLE else cutter
        spans = engine.spans(block.text, document.language)
        if not spans and sentences:
            spans = [Span(0, 0)]
        for span in spans:
            found.append(Segment(len(found), span.of(block.text), span, number, block.role, block.speaker))
    return replace(document, segments=tuple(found))
