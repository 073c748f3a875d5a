"""What the first screen says of each text: the verdict, what it leaves unsaid, the strip, what is missing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aligner.model import Report, Severity
from aligner.reporters._terms_line import terms_line
from aligner.reporters._verdict import between, own, own_findings, verdict
from aligner.reporters.html import passages
from aligner.reporters.html.cards import grave
from aligner.reporters.html.findings import FindingView
from aligner.reporters.html.names import Named
from aligner.reporters.html.places import Rows
from aligner.reporters.html.strings import Strings
from aligner.reporters.html.strip import Bar, strip


@dataclass(frozen=True, slots=True)
class OwnView:
    """What the first screen says about the base by itself; `counts` holds what the sentence does not say."""

    named: Named
    sentence: str
    counts: dict[Severity, int]


@dataclass(frozen=True, slots=True)
class VersionView:
    """What the first screen says about one version; `counts` holds what the sentence does not say.

    `between` counts what it has beside other versions, by their names; `terms` is a line on its terms.
    """

    named: Named
    sentence: str
    counts: dict[Severity, int]
    between: dict[str, dict[Severity, int]]
    terms: str | None
    bars: tuple[Bar, ...]
    left_out: passages.Passages
    added: passages.Passages


def of_version(
    report: Report,
    named: Named,
    documents: Sequence[Named],
    by_id: dict[str, FindingView],
    places: Rows,
    t: Strings,
) -> VersionView:
    """What is said of one version."""
    said = verdict(report, named.document.id)
    beside = between(report, named.document.id)
    return VersionView(
        named=named,
        sentence=said.sentence,
        counts=_untold(said.counts),
        between={n.name: grave(beside[n.document.id]) for n in documents if n.document.id in beside},
        terms=terms_line(report, named.document.id),
        bars=strip(report, named, by_id, places, t),
        left_out=passages.left_out(report, named, by_id, places, t),
        added=passages.additions(report, named, by_id, places, t),
    )


def of_base(report: Report, named: Named) -> OwnView | None:
    """What is said of the base by itself; nothing beside versions where it has only notes."""
    if report.versions and not any(f.severity for f in own_findings(report)):
        return None
    said = own(report)
    return OwnView(named, said.sentence, _untold(said.counts))


def _untold(counts: Mapping[Severity, int]) -> dict[Severity, int]:
    """The counts that a verdict's sentence leaves out, the gravest first: what is less grave than it names."""
    told = {Severity.CRITICAL, Severity.MAJOR}
    if not any(counts[severity] for severity in told):
        told.add(Severity.MINOR)
    return {s: counts[s] for s in sorted(counts, reverse=True) if s not in told and counts[s]}
