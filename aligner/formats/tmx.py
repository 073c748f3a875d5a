"""TMX 1.4, the exchange format of translation memories: writing.

One file holds one pair of texts, one unit a two-sided bead. Written so that strict readers take it whole: only
the attributes that TMX 1.4 requires, own properties named "x-...", languages with a region, one line a segment,
no empty unit and no unit twice. Where the texts share their language they get two regions (en-US and en-GB),
since tools tell languages by them; the true tags and outlets stand in the properties "x-lang" and "x-outlet".

What had to be left out or removed is said in the notes of the header, and by `Tmx.written`.
"""

from __future__ import annotations

import datetime
import warnings as python_warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar
from xml.sax.saxutils import escape, quoteattr

from aligner.formats._regions import with_regions
from aligner.formats._units import Unit, clean, translation_units
from aligner.model import AlignedPair, Alignment, Document
from aligner.version import __version__


@dataclass(frozen=True, slots=True)
class Written:
    """The bytes of a file and one line a reader for all that is not in it as it stood in the texts."""

    data: bytes
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tmx:
    """Writes TMX 1.4; `creationdate` is put into the header where given (a naive time is taken as UTC).

    Without it nothing in the file depends on when it was written.
    """

    suffixes: ClassVar[tuple[str, ...]] = (".tmx",)
    creationdate: datetime.datetime | None = None

    def write(
        self, alignment: Alignment, base: Document, version: Document, pairs: tuple[AlignedPair, ...]
    ) -> bytes:
        """The bytes of the file (UTF-8); warns (UserWarning) of what is not in it, as `written` returns it."""
        written = self.written(alignment, base, version, pairs)
        for warning in written.warnings:
            python_warnings.warn(f"{version.id}: {warning}", stacklevel=2)
        return written.data

    def written(
        self, alignment: Alignment, base: Document, version: Document, pairs: tuple[AlignedPair, ...]
    ) -> Written:
        """The bytes of the file, and a warning for each kind of loss (they stand in its header too)."""
        units, warnings = translation_units(base, version, pairs)
        languages = with_regions(base.lang, version.lang)
        lines = [
            '<?xml version="1.0" encoding="UTF-8"?>',
            '<tmx version="1.4">',
            *self._header(languages[0], alignment, warnings),
            "<body>",
            *(line for unit in units for line in _unit_lines(unit, base, version, languages)),
            "</body>",
            "</tmx>",
        ]
        return Written(("\n".join(lines) + "\n").encode("utf-8"), tuple(warnings))

    def _header(self, srclang: str, alignment: Alignment, warnings: Iterable[str]) -> Iterator[str]:
        attributes = {
            "creationtool": "aligner",
            "creationtoolversion": __version__,
            "segtype": "sentence",
            "o-tmf": "aligner",
            "adminlang": "en",
            "srclang": srclang,
            "datatype": "plaintext",
        }
        if self.creationdate:
            attributes["creationdate"] = _timestamp(self.creationdate)
        yield "<header" + "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items()) + ">"
        for warning in warnings:
            yield f"<note>{escape(clean(warning))}</note>"
        yield from _props({"x-aligner": alignment.aligner})
        yield "</header>"


def _unit_lines(unit: Unit, base: Document, version: Document, languages: tuple[str, str]) -> Iterator[str]:
    bead = unit.pair.bead
    confidence = "" if bead.confidence is None else f"{bead.confidence:.3f}"
    yield "<tu>"
    yield from _props({"x-bead": f"{list(bead.base)}:{list(bead.version)}", "x-confidence": confidence})
    sides = ((unit.pair.base, base, unit.base), (unit.pair.version, version, unit.version))
    for (side, document, text), language in zip(sides, languages, strict=True):
        yield f"<tuv xml:lang={quoteattr(language)}>"
        yield from _props(
            {
                "x-document": document.id,
                "x-lang": document.lang,
                "x-outlet": document.outlet or "",
                "x-speaker": side.speaker or "",
            }
        )
        yield f"<seg>{escape(text)}</seg>"
        yield "</tuv>"
    yield "</tu>"


def _props(values: dict[str, str]) -> Iterator[str]:
    for name, value in values.items():
        if cleaned := clean(value):
            yield f'<prop type="{name}">{escape(cleaned)}</prop>'


def _timestamp(moment: datetime.datetime) -> str:
    """ISO 8601 as TMX 1.4 prescribes it: YYYYMMDDThhmmssZ."""
    utc = moment if moment.tzinfo is None else moment.astimezone(datetime.UTC)
    return utc.strftime("%Y%m%dT%H%M%SZ")
