"""XLSX: text in, text out; nothing computed, nothing huge."""

from __future__ import annotations

import importlib
import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest

from aligner.errors import FormatError, MissingExtraError
from aligner.model import Concept, Term, TermStatus
from aligner.terms import load, write
from aligner.terms.files import sheet

openpyxl: Any = pytest.importorskip("openpyxl", reason="the extra xlsx is not installed")


def saved(path: Path, *rows: list[Any]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_read(tmp_path: Path) -> None:
    path = saved(tmp_path / "t.xlsx", ["source", "preferred", "note"], [None, None, None], ["基准", "benchmark", 7])
    (concept,) = load(path, version_lang="en")
    assert concept.note == "7"
    assert concept.terms[1] == Term("benchmark", "en", TermStatus.PREFERRED)
    saved(path, ["source", "preferred"], ["x", "y"], [None, "=1+1"], ["", "z"])
    with pytest.warns(UserWarning, match="line 4, field 'source'"):
        assert len(load(path)) == 2  # row 3 holds a formula without a value: nothing


def test_written_cells_are_text(tmp_path: Path) -> None:
    terms = [Term(t, "en") for t in ("=1+1", "+x", "-x", "@x", "#x", "2030", "TRUE", "<&>")]
    write([Concept("=id", tuple(terms))], tmp_path / "t.xlsx")
    cells = openpyxl.load_workbook(tmp_path / "t.xlsx").active["B2"]
    assert (cells.data_type, cells.number_format) == ("s", "@")
    assert load(tmp_path / "t.xlsx")[0].terms == tuple(terms)
    first = (tmp_path / "t.xlsx").read_bytes()
    write([Concept("=id", tuple(terms))], tmp_path / "t.xlsx")
    assert (tmp_path / "t.xlsx").read_bytes() == first


def test_many_columns_are_named_as_spreadsheets_name_them() -> None:
    data = sheet.packed([[str(k) for k in range(800)]])
    assert [c.value for c in next(openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows())][702] == "702"
    assert openpyxl.load_workbook(io.BytesIO(data)).active["AAA1"].value == "702"


@pytest.mark.parametrize(("cell", "message"), [("x" * 32_768, "32768 characters"), ("a\x01", "U+0001")])
def test_what_a_cell_cannot_hold(tmp_path: Path, cell: str, message: str) -> None:
    with pytest.raises(FormatError, match=re.escape(message)):
        write([Concept("a", (Term(cell, "en"),))], tmp_path / "t.xlsx")
    assert not (tmp_path / "t.xlsx").exists()


def test_without_its_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str, *rest: Any) -> Any:
        raise ImportError(name)

    write([Concept("a", (Term("x", "en"),))], tmp_path / "t.xlsx")
    monkeypatch.setattr(importlib, "import_module", absent)
    with pytest.raises(MissingExtraError, match=r"news-aligner\[xlsx\]"):
        load(tmp_path / "t.xlsx")


def changed(path: Path, part: str, data: bytes) -> Path:
    """The workbook with one part put in place of its own."""
    source = zipfile.ZipFile(io.BytesIO(path.read_bytes()))
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            archive.writestr(name, data if name == part else source.read(name))
    return path


SHEET = "xl/worksheets/sheet1.xml"
HEAD = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">%s]>' % b"".join(
    b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)


@pytest.mark.parametrize(
    ("part", "data", "message"),
    [
        (SHEET, b" " * 210_000_000, "unpacks to"),
        (SHEET, b"<broken", "not an XLSX workbook"),
        (SHEET, HEAD + b'<row r="1"><c r="XFD1" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>',
         "16384 columns"),
        (SHEET, BOMB + HEAD + b'<row><c t="inlineStr"><is><t>&j;</t></is></c></row></sheetData></worksheet>',
         "not an XLSX workbook"),
        ("xl/workbook.xml", b"<workbook/>", "not an XLSX workbook"),
    ],
)  # fmt: skip
def test_bombs_and_broken_parts(tmp_path: Path, part: str, data: bytes, message: str) -> None:
    path = saved(tmp_path / "t.xlsx", ["source", "preferred"], ["x", "y"])
    with pytest.raises(FormatError, match=message) as caught:
        load(changed(path, part, data))
    assert "\n" not in str(caught.value)


def test_a_sheet_that_claims_to_be_huge(tmp_path: Path) -> None:
    cell = b'<c r="%s" t="inlineStr"><is><t>%s</t></is></c>'
    rows = b'<row r="1">%s%s</row>' % (cell % (b"A1", b"source"), cell % (b"B1", b"preferred"))
    rows += b'<row r="1048576">%s</row>' % (cell % (b"A1048576", b"x"))
    path = saved(tmp_path / "t.xlsx", ["source", "preferred"])
    claim = HEAD.replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')
    with pytest.warns(UserWarning, match="line 1048576, field 'preferred'"):
        load(changed(path, SHEET, claim + rows + b"</sheetData></worksheet>"))


def test_no_workbook(tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_text("no workbook")
    with pytest.raises(FormatError, match="not an XLSX workbook"):
        load(tmp_path / "t.xlsx")
