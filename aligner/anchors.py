"""Links that a person has fixed: read from a file in the formats that `aligner align` writes, held against texts.

A ladder, the table (tsv) or the json of an alignment, whole or in part: each bead in it must hold. One-sided beads
fix that a segment has no counterpart.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from pathlib import Path

from aligner.errors import FormatError, InputError
from aligner.formats import ladder, tsv
from aligner.model import Bead, Document

LARGEST = 50 * 2**20
"""Bytes; the alignment of a million segments is smaller."""


def read(path: Path, base: Document, version: Document) -> tuple[Bead, ...]:
    """The beads of a file, with confidence 1, in its order.

    Raises InputError where the file cannot be read or holds no bead; FormatError, which names the line, where it
    is malformed, names a segment that a text does not have, or names one twice.
    """
    text = _text(path)
    taken: dict[tuple[str, int], str] = {}
    beads = []
    try:
        for place, bead in _placed(text):
            for side, indices, document in (("base", bead.base, base), ("version", bead.version, version)):
                for index in indices:
                    _check(index, side, len(document.segments), place, taken)
            beads.append(dataclasses.replace(bead, confidence=1.0))
    except FormatError as error:
        raise FormatError(f"{path}: {error}") from error
    if not beads:
        raise InputError(f"{path}: holds no bead; give a ladder, or the tsv or json that `aligner align` writes")
    return tuple(beads)


def _check(index: int, side: str, size: int, place: str, taken: dict[tuple[str, int], str]) -> None:
    if index >= size:
        raise FormatError(f"{place}: no {side} segment {index}; that text has {size}, counted from 0")
    if (side, index) in taken:
        before = taken[side, index]
        raise FormatError(f"{place}: {side} segment {index} stands in {before} already; name it once")
    taken[side, index] = place


def _placed(text: str) -> Iterator[tuple[str, Bead]]:
    """Each bead with its place in the file, by what the content shows."""
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        raise FormatError("is XML; give a ladder, or the tsv or json that `aligner align` writes")
    if start.startswith("{"):
        return _json_beads(start)
    if start.startswith(tsv.HEADER[0]):
        return tsv.read_beads(text.lstrip("\ufeff"))
    return ladder.numbered(text.lstrip("\ufeff"))


def _json_beads(text: str) -> Iterator[tuple[str, Bead]]:
    try:
        beads = json.loads(text)["beads"]
        rows = [(bead["base"], bead["version"]) for bead in beads]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise FormatError(
            "is no alignment in json: expected an object with `beads` as in `aligner align`"
        ) from error
    for number, sides in enumerate(rows, 1):
        place = f"bead {number}"
        if not all(isinstance(side, list) and all(type(i) is int for i in side) for side in sides):
            raise FormatError(f"{place}: expected lists of segment numbers for base and version")
        try:
            yield place, Bead(tuple(sides[0]), tuple(sides[1]))
        except ValueError as error:
            raise FormatError(f"{place}: {error}") from error


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"{path}: more than {LARGEST:,} bytes; this is no alignment of two texts")
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the path") from None
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise InputError(f"{path}: cannot be read as an alignment: {reason}") from error
