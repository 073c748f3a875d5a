"""Passages left out and passages added: the weighty ones first, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from aligner.model import Document, Report
from aligner.reporters._verdict import added, omitted
from aligner.reporters.html.findings import FindingView, weight
from aligner.reporters.html.names import Named, number_of, numbers
from aligner.reporters.html.places import Rows
from aligner.reporters.html.shown import opening
from aligner.reporters.html.strings import Strings

AT_ONCE = 8
"""How many passages are listed before the rest is folded; of a long list only the weighty, but at least `FEW`."""
FEW = 3


@dataclass(frozen=True, slots=True)
class Passage:
    """A passage with its first words, its row in the page and why it weighs."""

    number: str
    words: str
    row: str
    reasons: tuple[str, ...]
    finding: str | None


@dataclass(frozen=True, slots=True)
class Passages:
    """The passages that one version leaves out, or adds; `total` counts the text they are part of."""

    version: Named
    lang: str
    shown: tuple[Passage, ...]
    folded: tuple[Passage, ...]
    total: int

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self.shown) + len(self.folded)


def left_out(
    report: Report, version: Named, views: Mapping[str, FindingView], places: Rows, t: Strings
) -> Passages:
    """What a version leaves out of the base."""
    indices = omitted(report, version.document.id)
    told = _told(version.document.id, views.values(), places, base=True)
    return _passages(report.base, version, indices, told, places, t)


def additions(
    report: Report, version: Named, views: Mapping[str, FindingView], places: Rows, t: Strings
) -> Passages:
    """What a version has and the base has not."""
    indices = added(report, version.document.id)
    told = _told(version.document.id, views.values(), places, base=False)
    return _passages(version.document, version, indices, told, places, t)


def _told(version: str, views: Iterable[FindingView], places: Rows, *, base: bool) -> dict[int, FindingView]:
    """The one-sided findings of a version by the segment they speak of; the weightiest where several do."""
    found: dict[int, FindingView] = {}
    for view in views:
        place = view.finding.base if base else view.finding.version
        if view.finding.document == version and view.one_sided:
            for index in places.segments(place):
                if index not in found or weight(view.finding) > weight(found[index].finding):
                    found[index] = view
    return found


def _passages(
    document: Document,
    version: Named,
    indices: Iterable[int],
    told: Mapping[int, FindingView],
    places: Rows,
    t: Strings,
) -> Passages:
    printed = numbers(document)

    def rank(index: int) -> tuple[float, ...]:
        """The weighty ones by weight, the others in the order of the text."""
        view = told.get(index)
        if view is None or not view.reasons:
            return (1, index)
        return (0, -weight(view.finding), -view.finding.severity, index)

    found = []
    for index in sorted(indices, key=rank):
        view = told.get(index)
        words = opening(document.segments[index].text)
        number = number_of((index,), printed, t)
        reasons = view.reasons if view else ()
        found.append(Passage(number, words, places.anchor(document.id, index), reasons, view.id if view else None))
    total = sum(n is not None for n in printed)
    weighty = sum(bool(p.reasons) for p in found)
    cut = min(AT_ONCE, max(FEW, weighty)) if len(found) > AT_ONCE + 2 else len(found)
    return Passages(version, document.lang, tuple(found[:cut]), tuple(found[cut:]), total)
