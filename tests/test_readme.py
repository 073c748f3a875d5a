"""README is run: its commands work, its options exist, its files are there."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
COMMANDS = ("score", "align", "eval", "check", "terms list", "terms find")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", README, re.M | re.S)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "corpora").symlink_to(ROOT / "corpora")
    return tmp_path


def run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", *arguments], cwd=folder, capture_output=True, text=True, check=False, timeout=120
    )


def test_two_commands_do_everything() -> None:
    installs = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("pip install")]
    assert installs == ["pip install . && aligner score corpora/interview", "pip install '.[test]' && pytest"]


def test_the_main_command_makes_the_report_it_promises(folder: Path) -> None:
    result = run(["aligner", "score", "corpora/interview"], folder)
    assert result.returncode == 0, result.stderr
    assert (folder / "reports" / "interview.html").stat().st_size > 20_000


def test_python_example_runs(folder: Path) -> None:
    (code,) = blocks("python")
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False, timeout=120
    )
    assert result.returncode == 0, result.stderr
    assert (folder / "report.html").is_file()


def test_every_command_shown_for_the_samples_runs(folder: Path) -> None:
    shown = set(re.findall(r"`(aligner (?:eval|list|explain|terms (?:list|find))[^`]*)`", README))
    assert len(shown) >= 3
    for command in shown:
        result = run(shlex.split(command), folder)
        assert result.returncode == 0, f"{command}: {result.stderr}"
        assert result.stdout.strip()


def test_every_option_named_exists(folder: Path) -> None:
    known = "".join(run(["aligner", *command.split(), "--help"], folder).stdout for command in COMMANDS)
    for option in set(re.findall(r"(?<![\w-])--[a-z][a-z-]+", README)):
        assert option in known, option


def test_every_link_leads_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target
