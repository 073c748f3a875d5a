"""A summary for the terminal: what to know in ten seconds, and where the whole report lies.

For each version the verdict, a strip of the base (what is there, what is not), the first differences and the
weightiest passages left out; then the likeness of versions, what was not checked, and the files written.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from aligner.model import Document, Finding, Report, Role, Score, Severity
from aligner.reporters._shown import shown
from aligner.reporters._verdict import differences, omitted, verdict

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_STYLES = {
    Severity.CRITICAL: "bold red",
    Severity.MAJOR: "bold yellow",
    Severity.MINOR: "cyan",
    Severity.NEUTRAL: "dim",
}
_STRIP = 60  # cells of the strip at most
_QUOTED = 60  # characters of a quoted text
_NARROW = 60  # columns below which the table of findings becomes a list


@dataclass(frozen=True, slots=True)
class Terminal:
    """Writes the summary as text.

    `written` are the files made beside it, `width` the columns to use (80 where unknown), `color` whether the
    reader is a terminal that shows colours, `findings` how many differences and omissions a version shows.
    """

    suffix: ClassVar[str] = ".txt"
    written: tuple[str, ...] = ()
    width: int | None = None
    color: bool = False
    findings: int = 7

    def render(self, report: Report) -> str:
        """The summary; without `color` plain text without any escape sequence."""
        from rich.console import Console

        columns = max(self.width or 80, 20)
        out = io.StringIO()
        console = Console(
            file=out,
            width=columns,
            force_terminal=self.color,
            color_system="standard" if self.color else None,
            markup=False,
            emoji=False,
            highlight=False,
            legacy_windows=False,
            _environ={},  # one report, one summary: the caller knows the terminal
        )
        for part in self._parts(report, columns):
            console.print(part, overflow="fold", soft_wrap=False)
        return "\n".join(line.rstrip() for line in out.getvalue().split("\n"))

    def _parts(self, report: Report, columns: int) -> Iterator[RenderableType]:
        yield _text(f"{_name(report.base)}, the base: {_size(report.base)}", "bold")
        if not report.versions:
            yield _text("No version to hold against it.")
        for version in report.versions:
            yield _text("")
            yield from self._version(report, version, columns)
        yield from _likeness(report)
        yield from _missing(report)
        if self.written:
            yield _text("")
        for path in self.written:
            yield _text(f"Written: {shown(path)}")

    def _version(self, report: Report, version: Document, columns: int) -> Iterator[RenderableType]:
        judged = verdict(report, version.id)
        worst = max((s for s, n in judged.counts.items() if n), default=Severity.NEUTRAL)
        yield _text(_name(version), "bold")
        yield _text(judged.sentence, _STYLES[worst] if worst >= Severity.MAJOR else "")
        if judged.base_total:
            share = 1 - judged.omitted / judged.base_total
            strip = _strip(report, version.id, min(_STRIP, columns - 8))
            yield _text(f"{strip} {share:.0%}" if columns >= 40 else f"{share:.0%} of the base is there")
        found = [f for f in differences(report, version.id) if f.severity > Severity.NEUTRAL]
        found.sort(key=lambda f: -f.severity)  # stable: the report's order within a severity
        if found:
            yield _table(found[: self.findings], columns)
        if len(found) > self.findings:
            yield _text(f"... and {len(found) - self.findings} more", "dim")
        yield from self._left_out(report, version.id)

    def _left_out(self, report: Report, version_id: str) -> Iterator[Text]:
        gone = frozenset(omitted(report, version_id))
        weights: dict[int, Severity] = {}
        for finding in report.findings:
            if finding.document == version_id and finding.check == "omission" and finding.base:
                for segment in finding.base.segments:
                    weights[segment] = max(weights.get(segment, Severity.NEUTRAL), finding.severity)
        weighty = sorted((-weights[i], i) for i in gone if weights.get(i, Severity.NEUTRAL) > Severity.MINOR)
        for _, index in weighty[: self.findings]:
            yield _text(f"left out: {shown(report.base.segments[index].text, _QUOTED)}")


def _text(content: str, style: str = "") -> Text:
    from rich.text import Text

    return Text(content, style=style)


def _name(document: Document) -> str:
    facts = (document.outlet, document.lang, document.date and document.date.isoformat())
    return f"{shown(document.id)} ({', '.join(shown(f) for f in facts if f)})"


def _size(document: Document) -> str:
    passages = sum(s.role is Role.BODY for s in document.segments)
    return f"{passages} passage{'' if passages == 1 else 's'}"


def _strip(report: Report, version_id: str, cells: int) -> str:
    """The base from start to end: a full cell where everything is there, a light one where nothing is."""
    gone = frozenset(omitted(report, version_id))
    body = [s.index for s in report.base.segments if s.role is Role.BODY and s.text.strip()]
    cells = min(cells, len(body))
    strip = []
    for cell in range(cells):
        part = body[cell * len(body) // cells : (cell + 1) * len(body) // cells]
        missing = sum(i in gone for i in part)
        strip.append("█" if not missing else "░" if missing == len(part) else "▒")
    return "".join(strip)


def _table(found: Sequence[Finding], columns: int) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    if columns < _NARROW:
        lines = [_text(f"{f.severity.label} {shown(f.check)}: {_said(f)}", _STYLES[f.severity]) for f in found]
        return Text("\n").join(lines)
    table = Table(box=None, show_header=False, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for finding in found:
        label = _text(finding.severity.label, _STYLES[finding.severity])
        table.add_row(label, _text(shown(finding.check)), _text(_said(finding)))
    return table


def _said(finding: Finding) -> str:
    """The message, then the texts of its places, but for those that the message already holds."""
    places = (("base", finding.base), ("version", finding.version))
    new = [(side, p.text) for side, p in places if p and p.text.strip() and p.text not in finding.message]
    quoted = " | ".join(f"{side}: {shown(text, _QUOTED)}" for side, text in new)
    return shown(finding.message) + (f" [{quoted}]" if quoted else "")


def _likeness(report: Report) -> Iterator[Text]:
    """One line for each pair of texts of one language: how alike they are, which is not how good."""
    by_pair: dict[tuple[str, str], list[Score]] = {}
    for score in report.scores:
        if score.metric in ("bleu", "chrf", "ter") and score.against:
            by_pair.setdefault((score.document, score.against), []).append(score)
    if by_pair:
        yield _text("")
    for (document, against), scores in by_pair.items():
        figures = ", ".join(f"{s.metric} {s.value:.1f}" for s in scores)
        yield _text(f"Likeness (not quality) of {shown(document)} to {shown(against)}: {figures}", "dim")


def _missing(report: Report) -> Iterator[Text]:
    lines = [f"{f.kind} {f.name} failed on {f.document}: {f.error}" for f in report.failures]
    if lines or report.unchecked:
        yield _text("")
    for line in lines:
        yield _text(shown(line), "bold red")
    for line in report.unchecked:
        yield _text(shown(line), "yellow")
