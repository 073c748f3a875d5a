"""Loading and writing by suffix; files that are none; what comes with the package."""

from __future__ import annotations

import builtins
import re
import warnings
from pathlib import Path
from typing import Any

import pytest

from aligner.errors import AlignerError, EncodingError, FormatError, InputError, OutputError, UsageError
from aligner.model import Concept, Term
from aligner.terms import bundled, load, read, write
from aligner.terms.files.saving import Kind

CONCEPTS = (Concept("a", (Term("x", "en"), Term("약", "ko")), note="n"),)


@pytest.mark.parametrize("name", ["t.tbx", "t.csv", "t.tsv", "t.xlsx"])
def test_written_by_suffix_and_loaded(tmp_path: Path, name: str) -> None:
    write(CONCEPTS, tmp_path / "new" / name)
    (concept,) = load(tmp_path / "new" / name)
    assert (concept.id, concept.terms, concept.note, concept.origin) == ("a", CONCEPTS[0].terms, "n", name)


@pytest.mark.parametrize("kind", list(Kind))
def test_two_runs_write_the_same(tmp_path: Path, kind: Kind) -> None:
    pair = {"from_lang": "ko", "into_lang": "en"} if kind is Kind.OMEGAT else {}
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        write(bundled(), tmp_path / name / "t", kind=kind, **pair)
    assert (tmp_path / "one" / "t").read_bytes() == (tmp_path / "two" / "t").read_bytes()


@pytest.mark.parametrize(
    ("name", "data", "error", "message"),
    [
        ("none.csv", None, InputError, "cannot read the term base (No such file or directory); give an"),
        ("folder.csv", "folder", InputError, "cannot read the term base (Is a directory)"),
        ("a.docx", b"x", FormatError, "no term base format '.docx'; use .csv, .tbx, "),
        ("empty.tbx", b" \n", FormatError, "the term base is empty"),
        ("binary.csv", bytes(range(256)) * 9, EncodingError, "binary.csv: "),
        ("damaged.csv", b"concept,ko\na,\xeb\x8f\x99\xeb\x8f\xeb\x8f\x99\xeb\x8f\x99\xeb\x8f\x99\xeb\x8f\x99\n",
         EncodingError, "damaged.csv: damaged UTF-8"),
        ("bytes.tbx", b"<tbx>\xff\xfe</tbx>", FormatError, "bytes.tbx, line 1: not well-formed XML"),
    ],
)  # fmt: skip
def test_files_that_are_none(
    tmp_path: Path, name: str, data: bytes | str | None, error: type[AlignerError], message: str
) -> None:
    path = tmp_path / name
    if isinstance(data, bytes):
        path.write_bytes(data)
    elif data:
        path.mkdir()
    with pytest.raises(error, match=re.escape(message)) as caught:
        load(path)
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030", "big5"])
def test_encodings_of_tables(tmp_path: Path, encoding: str) -> None:
    rows = (
        "".join(f"条{k},同盟关系與合作的政策{k}\n" for k in range(20))
        if encoding != "big5"
        else "a,關係與合作\n" * 9
    )
    (tmp_path / "t.csv").write_bytes(f"concept,zh\n{rows}".encode(encoding))
    assert "合作" in load(tmp_path / "t.csv")[0].terms[0].text


@pytest.mark.parametrize(
    ("kind", "name", "pair", "message"),
    [
        (None, "t.docx", {}, "its suffix does not say which form to write; choose one of tbx3-dca, "),
        ("tbx", "t.tbx", {}, "no form of term base 'tbx'; use tbx3-dca, "),
        (None, "t.tbx", {"from_lang": "ko", "into_lang": "en"}, "name no languages"),
        (None, "t.csv", {"from_lang": "ko"}, "name both"),
    ],
)
def test_what_makes_no_sense(
    tmp_path: Path, kind: str | None, name: str, pair: dict[str, str], message: str
) -> None:
    with pytest.raises(UsageError, match=re.escape(message)):
        write(CONCEPTS, tmp_path / name, kind=kind, **pair)
    assert not list(tmp_path.iterdir())


def test_nothing_is_left_of_what_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text("old")
    for concepts in ((), (Concept("a", ()),), (Concept("a", (Term("\ud800", "en"),)),)):
        with pytest.raises(FormatError):
            write(concepts, tmp_path / "t.csv")
    assert (tmp_path / "t.csv").read_text() == "old"
    with pytest.raises(OutputError):
        write(CONCEPTS, tmp_path / "t.csv" / "t.csv")


def test_lines(tmp_path: Path) -> None:
    write((*CONCEPTS, Concept("b", CONCEPTS[0].terms)), tmp_path / "t.tbx")
    base = read(tmp_path / "t.tbx")
    lines = (tmp_path / "t.tbx").read_text().splitlines()
    assert [lines[n - 1].strip() for n in base.lines] == ['<conceptEntry id="a">', '<conceptEntry id="b">']


def test_the_bundled_base_is_read_whole() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        concepts = bundled()
    assert {c.origin for c in concepts} == {"china.tbx"}
    assert {t.lang for c in concepts for t in c.terms} >= {"zh", "ko", "en"}


def test_tables_need_no_heavy_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "g.tsv").write_text("source\tpreferred\tforbidden\n양해각서\tmemorandum\tagreement\n")
    real = builtins.__import__

    def guarded(name: str, *rest: Any, **more: Any) -> Any:
        assert name.partition(".")[0] not in ("openpyxl", "opencc", "ahocorasick_rs"), name
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", guarded)
    assert load(tmp_path / "g.tsv")
