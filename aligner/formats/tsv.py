r"""TSV: an alignment as a table, one bead a line, for spreadsheets and scripts.

Columns: base text, version text, base indices, version indices, confidence, with a header line. The texts of a
bead's segments are joined by one space; tabs, line breaks and backslashes in them are written as \t, \n, \r and
\\, so that a line is a bead always. Confidence is empty where unknown.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from aligner.model import AlignedPair, Alignment, Document

HEADER = ("base", "version", "base_segments", "version_segments", "confidence")

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


def _row(pair: AlignedPair) -> tuple[str, ...]:
    bead = pair.bead
    return (
        pair.base.text.translate(_ESCAPES),
        pair.version.text.translate(_ESCAPES),
        ",".join(map(str, bead.base)),
        ",".join(map(str, bead.version)),
        "" if bead.confidence is None else format(round(bead.confidence, 4), "g"),
    )
