from __future__ import annotations

import re
from dataclasses import replace

import pytest
import term_reports
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_reports import document, report
from rich.cells import cell_len

from aligner.model import Report, Severity
from aligner.reporters._shown import shown
from aligner.reporters._verdict import verdict
from aligner.reporters.terminal import Terminal


def words(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("versions", [0, 1, 2, 5])
@pytest.mark.parametrize("width", [None, 24, 40, 80, 200])
def test_each_version_has_its_verdict_within_the_width(versions: int, width: int | None) -> None:
    given_report = report(versions)
    text = Terminal(width=width).render(given_report)
    assert words(text).count("passages of the base") == sum(
        "passages of the base" in verdict(given_report, v.id).sentence for v in given_report.versions
    )
    for version in given_report.versions:
        assert verdict(given_report, version.id).sentence in words(text)
    assert all(cell_len(line) <= (width or 80) for line in text.splitlines())
    assert "\x1b" not in text
    assert text == Terminal(width=width).render(given_report)


def test_one_text_alone_has_its_own_verdict() -> None:
    text = words(Terminal().render(term_reports.alone()))
    assert text.startswith("river-1 (Quayside Post, en): 5 passages No critical, 1 major finding in 5 passages.")
    assert "major terminology The term base rejects “dyke”." in text
    assert "version" not in text
    assert "Nothing found in 4 passages." in Terminal().render(report(0))


def test_findings_of_the_base_and_between_versions_are_told_apart() -> None:
    text = words(Terminal(width=120).render(term_reports.crossing()))
    assert "In itself: No critical or major, 1 minor finding. minor term-consistency The base names" in text
    assert "[text: 水利局]" in text
    assert "Beside river-0: major terminology The two versions name the gate differently." in text
    assert "[river-0: sluice | river-1: floodgate]" in text


def test_a_line_on_terms() -> None:
    text = words(Terminal(width=120).render(term_reports.on_terms(2)))
    assert "Terms: 8 of 8 rendered acceptably." in text
    assert "Terms: 3 of 8 rendered acceptably; 2 concepts in a wording that is not accepted." in text
    assert "Terms:" not in Terminal().render(report(2))


def test_a_language_without_terms_lacks_no_concept() -> None:
    report_ = term_reports.on_terms(1)
    bare = tuple(replace(u, documents=(u.documents[0], ()), unlisted=frozenset({1})) for u in report_.usage)
    text = words(Terminal(width=120).render(replace(report_, usage=bare, scores=())))
    assert f"Terms: none is listed in en for the {len(bare)} concepts of the base." in text
    assert "not named" not in text
    some = (bare[0], replace(bare[1], unlisted=frozenset()), *bare[2:])
    text = words(Terminal(width=120).render(replace(report_, usage=some, scores=())))
    assert "Terms: 1 concept of the base not named." in text


def test_findings_failures_omissions_and_files_are_shown() -> None:
    text = words(Terminal(written=("reports/a.html", "a.json"), width=120).render(report(1)))
    for expected in (
        "critical terminology The terminology differs. [base: 清淤]",
        "major number The number differs. [base: 十二天 | version: 12 days]",
        "left out: 局长说，明年汛期前还要加固堤坝。",
        "check number failed on v0: ValueError: no number",
        "Terminology in language 'ko' was not checked.",
        "Written: reports/a.html Written: a.json",
        "██░░ 50%",
    ):
        assert expected in text
    assert text.index("critical terminology") < text.index("major number")
    assert "typography" not in text  # neutral remarks are for the report


def test_a_text_that_the_message_holds_is_not_said_twice() -> None:
    one = report(1)
    told = replace(one.findings[0], message="十二天 became 12 days.")
    assert "[" not in words(Terminal(width=120).render(replace(one, findings=(told,)))).split("became")[1]


def test_what_is_not_shown_is_counted() -> None:
    one = report(1)
    many = replace(one, findings=(one.findings[0],) * 9)
    assert "... and 2 more" in Terminal().render(many)
    assert "... and 8 more" in Terminal(findings=1).render(many)


def test_likeness_is_never_called_quality() -> None:
    one = report(2)
    like = replace(next(s for s in one.scores), document="v1", against="v0", metric="bleu", value=12.34)
    text = words(Terminal(width=120).render(replace(one, scores=(like,))))
    assert "Likeness (not quality) of v1 to v0: BLEU 12.3" in text


def test_colour_only_where_asked_for() -> None:
    assert "\x1b[" in Terminal(color=True).render(report(1))
    assert "\x1b" not in Terminal(color=False).render(report(1))


HOSTILE = "a\x1b[31mred\x1b]8;;http://x\x07link [bold]not bold[/bold] :smile: \u202egnp.exe \x9b2J \ud800 \x00"


def hostile_report() -> Report:
    given_report = report(1)
    base, version = given_report.documents
    told = replace(given_report.findings[0], message=HOSTILE, severity=Severity.CRITICAL, check="x\x1b[1m")
    return replace(
        given_report,
        documents=(replace(base, outlet=HOSTILE, id=base.id), replace(version, outlet=HOSTILE)),
        findings=(told, *given_report.findings[1:]),
        failures=(replace(given_report.failures[0], error=HOSTILE),),
        unchecked=(HOSTILE,),
    )


@pytest.mark.parametrize("width", [40, 120])
def test_texts_cannot_steer_the_terminal(width: int) -> None:
    text = Terminal(width=width, written=(HOSTILE,)).render(hostile_report())
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", text)
    text.encode("utf-8")
    for literal in ("\\x1b[31mred", "[bold]not", ":smile:", "\\u202e"):
        assert literal in text.replace("\n", "") or literal in words(text)


def test_colours_hold_only_our_own_sequences() -> None:
    text = Terminal(width=120, color=True).render(hostile_report())
    assert set(re.findall("\x1b.[^m]*m?", text)) <= {
        "\x1b[0m", "\x1b[1m", "\x1b[2m", "\x1b[33m", "\x1b[36m", "\x1b[1;31m", "\x1b[1;33m",
    }  # fmt: skip


def test_a_giant_word_breaks_no_layout() -> None:
    one = report(1)
    told = replace(one.findings[0], message="x" * 10_000)
    text = Terminal(width=60).render(replace(one, findings=(told,)))
    assert max(map(len, text.splitlines())) <= 60


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=200), st.integers(1, 50))
def test_shown_is_one_plain_line(text: str, limit: int) -> None:
    line = shown(text, limit)
    assert len(line) <= limit
    assert len(line.splitlines()) <= 1
    assert not re.search("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]", shown(text))


def test_an_empty_base() -> None:
    empty = replace(report(0), documents=(document("b", "en", []),))
    assert "0 passages" in Terminal().render(empty)
