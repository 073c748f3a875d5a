"""Findings as the page shows them: in words, with their place among the rows."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aligner.model import Finding, Report, Severity
from aligner.reporters._verdict import PASSAGE_CHECKS, other_text
from aligner.reporters.html.names import Named, number_of, numbers
from aligner.reporters.html.places import Rows
from aligner.reporters.html.strings import Strings

SHAPES = {Severity.CRITICAL: "■", Severity.MAJOR: "▲", Severity.MINOR: "●", Severity.NEUTRAL: "○"}


@dataclass(frozen=True, slots=True)
class Other:
    """What another version says, where a finding holds two against each other: its name, words and row."""

    name: str
    lang: str
    text: str
    row: str


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding in words. `where` is "Version B, passage 12"; `reasons` say why a left-out passage weighs,
    and `left_out` is its number."""

    finding: Finding
    id: str
    shape: str
    severity: str
    word: str
    kind: str
    where: str
    message: str
    suggestion: str | None
    category: str
    reasons: tuple[str, ...]
    evidence: tuple[tuple[str, str], ...]
    one_sided: bool
    left_out: str
    other: Other | None = None


def views(report: Report, names: Sequence[Named], places: Rows, t: Strings) -> dict[str, FindingView]:
    """Every finding by its id, in the report's order."""
    printed = numbers(report.base)
    by_id = {n.document.id: n for n in names}
    found = {}
    for finding in report.findings:
        bead = report.bead(finding)
        other = _other(report, finding, by_id, places)
        where = _where(finding, _whose(report, by_id[finding.document], other, t), printed, places, t)
        one_sided = finding.check in PASSAGE_CHECKS and bead is not None and not bead.paired
        left_out = number_of(bead.base, printed, t) if one_sided and bead and bead.base else ""
        found[finding.id] = _view(finding, where, one_sided, left_out, other, t)
    return found


def confidence(finding: Finding, report: Report) -> float:
    """How sure the finding is, 0..1: what its check says, else how sure the pair is, else middling."""
    said = finding.evidence.get("confidence")
    if isinstance(said, int | float) and not isinstance(said, bool):
        return float(said)
    bead = report.bead(finding)
    return bead.confidence if bead is not None and bead.confidence is not None else 0.5


def weight(finding: Finding) -> float:
    """How weighty a left-out or added passage is, 0..1."""
    said = finding.evidence.get("weight", 0.0)
    return float(said) if isinstance(said, int | float) else 0.0


def reasons(evidence: Mapping[str, object]) -> tuple[str, ...]:
    """Why a left-out or added passage weighs, in short words."""
    said = evidence.get("weighty", ())
    return tuple(str(reason) for reason in said) if isinstance(said, list | tuple) else ()


def _whose(report: Report, document: Named, other: Other | None, t: Strings) -> str | None:
    """Whose words a finding speaks of; nothing where that is plain."""
    if other is not None:
        return t("names.beside", name=document.name, other=other.name)
    plain = document.document.id != report.base.id and len(report.versions) == 1
    return None if plain or not report.versions else document.name


def _other(report: Report, finding: Finding, names: Mapping[str, Named], places: Rows) -> Other | None:
    """The place in another version that a finding is held against."""
    ident, place = other_text(report, finding), finding.base
    if ident is None or place is None:
        return None
    named = names[ident]
    row = places.anchor(ident, next(iter(places.segments(place)), place.segments[0]))
    return Other(named.name, named.document.lang, place.text, row)


def _where(finding: Finding, whose: str | None, printed: Sequence[int | None], places: Rows, t: Strings) -> str:
    """Whose words, where there are several texts, and passage, counted in the base as the rows of the page are."""
    segments = places.base_around(finding)
    number = number_of(segments, printed, t)
    if not segments:
        passage = t("names.added")
    else:
        passage = number if number == t("names.title") else t("names.passage", number=number)
    return t("page.list_comma").join((whose, passage)) if whose else passage


def _view(
    finding: Finding, where: str, one_sided: bool, left_out: str, other: Other | None, t: Strings
) -> FindingView:
    fallback = finding.check.replace("-", " ").capitalize()
    return FindingView(
        finding=finding,
        id=finding.id,
        shape=SHAPES[finding.severity],
        severity=finding.severity.label,
        word=t.named("severities", finding.severity.label, finding.severity.label),
        kind=t.named("checks", finding.check, fallback),
        where=where,
        message=finding.message,
        suggestion=finding.suggestion,
        category=finding.category,
        reasons=reasons(finding.evidence),
        evidence=tuple((key.replace("_", " "), _said(value)) for key, value in finding.evidence.items()),
        one_sided=one_sided,
        left_out=left_out,
        other=other,
    )


def _said(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    if isinstance(value, list | tuple):
        return ", ".join(_said(v) for v in value)
    return json.dumps(value, ensure_ascii=False, default=str)
