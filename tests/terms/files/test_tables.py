"""Term bases as CSV, TSV and XLSX: both headers, what is said of terms, and errors with line and field."""

from __future__ import annotations

import dataclasses
import re
import warnings
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_terms import BASES

from aligner.errors import FormatError
from aligner.model import Concept, MatchRule, Severity, Term, TermStatus
from aligner.terms import load, read, write
from aligner.terms.files import columns, saving, sheet, table, table_writer
from aligner.terms.files.saving import Kind

GLOSSARY = (
    "source\tpreferred\tallowed\tforbidden\tnote\n"
    '양해각서\tmemorandum of understanding\tMOU;memorandum\tagreement\t"agreement" only here\n'
)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_house_glossary(tmp_path: Path) -> None:
    path = written(tmp_path, "g.tsv", GLOSSARY)
    (concept,) = load(path, base_lang="ko", version_lang="en-GB")
    assert [(t.text, t.lang, t.status.value, t.forbidden) for t in concept.terms] == [
        ("양해각서", "ko", "preferred", False),
        ("memorandum of understanding", "en-GB", "preferred", False),
        ("MOU", "en-GB", "admitted", False),
        ("memorandum", "en-GB", "admitted", False),
        ("agreement", "en-GB", "deprecated", True),
    ]
    assert (concept.id, concept.note, concept.origin) == ("g:2", '"agreement" only here', "g.tsv")
    assert [t.lang for t in load(path)[0].terms] == ["ko", "und", "und", "und", "und"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_one_column_a_language(tmp_path: Path, newline: str) -> None:
    rows = [
        "concept,zh,EN_us,en-US:forbidden,related,weighty,note,severity,uncertain,reference",
        '联,联合公报,"joint communiqué; communiqué, joint",joint ad,b; c,yes,"n\n2",Major,no,Gazette',
        "",
    ]
    (concept,) = load(written(tmp_path, "c.csv", newline.join(rows)))
    assert (concept.id, concept.weighty, concept.related, concept.note) == ("联", True, ("b", "c"), "n 2")
    assert (concept.severity, concept.uncertain, concept.source) == (Severity.MAJOR, False, "Gazette")
    assert [(t.text, t.lang, t.status.value) for t in concept.in_language("en")] == [
        ("joint communiqué", "en-US", "preferred"),
        ("communiqué, joint", "en-US", "admitted"),
        ("joint ad", "en-US", "deprecated"),
    ]


def test_what_is_said_of_single_terms(tmp_path: Path) -> None:
    header = "concept\ten\ten:admitted\ten:superseded\tko:allowed\tdefinition\tsource\n"
    row = (
        "a\tAI [case, pos: noun, type: acronym]",
        "(the |)talk* [match: pattern, outlet: A\\, B, not if: small talk]",
        "old [note: until 1990, source: p. 3]",
        "[sic] talk; Korea \\[South\\]; talks [forbidden]",
        "word\tBook\n",
    )
    (concept,) = load(written(tmp_path, "c.tsv", header + "\t".join(row)))
    assert (concept.definition, concept.source) == ("word", "Book")
    assert concept.terms == (
        Term("AI", "en", TermStatus.PREFERRED, True, part_of_speech="noun", type="acronym"),
        Term("(the |)talk*", "en", outlets=("A, B",), match=MatchRule.PATTERN, not_if=("small talk",)),
        Term("old", "en", TermStatus.SUPERSEDED, note="until 1990", source="p. 3"),
        Term("[sic] talk", "ko"),
        Term("Korea [South]", "ko"),
        Term("talks", "ko", forbidden=True),
    )


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "word,preferred\nx,y\n", "line 1: the first column is 'word'; expected 'source' or 'concept'"),
        ("a.csv", "source,preferd\nx,y\n", "line 1: no column 'preferred'"),
        (
            "a.csv",
            "source,preferred,forbiden\nx,y,z\n",
            "line 1, field 'forbiden': not a column of a term base; did",
        ),
        ("a.csv", "source,preferred,preferred\nx,y,z\n", "line 1, field 'preferred': twice"),
        ("a.csv", "source,preferred:english\nx,y\n", "line 1, field 'preferred:english': not a column"),
        ("a.csv", "concept,en:good\nx,y\n", "line 1, field 'en:good': not a column"),
        ("a.csv", "source,preferred,note\n,,y\n", "line 2: no term in any column of terms; add one or take"),
        ("a.csv", "source,preferred\nx,y,z\n", "line 2: 3 fields"),
        ("a.csv", "concept,en,weighty\nx,y,perhaps\n", "line 2, field 'weighty': 'perhaps'; expected yes or no"),
        (
            "a.csv",
            "concept,en,severity\n\nx,y,huge\n",
            "line 3, field 'severity': 'huge' is not a severity; expected",
        ),
        ("a.csv", "concept,en\nx,\n", "line 2: no term"),
        ("a.csv", 'concept,en\nx,"y\n z"\n,"y\n', "line 4: not a table"),
        ("a.csv", f"concept,en\nx,{'y' * 140_000}\n", "line 2: not a table (field larger than field limit"),
        ("a.csv", "concept,en\nx,y [cas]\n", "line 2, field 'en': 'cas' in brackets is no mark; known: case, "),
        ("a.csv", "concept,en\nx,y [match: near]\n", "line 2, field 'en': 'near' is not a match rule"),
        ("a.csv", "concept,en\nx,y [note:]\n", "line 2, field 'en': mark 'note:' says nothing"),
        ("a.csv", "concept,en\nx,(y [match: pattern]\n", "line 2, field 'en', term: the pattern '(y'"),
        ("a.csv", "source,preferred\nx,y [not if: ...]\n", "line 2, field 'preferred', not if: the pattern '...'"),
        ("a.csv", "  \n", "empty"),
        ("a.tsv", "source\tpreferred\n", "a header and no concept"),
        ("a.tsv", "source\tpreferred\tcolour\n同盟\talliance\tred\n", "known: source, preferred"),
    ],
)
def test_broken_tables_say_where(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(FormatError, match=re.escape(message)) as caught:
        load(written(tmp_path, name, text))
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


def test_a_row_without_a_rendering_is_read_and_said(tmp_path: Path) -> None:
    path = written(tmp_path, "g.tsv", "source\tpreferred\n同盟\talliance\n政策\t\n关系\t\n")
    with pytest.warns(UserWarning, match=r"^g.tsv, line 3, field 'preferred': no rendering of '政策', .* 1 more$"):
        assert [len(c.terms) for c in load(path)] == [2, 1, 1]


def test_a_row_without_a_source_is_read_and_said(tmp_path: Path) -> None:
    path = written(tmp_path, "g.tsv", "source\tpreferred\tforbidden\n\talliance\tpact\n政策\tpolicy\t\n\tties\t\n")
    with pytest.warns(
        UserWarning, match=r"^g.tsv, line 2, field 'source': empty beside 'alliance', .*; so are 1 more$"
    ):
        concepts = load(path, version_lang="en")
    assert [[t.text for t in c.terms] for c in concepts] == [["alliance", "pact"], ["政策", "policy"], ["ties"]]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read(path).fields == (("preferred", "forbidden"), ("source", "preferred"), ("preferred",))
    path = written(tmp_path, "g.tsv", "source\tpreferred\n\talliance\n政策\t\n")
    with pytest.warns(UserWarning, match="field '") as caught:
        load(path)
    assert [str(w.message).partition(":")[0] for w in caught] == [
        "g.tsv, line 2, field 'source'",
        "g.tsv, line 3, field 'preferred'",
    ]


def test_lines_are_those_of_the_file(tmp_path: Path) -> None:
    path = written(tmp_path, "c.csv", '\ufeffconcept;en;note\na;x;"two\nlines"\n\nb;y;\n')
    assert read(path).lines == (2, 5)


def alike(concepts: list[Concept]) -> list[object]:
    """Concepts whose terms are in no order between languages and statuses."""
    return [dataclasses.replace(c, terms=(), origin=None) for c in concepts] + [
        {(t.lang, t.status, t.forbidden): [o for o in c.terms if (o.lang, o.status, o.forbidden) ==
         (t.lang, t.status, t.forbidden)] for t in c.terms} for c in concepts
    ]  # fmt: skip


@pytest.mark.parametrize("kind", [Kind.CSV, Kind.TSV, Kind.XLSX])
@settings(deadline=None, max_examples=60)
@given(BASES)
def test_everything_reads_back(kind: Kind, concepts: list[Concept]) -> None:
    data, left_out = saving.packed(concepts, kind, "t")
    assert left_out == []
    if kind is Kind.XLSX:
        rows = sheet.rows(data, "r")
    else:
        rows = table.rows(data.decode(), "\t" if kind is Kind.TSV else None, "r")
    assert alike([c for c, *_ in columns.concepts(rows, "r")]) == alike(concepts)


@settings(deadline=None, max_examples=60)
@given(BASES)
def test_a_glossary_reads_back_what_it_holds(concepts: list[Concept]) -> None:
    rows, _ = table_writer.glossary(concepts, "ko", "en-GB")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        numbered = list(enumerate(rows, 1))
        found = [c for c, *_ in columns.concepts(numbered, "r", ["ko"], ["en-GB"])] if len(rows) > 1 else []
    held = [c for c in concepts if c.in_language("ko") and c.in_language("en")]
    kept = [dataclasses.replace(c, terms=(*c.in_language("ko"), *c.in_language("en"))) for c in held]
    said = [{(t.text, t.status, t.forbidden, t.note, t.match, t.not_if) for t in c.terms} for c in kept]
    assert [{(t.text, t.status, t.forbidden, t.note, t.match, t.not_if) for t in c.terms} for c in found] == said
    assert [(c.id, c.note, c.related) for c in found] == [(c.id, c.note, c.related) for c in kept]


BASE = (
    Concept("a", (Term("동맹", "ko", TermStatus.PREFERRED), Term("alliance", "en", TermStatus.PREFERRED),
                  Term("league", "en-GB", TermStatus.DEPRECATED), Term("同盟", "zh"))),
    Concept("b", (Term("정책", "ko", TermStatus.PREFERRED), Term("政策", "zh"))),
    Concept("c", (Term("x", "en"), Term("관계", "ko"), Term("사이", "ko", TermStatus.PREFERRED))),
)  # fmt: skip


def test_a_glossary_says_what_it_does_not_hold(tmp_path: Path) -> None:
    said = (
        "g.tsv: not written: concepts without a term in en: 1; terms in zh: 1; the tags en-GB, taken for ko and en"
    )
    with pytest.warns(UserWarning, match=f"^{re.escape(said)}$"):
        write(BASE, tmp_path / "g.tsv", from_lang="KO", into_lang="en")
    assert (tmp_path / "g.tsv").read_text() == (
        "source\tpreferred\tallowed\tforbidden\tnote\tconcept\n"
        "동맹\talliance\t\tleague [deprecated]\t\ta\n"
        "관계 [admitted]; 사이 [preferred]\t\tx\t\t\tc\n"
    )


def test_columns_are_those_needed(tmp_path: Path) -> None:
    write(BASE, tmp_path / "g.csv")
    assert (tmp_path / "g.csv").read_text() == (
        "concept,ko,ko:admitted,en,en:admitted,en-GB:deprecated,zh:admitted\n"
        "a,동맹,,alliance,,league,同盟\nb,정책,,,,,政策\nc,사이,관계,,x,,\n"
    )
    several = (Concept("a", (Term("x", "en", TermStatus.PREFERRED), Term("y", "en", TermStatus.PREFERRED))),)
    write(several, tmp_path / "g.csv")
    assert (tmp_path / "g.csv").read_text() == "concept,en:preferred\na,x; y\n"


def test_hostile_cells_take_no_time(tmp_path: Path) -> None:
    for cell in (
        "[" * 60_000,
        "\\" * 60_000,
        "[a" * 30_000,
        "x [" + "\\," * 30_000,
        "x [note: " + "[a]" * 20_000 + "]",
    ):
        (concept,) = load(written(tmp_path, "c.tsv", f"concept\ten\na\t{cell}\n"))
        assert concept.terms


@settings(deadline=None)
@given(st.sampled_from(["source,preferred,note", "concept,en,ko:forbidden,weighty", ""]), st.text(max_size=60))
def test_any_table_is_read_or_refused(header: str, rest: str) -> None:
    found: list[columns.Entry] = []
    message = "a.csv"
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        try:
            found = columns.concepts(table.rows(f"{header}\n{rest}", None, "a.csv"), "a.csv")
        except FormatError as error:
            message = str(error)
    assert message.startswith("a.csv")
    assert "\n" not in message
    assert all(len(concept.terms) == len(names) > 0 for concept, _, names in found)
