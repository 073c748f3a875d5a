"""Outputs of a whole Report: one file (or package with its template, style and script) each; computes nothing."""

from __future__ import annotations

from typing import ClassVar, Protocol, runtime_checkable

from aligner.model import Report


@runtime_checkable
class Reporter(Protocol):
    """Writes a Report as text."""

    suffix: ClassVar[str]

    def render(self, report: Report) -> str:
        """The whole output as text. Texts of the documents are hostile: everything is escaped."""
        ...
