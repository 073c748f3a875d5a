"""Passages whose pairing is unsure are marked in the report, in the version that it is about and nowhere else."""

from __future__ import annotations

import dataclasses

import html_reports as made

from aligner.model import Bead, Report
from aligner.model.alignment import UNSURE
from aligner.reporters.html import Html

MARK = 'class="unsure"'


def sure(report: Report, number: int, confidence: float | None, beads: slice = slice(None)) -> Report:
    """The report with this confidence in some beads of one version's alignment, 1 in all others."""
    alignments = [
        dataclasses.replace(a, beads=tuple(dataclasses.replace(b, confidence=1.0) for b in a.beads))
        for a in report.alignments
    ]
    changed = [dataclasses.replace(b, confidence=confidence) for b in alignments[number].beads[beads]]
    rest = list(alignments[number].beads)
    rest[beads] = changed
    alignments[number] = dataclasses.replace(alignments[number], beads=tuple(rest))
    return dataclasses.replace(report, alignments=tuple(alignments))


def test_a_sure_or_unknown_pairing_has_no_mark() -> None:
    for confidence in (UNSURE, 1.0, None):
        assert MARK not in Html().render(sure(made.harbour(), 0, confidence))


def test_each_unsure_passage_is_marked_once_in_its_version() -> None:
    report = made.harbour()
    columns = []
    for number in range(len(report.alignments)):
        page = Html().render(sure(report, number, 0.2, slice(0, 1)))
        assert page.count(MARK) == 1
        cell = page[: page.index(MARK)].rpartition('<div class="cell')[2]
        columns.append(cell.partition('data-column="')[2].partition('"')[0])
    assert len(set(columns)) == len(report.alignments)


def test_what_is_left_out_may_be_unsure_too() -> None:
    report = made.council()
    (alignment,) = report.alignments
    place = next(k for k, b in enumerate(alignment.beads) if not b.version)
    page = Html().render(sure(report, 0, 0.2, slice(place, place + 1)))
    assert page.count(MARK) == 1


def test_a_bead_knows_when_it_is_unsure() -> None:
    assert Bead((0,), (0,), UNSURE - 0.01).unsure
    assert not Bead((0,), (0,), UNSURE).unsure
    assert not Bead((0,), (0,)).unsure
