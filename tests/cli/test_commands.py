"""Each command as a user runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from aligner import pipeline
from aligner.checks.number import Number

Run = Callable[..., subprocess.CompletedProcess[str]]
Texts = tuple[Path, Path]


def test_score_writes_the_report_and_says_where(run: Run, texts: Texts, tmp_path: Path) -> None:
    result = run("score", *texts)
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "reports" / "base--version.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "base--version.html" in result.stdout
    assert result.stderr == ""


def test_json_on_standard_output_is_only_json(run: Run, texts: Texts, tmp_path: Path) -> None:
    result = run("score", *texts, "--json", "-", "--report", "-")
    report = json.loads(result.stdout)
    assert report["schema"] == "aligner-report/1"
    assert {f["check"] for f in report["findings"]} >= {"number", "omission"}
    assert not (tmp_path / "reports").exists()


def test_two_runs_give_one_result(run: Run, texts: Texts) -> None:
    first, second = (json.loads(run("score", *texts, "--json", "-", "--report", "-").stdout) for _ in range(2))
    for report in (first, second):
        report["provenance"].pop("seconds")
    assert first == second


def test_standard_input_and_output(texts: Texts, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "aligner", "score", "-", str(texts[1]), "--report", "-", "--tmx", "-"]
    result = subprocess.run(command, input=texts[0].read_bytes(), capture_output=True, cwd=tmp_path, check=False)
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith(b"<?xml")
    assert b"12 new ferry lines" in result.stdout
    assert not (tmp_path / "reports").exists()


def test_only_one_output_on_standard_output(run: Run, texts: Texts) -> None:
    assert run("score", *texts, "--json", "-", "--tmx", "-").returncode == 2
    assert run("score", *texts, texts[1].parent / "none.txt", "--tmx", "-").returncode == 2


def test_only_and_skip(run: Run, texts: Texts) -> None:
    only = json.loads(run("score", *texts, "--json", "-", "--report", "-", "--only", "number").stdout)
    assert {f["check"] for f in only["findings"]} == {"number"}
    skip = json.loads(run("score", *texts, "--json", "-", "--report", "-", "--skip", "number").stdout)
    assert "number" not in {f["check"] for f in skip["findings"]}


def test_fail_on(run: Run, texts: Texts) -> None:
    assert run("score", *texts, "--report", "-", "--fail-on", "major").returncode == 1
    assert run("score", *texts, "--report", "-", "--fail-on", "major", "--only", "quotation").returncode == 0


def test_all_outputs_at_once(run: Run, texts: Texts, tmp_path: Path) -> None:
    result = run("score", *texts, "--report", "a/r.html", "--json", "a/r.json", "--tmx", "a/r.tmx")
    assert result.returncode == 0, result.stderr
    assert {p.name for p in (tmp_path / "a").iterdir()} == {"r.html", "r.json", "r.tmx"}


def test_several_versions_make_one_memory_each(run: Run, texts: Texts, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text(texts[1].read_text(encoding="utf-8").replace("Selby", "Selby Bay"), encoding="utf-8")
    result = run("score", *texts, other, "--report", "-", "--tmx", "m.tmx")
    assert result.returncode == 0, result.stderr
    assert {p.name for p in tmp_path.glob("*.tmx")} == {"m.version.tmx", "m.other.tmx"}


def test_a_crashing_check_is_in_the_report(texts: Texts, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise RuntimeError("the check fell over")

    monkeypatch.setattr(Number, "check", crash)
    report = pipeline.score(*(pipeline.read(t) for t in texts))
    assert [(f.name, f.error) for f in report.failures] == [("number", "RuntimeError: the check fell over")]
    assert any(f.check == "omission" for f in report.findings)


def test_the_option_says_the_format_not_the_suffix(run: Run, texts: Texts, tmp_path: Path) -> None:
    result = run("score", *texts, "--report", "page", "--json", "report.txt", "--tmx", "memory.json")
    assert result.returncode == 0, result.stderr
    assert (tmp_path / "page").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert json.loads((tmp_path / "report.txt").read_text(encoding="utf-8"))["schema"] == "aligner-report/1"
    assert "<tmx" in (tmp_path / "memory.json").read_text(encoding="utf-8")


def test_no_argument_shows_the_help(run: Run) -> None:
    assert run().stdout == run("--help").stdout


@pytest.mark.parametrize("kind", ["ladder", "tsv", "json", "tmx", "xliff"])
def test_align_formats(run: Run, texts: Texts, tmp_path: Path, kind: str) -> None:
    result = run("align", *texts, "--format", kind)
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip()
    run("align", *texts, "--format", kind, "-o", "out.file")
    assert (tmp_path / "out.file").read_text(encoding="utf-8") == result.stdout


def test_align_ladder_goes_round_through_eval(run: Run, texts: Texts, tmp_path: Path) -> None:
    (tmp_path / "gold.txt").write_text(run("align", *texts).stdout, encoding="utf-8")
    result = run("eval", *texts, "--gold", "gold.txt", "--json")
    assert json.loads(result.stdout)["f1_strict"] == 1.0


def test_sentences_keep_every_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One line. Two sentences.\n\nNo.\n", encoding="utf-8")
    (tmp_path / "b.txt").write_text("One line. Two sentences.\nNo.\n", encoding="utf-8")
    ladder = run("align", "a.txt", "b.txt", "--sentences").stdout
    assert ladder.splitlines()[0].startswith("[0]:[0]:")
    assert "[1]:[]:" in ladder


@pytest.mark.parametrize("family", ["checks", "metrics", "formats", "aligners", "lexicons"])
def test_list_and_explain(run: Run, family: str) -> None:
    lines = run("list", family).stdout.splitlines()
    assert lines
    for line in lines:
        name, manual = line.split(maxsplit=1)
        page = run("explain", name) if line == lines[0] else None
        assert manual.strip()
        assert page is None or manual.strip() in page.stdout


def test_explain_unknown_name(run: Run) -> None:
    result = run("explain", "nubmer")
    assert result.returncode == 2
    assert "did you mean 'number'" in result.stderr


def test_version_and_help(run: Run) -> None:
    assert run("--version").stdout.startswith("aligner 0.")
    assert "score" in run("--help").stdout
