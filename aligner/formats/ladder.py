"""Ladder: an alignment as one bead a line, `[0, 1]:[2]:0.93`.

Segment indices from 0, base side first, confidence last (empty where unknown); a one-sided bead is `[3]:[]:`.
The notation of hunalign's successors and of Vecalign, whose third field is a cost: there lower is better. Reading
accepts files without the third field; any third field must be a confidence of 0..1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from aligner.errors import FormatError
from aligner.model import AlignedPair, Alignment, Bead, Document

_LINE = re.compile(r"\s*\[([\d, ]*)\]\s*:\s*\[([\d, ]*)\]\s*(?::\s*(\S*)\s*)?", re.ASCII)
_INDICES = re.compile(r"\s*(\d{1,9}(?:\s*,\s*\d{1,9})*)?\s*,?\s*", re.ASCII)
_CONFIDENCE = re.compile(r"(?:0|1|0?\.\d{1,20}|[01]\.\d{0,20}|\d(?:\.\d{1,20})?e-\d{1,3})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Ladder:
    """Writes the beads; `secondary` links of a digest are not part of a ladder."""

    suffixes: ClassVar[tuple[str, ...]] = (".ladder",)

    def write(
        self, alignment: Alignment, base: Document, version: Document, pairs: tuple[AlignedPair, ...]
    ) -> bytes:
        """One line a bead, in the alignment's order, UTF-8, ending in a line feed."""
        return self.lines(alignment)

    def lines(self, alignment: Alignment) -> bytes:
        """The same without the documents: a ladder holds no text."""
        return "".join(f"{line(bead)}\n" for bead in alignment.beads).encode("utf-8")


def line(bead: Bead) -> str:
    """A bead in ladder notation, confidence to four decimals: [0, 1]:[2]:0.93."""
    confidence = "" if bead.confidence is None else format(round(bead.confidence, 4), "g")
    return f"{list(bead.base)}:{list(bead.version)}:{confidence}"


def read_beads(text: str) -> tuple[Bead, ...]:
    """The beads of a ladder, in the order of its lines; empty lines are passed over.

    Raises FormatError, which names the line, when one is not in ladder notation or its indices do not ascend.
    """
    return tuple(bead for _, bead in numbered(text))


def numbered(text: str) -> Iterator[tuple[str, Bead]]:
    """The same, each bead with its place: "line 3"."""
    for number, content in enumerate(text.splitlines(), 1):
        if content.strip():
            yield f"line {number}", _bead(content, number)


def _bead(content: str, number: int) -> Bead:
    match = _LINE.fullmatch(content) if len(content) <= 100_000 else None
    if match is None:
        raise FormatError(_message(number, content, "expected a bead such as [0, 1]:[2]:0.93"))
    confidence = match.group(3)
    if confidence and not _CONFIDENCE.fullmatch(confidence):
        raise FormatError(_message(number, content, f"confidence {confidence[:20]!r} is not a number from 0 to 1"))
    try:
        return Bead(_indices(match.group(1)), _indices(match.group(2)), float(confidence) if confidence else None)
    except ValueError as error:
        raise FormatError(_message(number, content, str(error))) from error


def _indices(text: str) -> tuple[int, ...]:
    if not _INDICES.fullmatch(text):
        raise ValueError("indices are numbers of at most nine digits with commas between them")
    return tuple(int(index) for index in re.findall(r"\d+", text))


def _message(number: int, content: str, reason: str) -> str:
    shown = content.strip()[:60]
    return f"line {number} of the ladder: {shown!r}: {reason}"
