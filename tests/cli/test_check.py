"""`aligner check` on texts without a base, and house profiles on the command line."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

TEXT = """The ministry opened a joint laundry office on Monday.

Officials said the joint laundry office would be open to everyone. The shared washing bureau has twelve rooms.
"""
HOUSE = "concept\ten\ten:forbidden\nbureau\tshared washing bureau\tjoint laundry office\n"
PROFILE = """
name = "lye-times"
description = "A paper made up for this test."
[concepts.bureau.en]
preferred = ["joint laundry office"]
"""


@pytest.fixture
def house(tmp_path: Path) -> tuple[Path, Path, Path]:
    """A text, a term base that forbids one of its wordings, and the profile of a house that writes it so."""
    files = {"text.txt": TEXT, "house.tsv": HOUSE, "lye.toml": PROFILE}
    for name, content in files.items():
        (tmp_path / name).write_text(content, encoding="utf-8")
    text, terms, profile = (tmp_path / name for name in files)
    return text, terms, profile


def findings(run: Run, *arguments: str | Path) -> list[dict[str, object]]:
    result = run("check", *arguments, "--json", "-")
    assert result.returncode == 0, result.stderr
    report = json.loads(result.stdout)
    assert [d["role"] for d in report["documents"]] == ["base"]
    assert report["alignments"] == []
    found: list[dict[str, object]] = report["findings"]
    return found


def test_a_rejected_term_is_found_without_a_base(run: Run, house: tuple[Path, Path, Path]) -> None:
    text, terms, _ = house
    found = [f for f in findings(run, text, "--terms", terms) if f["check"] == "terminology"]
    assert found
    for finding in found:
        assert finding["bead"] is None
        assert finding["version_span"] is None
        assert finding["document"] == "text"
        assert "joint laundry office" in str(finding["base_span"])
        assert "shared washing bureau" in str(finding["evidence"])


def test_what_a_house_writes_is_no_fault_of_its_texts(run: Run, house: tuple[Path, Path, Path]) -> None:
    text, terms, profile = house
    found = findings(run, text, "--terms", terms, "--profile", profile)
    assert not [f for f in found if f["check"] == "terminology" and "joint laundry office" in str(f["base_span"])]


def test_the_report_of_one_text(run: Run, house: tuple[Path, Path, Path], tmp_path: Path) -> None:
    text, terms, _ = house
    result = run("check", text, "--terms", terms, "--report", "r.html", "--json", "r.json", "--fail-on", "minor")
    assert result.returncode == 1, result.stderr
    assert "joint laundry office" in (tmp_path / "r.html").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["schema"] == "aligner-report/1"
    assert "r.html" in result.stdout


def test_several_texts_make_a_report_each(run: Run, house: tuple[Path, Path, Path], tmp_path: Path) -> None:
    text, terms, _ = house
    (tmp_path / "other.txt").write_text("Nothing is washed here.\n", encoding="utf-8")
    result = run("check", text, tmp_path / "other.txt", "--terms", terms, "--json", "r.json")
    assert result.returncode == 0, result.stderr
    assert {p.name for p in tmp_path.glob("r*.json")} == {"r.text.json", "r.other.json"}
    assert json.loads((tmp_path / "r.other.json").read_text(encoding="utf-8"))["findings"] == []
    assert run("check", text, tmp_path / "other.txt", "--json", "-").returncode == 2


def test_bad_input_is_one_line(run: Run, house: tuple[Path, Path, Path], tmp_path: Path) -> None:
    text, terms, _ = house
    before = set(tmp_path.iterdir())
    for arguments in (
        [tmp_path / "none.txt"],
        [text, "--profile", "nobody"],
        [text, "--profile", "other=prc-media"],
        [text, "--only", "nonsense"],
        [text, "--terms", tmp_path / "none.tsv"],
        [text, text],
        [text, "--terms", terms, "--json", terms],
    ):
        result = run("check", *arguments)
        assert result.returncode == 2, arguments
        assert len(result.stderr.strip().splitlines()) == 1
    assert set(tmp_path.iterdir()) == before
    assert terms.read_text(encoding="utf-8") == HOUSE


def test_a_profile_of_one_version(run: Run, house: tuple[Path, Path, Path], tmp_path: Path) -> None:
    text, terms, profile = house
    base = tmp_path / "base.txt"
    base.write_text(TEXT.replace("joint laundry office", "shared washing bureau"), encoding="utf-8")
    common = ("score", base, text, "--terms", terms, "--only", "terminology", "--report", "-", "--json", "-")
    plain, housed = (json.loads(run(*common, *more).stdout) for more in ((), ("--profile", f"text={profile}")))
    assert {f["severity"] for f in plain["findings"]} & {"minor", "major"}
    assert not {f["severity"] for f in housed["findings"]} & {"major", "critical"}
    assert housed["provenance"]["profiles"] == ["text: lye-times (as asked)"]
    assert plain["provenance"]["profiles"] == []


def test_a_work_names_its_profiles(run: Run, house: tuple[Path, Path, Path], tmp_path: Path) -> None:
    (tmp_path / "base.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "work.toml").write_text(
        '[base]\nfile = "base.txt"\n[[versions]]\nfile = "text.txt"\nprofile = "lye.toml"\n', encoding="utf-8"
    )
    result = run("score", tmp_path, "--report", "-", "--json", "-")
    assert json.loads(result.stdout)["provenance"]["profiles"] == ["text: lye-times (as asked)"]


def test_profiles_are_listed_and_explained(run: Run) -> None:
    listed = run("list", "profiles").stdout
    assert listed.startswith("neutral-wire")
    for line in listed.splitlines():
        assert run("explain", line.split()[0]).returncode == 0
