"""From the rows of a term table to concepts. See aligner.terms.files.table for the two forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from aligner.errors import FormatError
from aligner.model import Concept, Term, TermStatus
from aligner.terms.files import fields, header, languages, marks
from aligner.terms.files.header import Header, Terms
from aligner.terms.files.table import Row
from aligner.text.script import language_of

Entry = tuple[Concept, int, tuple[str, ...]]
"""A concept, its line, and the column of each of its terms."""


def concepts(
    table: Iterable[Row], name: str, base_langs: Sequence[str] = (), version_langs: Sequence[str] = ()
) -> list[Entry]:
    """The concepts of a table whose first row is its header. Raises FormatError naming line and field."""
    lines = iter(table)
    number, first = next(lines, (0, []))
    reader = _Reader(header.read(first, f"{name}, line {number}"), name)
    rows = list(reader.checked(lines))
    if not rows:
        raise FormatError(f"{name}: a header and no concept; add a row for each concept")
    langs = languages.decide(reader.header, [cells for _, cells in rows], base_langs, version_langs, name)
    return [reader.entry(cells, line, langs) for line, cells in rows]


_UNKNOWN = "und"


class _Reader:
    """Reads rows under one header."""

    def __init__(self, columns: Header, name: str) -> None:
        self.header, self._name = columns, name

    def checked(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows, those that are too long refused and short ones filled up."""
        for line, cells in rows:
            if len(cells) > self.header.width:
                raise FormatError(
                    f"{self._name}, line {line}: {len(cells)} fields, but the header names {self.header.width}"
                )
            yield line, [*cells, *[""] * (self.header.width - len(cells))]

    def entry(self, cells: Sequence[str], line: int, langs: dict[int, str]) -> Entry:
        """The concept of a row; `langs` are the languages of its columns of terms, as far as they are known."""
        where = f"{self._name}, line {line}"
        found: dict[int, list[Term]] = {}
        for place, column in self.header.terms.items():
            try:
                found[place] = list(_terms(cells[place], column, langs.get(place)))
                problem = next((p for term in found[place] for p in fields.bad_patterns(term)), None)
            except ValueError as error:
                raise FormatError(f"{where}, field {column.name!r}: {error}") from None
            if problem:
                raise FormatError(f"{where}, field {column.name!r}, {problem[0]}: {problem[1]}")
        if not any(found.values()):
            columns = "column of terms" if self.header.glossary else "language column"
            raise FormatError(f"{where}: no term in any {columns}; add one or take the row out")
        about = {name: cells[place] for name, place in self.header.about.items() if cells[place]}
        concept = Concept(
            id=about.pop("concept", f"{Path(self._name).stem}:{line}"),
            terms=tuple(term for terms in found.values() for term in terms),
            origin=Path(self._name).name,
            **_about(about, where),
        )
        names = (column.name for place, column in self.header.terms.items() for _ in found[place])
        return concept, line, tuple(names)


def _terms(cell: str, column: Terms, lang: str | None) -> Iterator[Term]:
    """The terms of a cell; without a language each gets the one that its script alone can tell."""
    for place, variant in enumerate(marks.split(cell)):
        status = column.status or (TermStatus.ADMITTED if place else TermStatus.PREFERRED)
        term = marks.term(variant, marks.Column(lang or _UNKNOWN, status, column.forbidden))
        yield replace(term, lang=language_of(term.text)) if term.lang == _UNKNOWN else term


def _about(cells: dict[str, str], where: str) -> dict[str, Any]:
    """What the columns beside the terms say of a concept."""
    found: dict[str, Any] = {k: v for k, v in cells.items() if k in ("subject", "definition", "note")}
    if "reference" in cells:
        found["source"] = cells["reference"]
    found["related"] = tuple(marks.plain(v) for v in marks.split(cells.get("related", "")))
    for name, read in (("weighty", fields.truth), ("uncertain", fields.truth), ("severity", fields.severity)):
        if name in cells:
            try:
                found[name] = read(cells[name])
            except ValueError as error:
                raise FormatError(f"{where}, field {name!r}: {error}") from None
    return found
