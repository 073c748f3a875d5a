"""File formats: one file each, reading into a Document (blocks, no segments yet) and/or writing an alignment.

A format is a dataclass whose fields are its options and that follows `Reader`, `Writer` or both. Segmenting
comes later (aligner.segmenters); what a file holds beside the text is kept as blocks with their roles.
"""

from __future__ import annotations

from typing import ClassVar, Protocol, runtime_checkable

from aligner.model import AlignedPair, Alignment, Document


@runtime_checkable
class Reader(Protocol):
    """Turns the bytes of a file into a Document without segments."""

    suffixes: ClassVar[tuple[str, ...]]

    def read(self, data: bytes, path: str, lang: str | None = None) -> Document:
        """Read one file.

        `path` names it in messages and becomes the Document's path, its stem the id; `lang` is a BCP 47 tag
        that overrides detection. Raises EncodingError, FormatError or EmptyTextError.
        """
        ...


@runtime_checkable
class Writer(Protocol):
    """Turns one alignment with its two documents into the bytes of a file."""

    suffixes: ClassVar[tuple[str, ...]]

    def write(
        self, alignment: Alignment, base: Document, version: Document, pairs: tuple[AlignedPair, ...]
    ) -> bytes:
        """The bytes of the file. `pairs` are the alignment's beads with their texts, in its order."""
        ...
