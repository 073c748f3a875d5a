"""The one sentence that every output puts first, and the numbers behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aligner.model import Alignment, Bead, Document, Finding, Report, Role, Severity

PASSAGE_CHECKS = frozenset({"omission", "addition"})


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is to be said first about one version.

    `counts` holds the number of differences for each severity (all four keys). `omitted` and `base_total` count
    body segments of the base (titles are not passages): those that the version does not render, and all;
    `added` and `version_total` are the same for the version's own. `failed` counts the checks and metrics that
    crashed on this version. `sentence` says it in plain words and names no version.
    """

    counts: Mapping[Severity, int]
    omitted: int
    base_total: int
    added: int
    version_total: int
    failed: int
    sentence: str


def verdict(report: Report, version_id: str) -> Verdict:
    """The verdict on one version of a report. Raises KeyError for an id that is none of its versions."""
    version = next((d for d in report.versions if d.id == version_id), None)
    if version is None:
        raise KeyError(version_id)
    counts = dict.fromkeys(Severity, 0)
    for finding in differences(report, version_id):
        counts[finding.severity] += 1
    missing, base_total = len(omitted(report, version_id)), len(_passages(report.base))
    extra, version_total = len(added(report, version_id)), len(_passages(version))
    failed = sum(f.document == version_id for f in report.failures)
    clauses = [_difference_clause(counts), _omission_clause(missing, base_total)]
    if extra:
        clauses.append(f"it adds {_count(extra, 'passage')}")
    if failed:
        clauses.append(f"{_count(failed, 'check')} failed and said nothing")
    sentence = "; ".join(clauses) + "."
    return Verdict(counts, missing, base_total, extra, version_total, failed, sentence)


@dataclass(frozen=True, slots=True)
class Own:
    """What is to be said of one text by itself: its findings by severity (all four keys), in one sentence too."""

    counts: Mapping[Severity, int]
    sentence: str


def own(report: Report) -> Own:
    """What was found in the base by itself, which in a report on one text is that text."""
    counts = dict.fromkeys(Severity, 0)
    for finding in own_findings(report):
        counts[finding.severity] += 1
    clauses = [_difference_clause(counts, "finding")]
    if not report.versions:
        clauses = [f"{clauses[0]} in {_count(len(_passages(report.base)), 'passage')}"]
        failed = sum(f.document == report.base.id for f in report.failures)
        if failed:
            clauses.append(f"{_count(failed, 'check')} failed and said nothing")
    return Own(counts, "; ".join(clauses) + ".")


def own_findings(report: Report) -> tuple[Finding, ...]:
    """The findings on the base by itself, in the report's order."""
    return tuple(f for f in report.findings if f.document == report.base.id)


def between(report: Report, version_id: str) -> dict[str, tuple[Finding, ...]]:
    """The findings that hold a version against another one, by that one's id, in the report's order."""
    found: dict[str, tuple[Finding, ...]] = {}
    for finding in report.findings:
        other = other_text(report, finding)
        if finding.document == version_id and other is not None:
            found[other] = (*found.get(other, ()), finding)
    return found


def other_text(report: Report, finding: Finding) -> str | None:
    """The version that a finding holds its own against; None where that is the base, or nothing."""
    base = finding.base
    return base.document if base and base.document not in (report.base.id, finding.document) else None


def differences(report: Report, version_id: str) -> tuple[Finding, ...]:
    """The findings that hold this version against the base, in the report's order.

    Whole passages left out or added are counted apart (see `omitted`, `added`), and so is what two versions
    have between themselves; a clause left out inside a rendered passage is a difference.
    """
    return tuple(
        f
        for f in report.findings
        if f.document == version_id
        and (f.base is None or f.base.document == report.base.id)
        and not (f.check in PASSAGE_CHECKS and _one_sided(report.bead(f)))
    )


def omitted(report: Report, version_id: str) -> tuple[int, ...]:
    """Indices of the base's body segments that the version does not render (they stand in one-sided beads)."""
    there = {i for b in _alignment(report, version_id).beads if b.paired for i in b.base}
    return tuple(i for i in _passages(report.base) if i not in there)


def added(report: Report, version_id: str) -> tuple[int, ...]:
    """Indices of the version's body segments that render nothing of the base."""
    version = next(d for d in report.versions if d.id == version_id)
    there = {i for b in _alignment(report, version_id).beads if b.paired for i in b.version}
    return tuple(i for i in _passages(version) if i not in there)


def _alignment(report: Report, version_id: str) -> Alignment:
    return next(a for a in report.alignments if a.version == version_id)


def _one_sided(bead: Bead | None) -> bool:
    return bead is not None and not bead.paired


def _passages(document: Document) -> tuple[int, ...]:
    return tuple(s.index for s in document.segments if s.role is Role.BODY and s.text.strip())


def _difference_clause(counts: Mapping[Severity, int], noun: str = "difference") -> str:
    critical, major, minor = (counts[s] for s in (Severity.CRITICAL, Severity.MAJOR, Severity.MINOR))
    if critical and major:
        return f"{critical} critical and {_count(major, f'major {noun}')}"
    if critical:
        return _count(critical, f"critical {noun}")
    if major:
        return f"No critical, {_count(major, f'major {noun}')}"
    if minor:
        return f"No critical or major, {_count(minor, f'minor {noun}')}"
    return "No differences found" if noun == "difference" else "Nothing found"


def _omission_clause(missing: int, total: int) -> str:
    if not total:
        return "the base holds no passages"
    if not missing:
        return "every passage is there"
    if missing == total:
        return f"none of the {_count(total, 'passage')} of the base is in it"
    return f"{missing} of {_count(total, 'passage')} of the base {'is' if missing == 1 else 'are'} not in it"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
