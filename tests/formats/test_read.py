from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_files import docx, paragraph, pdf

from aligner import formats
from aligner.errors import AlignerError, EmptyTextError, EncodingError, FormatError, InputError
from aligner.formats import read, read_bytes
from aligner.model import Role

LEAD = "The harbour town of Harwick opened a library on Saturday, the mayor said."
TEXT = f"Harwick opens a library\n\n{LEAD}\n"


def test_a_text_file_becomes_a_document(tmp_path: Path) -> None:
    file = tmp_path / "harwick.txt"
    file.write_text(TEXT, encoding="utf-8")
    found = read(file)
    assert (found.id, found.lang, found.title, found.path) == (
        "harwick",
        "en",
        "Harwick opens a library",
        str(file),
    )
    assert len(found.sha256) == 64
    assert [b.role for b in found.blocks] == [Role.TITLE, Role.BODY]
    assert found.segments == ()
    assert read(file) == found


def test_language_can_be_said() -> None:
    assert read_bytes(TEXT.encode(), "a.txt", lang="en-GB").lang == "en-GB"
    short = read_bytes("是\n".encode(), "a.txt")
    assert short.lang == "zh-Hans"
    assert "language unsure" in short.warnings[0]
    assert not read_bytes("是\n".encode(), "a.txt", lang="zh-Hant").warnings


def test_replacement_characters_of_the_file_itself_are_reported() -> None:
    assert any("U+FFFD" in w for w in read_bytes(f"{LEAD} \ufffd".encode(), "a.txt").warnings)


@pytest.mark.parametrize("name", ["a", "a.txt", "a.html", "a.unknown"])
def test_content_says_more_than_the_name(name: str) -> None:
    page = f"<!doctype html><html><body><h1>Harwick opens a library</h1><p>{LEAD}</p><p>{LEAD}</p></body></html>"
    assert [b.text for b in read_bytes(page.encode(), name).blocks] == ["Harwick opens a library", LEAD, LEAD]
    assert read_bytes(docx(paragraph(LEAD)), name).blocks[0].text == LEAD
    assert read_bytes(pdf([[(72, 700, 6, LEAD)]]), name).blocks[0].text == LEAD


def test_lines_are_kept_one_by_one() -> None:
    found = read_bytes("Leave a Reply\n\n是\nSource: X\n".encode(), "a.txt", sentences=True)
    assert [b.text for b in found.blocks] == ["Leave a Reply", "", "是", "Source: X"]
    assert {b.role for b in found.blocks} == {Role.BODY}


@pytest.mark.parametrize(
    ("data", "name", "error", "words"),
    [
        (b"", "a.txt", EmptyTextError, "empty"),
        (b" \n\t\n", "a.txt", EmptyTextError, "empty"),
        (b"Leave a Reply\n", "a.txt", EmptyTextError, "no body text"),
        (b"\xff", "a.txt", EmptyTextError, "one byte"),
        (b"ab\x00cd", "a.txt", EncodingError, "binary"),
        (bytes(range(256)) * 9, "a.txt", EncodingError, "binary"),
        (b"\x89PNG\r\n\x1a\n", "a.txt", FormatError, "picture"),
        (b'<?xml version="1.0"?>\n<tmx version="1.4"></tmx>', "a.tmx", FormatError, "TMX file"),
        (b"PK\x03\x04", "a.docx", FormatError, "damaged DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 99, "a.docx", FormatError, "save it as DOCX"),
        (b"no word file", "a.docx", FormatError, "is none"),
        (b"no pdf", "a.pdf", FormatError, "is none"),
        (b"%PDF-1.7\nnothing", "a.pdf", FormatError, "damaged PDF"),
        (docx(paragraph(LEAD))[:-40], "a.docx", FormatError, "damaged DOCX"),
        (docx(""), "a.docx", EmptyTextError, "no body text"),
        (b"<html><body></body></html>", "a.html", EmptyTextError, "no body text"),
    ],
)
def test_bad_input_is_one_line_of_the_right_class(
    data: bytes, name: str, error: type[AlignerError], words: str
) -> None:
    with pytest.raises(error, match=words) as caught:
        read_bytes(data, name)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(name)


def test_missing_files_folders_and_odd_names(tmp_path: Path) -> None:
    for path, words in ((tmp_path / "none.txt", "no such file"), (tmp_path, "folder"), ("a\0b", "cannot be read")):
        with pytest.raises(InputError, match=words):
            read(path)


def test_too_large_a_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "LARGEST", 10)
    file = tmp_path / "a.txt"
    file.write_text(TEXT)
    with pytest.raises(InputError, match="more than the 10 allowed"):
        read(file)
    with pytest.raises(InputError, match="more than the 10 allowed"):
        read_bytes(TEXT.encode(), "-")


def test_importing_is_light() -> None:
    code = (
        "import sys; import aligner.formats as f;"
        "f.read_bytes(b'The mayor said that it was good for the town.', 'a');"
        "heavy = {'trafilatura', 'pypdfium2', 'py3langid', 'lxml', 'opencc'} & set(sys.modules);"
        "assert not heavy, heavy"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(st.binary(max_size=400), st.text(max_size=200).map(str.encode)),
    st.sampled_from(["a", "a.html", "a.docx"]),
)
def test_whatever_comes_there_is_a_document_or_an_error_of_ours(data: bytes, name: str) -> None:
    outcome: object
    try:
        outcome = read_bytes(data, name).blocks
    except AlignerError as error:
        outcome = "\n" not in str(error)
    assert outcome
