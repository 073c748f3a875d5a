"""Web pages: the main text as body, everything else that a reader sees kept as furniture.

Own code walks the page (no paragraph gets lost on the way); trafilatura (Barbaresi 2021) and the markup only vote
on which paragraphs are the main text: its paragraphs, and those that stand between or beside them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from lxml import etree

from aligner.errors import FormatError
from aligner.formats._document import Meta, build
from aligner.formats._html_blocks import Piece, pieces
from aligner.formats._html_meta import meta_of
from aligner.model import Document, Role
from aligner.text.encoding import decode
from aligner.text.furniture import match
from aligner.text.headline import is_prose
from aligner.text.paragraphs import Paragraph
from aligner.text.publication import is_dateline

_NO_WORD = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Html:
    """Reads a saved web page, hostile and broken ones too; follows no link."""

    suffixes: ClassVar[tuple[str, ...]] = (".html", ".htm", ".xhtml", ".shtml")

    def read(self, data: bytes, path: str, lang: str | None = None) -> Document:
        """The page as a Document without segments. Raises EncodingError, FormatError, EmptyTextError."""
        text, _ = decode(data)
        parser = etree.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, recover=True)
        try:
            root = etree.fromstring(text.encode("utf-8"), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise FormatError(f"{path}: not readable as HTML: {error}") from error
        if any("Excessive depth" in entry.message for entry in parser.error_log):
            raise FormatError(f"{path}: elements nested too deep to be a news page; save its text instead")
        if root is None:
            raise FormatError(f"{path}: holds no HTML; save the page again")
        found = list(pieces(root))
        meta = meta_of(root)
        return build(_paragraphs(found, _main(found, text), meta), data, path, lang, meta)


def _paragraphs(found: Sequence[Piece], main: Sequence[bool], meta: Meta) -> list[Paragraph]:
    title = _title(found, main, meta)
    paragraphs: list[Paragraph] = []
    captions: set[str] = set()
    for place, piece in enumerate(found):
        role: Role | None = None
        if place == title:
            role = Role.TITLE
        elif not main[place] and (piece.asides or not _about(piece.text)):
            role = Role.FURNITURE
        elif piece.caption:
            role = Role.FURNITURE if piece.text in captions else Role.CAPTION
            captions.add(piece.text)
        paragraphs.append(Paragraph(piece.text, role, piece.strong))
    if title is None and meta.title and any(main):
        paragraphs.insert(0, Paragraph(meta.title, Role.TITLE))
    return paragraphs


def _about(text: str) -> bool:
    """Whether a paragraph outside the main text tells of it: a byline, a date, a caption."""
    rule = match(text, frozenset({"any"}))
    return is_dateline(text) or (rule is not None and rule.role is not Role.FURNITURE)


def _title(found: Sequence[Piece], main: Sequence[bool], meta: Meta) -> int | None:
    """The heading that repeats the page's own title, or the last <h1> before the text, or None."""
    first = next((i for i, kept in enumerate(main) if kept and is_prose(found[i].text)), len(found))
    heads = [i for i in range(first) if found[i].tag in ("h1", "h2") and found[i].links < 0.9]
    for i in heads:
        if meta.title and _key(found[i].text) in _key(meta.title) and len(found[i].text) > 0.5 * len(meta.title):
            return i
    tops = [i for i in heads if found[i].tag == "h1"]
    if tops:
        return tops[-1]
    same = [i for i in range(first) if meta.title and _key(found[i].text) == _key(meta.title)]
    return same[-1] if same else None


def _main(found: Sequence[Piece], html: str) -> list[bool]:
    """For each paragraph whether it belongs to the main text (or to its captions and bylines)."""
    voted = _votes(found, _extract(html))
    if not any(v and is_prose(p.text) for v, p in zip(voted, found, strict=True)):
        voted = [is_prose(p.text) and not p.asides and p.links < 0.5 for p in found]
    trusted = _trusted(found, voted)
    inside = [v and not _aside(p, trusted) for v, p in zip(voted, found, strict=True)]
    prose = [i for i, p in enumerate(found) if inside[i] and is_prose(p.text)]
    parents = Counter(found[i].parent for i in prose)
    for i, piece in enumerate(found):
        between = bool(prose) and prose[0] <= i <= prose[-1]
        beside = piece.parent in parents and (between or is_prose(piece.text))
        if not inside[i] and (beside or (between and piece.tag == "p")):
            inside[i] = piece.links < 0.5 and not _aside(piece, trusted)
    return inside


def _votes(found: Sequence[Piece], extracted: str) -> list[bool]:
    """Which paragraphs stand in the extracted text, as a line of it or within one."""
    whole = _key(extracted)
    lines = {_key(line) for line in extracted.splitlines()}
    # Searching takes the product of both sizes: on pages made to be slow, whole lines must do.
    search = len(found) * len(whole) < 1_000_000_000
    keys = [_key(piece.text) for piece in found]
    return [len(key) > 1 and (key in lines or (search and key in whole)) for key in keys]


def _trusted(found: Sequence[Piece], voted: Sequence[bool]) -> set[etree._Element]:
    """Elements that claim to be no text but hold much of it: their names mislead."""
    weight: Counter[etree._Element] = Counter()
    total = 0
    for vote, piece in zip(voted, found, strict=True):
        if vote:
            total += len(piece.text)
            weight.update({element: len(piece.text) for element in piece.asides})
    return {element for element, number in weight.items() if number > 0.4 * total}


def _aside(piece: Piece, trusted: set[etree._Element]) -> bool:
    return any(element not in trusted for element in piece.asides)


def _extract(html: str) -> str:
    """The main text as trafilatura sees it, "" where it sees none."""
    import trafilatura
    from trafilatura.settings import use_config

    config = use_config()
    # Sizes count characters, of which Chinese and Korean need a third as many as English.
    for name, size in (("MIN_EXTRACTED_SIZE", 60), ("MIN_OUTPUT_SIZE", 1), ("MIN_EXTRACTED_COMM_SIZE", 1)):
        config.set("DEFAULT", name, str(size))
    return trafilatura.extract(html, include_comments=False, favor_recall=True, config=config) or ""


def _key(text: str) -> str:
    return _NO_WORD.sub("", text.casefold())
