"""Term bases as XLSX: the first sheet, read and written like the tables of aligner.terms.files.table.

Cells are text: formulas are never computed (the value that was saved with one is taken), and what is written is
stored as text, so that a term that starts with "=" stays a term. The writer needs no library and gives the same
bytes for the same table.
"""

from __future__ import annotations

import importlib
import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any
from xml.sax.saxutils import escape

from aligner.errors import FormatError, MissingExtraError
from aligner.terms.files.fields import NO_XML, tidy
from aligner.terms.files.sheet_parts import PARTS, SHEET, SHEET_HEAD, SHEET_TAIL

_LARGEST = 200_000_000  # bytes unpacked: far above any glossary, far below a zip bomb
_LONGEST = 32_767  # characters of a cell (ECMA-376, and what spreadsheets take)
_WIDEST = 1_000
_DATE = (1980, 1, 1, 0, 0, 0)  # the first that ZIP knows: the time of writing is no part of a term base


def rows(data: bytes, name: str) -> Iterator[tuple[int, list[str]]]:
    """(row number, cells) of each row of the first sheet that is not blank.

    Raises MissingExtraError without openpyxl, FormatError for a file that is no workbook.
    """
    try:
        load_workbook = importlib.import_module("openpyxl").load_workbook
    except ImportError:
        raise MissingExtraError("reading XLSX term bases", "xlsx") from None
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(member.file_size for member in archive.infolist())
        if size > _LARGEST:
            raise FormatError(f"{name}: unpacks to {size} bytes; expected a workbook of at most {_LARGEST}")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of styles and features of spreadsheets that hold no term
            book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            found = list(_rows(book.worksheets[0], name))
    except FormatError:
        raise
    except Exception as error:  # the library lets out whatever a broken part makes it run into
        raise FormatError(f"{name}: not an XLSX workbook ({_line(error)}); save it as .xlsx or .csv") from None
    return iter(found)


def _rows(sheet: Any, name: str) -> Iterator[tuple[int, list[str]]]:
    sheet.reset_dimensions()  # a sheet may claim any size: rows are as wide as their cells
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        if len(cells) > _WIDEST:
            raise FormatError(f"{name}, line {number}: {len(cells)} columns; expected at most {_WIDEST}")
        texts = ["" if cell is None else tidy(str(cell)) for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            yield number, texts


def packed(table: Iterable[list[str]]) -> bytes:
    """The table as a workbook with one sheet of text cells, its first row kept in sight.

    Raises FormatError for a cell that a spreadsheet cannot hold.
    """
    lines = [SHEET_HEAD]
    for number, row in enumerate(table, 1):
        cells = "".join(f'<c r="{_letters(k)}{number}" {_text(cell, number)}' for k, cell in enumerate(row) if cell)
        lines.append(f'<row r="{number}">{cells}</row>')
    parts = {**PARTS, SHEET: "".join((*lines, SHEET_TAIL))}
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for part, text in parts.items():
            entry = zipfile.ZipInfo(part, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text.encode("utf-8"))
    return stream.getvalue()


def _text(cell: str, row: int) -> str:
    if len(cell) > _LONGEST:
        raise FormatError(f"row {row}: {len(cell)} characters in a cell, XLSX takes {_LONGEST}; write CSV or TBX")
    bad = NO_XML.search(cell)
    if bad:
        raise FormatError(f"row {row}: XLSX has no character U+{ord(bad[0]):04X}; take it out of {cell[:40]!r}")
    return f's="1" t="inlineStr"><is><t xml:space="preserve">{escape(cell)}</t></is></c>'


def _letters(column: int) -> str:
    """The name of a column: A, B, ... Z, AA."""
    name, column = "", column + 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or type(error).__name__
