"""Which format a file is in: its first bytes say more than its name."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePath

from aligner.errors import FormatError

# Formats of others that a name or a beginning gives away, with what to do about them.
_REFUSED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or PowerPoint file; save it as DOCX or text"),
    (b"{\\rtf", "an RTF file; save it as DOCX or text"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "a compressed file; unpack it first"),
    (b"Rar!", "a compressed file; unpack it first"),
    (b"BZh", "a compressed file; unpack it first"),
    (b"\xfd7zXZ", "a compressed file; unpack it first"),
    (b"\x7fELF", "a program"),
    (b"%!PS", "a PostScript file; convert it to PDF or text"),
)
_HTML = re.compile(
    rb"(?is)\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}"
    rb"<(?:!doctype html|html|head|body|article|div|main|p|h1|section|meta|table|title)\b"
)
_MEMORY = re.compile(rb"(?is)\A(?:\xef\xbb\xbf)?\s*(?:<\?xml.{0,300}?)?<(tmx|xliff|tbx|martif)\b")
_SUFFIXES = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html", ".mhtml": "html",
    ".docx": "docx", ".docm": "docx", ".pdf": "pdf", ".seg": "lines", ".lines": "lines",
}  # fmt: skip


def format_of(data: bytes, path: str) -> str:
    """The name of the format plug-in that reads these bytes. Raises FormatError for a format that none reads."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(data, path)
    for magic, what in _REFUSED:
        if data.startswith(magic):
            raise FormatError(f"{path}: looks like {what}; give a text, HTML, DOCX or PDF file")
    suffix = PurePath(path).suffix.lower()
    named = _SUFFIXES.get(suffix, "text")
    memory = _MEMORY.match(data[:4096])
    if memory:
        kind = memory[1].decode("ascii").upper()
        raise FormatError(f"{path}: is a {kind} file, which holds no single text; give the texts themselves")
    if named in ("docx", "pdf"):
        raise FormatError(f"{path}: is named {suffix} but is none: damaged, or another format under that name")
    if named == "text" and _HTML.match(data[:4096]):
        return "html"
    return named


def _zipped(data: bytes, path: str) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        kind = "DOCX file" if PurePath(path).suffix.lower() in (".docx", ".docm") else "ZIP archive"
        raise FormatError(f"{path}: damaged {kind}: {error}") from error
    if "word/document.xml" in names or "[Content_Types].xml" in names:
        return "docx"
    raise FormatError(f"{path}: is a ZIP archive but no DOCX file; unpack it or save the text as DOCX")
