"""XLIFF 2.0 (OASIS standard, 2014), for going on with a translation in an editor: writing.

One file holds one pair of texts in the base's order, one unit a bead. A base passage without a counterpart is a
unit without target, still to be translated; what only the version has has no source and stands in the notes of
the file. Nothing else is lost: characters that XML does not allow are written as `<cp hex="..."/>`, as the
standard has it, and units that occur twice are kept, since a text is more than a memory.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar
from xml.sax.saxutils import escape, quoteattr

from aligner.errors import EmptyTextError
from aligner.formats._units import clean, running_text
from aligner.model import AlignedPair, Alignment, Document

# What XML 1.0 section 2.2 does not allow, and the carriage return, which parsers turn into a line feed.
_SPECIAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Xliff:
    """Writes XLIFF 2.0."""

    suffixes: ClassVar[tuple[str, ...]] = (".xlf", ".xliff")

    def write(
        self, alignment: Alignment, base: Document, version: Document, pairs: tuple[AlignedPair, ...]
    ) -> bytes:
        """The bytes of the file (UTF-8). Raises EmptyTextError where the base has no segment."""
        if not any(pair.base.segments for pair in pairs):
            raise EmptyTextError(f"{base.id}: no text to write as XLIFF; name another file as the base")
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0"'
            f" srcLang={quoteattr(base.lang)} trgLang={quoteattr(version.lang)}>",
            f'<file id="f1" original={quoteattr(clean(base.path or base.id))}>',
            *_notes(_about(alignment, base, version, pairs)),
            *(line for pair in pairs if pair.base.segments for line in _unit(pair, base, version)),
            "</file>",
            "</xliff>",
        ]
        return ("\n".join(lines) + "\n").encode("utf-8")


def _about(
    alignment: Alignment, base: Document, version: Document, pairs: tuple[AlignedPair, ...]
) -> Iterator[tuple[str, str]]:
    """Categories and texts of the file's notes."""
    yield "aligner", alignment.aligner
    for side, document in (("source", base), ("target", version)):
        yield f"{side}-document", document.id
        yield f"{side}-outlet", document.outlet or ""
    for pair in pairs:
        if not pair.base.segments:
            yield "added-in-target", running_text(pair.version, version)


def _unit(pair: AlignedPair, base: Document, version: Document) -> Iterator[str]:
    source, target = running_text(pair.base, base), running_text(pair.version, version)
    state = "translated" if target.strip() else "initial"
    yield f'<unit id="u{pair.position + 1}">'
    yield from _notes(_remarks(pair))
    yield f'<segment state="{state}">'
    yield f'<source xml:space="preserve">{_content(source)}</source>'
    if target.strip():
        yield f'<target xml:space="preserve">{_content(target)}</target>'
    yield "</segment>"
    yield "</unit>"


def _remarks(pair: AlignedPair) -> Iterator[tuple[str, str]]:
    bead = pair.bead
    yield "bead", f"{list(bead.base)}:{list(bead.version)}"
    yield "confidence", "" if bead.confidence is None else f"{bead.confidence:.3f}"
    yield "source-speaker", pair.base.speaker or ""
    yield "target-speaker", pair.version.speaker or ""


def _notes(remarks: Iterator[tuple[str, str]]) -> Iterator[str]:
    """A notes element, without the empty ones; notes are plain text, where `<cp>` is not allowed."""
    filled = [(category, clean(text)) for category, text in remarks if clean(text)]
    if filled:
        yield "<notes>"
        yield from (f'<note category="{category}">{escape(text)}</note>' for category, text in filled)
        yield "</notes>"


def _content(text: str) -> str:
    """Text as the content of source and target."""
    return _SPECIAL.sub(lambda m: f'<cp hex="{ord(m[0]):04X}"/>', escape(text))
