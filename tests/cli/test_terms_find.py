"""`aligner terms find` as a user runs it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from aligner import terms

Run = Callable[..., subprocess.CompletedProcess[str]]

BASE = """双方重申一个海湾原则。

船队从月牙港出发。

月牙港今天下雨。

大家都喜欢月牙港。
""" + "".join(f"\n消息{n}。\n" for n in "甲乙丙丁戊己庚辛")
VERSION = """Both sides reaffirmed the one-Bay stance.

The fleet set out from Crescent Harbour.

It rains in Crescent Harbour today.

Everybody likes Crescent Harbour.
""" + "".join(f"\nItem {n} came.\n" for n in "ABCDEFGH")


@pytest.fixture
def work(tmp_path: Path) -> Path:
    folder = tmp_path / "work"
    folder.mkdir()
    (folder / "base.txt").write_text(BASE, encoding="utf-8")
    (folder / "version.txt").write_text(VERSION, encoding="utf-8")
    (folder / "terms.tsv").write_text("source\tpreferred\n一个海湾原则\tone-Bay principle\n", encoding="utf-8")
    manifest = 'terms = ["terms.tsv"]\n[base]\nfile = "base.txt"\nlang = "zh"\n'
    manifest += '[[versions]]\nfile = "version.txt"\nlang = "en"\n'
    (folder / "work.toml").write_text(manifest, encoding="utf-8")
    return folder


def test_variants_are_shown_with_their_context(run: Run, work: Path) -> None:
    result = run("terms", "find", work, "--only", "variants")
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines() == [
        "1 wording that no term base lists",
        "like “one-Bay principle” (terms:2)",
        "  one-Bay stance  0.70, stands where another text has the term: version 1",
        "      Both sides reaffirmed the [one-Bay stance].",
    ]


def test_drafts_go_to_a_term_base_that_can_be_read(run: Run, work: Path, tmp_path: Path) -> None:
    for suffix in ("tsv", "csv", "tbx"):
        result = run("terms", "find", work, "--only", "drafts", "-o", f"draft.{suffix}")
        assert result.returncode == 0, result.stderr
        assert result.stdout == f"draft.{suffix}: 1 likely term to edit\n"
        (only,) = terms.load(tmp_path / f"draft.{suffix}")
        assert sorted(t.text for t in only.terms) == ["Crescent Harbour", "月牙港"]
        assert only.uncertain


def test_texts_and_a_term_base_of_ones_own(run: Run, work: Path) -> None:
    result = run(
        "terms",
        "find",
        work / "base.txt",
        work / "version.txt",
        "--terms",
        work / "terms.tsv",
        "--no-default-terms",
    )
    assert result.returncode == 0, result.stderr
    assert "one-Bay stance" in result.stdout
    assert "月牙港 = Crescent Harbour  3 times in the base, 3 in the version" in result.stdout


def test_several_works(run: Run, work: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    for file in work.iterdir():
        (other / file.name).write_bytes(file.read_bytes())
    result = run("terms", "find", work, other, "--only", "variants")
    assert result.returncode == 0, result.stderr
    assert "work/terms:2" in result.stdout
    assert "other/terms:2" in result.stdout or "version-2 1" in result.stdout


def test_what_cannot_be_done_is_one_line(run: Run, work: Path) -> None:
    for arguments in (
        ["terms", "find", work / "base.txt"],
        ["terms", "find", work, "-o", "draft.doc"],
        ["terms", "find", work, "-o", work / "terms.tsv", "--terms", work / "terms.tsv"],
        ["terms", "find", work, "-o", "d.tsv", "--only", "variants"],
        ["terms", "find", work, "--only", "all"],
    ):
        result = run(*arguments)
        assert result.returncode == 2, arguments
        assert len(result.stderr.splitlines()) == 1
        assert result.stdout == ""
