"""The parts of a DOCX archive and their paragraphs; no archive can read files, call out or fill memory."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from aligner.errors import FormatError

# A part of this size is a book of twenty million characters; a zip bomb unpacks to far more.
_LARGEST_PART = 100 * 1024 * 1024
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
# Deleted or moved-away text, and the second form of a drawing that older programs read.
_SKIPPED = frozenset(("del", "moveFrom", "Fallback"))
_OFF = frozenset(("0", "false", "off", "none"))


@dataclass(slots=True)
class WordParagraph:
    """A paragraph of a Word part: its text, its style's id, its leading bold characters, its outline level."""

    text: str = ""
    style: str = ""
    strong: int = 0
    outline: int | None = None
    merged: bool = False  # its end was deleted as a tracked change: the next one belongs to it


@dataclass(slots=True)
class _Run:
    """The open paragraph while the part is walked, with what its present run says."""

    paragraph: WordParagraph = field(default_factory=WordParagraph)
    bold: bool = False
    plain: bool = False  # a character that is not bold was seen

    def add(self, text: str) -> None:
        self.plain = self.plain or (not self.bold and bool(text.strip()))
        self.paragraph.text += text
        if self.bold and not self.plain:
            self.paragraph.strong = len(self.paragraph.text)


class Archive:
    """A DOCX file's parts. Raises FormatError for a damaged archive."""

    def __init__(self, data: bytes, path: str) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise FormatError(f"{path}: damaged DOCX file: {error}; save it again") from error

    def names(self, pattern: str) -> list[str]:
        """The parts whose whole name matches a regular expression, sorted."""
        return sorted(name for name in self._zip.namelist() if re.fullmatch(pattern, name))

    def parse(self, name: str) -> etree._Element:
        """The XML of one part. Raises FormatError for damage, a document type, and what unpacks too large."""
        try:
            with self._zip.open(name) as part:
                data = part.read(_LARGEST_PART + 1)
        except (
            KeyError,
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            RuntimeError,
            NotImplementedError,
        ) as error:
            raise FormatError(f"{self._path}: damaged DOCX file: {name}: {error}; save it again") from error
        if len(data) > _LARGEST_PART:
            raise FormatError(f"{self._path}: {name} unpacks to more than {_LARGEST_PART:,} bytes; not read")
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise FormatError(f"{self._path}: damaged DOCX file: {name}: {error}; save it again") from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise FormatError(f"{self._path}: {name} declares a document type, which no Word file does; not read")
        return root


def paragraphs(root: etree._Element) -> Iterator[WordParagraph]:
    """The paragraphs of a part in reading order, table cells and text boxes among them; insertions are text."""
    stack: list[_Run] = []
    merged: WordParagraph | None = None
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = _local(element)
        if event == "start" and tag in _SKIPPED and not _marks_paragraph(element):
            walker.skip_subtree()
        elif tag == "p" and event == "start":
            stack.append(_Run())
        elif tag == "p" and stack:
            done = stack.pop().paragraph
            if merged is not None:
                done.text, done.strong, merged = merged.text + done.text, merged.strong, None
            if done.merged:
                merged = done
            else:
                yield done
        elif stack and event == "start":
            _gather(stack[-1], element, tag)
    if merged is not None:
        yield merged


def _gather(run: _Run, element: etree._Element, tag: str) -> None:
    paragraph = run.paragraph
    if tag == "t":
        run.add(element.text or "")
    elif tag in ("br", "cr"):
        run.add("\n")
    elif tag in ("tab", "ptab") and _local(element.getparent()) == "r":
        run.add("\t")
    elif tag == "noBreakHyphen":
        run.add("\u2011")
    elif tag == "r":
        run.bold = False
    elif tag == "b" and _local(element.getparent(), 2) == "r":
        run.bold = _value(element).lower() not in _OFF
    elif tag == "pStyle":
        paragraph.style = _value(element)
    elif tag == "outlineLvl" and _value(element).isdigit():
        paragraph.outline = int(_value(element))
    elif tag == "del" and _marks_paragraph(element):
        paragraph.merged = True


def _marks_paragraph(element: etree._Element) -> bool:
    """Whether a <w:del> sits in a paragraph mark's properties: it deletes the paragraph's end, not text."""
    return _local(element.getparent()) == "rPr" and _local(element.getparent(), 2) == "pPr"


def styles(root: etree._Element) -> dict[str, str]:
    """The names of the paragraph styles by their ids, in lower case: {"1": "heading 1"} in a Chinese Word."""
    found = {}
    for style in root.iter(f"{_W}style", f"{_STRICT}style"):
        name = next((child for child in style if _local(child) == "name"), None)
        if name is not None:
            found[_attribute(style, "styleId")] = _value(name).lower()
    return found


def _local(element: etree._Element | None, up: int = 1) -> str:
    """The tag's name without namespace; `up` 2 asks for the parent's."""
    for _ in range(up - 1):
        element = element.getparent() if element is not None else None
    return element.tag.rpartition("}")[2] if element is not None and isinstance(element.tag, str) else ""


def _value(element: etree._Element) -> str:
    return _attribute(element, "val")


def _attribute(element: etree._Element, name: str) -> str:
    return element.get(_W + name) or element.get(_STRICT + name) or ""
