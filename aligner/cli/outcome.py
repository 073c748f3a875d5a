"""How a command on texts ends: with a summary for the reader and an exit code for scripts."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from aligner.model import Report

FAILED, CRASHED = 1, 3


class Threshold(StrEnum):
    """The severities that --fail-on takes."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


FailOn = Annotated[Threshold | None, typer.Option(help="Exit with 1 when a difference is at least this severe.")]


def exit_code(reports: Iterable[Report], fail_on: Threshold | None) -> int:
    """3 where a check or metric crashed, 1 where a finding is at least as grave as asked, else 0."""
    from aligner.model import Severity

    reports = tuple(reports)
    if any(report.failures for report in reports):
        return CRASHED
    worst = max((f.severity.value for report in reports for f in report.findings), default=0)
    return FAILED if fail_on and worst >= Severity[fail_on.name].value else 0


def print_summary(report: Report, written: tuple[str, ...]) -> None:
    """To a terminal in its width and in colour; elsewhere plain, 80 columns wide."""
    from aligner import plugins

    terminal = sys.stdout.isatty()
    width = min(shutil.get_terminal_size().columns, 110) if terminal else None
    summary = plugins.load("reporters", "terminal")(
        written=written, width=width, color=terminal and "NO_COLOR" not in os.environ
    )
    sys.stdout.write(summary.render(report))
