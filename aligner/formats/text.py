"""Plain text: paragraphs by blank lines or line by line, wrapped lines joined, the furniture of a page set aside.

Which of these a file is, its lines themselves tell (aligner.text.layout); what each paragraph is for, its wording
and place (aligner.text.roles).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from aligner.formats._document import build
from aligner.model import Document
from aligner.text import layout
from aligner.text.encoding import decode


@dataclass(frozen=True, slots=True)
class Text:
    """Reads plain text in any encoding that aligner.text.encoding knows."""

    suffixes: ClassVar[tuple[str, ...]] = (".txt", ".text", ".md")

    def read(self, data: bytes, path: str, lang: str | None = None) -> Document:
        """The file as a Document without segments. Raises EncodingError, EmptyTextError."""
        text, _ = decode(data)
        return build(layout.paragraphs(text), data, path, lang)
