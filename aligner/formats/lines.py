"""One segment a line: every line is kept as it stands, empty ones too; nothing is joined, split or set aside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from aligner.formats._document import Meta, of_blocks
from aligner.model import Block, Document, Role
from aligner.text import layout
from aligner.text.encoding import decode


@dataclass(frozen=True, slots=True)
class Lines:
    """Reads a text whose lines are its segments. A final line end opens no further line."""

    suffixes: ClassVar[tuple[str, ...]] = (".seg", ".lines")

    def read(self, data: bytes, path: str, lang: str | None = None) -> Document:
        """The file as a Document of one body block a line. Raises EncodingError, EmptyTextError."""
        text, _ = decode(data)
        blocks = tuple(Block(Role.BODY, line) for line in layout.segments(text))
        return of_blocks(blocks, data, path, lang, Meta())
