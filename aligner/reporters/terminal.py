"""A summary for the terminal: what to know in ten seconds, and where the whole report lies.

What was found in the base by itself; for each version the verdict, a strip of the base (what is there, what is
not), a line on its terms, the first differences and the weightiest passages left out; then the likeness of
versions, what was not checked, and the files written.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from aligner.model import Document, Finding, Report, Score, Severity
from aligner.reporters._shown import shown
from aligner.reporters._summary import QUOTED, SIDES, STYLES, line, listed, named, sized, strip
from aligner.reporters._terms_line import terms_line
from aligner.reporters._verdict import between, differences, omitted, own, own_findings, verdict

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_LIKENESS = {"bleu": "BLEU", "chrf": "chrF2++", "ter": "TER"}
_STRIP = 60  # cells of the strip at most


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
            console.print(part, overflow="fold")
        for path in self.written:
            console.print(line(f"Written: {shown(path)}"), soft_wrap=True)  # a path is copied whole
        return "\n".join(row.rstrip() for row in out.getvalue().split("\n"))

    def _parts(self, report: Report, columns: int) -> Iterator[RenderableType]:
        what = ", the base" if report.versions else ""
        yield line(f"{named(report.base)}{what}: {sized(report.base)}", "bold")
        yield from self._own(report, columns)
        for version in report.versions:
            yield line("")
            yield from self._version(report, version, columns)
        yield from _likeness(report)
        yield from _missing(report)
        if self.written:
            yield line("")

    def _own(self, report: Report, columns: int) -> Iterator[RenderableType]:
        """What was found in the base by itself, or in the one text that the report is on."""
        found = own_findings(report)
        if report.versions and not any(f.severity for f in found):
            return
        said = own(report)
        yield line(f"In itself: {said.sentence}" if report.versions else said.sentence, _style(said.counts))
        yield from self._findings(found, columns, ("text", ""))

    def _findings(
        self, findings: Sequence[Finding], columns: int, sides: tuple[str, str] = SIDES
    ) -> Iterator[RenderableType]:
        """The gravest findings, notes left away, and how many more there are."""
        found = [f for f in findings if f.severity > Severity.NEUTRAL]
        found.sort(key=lambda f: -f.severity)  # stable: the report's order within a severity
        if found:
            yield listed(found[: self.findings], columns, sides)
        if len(found) > self.findings:
            yield line(f"... and {len(found) - self.findings} more", "dim")

    def _version(self, report: Report, version: Document, columns: int) -> Iterator[RenderableType]:
        judged = verdict(report, version.id)
        yield line(named(version), "bold")
        yield line(judged.sentence, _style(judged.counts))
        if judged.base_total:
            share = 1 - judged.omitted / judged.base_total
            drawn = strip(report, version.id, min(_STRIP, columns - 8))
            yield line(f"{drawn} {share:.0%}" if columns >= 40 else f"{share:.0%} of the base is there")
        terms = terms_line(report, version.id)
        if terms:
            yield line(terms)
        yield from self._findings(differences(report, version.id), columns)
        yield from self._left_out(report, version.id)
        for other, found in between(report, version.id).items():
            if any(f.severity > Severity.NEUTRAL for f in found):
                yield line(f"Beside {shown(other)}:")
                yield from self._findings(found, columns, (shown(other), shown(version.id)))

    def _left_out(self, report: Report, version_id: str) -> Iterator[Text]:
        """The weighty passages left out, in the order of their rank."""
        gone = frozenset(omitted(report, version_id))
        found = [
            f
            for f in report.findings
            if f.document == version_id and f.check == "omission" and f.base and f.severity > Severity.MINOR
        ]
        ranked = sorted(found, key=lambda f: (-f.severity, int(f.evidence.get("rank") or len(found)), f.bead))
        weighty = [i for f in ranked if f.base for i in f.base.segments if i in gone]
        for index in weighty[: self.findings]:
            yield line(f"left out: {shown(report.base.segments[index].text, QUOTED)}")


def _style(counts: Mapping[Severity, int]) -> str:
    """The style of a verdict: that of its gravest findings, where they press."""
    worst = max((s for s, n in counts.items() if n), default=Severity.NEUTRAL)
    return STYLES[worst] if worst >= Severity.MAJOR else ""


def _likeness(report: Report) -> Iterator[Text]:
    """One line for each pair of texts of one language: how alike they are, which is not how good."""
    by_pair: dict[tuple[str, str], list[Score]] = {}
    for score in report.scores:
        if score.metric in _LIKENESS and score.against:
            by_pair.setdefault((score.document, score.against), []).append(score)
    if by_pair:
        yield line("")
    for (document, against), scores in by_pair.items():
        figures = ", ".join(f"{_LIKENESS[s.metric]} {s.value:.1f}" for s in scores if s.value is not None)
        yield line(f"Likeness (not quality) of {shown(document)} to {shown(against)}: {figures}", "dim")


def _missing(report: Report) -> Iterator[Text]:
    lines = [f"{f.kind} {f.name} failed on {f.document}: {f.error}" for f in report.failures]
    if lines or report.unchecked:
        yield line("")
    for told in lines:
        yield line(shown(told), "bold red")
    for told in report.unchecked:
        yield line(shown(told), "yellow")
