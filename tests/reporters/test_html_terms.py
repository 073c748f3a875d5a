"""The Terms tab, a report on one text alone, findings on the base and between versions."""

from __future__ import annotations

import dataclasses
import re

import pytest
import term_reports as made
from html_tree import Tree

from aligner.model import Report, Score, Severity, TermStatus
from aligner.reporters.html import Html, candidates, figures, names, terms
from aligner.reporters.html.cards import card
from aligner.reporters.html.findings import views
from aligner.reporters.html.places import Rows
from aligner.reporters.html.rows import folds
from aligner.reporters.html.strings import english

T = english()


def matrix(report: Report) -> terms.Matrix:
    return terms.matrix(report, names.named(report, T), Rows(report), T)


def said(report: Report) -> str:
    return " ".join(" ".join(Tree(Html().render(report)).texts).split())


@pytest.mark.parametrize("versions", [1, 2, 5, 12])
def test_a_row_a_concept_and_a_cell_a_document(versions: int) -> None:
    report = made.on_terms(versions)
    lines = matrix(report).open
    assert [line.concept.id for line in lines] == [u.concept.id for u in report.usage]
    assert all(len(line.cells) == versions + 1 for line in lines)
    page = Html().render(report)
    tree = Tree(page)
    assert (tree.wrong, tree.open) == ([], [])
    ids = [a["id"] for _, a in tree.elements if "id" in a]
    assert len(ids) == len(set(ids))
    links = {str(a["href"])[1:] for tag, a in tree.elements if tag == "a" and "href" in a}
    assert links <= set(ids)


def test_cells_say_what_is_there() -> None:
    (levee, *_) = matrix(made.on_terms(2)).open
    assert levee.concept.id == "levee"
    assert levee.names == (("levee", "en"), ("堤坝", "zh-Hans"))
    told = [[(w.text, w.count, w.mark) for w in cell.wordings] for cell in levee.cells]
    assert told == [
        [("堤坝", 3, "preferred")],
        [("levee", 3, "preferred")],
        [("dyke", 1, "deprecated"), ("embankment", 1, "admitted")],
    ]
    spot = levee.cells[2].wordings[0].spots[0]
    assert (spot.row, spot.number, spot.speaker) == ("r2", "2", "Du Mingyuan")
    assert [p.text for r in spot.runs if r.findings for p in r.pieces] == ["dyke"]
    assert levee.told


def test_what_a_version_lacks_is_said() -> None:
    report = made.on_terms(2)
    base, first, second = report.usage[0].documents
    gone = dataclasses.replace(report.usage[0], documents=(base, first, ()), differs=False)
    other = dataclasses.replace(report.usage[1], documents=((), first, second))
    report = dataclasses.replace(report, usage=(gone, other))
    states = [[cell.state for cell in line.cells] for line in matrix(report).open]
    assert states == [["named", "named", "missing"], ["void", "named", "named"]]
    assert matrix(report).sentence == (
        "2 listed concepts are named: one is worded in more than one way, one has a wording that is not accepted, "
        "one is missing in a version."
    )
    page = Html().render(report)
    assert len(re.findall(r'<tr role="row" class="use"[^>]* data-missing', page)) == 1
    assert "not there" in said(report)


def test_a_related_concept_in_its_place_is_named() -> None:
    report = made.on_terms(2)
    base, first, _ = report.usage[0].documents
    levee = dataclasses.replace(
        report.usage[0],
        documents=(base, first, ()),
        differs=False,
    )
    rival = dataclasses.replace(report.usage[3].concept, related=("levee",))
    sluice = dataclasses.replace(report.usage[3], concept=rival, documents=((), (), report.usage[3].documents[2]))
    report = dataclasses.replace(report, usage=(levee, sluice))
    cells = matrix(report).open[0].cells
    assert [c.instead for c in cells] == [(), (), (("floodgate", 1),)]
    assert "not there related: floodgate × 1" in said(report)
    assert "one has a related concept in its place" in matrix(report).sentence
    assert matrix(report).open[0].states == ("swapped", "missing")


def test_a_forbidden_wording_is_marked_apart() -> None:
    report = made.on_terms(2)
    use = report.usage[0]
    strict = tuple(
        dataclasses.replace(t, forbidden=True) if t.text == made.DEPRECATED_WORD else t for t in use.concept.terms
    )
    use = dataclasses.replace(use, concept=dataclasses.replace(use.concept, terms=strict))
    found = matrix(dataclasses.replace(report, usage=(use,)))
    assert [w.mark for w in found.open[0].cells[2].wordings] == ["forbidden", "admitted"]
    assert found.marks == (
        ("preferred", "✓", "preferred"),
        ("admitted", "≈", "admitted"),
        ("forbidden", "✖", "forbidden"),
    )


def test_status_is_shape_and_word() -> None:
    page = Html().render(made.on_terms(2))
    for mark in ("preferred", "admitted", "deprecated", "superseded"):
        shape = terms.SHAPES[mark]
        assert (
            f'<span class="status {mark}"><span class="shape" aria-hidden="true">{shape}</span> {mark}</span>'
            in page
        )
    assert len(set(terms.SHAPES.values())) == len(terms.SHAPES)


def test_a_wording_is_printed_as_the_text_mostly_has_it() -> None:
    report = made.on_terms(1)
    rendering = report.usage[0].documents[1][0]
    capitals, plain = (dataclasses.replace(rendering.places[0], text=text) for text in ("LEVEE", "levee"))
    assert terms.printed(dataclasses.replace(rendering, places=(capitals, plain))) == "levee"
    loud = dataclasses.replace(rendering, places=(plain, capitals, capitals))
    assert terms.printed(loud) == "LEVEE"
    use = dataclasses.replace(report.usage[0], documents=(report.usage[0].documents[0], (loud,)))
    told = said(dataclasses.replace(report, usage=(use,)))
    assert "LEVEE × 3" in told
    assert "Listed as “levee”" in told
    assert "Listed as “embankment”" not in said(made.on_terms(2))


def test_a_language_without_a_term_lacks_nothing() -> None:
    report = made.on_terms(2)
    base, first, _ = report.usage[0].documents
    bare = dataclasses.replace(report.usage[0], documents=(base, first, ()), differs=False, unlisted=frozenset({2}))
    (line,) = matrix(dataclasses.replace(report, usage=(bare,))).open
    assert [cell.state for cell in line.cells] == ["named", "named", "unlisted"]
    assert line.states == ()
    told = said(dataclasses.replace(report, usage=(bare,)))
    assert "no term listed" in told
    assert "not there" not in told
    sentence = matrix(dataclasses.replace(report, usage=(bare,))).sentence
    assert sentence == "One listed concept is named: no term is listed in English."
    nameless = dataclasses.replace(report.usage[0], documents=((), first, first), unlisted=frozenset({0}))
    assert matrix(dataclasses.replace(report, usage=(nameless,))).open[0].cells[0].state == "unlisted"


def test_what_stands_for_a_related_concept_is_not_called_preferred() -> None:
    report = made.on_terms(2)
    base, first, _ = report.usage[0].documents
    levee = dataclasses.replace(report.usage[0], documents=(base, first, ()), differs=False)
    rival = dataclasses.replace(report.usage[3].concept, related=("levee",))
    gate = tuple(dataclasses.replace(r, status=TermStatus.PREFERRED) for r in report.usage[3].documents[2])
    sluice = dataclasses.replace(report.usage[3], concept=rival, documents=((), (), gate))
    pair = dataclasses.replace(report, usage=(levee, sluice))
    cell = matrix(pair).open[1].cells[2]
    assert (cell.astray, cell.stead) == (True, ("levee",))
    page = Html().render(dataclasses.replace(report, usage=(levee, sluice)))
    row = page[page.index('id="t1"') : page.index("</tbody>")]
    assert 'class="status astray"' in row
    assert 'class="status preferred"' not in row
    assert "floodgate × 1 ≠ not in the base" in said(pair)
    assert "for: levee" in said(pair)
    both = dataclasses.replace(levee, documents=(base, first, first))
    cell = matrix(dataclasses.replace(report, usage=(both, sluice))).open[1].cells[2]
    assert (cell.astray, cell.stead) == (True, ())
    alone = matrix(dataclasses.replace(report, usage=(sluice,))).open[0].cells[2]
    assert (alone.astray, alone.stead) == (False, ())


def test_sixty_are_open_and_the_rest_folded() -> None:
    found = matrix(made.on_terms(1, concepts=70))
    assert (len(found.open), len(found.folded)) == (60, 14)
    page = Html().render(made.on_terms(1, concepts=70))
    assert "14 more concepts" in page
    assert page.count('class="use"') == 74


def test_places_are_capped_and_counted() -> None:
    report = made.on_terms(1)
    rendering = report.usage[0].documents[1][0]
    many = dataclasses.replace(rendering, places=rendering.places * 5)
    use = dataclasses.replace(report.usage[0], documents=(report.usage[0].documents[0], (many,)))
    (line,) = matrix(dataclasses.replace(report, usage=(use,))).open
    assert (line.cells[1].wordings[0].count, len(line.cells[1].wordings[0].spots)) == (15, terms.SPOTS)
    assert line.cells[1].wordings[0].more == 15 - terms.SPOTS


def test_every_term_says_its_language() -> None:
    page = Html().render(made.on_terms(2))
    words = re.findall(r'<span class="words"([^>]*)>([^<]+)</span>', page)
    assert words
    for attributes, text in words:
        assert f'lang="{"en" if text.isascii() else "zh-Hans"}"' in attributes
        assert 'dir="auto"' in attributes


def test_note_source_and_profile_are_there() -> None:
    told = said(made.on_terms(2))
    for part in (
        "The council writes levee; the river board writes embankment.",
        "Source River Act, section 4. From rivers.tbx.",
        "Held against council (by its outlet, Outlet 0)",
    ):
        assert part in told
    assert "House profiles river-0: council" in told


def test_candidates_in_words() -> None:
    report = made.on_terms(2)
    found = candidates.candidates(report, names.named(report, T), Rows(report), T)
    assert [(c.text, c.likely, c.who) for c in found] == [
        ("river wall", "likely", "Version B × 1"),
        ("river", "possible", "Version B × 1"),
    ]
    told = said(report)
    assert "Resembles levee likely, stands where the other text has the listed term" in told
    assert "the river wall must be strengthened" in told
    assert "None was found." in said(made.on_terms(1))


def test_figures_stand_in_the_tab_with_n() -> None:
    report = made.on_terms(2)
    found = {s.name: s for s in figures.scores(report, names.named(report, T), T, terms=True)}
    accuracy = found["Rendered acceptably"]
    assert [(f.value, f.n) for f in accuracy.figures] == [("1.00", "n = 8"), ("0.375", "n = 8")]
    assert all(f.interval for f in accuracy.figures)
    assert not {s.name for s in figures.scores(report, names.named(report, T), T, terms=False)} & set(found)


def test_too_few_are_said_and_not_rated() -> None:
    report = made.on_terms(1)
    score = Score("river-0", "term-hhi", None, True, "term-hhi|x", "river", n=3)
    told = said(dataclasses.replace(report, scores=(score,)))
    assert "Version against Base too few to count: n = 3" in told
    assert "None" not in told.replace("None was found", "")


def test_no_terms_at_all() -> None:
    report = dataclasses.replace(made.on_terms(1), usage=(), scores=())
    told = said(report)
    assert "None of the concepts that the term bases list is named in these texts." in told
    assert "No figures on terms were computed." in told


def test_a_strangers_term_base_is_shown_as_text() -> None:
    page = Html().render(made.hostile_terms())
    tree = Tree(page)
    assert (tree.wrong, tree.open) == ([], [])
    assert [tag for tag, _ in tree.elements].count("script") == 2
    assert "\u202e" not in page
    assert made.EVIL.split("\u202e")[0] in "".join(tree.texts)


def test_two_runs_give_one_page() -> None:
    assert Html().render(made.on_terms(2)) == Html().render(made.on_terms(2))


def test_one_text_alone_reads_sensibly() -> None:
    page = Html().render(made.alone())
    tree = Tree(page)
    assert (tree.wrong, tree.open) == ([], [])
    told = " ".join(" ".join(tree.texts).split())
    for part in (
        "Report on one text",
        "Text: Quayside Post, English",
        "No critical, 1 major finding in 5 passages.",
        "Also: ● 1 minor, ○ 1 note",
        "listed concepts are named",
        "Read these first",
        "Text Du Mingyuan The dyke will be strengthened",
    ):
        assert part in told
    first = re.split(r'<section class="panel wrap" id="(?:first|read)"', page)[1]
    for part in ("Version", "version", "Base", "Left out", "nothing that answers this", 'class="legend"'):
        assert part not in first
    notes = set(re.findall(r'id="n-([^"]+)"', page))
    assert notes == {f.id for f in made.alone().findings}


def test_one_text_alone_folds_nothing_away() -> None:
    report = made.alone()
    documents, places = names.named(report, T), Rows(report)
    by_id = views(report, documents, places, T)
    found = folds(report, documents, by_id.values(), places, T)
    assert not any(f.closed for f in found)
    rows = [r for f in found for r in f.rows]
    assert not any(r.left_out or r.added for r in rows)
    assert [len(r.cells) for r in rows] == [1] * len(report.base.segments)
    assert {v.where for v in by_id.values()} == {"passage 1", "passage 2", "passage 3"}


def test_nothing_found_in_one_text() -> None:
    told = said(made.alone(findings=False))
    assert "Nothing found in 5 passages." in told
    assert "Nothing was found in this text." in told


def test_findings_on_the_base_and_between_versions() -> None:
    report = made.crossing()
    documents, places = names.named(report, T), Rows(report)
    by_id = views(report, documents, places, T)
    where = {i: v.where for i, v in by_id.items()}
    assert where == {
        "own-term-consistency-5": "Base, passage 5",
        "rendering": "Version B, passage 2",
        "between": "Version B beside Version A, passage 4",
    }
    own = card(by_id["own-term-consistency-5"], report, documents).quotes
    assert [q.name for q in own] == ["Base"]
    both = card(by_id["between"], report, documents).quotes
    assert [(q.name, q.row) for q in both] == [("Version A", "r4"), ("Version B", None)]
    other = by_id["between"].other
    assert other is not None
    assert (other.name, other.text, other.row) == ("Version A", "sluice", "r4")
    assert by_id["rendering"].other is None
    found = folds(report, documents, by_id.values(), places, T)
    notes = {v.id: c.doc.name for f in found for r in f.rows for c in r.cells for v in c.notes}
    assert notes == {"own-term-consistency-5": "Base", "rendering": "Version B", "between": "Version B"}


def test_the_first_screen_tells_them_apart() -> None:
    told = said(made.crossing())
    assert "Version B: No critical or major, 1 minor difference; every passage is there." in told
    assert "Beside Version A: ▲ 1 major" in told
    assert "The base in itself: No critical or major, 1 minor finding." in told
    page = Html().render(made.crossing())
    assert '<p class="beside"><a href="#r4">Version A</a> <bdi lang="en">sluice</bdi></p>' in page


def test_notes_on_the_base_are_no_verdict() -> None:
    report = made.crossing()
    notes = tuple(dataclasses.replace(f, severity=Severity.NEUTRAL) for f in report.findings)
    told = said(dataclasses.replace(report, findings=notes))
    assert "The base in itself" not in told
    assert "Base, passage 5" in told


def test_the_first_screen_has_a_line_on_terms() -> None:
    told = said(made.on_terms(2))
    assert "Terms: 8 of 8 rendered acceptably." in told
    assert "Terms: 3 of 8 rendered acceptably; 2 concepts in a wording that is not accepted." in told
