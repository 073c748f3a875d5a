"""Term bases as XLSX: the first sheet, read like the tables of aligner.terms.files.table."""

from __future__ import annotations

import importlib
import io
import zipfile
from collections.abc import Iterator

from aligner.errors import FormatError, MissingExtraError

_LARGEST = 200_000_000  # bytes unpacked: far above any glossary, far below a zip bomb


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
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError) as error:
        raise FormatError(f"{name}: not an XLSX workbook ({_line(error)}); save it as .xlsx or .csv") from None
    for number, cells in enumerate(book.worksheets[0].iter_rows(values_only=True), start=1):
        texts = ["" if cell is None else str(cell).strip() for cell in cells]
        while texts and not texts[-1]:
            texts.pop()
        if texts:
            yield number, texts


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
