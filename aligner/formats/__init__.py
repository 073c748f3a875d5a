"""File formats: one file each, reading into a Document (blocks, no segments yet) and/or writing an alignment.

A format is a dataclass whose fields are its options and that follows `Reader`, `Writer` or both. Segmenting
comes later (aligner.segmenters); what a file holds beside the text is kept as blocks with their roles.
`read` picks the format that fits a file.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar, Protocol, runtime_checkable

from aligner import plugins
from aligner.errors import EmptyTextError, EncodingError, FormatError, InputError
from aligner.formats import _sniff
from aligner.model import AlignedPair, Alignment, Document

# No news text comes near it; larger files are a mistake or an attack.
LARGEST = 50 * 1024 * 1024


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


def read(path: str | Path, *, lang: str | None = None, sentences: bool = False) -> Document:
    """Read one text file into a Document without segments.

    The format is what the content shows (PDF, DOCX, HTML) or the suffix says; `sentences` reads one segment a line
    instead; the path "-" is standard input. `lang` is a BCP 47 tag that overrides detection. Raises InputError for
    a missing, empty or too large file, FormatError, EncodingError or EmptyTextError for one that holds no text,
    MissingExtraError for PDF without the library.
    """
    file = Path(path)
    return read_bytes(_bytes(file), str(path), lang=lang, sentences=sentences)


def read_bytes(data: bytes, path: str, *, lang: str | None = None, sentences: bool = False) -> Document:
    """Like `read`, for bytes at hand; `path` names them in messages, its suffix and stem count as a file's do."""
    if len(data) > LARGEST:
        raise InputError(f"{path}: {len(data):,} bytes, more than the {LARGEST:,} allowed; split the file")
    if not data.strip():
        raise EmptyTextError(f"{path}: the file is empty")
    if len(data.strip()) == 1 and not sentences:
        raise EmptyTextError(f"{path}: one byte is no text; give a file with at least a sentence")
    name = _sniff.format_of(data, path)
    if sentences and name not in ("text", "html", "lines"):
        raise FormatError(f"{path}: is no plain text with one segment a line; read it without --sentences")
    reader: Reader = plugins.load("formats", "lines" if sentences else name)()
    try:
        return reader.read(data, path, lang)
    except EncodingError as error:
        raise error if str(error).startswith(path) else EncodingError(f"{path}: {error}") from error


def _bytes(path: Path) -> bytes:
    try:
        if str(path) == "-":
            return sys.stdin.buffer.read(LARGEST + 1)
        if path.is_dir():
            raise InputError(f"{path}: is a folder; name a file in it")
        if path.is_file() and path.stat().st_size > LARGEST:
            size = path.stat().st_size
            raise InputError(f"{path}: {size:,} bytes, more than the {LARGEST:,} allowed; split the file")
        return path.read_bytes()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the path") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{path}: cannot be read: {reason}") from error
