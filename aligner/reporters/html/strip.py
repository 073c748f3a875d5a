"""The coverage strip: the base from start to end as one version has it, for an SVG 1000 units wide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aligner.model import Report, Severity
from aligner.reporters.html.findings import FindingView
from aligner.reporters.html.names import Named, number_of, numbers
from aligner.reporters.html.places import Rows
from aligner.reporters.html.shown import opening
from aligner.reporters.html.strings import Strings

WIDTH = 1000
HEIGHT = 24
HEIGHTS = {"there": 8, "minor": 13, "major": 18, "critical": 24, "gone": 8}
"""How tall a bar stands: severity is to be seen without colour too."""
GAP = 1.2
CROWDED = 400
"""From how many segments on neighbours of one kind are drawn as one bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A passage of the base: left edge, width and height in units, kind, and what its tooltip says."""

    x: float
    width: float
    height: int
    kind: str
    row: str
    title: str

    @property
    def y(self) -> int:
        """The top edge: bars stand on the strip's floor."""
        return HEIGHT - self.height


def strip(
    report: Report, version: Named, views: Mapping[str, FindingView], places: Rows, t: Strings
) -> tuple[Bar, ...]:
    """The bars of one version, each as wide as its passage is long."""
    kinds = _kinds(report, version.document.id, views, places)
    sizes = [len(s.text) + 6 for s in report.base.segments]
    groups = [[i] for i in range(len(sizes))]
    if len(groups) > CROWDED:
        groups = _merged(kinds)
    printed = numbers(report.base)
    unit = WIDTH / max(1, sum(sizes))
    bars, x = [], 0.0
    for group in groups:
        width = sum(sizes[i] for i in group) * unit
        kind = kinds[group[0]]
        row = places.anchor(report.base.id, group[0])
        gap = min(GAP, width / 4)
        number = number_of(group, printed, t)
        title = _title(report.base.segments[group[0]].text, number, kind, t)
        bars.append(Bar(round(x, 2), round(width - gap, 2), HEIGHTS[kind], kind, row, title))
        x += width
    return tuple(bars)


def _kinds(report: Report, version: str, views: Mapping[str, FindingView], places: Rows) -> list[str]:
    """For each base segment: "there", "gone", or the severity of its gravest difference."""
    worst: dict[int, Severity] = {}
    alignment = next(a for a in report.alignments if a.version == version)
    for view in views.values():
        finding = view.finding
        if finding.document != version or view.one_sided:
            continue
        for index in places.base_segments(finding):
            worst[index] = max(worst.get(index, Severity.NEUTRAL), finding.severity)
    rendered = {i for b in (*alignment.beads, *alignment.secondary) if b.paired for i in b.base}
    found = []
    for index in range(len(report.base.segments)):
        severity = worst.get(index, Severity.NEUTRAL)
        found.append("gone" if index not in rendered else severity.label if severity else "there")
    return found


def _merged(kinds: list[str]) -> list[list[int]]:
    groups: list[list[int]] = []
    for index, kind in enumerate(kinds):
        if groups and kinds[groups[-1][0]] == kind:
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _title(text: str, number: str, kind: str, t: Strings) -> str:
    words = opening(text, 60)
    if kind == "there":
        return t("first.segment", number=number, words=words)
    status = t("first.gone") if kind == "gone" else t("severities." + kind)
    return t("first.segment_status", number=number, words=words, status=status.lower())
