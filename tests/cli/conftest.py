"""Runs the command line as a user does: in a process of its own, in an empty folder."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

BASE = """Harbour talks end with a promise

The two ministers met on Monday in the port of Selby. They agreed to open 12 new ferry lines.

Minister Orla Venn said the alliance remains the cornerstone of the region. About 200 delegates took part.

"We will keep our word," she said.
"""
VERSION = """Harbour talks end with a promise

The two ministers met on Monday in Selby. They agreed to open 21 new ferry lines.

Nearly 200 delegates took part. "We will keep our word," Minister Orla Venn said.
"""


@pytest.fixture
def run(tmp_path: Path) -> Run:
    def call(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "aligner", *map(str, arguments)]
        return subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=False, timeout=120)

    return call


@pytest.fixture
def texts(tmp_path: Path) -> tuple[Path, Path]:
    base, version = tmp_path / "base.txt", tmp_path / "version.txt"
    base.write_text(BASE, encoding="utf-8")
    version.write_text(VERSION, encoding="utf-8")
    return base, version
