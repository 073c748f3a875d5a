"""The command line's catalogue holds every plug-in, and `explain` prints its manual."""

from __future__ import annotations

import subprocess
import sys

import pytest

from aligner.plugins import manual, names


def aligner(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "aligner", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


@pytest.mark.parametrize("family", ["checks", "metrics", "formats", "aligners"])
def test_list(family: str) -> None:
    done = aligner("list", family)
    assert done.returncode == 0, done.stderr
    listed = [line.split()[0] for line in done.stdout.splitlines() if line.strip() and not line[0].isspace()]
    assert [n for n in names(family) if n not in listed] == []


def test_explain() -> None:
    done = aligner("explain", "length-ratio")
    assert done.returncode == 0, done.stderr
    first = manual("metrics", "length-ratio").split("\n")[0]
    assert first in done.stdout
    assert "Traps:" in done.stdout
