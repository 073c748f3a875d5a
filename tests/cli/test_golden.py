"""Runs of the command line, kept as they print: golden/*.txt, the command first, then what it answers.

After a change that means to alter them: ALIGNER_WRITE_GOLDENS=1 pytest tests/cli/test_golden.py, and read the diff.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "golden"
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda p: p.stem)
def test_prints_what_it_printed(path: Path, tmp_path: Path) -> None:
    (tmp_path / "corpora").symlink_to(ROOT / "corpora")
    command = path.read_text(encoding="utf-8").split("\n", 1)[0]
    assert command.startswith("$ aligner ")
    result = subprocess.run(
        [sys.executable, "-m", *shlex.split(command[2:])],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
        timeout=120,
        env={**os.environ, "COLUMNS": "80", "PYTHONIOENCODING": "utf-8"},
    )
    printed = f"{command}\n{result.stdout}{result.stderr}(exit code {result.returncode})\n"
    if os.environ.get("ALIGNER_WRITE_GOLDENS"):
        path.write_text(printed, encoding="utf-8")
    assert printed == path.read_text(encoding="utf-8")
