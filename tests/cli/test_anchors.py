"""--anchors: a corrected alignment is run again, in every command that aligns."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Texts = tuple[Path, Path]

FIXED = "[1]:[2]:\n[5]:[]:\n"


@pytest.fixture
def fixed(tmp_path: Path) -> Path:
    file = tmp_path / "fixed.ladder"
    file.write_text(FIXED, encoding="utf-8")
    return file


def test_align_holds_them_and_is_sure(run: Run, texts: Texts, fixed: Path) -> None:
    result = run("align", *texts, "--anchors", fixed)
    assert result.returncode == 0, result.stderr
    assert {"[1]:[2]:1", "[5]:[]:1"} <= set(result.stdout.splitlines())


def test_what_align_wrote_holds_when_it_is_run_again(run: Run, texts: Texts, tmp_path: Path) -> None:
    rows = run("align", *texts, "--format", "tsv", "-o", "first.tsv")
    assert rows.returncode == 0
    kept = [
        line for line in (tmp_path / "first.tsv").read_text(encoding="utf-8").splitlines() if "look" not in line
    ]
    head = (tmp_path / "first.tsv").read_text(encoding="utf-8").splitlines()[0]
    (tmp_path / "corrected.tsv").write_text("\n".join([head, *kept]) + "\n", encoding="utf-8")
    again = run("align", *texts, "--anchors", "corrected.tsv", "--format", "tsv")
    assert again.returncode == 0, again.stderr
    sure = {tuple(line.split("\t")[2:5]) for line in again.stdout.splitlines()}
    assert {(*line.split("\t")[2:4], "1") for line in kept} <= sure


def test_score_takes_them_for_the_version_that_is_named(
    run: Run, texts: Texts, fixed: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(texts[1].read_text(encoding="utf-8").replace("Selby", "Selby Bay"), encoding="utf-8")
    result = run("score", *texts, other, "--anchors", f"other={fixed}", "--json", "-", "--report", "-")
    assert result.returncode == 0, result.stderr
    alignments = {a["version"]: a["beads"] for a in json.loads(result.stdout)["alignments"]}
    assert {"base": [1], "version": [2], "confidence": 1.0} in alignments["other"]
    assert {"base": [1], "version": [2], "confidence": 1.0} not in alignments["version"]


def test_eval_takes_them(run: Run, texts: Texts, fixed: Path, tmp_path: Path) -> None:
    command = ("eval", *texts, "--gold", fixed, "--anchors", fixed, "--ladders", "out")
    result = run(*command)
    assert result.returncode == 0, result.stderr
    assert "[1]:[2]:1" in (tmp_path / "out" / "version.txt").read_text(encoding="utf-8").splitlines()


def test_crossing_ones_are_linked_freely_and_that_is_said(run: Run, texts: Texts, tmp_path: Path) -> None:
    (tmp_path / "cross").write_text("[1]:[3]:\n[3]:[1]:\n", encoding="utf-8")
    result = run("align", *texts, "--anchors", "cross")
    assert result.returncode == 0
    assert "cross" in result.stderr
    assert {"[1]:[3]:1", "[3]:[1]:1"} <= set(result.stdout.splitlines())
    refused = run("align", *texts, "--anchors", "cross", "--aligner", "translation")
    assert refused.returncode == 2
    assert "[1]:[3] and [3]:[1] cross; use --aligner digest" in refused.stderr


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[99]:[0]:\n", "line 1: no base segment 99; that text has"),
        ("[0]:[99]:\n", "line 1: no version segment 99"),
        ("[0]:[0]:\n[0]:[1]:\n", "line 2: base segment 0 stands in line 1 already"),
        ("hello\n", "line 1 of the ladder"),
        ("", "holds no bead"),
    ],
)
def test_a_file_that_does_not_fit_is_refused(
    run: Run, texts: Texts, tmp_path: Path, content: str, words: str
) -> None:
    (tmp_path / "bad.txt").write_text(content, encoding="utf-8")
    result = run("align", *texts, "--anchors", "bad.txt")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert "bad.txt" in result.stderr
    assert words in result.stderr


@pytest.mark.parametrize("command", ["score", "eval"])
def test_the_other_commands_refuse_it_too(run: Run, texts: Texts, tmp_path: Path, command: str) -> None:
    (tmp_path / "bad.txt").write_text("[99]:[0]:\n", encoding="utf-8")
    more = ("--gold", "bad.txt") if command == "eval" else ()
    result = run(command, *texts, "--anchors", "bad.txt", *more)
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "reports").exists()


def test_options_that_fit_no_version(run: Run, texts: Texts, fixed: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("Something else was said in 1999. It was short.\n", encoding="utf-8")
    for option, words in (
        (str(fixed), "say which"),
        (f"nobody={fixed}", "no text 'nobody'; the texts are: version, other"),
        ("other=none.ladder", "no such file"),
    ):
        result = run("score", *texts, other, "--anchors", option)
        assert result.returncode == 2, option
        assert words in result.stderr


def test_the_file_is_never_overwritten(run: Run, texts: Texts, fixed: Path) -> None:
    for command in (
        ("align", *texts, "--anchors", fixed, "-o", fixed),
        ("score", *texts, "--anchors", fixed, "--json", fixed),
    ):
        result = run(*command)
        assert result.returncode == 2
        assert fixed.read_text(encoding="utf-8") == FIXED
