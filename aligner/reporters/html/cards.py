"""Which findings to read first, and what their cards show."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aligner.model import Finding, Place, Report, Severity, Span
from aligner.reporters.html.findings import FindingView, confidence
from aligner.reporters.html.marks import Mark, Run, excerpt, runs
from aligner.reporters.html.names import Named

CARDS = 7
"""How many findings can be read in two minutes."""
SAME_KIND = 3
"""How many cards of one check come before every other check has had its turn."""
ROOM = 150
"""Characters shown on either side of a span, half of it for scripts of wide characters."""


@dataclass(frozen=True, slots=True)
class Quote:
    """What one document says: its name, language, speaker and text with the span marked; no runs for nothing.

    `row` leads to it where a finding speaks of two versions, which may have it in different rows.
    """

    name: str
    lang: str
    speaker: str | None
    runs: tuple[Run, ...]
    row: str | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A finding with what the base (or another version) and the version say."""

    view: FindingView
    quotes: tuple[Quote, ...]


def first(report: Report, views: Mapping[str, FindingView]) -> tuple[FindingView, ...]:
    """At most seven findings, gravest and surest first, and not all of one kind or about one concept.

    Passages left out or added have lists of their own, and notes are not pressing. Within a severity each pick
    goes to the check and the concept least shown so far; a check with three cards, and a finding on words already
    shown, waits until the others have had theirs.
    """
    sure = {view.id: confidence(view.finding, report) for view in views.values()}
    order = {name: place for place, name in enumerate(views)}
    waiting = [v for v in views.values() if not v.one_sided and v.finding.severity is not Severity.NEUTRAL]
    picked: list[FindingView] = []
    kinds: Counter[str] = Counter()
    subjects: Counter[object] = Counter()

    def rank(view: FindingView) -> tuple[object, ...]:
        finding = view.finding
        kind, subject = kinds[finding.check], subjects[_subject(finding)]
        crowded = kind >= SAME_KIND or subject >= 1 or any(_same_words(finding, p.finding) for p in picked)
        half = finding.base is None or finding.version is None
        return (crowded, -finding.severity, half, subject, kind, -sure[view.id], order[view.id])

    while waiting and len(picked) < CARDS:
        best = min(waiting, key=rank)
        waiting.remove(best)
        picked.append(best)
        kinds[best.finding.check] += 1
        subjects[_subject(best.finding)] += 1
    return tuple(sorted(picked, key=lambda v: -v.finding.severity))


def card(view: FindingView, report: Report, names: Sequence[Named]) -> Card:
    """The card of a finding: what the base (or the other version) says and what the version says.

    A finding on the base by itself has its one text only.
    """
    finding = view.finding
    by_id = {n.document.id: n for n in names}
    bead = report.bead(finding)
    first = (finding.base, report.base.id, bead.base if bead else ())
    second = (finding.version, finding.document, bead.version if bead else ())
    sides = (first,) if finding.document == report.base.id else (first, second)
    quotes = tuple(_quote(place, by_id[doc], names, segs, finding) for place, doc, segs in sides)
    if view.other is not None:
        quotes = (dataclasses.replace(quotes[0], row=view.other.row), *quotes[1:])
    return Card(view, quotes)


def _quote(
    place: Place | None, document: Named, names: Sequence[Named], segments: Sequence[int], finding: Finding
) -> Quote:
    if place is not None:
        document = next(n for n in names if n.document.id == place.document)
        segments = place.segments
    if not segments:
        return Quote(document.name, document.document.lang, None, ())
    said = [document.document.segments[i] for i in segments]
    text, marks = " ".join(s.text for s in said), []
    span = place.span if place else Span(0, 0)
    room = ROOM // 2 if document.document.language in ("zh", "ja", "ko") else ROOM
    text, span = excerpt(text, span, room if place else 2 * room)
    if place is not None:
        marks = [Mark(span, finding.id, finding.severity)]
    speakers = {s.speaker for s in said}
    speaker = next(iter(speakers)) if len(speakers) == 1 else None
    return Quote(document.name, document.document.lang, speaker, runs(text, marks))


def _subject(finding: Finding) -> object:
    """What a finding is about: its concept where it names one, else its words in the base, else itself."""
    concept = finding.evidence.get("concept")
    if isinstance(concept, str):
        return concept
    place = finding.base or finding.version
    return (finding.check, place.text.casefold()) if place and place.text else finding.id


def _same_words(first: Finding, second: Finding) -> bool:
    """Whether two findings speak of overlapping words of one version."""
    one, two = first.version, second.version
    if one is None or two is None or (one.document, one.segments) != (two.document, two.segments):
        return False
    return one.span.overlaps(two.span)


def grave(found: Sequence[Finding]) -> dict[Severity, int]:
    """How many findings there are of each severity, the gravest first."""
    counts = Counter(f.severity for f in found)
    return {severity: counts[severity] for severity in sorted(Severity, reverse=True) if counts[severity]}
