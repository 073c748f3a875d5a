"""The parts of the summary for the terminal."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from aligner.model import Document, Finding, Report, Role, Severity
from aligner.reporters._shown import shown
from aligner.reporters._verdict import omitted

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

STYLES = {
    Severity.CRITICAL: "bold red",
    Severity.MAJOR: "bold yellow",
    Severity.MINOR: "cyan",
    Severity.NEUTRAL: "dim",
}
QUOTED = 60  # characters of a quoted text
SIDES = ("base", "version")
_NARROW = 60  # columns below which the table of findings becomes a list


def line(content: str, style: str = "") -> Text:
    """A line of its own; `content` is text, never markup."""
    from rich.text import Text

    return Text(content, style=style)


def named(document: Document) -> str:
    """Id, outlet, language and date of a text."""
    facts = (document.outlet, document.lang, document.date and document.date.isoformat())
    return f"{shown(document.id)} ({', '.join(shown(f) for f in facts if f)})"


def sized(document: Document) -> str:
    """How many passages it has; titles are none."""
    passages = sum(s.role is Role.BODY and bool(s.text.strip()) for s in document.segments)
    return f"{passages} passage{'' if passages == 1 else 's'}"


def strip(report: Report, version_id: str, cells: int) -> str:
    """The base from start to end: a full cell where everything is there, a light one where nothing is."""
    gone = frozenset(omitted(report, version_id))
    body = [s.index for s in report.base.segments if s.role is Role.BODY and s.text.strip()]
    cells = min(cells, len(body))
    drawn = []
    for cell in range(cells):
        part = body[cell * len(body) // cells : (cell + 1) * len(body) // cells]
        missing = sum(i in gone for i in part)
        drawn.append("█" if not missing else "░" if missing == len(part) else "▒")
    return "".join(drawn)


def listed(found: Sequence[Finding], columns: int, sides: tuple[str, str] = SIDES) -> RenderableType:
    """Findings as a table, or as a list where there is no room for one; `sides` are the names of their places."""
    from rich.table import Table
    from rich.text import Text

    if columns < _NARROW:
        lines = [line(f"{f.severity.label} {shown(f.check)}: {said(f, sides)}", STYLES[f.severity]) for f in found]
        return Text("\n").join(lines)
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for finding in found:
        label = line(finding.severity.label, STYLES[finding.severity])
        table.add_row(label, line(shown(finding.check)), line(said(finding, sides)))
    return table


def said(finding: Finding, sides: tuple[str, str] = SIDES) -> str:
    """The message, then the texts of its places, but for those that the message already holds."""
    places = zip(sides, (finding.base, finding.version), strict=True)
    new = [(side, p.text) for side, p in places if p and p.text.strip() and p.text not in finding.message]
    quoted = " | ".join(f"{side}: {shown(text, QUOTED)}" for side, text in new)
    return shown(finding.message) + (f" [{quoted}]" if quoted else "")
