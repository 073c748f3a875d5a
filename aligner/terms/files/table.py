r"""Term bases as tables: CSV, TSV and XLSX, one concept a row, ";" between variants.

Two headers are understood, told apart by their first column:

    source, preferred, allowed, forbidden, note     a house glossary: base language to version language
    concept, zh, ko, en, en:forbidden, ...          one column for each language and status

In the glossary, `superseded` may stand beside the three; each of these columns may name its language
("preferred:en"), else see aligner.terms.files.languages. In the other form `concept` is the id and may stay empty;
a column is named by a language tag and a status: `en:preferred`, `en:admitted` (or `en:allowed`), `en:deprecated`,
`en:forbidden`, `en:superseded`. In a plain `en`, and in `source`, the first variant is preferred and the others are
admitted.

Columns of both: `note`, `subject`, `definition`, `reference` (where the entry is from), `related` (ids),
`weighty` and `uncertain` (yes or no), `severity` (neutral, minor, major, critical); in the glossary also `concept`.
What is to be said of a single term stands in brackets behind it: "AI [case, type: acronym]" (see
aligner.terms.files.marks).
Columns that are not known are an error, so that a mistyped header cannot drop a column silently. Runs of white
space count as one space.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Literal

from aligner.errors import FormatError
from aligner.terms.files.fields import tidy

Row = tuple[int, list[str]]
"""The line it starts in, and its cells."""

Rows = Iterator[Row]


def rows(text: str, delimiter: str | None, name: str) -> Iterator[Row]:
    """(line number, cells) of each row that is not blank; `delimiter` None takes ",", ";" or tab by the header."""
    text = text.removeprefix("\ufeff")
    if delimiter is None:
        header = text.lstrip().partition("\n")[0]
        delimiter = max(",;\t", key=header.count)
    quoting: Literal[0, 3] = csv.QUOTE_NONE if delimiter == "\t" else csv.QUOTE_MINIMAL
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting, strict=True)
    line = 1
    try:
        for row in reader:
            cells = [_unquoted(tidy(c)) if quoting == csv.QUOTE_NONE else tidy(c) for c in row]
            if any(cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise FormatError(f"{name}, line {line}: not a table ({error}); look for a quotation mark there") from None


def as_csv(table: Iterable[list[str]]) -> str:
    """The table with commas, and quotation marks where they are needed."""
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows(table)
    return stream.getvalue()


def as_tsv(table: Iterable[list[str]]) -> str:
    """The table with tabs; cells hold neither tabs nor line breaks."""
    return "".join("\t".join(map(_quoted, row)) + "\n" for row in table)


def _unquoted(cell: str) -> str:
    """A cell that a spreadsheet put in quotation marks, without them; TSV itself knows no quoting (IANA)."""
    if _in_quotes(cell):
        return tidy(cell[1:-1].replace('""', '"'))
    return cell


def _quoted(cell: str) -> str:
    """A cell that would be taken for one in quotation marks gets a pair of its own."""
    return '"' + cell.replace('"', '""') + '"' if _in_quotes(cell) else cell


def _in_quotes(cell: str) -> bool:
    return len(cell) > 1 and cell[0] == cell[-1] == '"' and '"' not in cell[1:-1].replace('""', "")
