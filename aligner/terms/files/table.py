"""Term bases as tables: CSV and TSV, one concept a row, ";" between variants.

Two headers are understood, told apart by their first column:

    source, preferred, allowed, forbidden, note      a house glossary: base language to version language
    concept, zh, ko, en, ...                         one column a language; the first variant is the preferred one

Beside a language column "en" there may be "en:forbidden" (terms not to be used); "concept" is the id and may stay
empty. Optional columns of both forms: note, subject, related (ids), weighty (yes/no). Columns that are not known
are an error, so that a mistyped header cannot drop a column silently.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal

from aligner.errors import FormatError
from aligner.model import Concept, Term, TermStatus
from aligner.text.script import language_of

Row = tuple[int, list[str]]
_GLOSSARY = {
    "preferred": TermStatus.PREFERRED,
    "allowed": TermStatus.ADMITTED,
    "forbidden": TermStatus.DEPRECATED,
}
_ABOUT = ("note", "subject", "related", "weighty")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[a-z0-9]{2,8})*(:forbidden)?", re.IGNORECASE)
_TRUTH = {"yes": True, "true": True, "1": True, "": False, "no": False, "false": False, "0": False}


def rows(text: str, delimiter: str | None, name: str) -> Iterator[Row]:
    """(line number, cells) of each row that is not blank; `delimiter` None takes ",", ";" or tab by the header."""
    if delimiter is None:
        header = text.partition("\n")[0]
        delimiter = max(",;\t", key=header.count)
    quoting: Literal[0, 3] = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    stream = io.StringIO(text.removeprefix("\ufeff"), newline="")
    reader = csv.reader(stream, delimiter=delimiter, quoting=quoting, strict=True)
    try:
        for row in reader:
            cells = [_unquoted(c.strip()) if quoting == csv.QUOTE_NONE else c.strip() for c in row]
            if any(cells):
                yield reader.line_num, cells
    except csv.Error as error:
        raise FormatError(f"{name}, line {reader.line_num}: not a table ({error})") from None


def _unquoted(cell: str) -> str:
    """A cell that a spreadsheet put in quotation marks, without them; TSV itself knows no quoting (IANA)."""
    if len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in cell[1:-1].replace('""', ""):
        return cell[1:-1].replace('""', '"').strip()
    return cell


def concepts(
    table: Iterable[Row], name: str, base_lang: str | None = None, version_lang: str | None = None
) -> tuple[Concept, ...]:
    """The concepts of a table whose first row is its header. Raises FormatError naming line and field."""
    lines = iter(table)
    number, header = next(lines, (0, []))
    columns = [h.lower() for h in header]
    glossary = columns[:1] == ["source"]
    _check_header(columns, glossary, f"{name}, line {number}")
    found: list[Concept] = []
    for line, cells in lines:
        where = f"{name}, line {line}"
        if len(cells) > len(columns):
            raise FormatError(f"{where}: {len(cells)} fields, but the header names {len(columns)}")
        row = dict(zip(columns, cells, strict=False))
        terms = _glossary_terms(row, base_lang, version_lang, where) if glossary else _column_terms(row, where)
        found.append(_concept(row, terms, f"{Path(name).stem}:{line}", where, Path(name).name))
    if not found:
        raise FormatError(f"{name}: a header and no concept; add a row for each concept")
    return tuple(found)


def _check_header(columns: list[str], glossary: bool, where: str) -> None:
    """Refuse a header that is neither form, repeats a column or has an unknown one."""
    if not glossary and columns[:1] != ["concept"]:
        first = columns[0] if columns else ""
        raise FormatError(f"{where}: the first column is {first!r}; expected 'source' or 'concept'")
    if glossary and "preferred" not in columns:
        raise FormatError(f"{where}: no column 'preferred' beside 'source'")
    for column in columns[1:]:
        known = column in _ABOUT or (column in _GLOSSARY if glossary else bool(_LANGUAGE.fullmatch(column)))
        if not known or columns.count(column) > 1:
            problem = "twice" if known else "not a column of a term base"
            raise FormatError(f"{where}, field {column!r}: {problem}; known: {', '.join(_known(glossary))}")


def _known(glossary: bool) -> tuple[str, ...]:
    """The columns to choose from, as an error names them."""
    return ("source", *_GLOSSARY, *_ABOUT) if glossary else ("concept", "zh", "ko", "en:forbidden", "...", *_ABOUT)


def _glossary_terms(row: Mapping[str, str], base: str | None, version: str | None, where: str) -> list[Term]:
    if not row["source"]:
        raise FormatError(f"{where}, field 'source': empty; every row needs the term of the base")
    terms = [Term(text, base or language_of(text), TermStatus.PREFERRED) for text in _variants(row["source"])]
    for column, status in _GLOSSARY.items():
        terms += [Term(t, version or language_of(t), status) for t in _variants(row.get(column, ""))]
    if all(not row.get(column) for column in _GLOSSARY):
        raise FormatError(
            f"{where}, field 'preferred': no rendering of {row['source']!r}; add one or take the row out"
        )
    return terms


def _column_terms(row: Mapping[str, str], where: str) -> list[Term]:
    terms: list[Term] = []
    for column, cell in row.items():
        if column == "concept" or column in _ABOUT:
            continue
        lang, _, forbidden = column.partition(":")
        for place, text in enumerate(_variants(cell)):
            status = TermStatus.ADMITTED if place else TermStatus.PREFERRED
            terms.append(Term(text, lang, TermStatus.DEPRECATED if forbidden else status))
    if not terms:
        raise FormatError(f"{where}: no term in any language column")
    return terms


def _concept(row: Mapping[str, str], terms: list[Term], ident: str, where: str, source: str) -> Concept:
    weighty = row.get("weighty", "").lower()
    if weighty not in _TRUTH:
        raise FormatError(f"{where}, field 'weighty': {weighty!r}; expected yes or no")
    return Concept(
        id=row.get("concept") or ident,
        terms=tuple(terms),
        subject=row.get("subject") or None,
        note=row.get("note") or None,
        related=tuple(_variants(row.get("related", ""))),
        weighty=_TRUTH[weighty],
        origin=source,
    )


def _variants(cell: str) -> list[str]:
    """The variants of a cell, without repeats, in order."""
    return list(dict.fromkeys(v for part in re.split("[;；]", cell) if (v := part.strip())))
