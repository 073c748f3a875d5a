from __future__ import annotations

from dataclasses import replace

import pytest
from made_reports import alignment, document, finding, place, report

from aligner.model import Bead, Report, Severity
from aligner.model.collation import collate
from aligner.reporters._verdict import added, differences, omitted, verdict


def made(base_lines: list[str], version_lines: list[str], severities: list[Severity]) -> Report:
    base = document("base", "en", base_lines)
    version = document("v", "en", version_lines)
    links = (alignment(base, version),)
    whole = report(0)
    return replace(
        whole,
        documents=(base, version),
        alignments=links,
        collation=collate(base, links),
        findings=tuple(finding("number", s, version, 0, None, None) for s in severities),
        failures=(),
    )


@pytest.mark.parametrize(
    ("severities", "sentence"),
    [
        ([], "No differences found; every passage is there."),
        ([Severity.NEUTRAL], "No differences found; every passage is there."),
        ([Severity.MINOR], "No critical or major, 1 minor difference; every passage is there."),
        ([Severity.MAJOR] * 2, "No critical, 2 major differences; every passage is there."),
        ([Severity.CRITICAL], "1 critical difference; every passage is there."),
        (
            [Severity.CRITICAL] * 2 + [Severity.MAJOR] * 5,
            "2 critical and 5 major differences; every passage is there.",
        ),
    ],
)
def test_differences_in_words(severities: list[Severity], sentence: str) -> None:
    assert verdict(made(["T", "a", "b"], ["T", "a", "b"], severities), "v").sentence == sentence


@pytest.mark.parametrize(
    ("base", "version", "clause"),
    [
        (["T", "a", "b", "c"], ["T", "a"], "2 of 3 passages of the base are not in it."),
        (["T", "a", "b", "c"], ["T", "a", "b"], "1 of 3 passages of the base is not in it."),
        (["T", "a", "b"], ["T"], "none of the 2 passages of the base is in it."),
        (["T", "a"], ["T", "a", "b"], "every passage is there; it adds 1 passage."),
        (["T"], ["T", "a", "b"], "the base holds no passages; it adds 2 passages."),
        (["T"], ["T"], "the base holds no passages."),
    ],
)
def test_passages_in_words(base: list[str], version: list[str], clause: str) -> None:
    judged = verdict(made(base, version, []), "v")
    assert judged.sentence == f"No differences found; {clause}"
    assert judged.base_total == len(base) - 1  # the title is no passage


def test_whole_passages_are_no_differences_and_clauses_are() -> None:
    given = report(2)
    short, long = verdict(given, "v0"), verdict(given, "v1")
    assert (short.omitted, short.base_total, short.added) == (2, 4, 0)
    assert (long.omitted, long.added, long.version_total) == (0, 1, 5)
    assert short.counts == {
        Severity.CRITICAL: 1, Severity.MAJOR: 1, Severity.MINOR: 0, Severity.NEUTRAL: 1,
    }  # fmt: skip
    clause = finding("omission", Severity.MAJOR, given.versions[0], 1, place(given.base, 1, "三日"), None)
    assert clause in differences(replace(given, findings=(clause,)), "v0")


def test_what_versions_have_between_themselves_is_not_held_against_one() -> None:
    given = report(2)
    first, second = given.versions
    between = finding("name", Severity.MAJOR, second, 1, place(first, 1, "Qingshi"), place(second, 1, "county"))
    assert differences(replace(given, findings=(between,)), second.id) == ()


def test_a_crash_is_never_a_clean_bill() -> None:
    assert verdict(report(1), "v0").sentence.endswith("; 1 check failed and said nothing.")


def test_merged_beads_count_each_passage() -> None:
    given = made(["T", "a", "b", "c"], ["T", "x"], [])
    beads = (Bead((0,), (0,)), Bead((1, 2), (1,)), Bead((3,), ()))
    given = replace(given, alignments=(replace(given.alignments[0], beads=beads),))
    assert omitted(given, "v") == (3,)
    assert added(given, "v") == ()


def test_unknown_version() -> None:
    with pytest.raises(KeyError):
        verdict(report(1), "base")
