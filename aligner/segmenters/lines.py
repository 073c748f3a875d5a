"""Each block is one segment: for titles, and for inputs that hold one segment a line."""

from __future__ import annotations

from dataclasses import dataclass

from aligner.model import Span


@dataclass(frozen=True, slots=True)
class Lines:
    """Takes a block as it is, without the white space around it."""

    def spans(self, text: str, language: str) -> list[Span]:
        """The one span of the stripped text; none where there is only white space. `language` plays no part."""
        start = len(text) - len(text.lstrip())
        stop = len(text.rstrip())
        return [Span(start, stop)] if start < stop else []
