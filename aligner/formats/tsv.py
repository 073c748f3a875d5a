r"""TSV: an alignment as a table, one bead a line, for spreadsheets and scripts.

Columns: base text, version text, base indices, version indices, confidence, look, with a header line. The texts of
a bead's segments are joined by one space; tabs, line breaks and backslashes in them are written as \t, \n, \r and
\\, so that a line is a bead always. Confidence is empty where unknown; `look` says "look" where it is low enough
that a person should see for himself. Reading takes the indices alone, in whichever order the columns stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from aligner.errors import FormatError
from aligner.model import AlignedPair, Alignment, Bead, Document

HEADER = ("base", "version", "base_segments", "version_segments", "confidence", "look")

_INDICES = re.compile(r"(?:[0-9]{1,9}(?:,[0-9]{1,9})*)?", re.ASCII)

_ESCAPES = str.maketrans(
    {"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"}
    | {code: f"\\u{ord(code):04x}" for code in "\v\f\x1c\x1d\x1e\x85\u2028\u2029"}
)


@dataclass(frozen=True, slots=True)
class Tsv:
    """Writes the beads with their texts; secondary links are left out."""

    suffixes: ClassVar[tuple[str, ...]] = (".tsv",)

    def write(
        self, alignment: Alignment, base: Document, version: Document, pairs: tuple[AlignedPair, ...]
    ) -> bytes:
        """The table, UTF-8 without byte order mark, lines ending in a line feed."""
        rows = [HEADER, *(_row(pair) for pair in pairs)]
        return "".join("\t".join(row) + "\n" for row in rows).encode("utf-8", "surrogatepass")


def read_beads(text: str) -> Iterator[tuple[str, Bead]]:
    """The beads of a table without their confidence, each with its place: "line 3"; empty lines are passed over.

    Raises FormatError, which names the line, where a column is missing or holds no ascending indices.
    """
    header, *lines = (row.rstrip("\r").split("\t") for row in text.split("\n"))
    columns = [header.index(name) if name in header else -1 for name in HEADER[2:4]]
    if min(columns) < 0:
        raise FormatError(f"line 1: expected a table with the columns {HEADER[2]} and {HEADER[3]}")
    for number, cells in enumerate(lines, 2):
        if any(cells):
            yield f"line {number}", _bead([cells[c] if c < len(cells) else "?" for c in columns], number)


def _bead(cells: list[str], number: int) -> Bead:
    sides = [cell.strip('" ').replace(" ", "") for cell in cells]
    for side, cell in zip(sides, cells, strict=True):
        if not _INDICES.fullmatch(side):
            raise FormatError(f"line {number}: {cell[:40]!r}: expected segment numbers such as 3 or 3,4")
    try:
        base, version = (tuple(int(i) for i in side.split(",") if i) for side in sides)
        return Bead(base, version)
    except ValueError as error:
        raise FormatError(f"line {number}: {error}") from error


def _row(pair: AlignedPair) -> tuple[str, ...]:
    bead = pair.bead
    return (
        pair.base.text.translate(_ESCAPES),
        pair.version.text.translate(_ESCAPES),
        ",".join(map(str, bead.base)),
        ",".join(map(str, bead.version)),
        "" if bead.confidence is None else format(round(bead.confidence, 4), "g"),
        "look" if bead.unsure else "",
    )
