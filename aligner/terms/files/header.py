"""The header of a term table: what each column holds."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from aligner.errors import FormatError
from aligner.model import TermStatus
from aligner.terms.files import fields
from aligner.terms.files.fields import tidy

ABOUT: Final = ("subject", "definition", "note", "reference", "related", "weighty", "severity", "uncertain")
"""The columns of both forms that speak of the concept."""

GLOSSARY: Final[dict[str, tuple[TermStatus | None, bool]]] = {
    "source": (None, False),
    "preferred": (TermStatus.PREFERRED, False),
    "allowed": (TermStatus.ADMITTED, False),
    "forbidden": (TermStatus.DEPRECATED, True),
    "superseded": (TermStatus.SUPERSEDED, False),
}
STATUSES: Final = {
    "preferred": (TermStatus.PREFERRED, False),
    "admitted": (TermStatus.ADMITTED, False),
    "allowed": (TermStatus.ADMITTED, False),
    "deprecated": (TermStatus.DEPRECATED, False),
    "forbidden": (TermStatus.DEPRECATED, True),
    "superseded": (TermStatus.SUPERSEDED, False),
}


@dataclass(frozen=True, slots=True)
class Terms:
    """A column of terms; `status` is None where the first variant is preferred and the rest admitted.

    `lang` is None where the table does not name it; `source` marks the base's side of a glossary.
    """

    name: str
    lang: str | None
    status: TermStatus | None
    forbidden: bool = False
    source: bool = False


@dataclass(frozen=True, slots=True)
class Header:
    """`about` holds the place of each column that speaks of the concept ("concept" for its id) by its name."""

    glossary: bool
    terms: dict[int, Terms]
    about: dict[str, int]
    width: int


def read(cells: Sequence[str], where: str) -> Header:
    """The header that these cells are. Raises FormatError, naming `where` and the column, for what is none."""
    columns = [tidy(cell).lower() for cell in cells]
    first = columns[0] if columns else ""
    glossary = first.partition(":")[0] == "source"
    if not glossary and first != "concept":
        raise FormatError(f"{where}: the first column is {first!r}; expected 'source' or 'concept'")
    if glossary and not any(c.partition(":")[0] == "preferred" for c in columns):
        raise FormatError(f"{where}: no column 'preferred' beside 'source'")
    header = Header(glossary, {}, {}, len(columns))
    for place, column in enumerate(columns):
        if columns.count(column) > 1:
            raise FormatError(f"{where}, field {column!r}: twice; keep one of them")
        about = "reference" if column == "source" and not glossary else column
        if about in ("concept", *ABOUT):
            header.about[about] = place
        else:
            header.terms[place] = _terms(column, glossary, where)
    return header


def _terms(column: str, glossary: bool, where: str) -> Terms:
    left, colon, right = (part.strip() for part in column.partition(":"))
    try:
        if glossary and left in GLOSSARY and bool(colon) == bool(right):
            return Terms(left, fields.language(right) if right else None, *GLOSSARY[left], left == "source")
        if not glossary and not colon:
            return Terms(column, fields.language(left), None)
        if not glossary and right in STATUSES:
            return Terms(column, fields.language(left), *STATUSES[right])
    except ValueError:
        pass
    known = (*GLOSSARY, "concept", *ABOUT) if glossary else ("concept", "zh", "ko", "en:forbidden", "...", *ABOUT)
    near = difflib.get_close_matches(column, known, n=1)
    hint = f"did you mean {near[0]!r}? " if near else ""
    raise FormatError(f"{where}, field {column!r}: not a column of a term base; {hint}known: {', '.join(known)}")
