"""Word documents: paragraphs, table cells and text boxes; tracked insertions are text, deletions are not.

Headers, footers and margin comments are kept as furniture, footnotes and endnotes as notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from aligner.errors import FormatError
from aligner.formats._document import build
from aligner.formats._docx_xml import Archive, WordParagraph, paragraphs, styles
from aligner.model import Document, Role
from aligner.text.headline import is_prose
from aligner.text.layout import paragraphs as broken
from aligner.text.paragraphs import Paragraph

_ASIDE = (
    (r"word/header\d*\.xml", Role.FURNITURE),
    (r"word/footer\d*\.xml", Role.FURNITURE),
    (r"word/(foot|end)notes\.xml", Role.NOTE),
    (r"word/comments\.xml", Role.FURNITURE),
)


@dataclass(frozen=True, slots=True)
class Docx:
    """Reads .docx files with zipfile and lxml; needs no Word."""

    suffixes: ClassVar[tuple[str, ...]] = (".docx", ".docm")

    def read(self, data: bytes, path: str, lang: str | None = None) -> Document:
        """The file as a Document without segments. Raises FormatError for a damaged one, EmptyTextError."""
        archive = Archive(data, path)
        main = archive.names(r"word/document\d*\.xml")
        if not main:
            raise FormatError(f"{path}: holds no word/document.xml; not a Word text, or a damaged one")
        names = styles(archive.parse("word/styles.xml")) if archive.names(r"word/styles\.xml") else {}
        found = list(_body(list(paragraphs(archive.parse(main[0]))), names))
        for pattern, role in _ASIDE:
            for name in archive.names(pattern):
                texts = (" ".join(p.text.split()) for p in paragraphs(archive.parse(name)))
                found.extend(Paragraph(text, role) for text in texts if text)
        return build(found, data, path, lang)


def _body(items: list[WordParagraph], names: dict[str, str]) -> Iterator[Paragraph]:
    first = next((i for i, item in enumerate(items) if is_prose(item.text)), len(items))
    title = next((i for i, item in enumerate(items[:first]) if item.text.strip() and _heads(item, names)), None)
    for place, item in enumerate(items):
        # A manual line break parts paragraphs or not, like a line end in a plain text.
        for number, text in enumerate(broken(item.text)):
            words = " ".join(text.split())
            role = Role.TITLE if place == title and number == 0 else None
            yield Paragraph(words, role, min(item.strong, len(words)) if number == 0 else 0)


def _heads(item: WordParagraph, names: dict[str, str]) -> bool:
    """Whether a paragraph is a title or a heading of the first level, by its style or its outline level."""
    style = names.get(item.style, item.style).lower().replace(" ", "")
    return style in ("title", "heading1", "标题", "标题1", "제목", "제목1") or item.outline == 0
