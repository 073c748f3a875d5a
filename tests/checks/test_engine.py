"""Running checks: ids that last, crashes kept apart, nothing said twice."""

from __future__ import annotations

import pytest

from aligner import checks, pipeline
from aligner.checks.number import Number
from aligner.formats import read_bytes
from aligner.model import Document, Report, Severity
from aligner.model.alignment import aligned_pairs
from aligner.segmenters import segment
from aligner.terms.matching import TermIndex

BASE = "标题\n\n第一季度失业率上升0.8个百分点。\n\n总额达2.37万亿元。\n\n总额达2.37万亿元。\n"
VERSION = "Title\n\nUnemployment rose 0.8 percent in the first quarter.\n\nThe total was 2.37 billion yuan.\n\n\
The total was 2.37 billion yuan.\n"


def text(name: str, words: str, lang: str) -> Document:
    return segment(read_bytes(words.encode(), f"{name}.txt", lang=lang))


@pytest.fixture
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    terms = tmp_path_factory.mktemp("terms") / "terms.tsv"
    terms.write_text(
        "source\tpreferred\tallowed\tforbidden\tnote\n百分点\tpercentage points\tpercentage point\tpercent\t\n",
        encoding="utf-8",
    )
    return pipeline.score(text("base", BASE, "zh"), text("version", VERSION, "en"), terms=[terms])


def test_a_fault_that_two_checks_see_is_counted_once(report: Report) -> None:
    found = [f for f in report.findings if f.version and "percent" in f.version.text]
    assert {f.check for f in found} == {"number", "terminology"}
    assert [f.check for f in found if f.severity > Severity.NEUTRAL] == ["number"]
    (note,) = [f for f in found if f.check == "terminology"]
    (loud,) = [f for f in found if f.check == "number"]
    assert note.evidence["said_by"] == loud.id


def test_equal_faults_have_ids_of_their_own(report: Report) -> None:
    found = [f for f in report.findings if f.version and "billion" in f.version.text]
    assert len(found) == 2
    assert len({f.id for f in found}) == 2


def test_ids_do_not_depend_on_what_else_stands_in_the_texts() -> None:
    def ids(base: str, version: str) -> set[str]:
        report = pipeline.score(text("base", base, "zh"), text("version", version, "en"), only=["number"])
        return {f.id for f in report.findings if f.severity > Severity.NEUTRAL}

    assert ids(BASE, VERSION) == ids(BASE + "\n会议结束。\n", VERSION + "\nThe meeting ended.\n")


def test_a_crash_stays_with_its_check(report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> None:
        raise ZeroDivisionError("no such luck\nsecond line")

    monkeypatch.setattr(Number, "check", crash)
    base, version = report.documents
    pairs = aligned_pairs(report.alignments[0], base, version)
    found, failures = checks.run(["number"], checks.Context(base, version, pairs, TermIndex()))
    assert not found
    assert [(f.kind, f.name, f.error) for f in failures] == [("check", "number", "ZeroDivisionError: no such luck")]
