"""PDF files: lines joined to paragraphs by their places on the page; headers, footers and page numbers set aside.

Needs the extra `pdf` (pypdfium2). Scanned pages hold no text: that is said, not guessed at.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from aligner.errors import EmptyTextError, FormatError, MissingExtraError
from aligner.formats._document import build
from aligner.formats._pdf_lines import Line, paragraphs
from aligner.model import Document

# Twenty novels; a PDF that unpacks to more is no news text.
_MOST_CHARACTERS = 20_000_000


@dataclass(frozen=True, slots=True)
class Pdf:
    """Reads the text layer of a PDF file with pypdfium2."""

    suffixes: ClassVar[tuple[str, ...]] = (".pdf",)

    def read(self, data: bytes, path: str, lang: str | None = None) -> Document:
        """The file as a Document without segments.

        Raises MissingExtraError without pypdfium2, FormatError for a damaged or encrypted file, EmptyTextError for
        scanned pages.
        """
        try:
            import pypdfium2
        except ImportError as error:
            raise MissingExtraError(f"{path}: reading PDF", "pdf") from error
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            if "password" in str(error).lower():
                raise FormatError(f"{path}: is encrypted; save it without a password") from error
            raise FormatError(f"{path}: damaged PDF file: {error}; save it again") from error
        try:
            pages = [list(_lines(document, number)) for number in range(len(document))]
        except pypdfium2.PdfiumError as error:
            raise FormatError(f"{path}: damaged PDF file: {error}; save it again") from error
        finally:
            document.close()
        if not any(pages):
            raise EmptyTextError(
                f"{path}: its {len(pages)} pages hold no text, maybe scans; run text recognition first"
            )
        if sum(len(line.text) for page in pages for line in page) > _MOST_CHARACTERS:
            raise FormatError(f"{path}: more than {_MOST_CHARACTERS:,} characters of text; split the file")
        return build(paragraphs(pages), data, path, lang)


def _lines(document: Any, number: int) -> Iterator[Line]:
    """The lines of one page in reading order, with their boxes in points from the lower left corner."""
    page = document[number]
    height = page.get_height()
    text_page = page.get_textpage()
    text: str = text_page.get_text_range()
    start = 0
    for raw in text.split("\r\n"):
        words = raw.strip(" \t\r\n\x00")
        if words:
            first = start + len(raw) - len(raw.lstrip())
            left, bottom, _, top = text_page.get_charbox(first, loose=True)
            _, _, right, _ = text_page.get_charbox(start + len(raw.rstrip()) - 1, loose=True)
            yield Line(words, left, right, bottom, top, height)
        start += len(raw) + 2
    text_page.close()
    page.close()
