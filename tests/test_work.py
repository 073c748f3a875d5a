"""The manifest of a work: what it names is found, what it must not name is refused."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from aligner import work
from aligner.errors import FormatError, InputError

MANIFEST = """
title = "A statement"
terms = ["terms.tsv"]
[base]
file = "base.txt"
lang = "ko"
outlet = "Ministry"
date = 2026-02-01
[[versions]]
file = "a.txt"
gold = "gold/a.ladder"
[[versions]]
file = "b.txt"
"""


def write(folder: Path, text: str) -> Path:
    (folder / "work.toml").write_text(text, encoding="utf-8")
    return folder


def test_everything_the_manifest_says(tmp_path: Path) -> None:
    found = work.load(write(tmp_path, MANIFEST))
    assert found.title == "A statement"
    assert found.base == work.Text(tmp_path / "base.txt", "ko", "Ministry", datetime.date(2026, 2, 1))
    assert [v.path.name for v in found.versions] == ["a.txt", "b.txt"]
    assert found.versions[0].gold == tmp_path / "gold" / "a.ladder"
    assert found.terms == (tmp_path / "terms.tsv",)


def test_no_manifest(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"work\.toml"):
        work.load(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('title = "A', "title = A", "not valid TOML"),
        ("outlet =", "outlett =", "'outlett'"),
        ("2026-02-01", '"soon"', "expected a date"),
        ('file = "a.txt"', 'path = "a.txt"', "at least file"),
        ('"a.txt"', '"../a.txt"', "inside the work's folder"),
        ('"a.txt"', '"/etc/passwd"', "inside the work's folder"),
        ('["terms.tsv"]', '"terms.tsv"', "list of files"),
        ('["terms.tsv"]', "[3]", "inside the work's folder"),
        ("[base]", "[bases]", "'bases'"),
    ],
)
def test_faults_are_named(tmp_path: Path, old: str, new: str, words: str) -> None:
    assert old in MANIFEST
    with pytest.raises(FormatError) as caught:
        work.load(write(tmp_path, MANIFEST.replace(old, new, 1)))
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_symbolic_links_do_not_lead_out(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "a.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(FormatError, match="inside the work"):
        work.load(write(folder, MANIFEST))
