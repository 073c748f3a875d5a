"""What the page shows, before it is a page: marks, cards, rows, strips and lists."""

from __future__ import annotations

import dataclasses
import itertools

import html_reports as made
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.model import Finding, Report, Severity, Span
from aligner.reporters.html import cards, names, passages, rows
from aligner.reporters.html.findings import FindingView, views
from aligner.reporters.html.marks import Mark, excerpt, runs
from aligner.reporters.html.page import review_key
from aligner.reporters.html.places import Rows, touched
from aligner.reporters.html.shown import for_script, opening, plain, shown
from aligner.reporters.html.strings import english
from aligner.reporters.html.strip import strip

T = english()
SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda p: Span(min(p), max(p)))
MARKS = st.lists(st.builds(Mark, SPANS, st.sampled_from("abc"), st.sampled_from(list(Severity))), max_size=5)


def seen(report: Report) -> tuple[tuple[names.Named, ...], Rows, dict[str, FindingView]]:
    documents, places = names.named(report, T), Rows(report)
    return documents, places, views(report, documents, places, T)


def folds(report: Report) -> tuple[rows.Fold, ...]:
    documents, places, by_id = seen(report)
    return rows.folds(report, documents, by_id.values(), places, T)


@given(st.text(max_size=30), MARKS, st.lists(SPANS, max_size=4))
def test_runs_join_to_the_text(text: str, marks: list[Mark], changed: list[Span]) -> None:
    found = runs(text, marks, changed)
    assert "".join(p.text for r in found for p in r.pieces) == text
    for mark in marks:
        if mark.span.start < min(mark.span.stop, len(text)):
            covered = "".join(p.text for r in found if mark.finding in r.findings for p in r.pieces)
            assert mark.span.of(text) in covered


def test_runs_of_overlapping_marks_name_the_gravest_first() -> None:
    low = Mark(Span(0, 8), "low", Severity.MINOR)
    high = Mark(Span(4, 12), "high", Severity.CRITICAL)
    found = runs("the old mill is shut", [low, high])
    assert [r.findings for r in found] == [("low",), ("high", "low"), ("high",), ()]


def test_an_empty_span_is_a_caret() -> None:
    found = runs("ab", [Mark(Span(1, 1), "x", Severity.MINOR)])
    assert [("".join(p.text for p in r.pieces), r.findings) for r in found] == [("a", ()), ("", ("x",)), ("b", ())]


def test_a_caret_at_the_end() -> None:
    found = runs("ab", [Mark(Span(2, 2), "x", Severity.MINOR)])
    assert [r.findings for r in found] == [(), ("x",)]


@given(st.text(max_size=60), SPANS, st.integers(0, 12))
def test_an_excerpt_keeps_its_span(text: str, span: Span, room: int) -> None:
    span = Span(min(span.start, len(text)), min(span.stop, len(text)))
    short, place = excerpt(text, span, room)
    assert place.of(short) == span.of(text)
    assert len(short) <= len(span) + 2 * room + 2


def test_first_cards_are_grave_varied_and_few() -> None:
    report = made.harbour()
    _, _, by_id = seen(report)
    picked = cards.first(report, by_id)
    assert len(picked) == 7
    severities = [v.finding.severity for v in picked]
    assert severities == sorted(severities, reverse=True)
    assert not {"omission", "addition"} & {v.finding.check for v in picked}


def test_first_cards_do_not_repeat_one_concept() -> None:
    report = made.harbour()
    finding = next(f for f in report.findings if f.check == "modality")
    same = [
        dataclasses.replace(finding, id=f"same-{n}", check="terminology", evidence={"concept": "c1"})
        for n in range(9)
    ]
    report = dataclasses.replace(report, findings=(*same, *report.findings))
    _, _, by_id = seen(report)
    picked = cards.first(report, by_id)
    assert sum(v.finding.check == "terminology" for v in picked) == 1


def test_first_cards_do_not_repeat_the_same_words() -> None:
    report = made.harbour()
    finding = next(f for f in report.findings if f.check == "negation")
    assert finding.version is not None
    inner = dataclasses.replace(
        finding.version, span=Span(finding.version.span.start, finding.version.span.stop - 1)
    )
    again = dataclasses.replace(finding, id="again", check="terminology", base=None, version=inner)
    _, _, by_id = seen(dataclasses.replace(report, findings=(*report.findings, again)))
    assert "again" not in {v.id for v in cards.first(report, by_id)}


def test_the_surer_finding_comes_first() -> None:
    report = made.harbour()
    finding = next(f for f in report.findings if f.check == "modality")
    twins = [
        dataclasses.replace(finding, id=f"twin-{sure}", check=f"check-{sure}", evidence={"confidence": sure})
        for sure in (0.2, 0.8)
    ]
    _, _, by_id = seen(dataclasses.replace(report, findings=tuple(twins)))
    assert [v.id for v in cards.first(report, by_id)] == ["twin-0.8", "twin-0.2"]


def test_a_card_shows_both_texts() -> None:
    report = made.harbour()
    documents, _, by_id = seen(report)
    view = next(v for v in by_id.values() if v.finding.check == "negation")
    base, version = cards.card(view, report, documents).quotes
    assert (base.name, base.speaker, version.name) == ("Base", "局长杜明远", "Version B")
    marked = [p.text for q in (base, version) for r in q.runs if r.findings for p in r.pieces]
    assert marked == ["不会提高票价", "will raise fares"]


def test_a_card_says_where_nothing_answers() -> None:
    report = made.harbour()
    documents, _, by_id = seen(report)
    view = next(v for v in by_id.values() if v.finding.check == "addition")
    base, version = cards.card(view, report, documents).quotes
    assert base.runs == ()
    assert version.runs != ()


def test_a_check_without_a_name_is_called_by_its_own() -> None:
    report = made.hostile()
    _, _, by_id = seen(report)
    assert next(iter(by_id.values())).kind == "Check 0"


def test_where_counts_passages_of_the_base() -> None:
    _, _, by_id = seen(made.harbour())
    where = {v.finding.check: v.where for v in by_id.values() if v.finding.document == "harbour-b"}
    assert where["negation"] == "Version B, passage 3"
    assert where["addition"] == "Version B, added passage"


def test_where_of_a_span_names_only_the_passages_it_touches() -> None:
    report = made.harbour()
    finding = next(f for f in report.findings if f.check == "number" and f.severity is Severity.CRITICAL)
    assert finding.base is not None
    assert finding.base.segments == (1, 2)
    assert [index for index, _ in touched(finding.base, report.base)] == [1]


def test_a_finding_between_two_versions_is_told_in_its_version() -> None:
    report = made.harbour()
    a, b = report.versions
    finding = Finding(
        "between",
        "term-consistency",
        "terminology",
        Severity.MINOR,
        b.id,
        -1,
        "They differ.",
        base=made.place(a, (8,), "environmental"),
        version=None,
    )
    report = dataclasses.replace(report, findings=(finding,))
    documents, _, by_id = seen(report)
    notes = [(r.number, c.doc.name) for f in folds(report) for r in f.rows for c in r.cells if c.notes]
    assert notes == [("8", "Version B")]
    assert cards.card(by_id["between"], report, documents).quotes[0].name == "Version A"


def test_rows_hold_every_segment_once() -> None:
    for report in (made.harbour(), made.council(), made.many(), made.hostile()):
        found = [r for f in folds(report) for r in f.rows]
        for place, document in enumerate(report.documents):
            texts = [
                "".join(p.text for r in s.runs for p in r.pieces)
                for row in found
                for s in row.cells[place].segments
            ]
            assert sorted(texts) == sorted(s.text for s in document.segments)


def test_long_runs_left_out_are_folded_and_counted() -> None:
    found = folds(made.council())
    closed = [f for f in found if f.closed]
    assert [(len(f.rows), f.weighty) for f in closed] == [(30, 3)]


def test_what_one_of_two_versions_leaves_out_is_not_folded() -> None:
    assert not [f for f in folds(made.harbour()) if f.closed]


def test_a_speaker_is_named_once_a_turn() -> None:
    speakers = [s.speaker for f in folds(made.harbour()) for r in f.rows for s in r.cells[0].segments if s.speaker]
    assert speakers == ["局长杜明远"]


def test_words_differ_between_base_and_version_of_one_language() -> None:
    cells = next(r for f in folds(made.council()) for r in f.rows if r.number == "1").cells
    changed = [[p.text for s in c.segments for r in s.runs for p in r.pieces if p.changed] for c in cells]
    assert changed == [["nearly"], ["around"]]


def test_words_differ_between_two_versions_of_one_language() -> None:
    cells = next(r for f in folds(made.harbour()) for r in f.rows if r.number == "3").cells
    changed = [[p.text for s in c.segments for r in s.runs for p in r.pieces if p.changed] for c in cells]
    assert changed[0] == []
    assert "not" in changed[1]


def test_the_strip_covers_the_base() -> None:
    report = made.harbour()
    documents, places, by_id = seen(report)
    bars = strip(report, documents[2], by_id, places, T)
    assert [b.kind for b in bars] == [
        "there", "critical", "there", "critical", "major", "major", "major", "major", "gone", "gone",
    ]  # fmt: skip
    assert bars[0].x == 0
    assert bars[-1].x + bars[-1].width <= 1000
    assert all(b.x + b.width <= c.x + 0.02 for b, c in itertools.pairwise(bars))


def test_a_crowded_strip_joins_neighbours_of_one_kind() -> None:
    lines: list[made.Line] = [f"Line {n} of many." for n in range(500)]
    base, version = made.document("long", "en", lines), made.document("short", "de", ["Eine Zeile."])
    report = made.report(
        [base, version], [made.aligned(base, version, "0:0 " + " ".join(f"{n}:" for n in range(1, 500)))]
    )
    documents, places, by_id = seen(report)
    assert [b.kind for b in strip(report, documents[1], by_id, places, T)] == ["there", "gone"]


def test_weighty_passages_come_first_and_long_lists_are_cut() -> None:
    report = made.council()
    documents, places, by_id = seen(report)
    found = passages.left_out(report, documents[1], by_id, places, T)
    assert (found.count, found.total, len(found.shown)) == (30, 32, passages.FEW)
    assert [p.number for p in (*found.shown, *found.folded)][:4] == ["11", "21", "31", "2"]
    assert found.shown[0].reasons == ("a number",)
    assert passages.additions(report, documents[1], by_id, places, T).count == 0


def test_letters_of_versions() -> None:
    assert [names.letter(n) for n in (0, 25, 26, 51, 52)] == ["A", "Z", "AA", "AZ", "BA"]


@pytest.mark.parametrize(
    ("segments", "said"), [((1,), "1"), ((1, 2, 3), "1–3"), ((1, 3, 4), "1, 3–4"), ((0,), "title"), ((0, 1), "1")]
)
def test_numbers_of_passages(segments: tuple[int, ...], said: str) -> None:
    assert names.number_of(segments, (None, 1, 2, 3, 4), T) == said


def test_the_review_key_holds_for_the_same_texts_only() -> None:
    report = made.harbour()
    assert review_key(report) == review_key(dataclasses.replace(report, findings=()))
    assert review_key(report) != review_key(made.council())


def test_shown_text_runs_nothing_and_hides_nothing() -> None:
    assert shown("<b>&\x00") == '&lt;b&gt;&amp;<span class="ctl">U+0000</span>'
    assert plain("a\u202eb") == "a[U+202E]b"
    assert for_script({"a": "</script><!--"}) == r'{"a":"\u003c/script\u003e\u003c!--"}'


def test_opening_words() -> None:
    assert opening("short") == "short"
    assert opening("one two three four five six seven", 20) == "one two three four…"
    assert opening("一二三四五六七八九十一二三四五六七八九十", 20) == "一二三四五六七八九十…"
