"""The two sides of a glossary's row: the terms of the base, and their renderings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.model import Concept
from aligner.terms.files.header import GLOSSARY

_SOURCE = "source"


def empty(concept: Concept, fields: Sequence[str]) -> tuple[str, str] | None:
    """(field, what follows) where one side of a glossary's row has no term; None where both have, or elsewhere.

    `fields` are the columns of the concept's terms. A row without a rendering cannot be checked; one without a
    term of the base is still held against a text that is checked by itself.
    """
    sources = fields.count(_SOURCE)
    if not fields or fields[0] not in GLOSSARY or 0 < sources < len(fields):
        return None
    text = concept.terms[0].text
    if sources:
        return "preferred", f"no rendering of {text!r}, not checked"
    return _SOURCE, f"empty beside {text!r}, which counts only where a text is checked by itself"


def told(concepts: Sequence[Concept], lines: Sequence[int], fields: Sequence[Sequence[str]]) -> Iterator[str]:
    """A line for each side that is empty somewhere: the first such row, and how many more there are."""
    found: dict[str, list[str]] = {}
    for concept, line, columns in zip(concepts, lines, fields, strict=True):
        if side := empty(concept, columns):
            found.setdefault(side[0], []).append(f"line {line}, field {side[0]!r}: {side[1]}")
    for first, *rest in found.values():
        yield f"{first}; so are {len(rest)} more" if rest else first
