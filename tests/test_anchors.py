"""Files of fixed links: what `aligner align` writes is read again, what fits no text is refused with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner import anchors, rendering
from aligner.errors import FormatError, InputError
from aligner.model import Alignment, Bead, Block, Document, Role, Segment, Span


def document(id: str, size: int) -> Document:
    texts = [f"{id} says\t{n}." for n in range(size)]
    blocks = tuple(Block(Role.BODY, text) for text in texts)
    return Document(id, "en", blocks, tuple(Segment(i, t, Span(0, len(t)), i) for i, t in enumerate(texts)))


BASE, VERSION = document("base", 6), document("version", 5)
BEADS = (Bead((0,), (0,), 0.9), Bead((1, 2), (1,), 0.5), Bead((3,), ()), Bead((), (2,), 0.1), Bead((4, 5), (3, 4)))


def read(tmp_path: Path, data: str | bytes) -> tuple[Bead, ...]:
    file = tmp_path / "fixed"
    file.write_bytes(data if isinstance(data, bytes) else data.encode())
    return anchors.read(file, BASE, VERSION)


@pytest.mark.parametrize("kind", ["ladder", "tsv", "json"])
@given(kept=st.sets(st.sampled_from(range(len(BEADS))), min_size=1))
@settings(deadline=None, max_examples=20)
def test_what_align_writes_is_read_whole_or_in_part(
    tmp_path_factory: pytest.TempPathFactory, kind: str, kept: set[int]
) -> None:
    beads = tuple(BEADS[k] for k in sorted(kept))
    alignment = Alignment("base", "version", beads, "test", monotone=True)
    written = rendering.alignment(alignment, BASE, VERSION, kind)
    found = read(tmp_path_factory.mktemp("anchors"), written)
    assert found == tuple(Bead(b.base, b.version, 1.0) for b in beads)


def test_as_other_programs_save_them(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeff[0]:[0]\r\n\r\n[1,2] : [1]\r\n") == (
        Bead((0,), (0,), 1.0),
        Bead((1, 2), (1,), 1.0),
    )
    table = 'version_segments\tbase_segments\tnote\r\n0\t0\tx\r\n"1"\t"1, 2"\t\r\n\t3\t\r\n\t\t\r\n'
    beads = (Bead((0,), (0,), 1.0), Bead((1, 2), (1,), 1.0), Bead((3,), (), 1.0))
    assert read(tmp_path, "base\t" + table.replace("\r\n", "\r\n\t")[:-1]) == beads


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("[0]:[0]:\n[6]:[1]:\n", r"line 2: no base segment 6; that text has 6"),
        ("[0]:[5]:\n", r"line 1: no version segment 5; that text has 5"),
        ("[0]:[0]:\n\n[0, 1]:[1]:\n", r"line 3: base segment 0 stands in line 1 already"),
        ("[0]:[0]:\n[1]:[0]:\n", r"line 2: version segment 0 stands in line 1 already"),
        ("[0]:[0]:\nzero to one\n", r"line 2 of the ladder: 'zero to one'"),
        ("[1, 0]:[0]:\n", r"line 1 of the ladder"),
        ("base\tversion\nx\ty\n", r"line 1: expected a table with the columns base_segments"),
        ("base\tbase_segments\tversion_segments\nx\t0\t0\ny\t0;1\t1\n", r"line 3: '0;1'"),
        ("base\tbase_segments\tversion_segments\nx\t0\n", r"line 2: '\?'"),
        ("base\tbase_segments\tversion_segments\nx\t1,0\t0\n", r"line 2: bead side"),
        ("base\tbase_segments\tversion_segments\nx\t٣\t0\n", r"line 2"),
        ('{"beads": [{"base": [0], "version": [7]}]}', r"bead 1: no version segment 7"),
        ('{"beads": [{"base": [0], "version": "0"}]}', r"bead 1: expected lists"),
        ('{"beads": [{"base": [true], "version": [0]}]}', r"bead 1: expected lists"),
        ('{"beads": [{"base": [], "version": []}]}', r"bead 1: a bead needs"),
        ('{"beads": [{"base": [-1], "version": []}]}', r"bead 1: bead side"),
        ('{"beads": [{"base": [0]}]}', r"no alignment in json"),
        ('{"links": []}', r"no alignment in json"),
        ('<?xml version="1.0"?><tmx/>', r"is XML; give a ladder"),
        ('{"beads": [', r"no alignment in json"),
        ('{"a":' * 5000, r"no alignment in json"),
    ],
)
def test_what_fits_no_text_is_refused_with_its_place(tmp_path: Path, data: str, words: str) -> None:
    with pytest.raises(FormatError, match=words) as caught:
        read(tmp_path, data)
    assert str(caught.value).startswith(str(tmp_path / "fixed"))
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize("data", [b"", b"\n \n", b'{"beads": []}', b"\xff\xfe\x00"])
def test_a_file_without_a_bead_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(InputError):
        read(tmp_path, data)


def test_a_missing_file_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        anchors.read(tmp_path / "none", BASE, VERSION)
    with pytest.raises(InputError, match="cannot be read"):
        anchors.read(tmp_path, BASE, VERSION)
