"""Term bases as files: tables, XLSX, TBX; what is wrong with them is said with file, line and field."""

from __future__ import annotations

import builtins
import importlib
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.errors import FormatError, InputError, MissingExtraError
from aligner.model import Concept, Term, TermStatus
from aligner.terms import bundled, load, problems
from aligner.terms.files import tbx, tbx_writer

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
    assert [(t.text, t.lang, t.status.value) for t in concept.terms] == [
        ("양해각서", "ko", "preferred"),
        ("memorandum of understanding", "en-GB", "preferred"),
        ("MOU", "en-GB", "admitted"),
        ("memorandum", "en-GB", "admitted"),
        ("agreement", "en-GB", "deprecated"),
    ]
    assert concept.note == '"agreement" only here'
    assert concept.origin == "g.tsv"
    assert [t.lang for t in load(path)[0].terms] == ["ko", "und", "und", "und", "und"]


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_one_column_a_language(tmp_path: Path, newline: str) -> None:
    rows = [
        "concept,zh,en,en:forbidden,related,weighty,note",
        '联,联合公报,"joint communiqué; communiqué, joint",joint ad,b,yes,n',
        "",
    ]
    (concept,) = load(written(tmp_path, "c.csv", newline.join(rows)))
    assert concept.id == "联"
    assert concept.weighty
    assert concept.related == ("b",)
    assert [(t.text, t.status) for t in concept.in_language("en")] == [
        ("joint communiqué", TermStatus.PREFERRED),
        ("communiqué, joint", TermStatus.ADMITTED),
        ("joint ad", TermStatus.DEPRECATED),
    ]


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("a.csv", "word,preferred\nx,y\n", "line 1: the first column is 'word'"),
        ("a.csv", "source,preferd\nx,y\n", "line 1: no column 'preferred'"),
        ("a.csv", "source,preferred,wrong\nx,y,z\n", "line 1, field 'wrong'"),
        ("a.csv", "source,preferred,preferred\nx,y,z\n", "line 1, field 'preferred': twice"),
        ("a.csv", "source,preferred\n,y\n", "line 2, field 'source'"),
        ("a.csv", "source,preferred\nx,y,z\n", "line 2: 3 fields"),
        ("a.csv", "concept,en,weighty\nx,y,perhaps\n", "line 2, field 'weighty'"),
        ("a.csv", "concept,en\nx,\n", "line 2: no term"),
        ("a.csv", 'source,preferred\n"x,y\n', "line 2: not a table"),
        ("a.csv", "  \n", "empty"),
        ("a.tbx", "<tbx", "not well-formed"),
        ("a.tbx", "<html/>", "root is <html>"),
        ("a.tbx", "<tbx><text/></tbx>", "no concept entry"),
        ("a.tbx", "<tbx><conceptEntry id='q'/></tbx>", "concept q: no term"),
        ("a.tbx", "<tbx><conceptEntry><langSec/></conceptEntry></tbx>", "field xml:lang"),
        (
            "a.tbx",
            "<tbx><conceptEntry><langSec xml:lang='en'>\n<termSec><term/></termSec></langSec></conceptEntry></tbx>",
            "line 2, field term",
        ),
        ("a.tbx", "<!DOCTYPE tbx [<!ENTITY a 'b'>]><tbx>&a;</tbx>", "declares XML entities"),
    ],
)
def test_broken_files_say_where(tmp_path: Path, name: str, text: str, message: str) -> None:
    with pytest.raises(FormatError, match=re.escape(message)) as caught:
        load(written(tmp_path, name, text))
    assert "\n" not in str(caught.value)
    assert name in str(caught.value)


def test_missing_and_foreign_files(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot read the term base"):
        load(tmp_path / "none.csv")
    with pytest.raises(InputError):
        load(tmp_path.with_suffix(".csv") / "x.csv")
    with pytest.raises(FormatError, match="term base format"):
        load(tmp_path / "a.docx")


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    secret = written(tmp_path, "secret.txt", "secret words")
    text = f"<!DOCTYPE tbx [<!ENTITY x SYSTEM 'file://{secret}'>]><tbx><note>&x;</note></tbx>"
    with pytest.raises(FormatError, match="entities"):
        load(written(tmp_path, "x.tbx", text))


def test_xlsx(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl", reason="the extra xlsx is not installed")
    book = openpyxl.Workbook()
    for row in (["source", "preferred", "note"], [None, None, None], ["基准", "benchmark", 7]):
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    (concept,) = load(tmp_path / "t.xlsx", version_lang="en")
    assert concept.note == "7"
    assert concept.terms[1] == Term("benchmark", "en", TermStatus.PREFERRED)
    book.active.append(["", "x"])
    book.save(tmp_path / "t.xlsx")
    with pytest.raises(FormatError, match="line 4, field 'source'"):
        load(tmp_path / "t.xlsx")
    with pytest.raises(FormatError, match="not an XLSX workbook"):
        load(written(tmp_path, "broken.xlsx", "no workbook"))


def test_xlsx_without_its_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str, *rest: Any) -> Any:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", absent)
    with pytest.raises(MissingExtraError, match=r"news-aligner\[xlsx\]"):
        load(written(tmp_path, "t.xlsx", "x"))


STYLES = {
    "dca": """<tbx type="TBX-Basic" style="dca" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
      <conceptEntry id="c"><descrip type="subjectField">law</descrip><note>n</note>
      <ref type="crossReference" target="d"/><admin type="projectSubset">weighty</admin>
      <langSec xml:lang="en"><termSec><term>treaty</term>
      <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
      <admin type="customerSubset">The Outlet</admin><note>t</note></termSec></langSec>
      </conceptEntry></body></text></tbx>""",
    "dct": """<tbx type="TBX-Basic" style="dct" xmlns="urn:iso:std:iso:30042:ed-2"
      xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
      <conceptEntry id="c"><min:subjectField>law</min:subjectField><note>n</note>
      <basic:crossReference target="d"/><basic:projectSubset>weighty</basic:projectSubset>
      <langSec xml:lang="en"><termSec><term>treaty</term>
      <min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus>
      <min:customerSubset>The Outlet</min:customerSubset><note>t</note></termSec></langSec>
      </conceptEntry></body></text></tbx>""",
    "martif": """<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd"><martif type="TBX"><text><body>
      <termEntry id="c"><descripGrp><descrip type="subjectField">law</descrip></descripGrp><note>n</note>
      <ref type="crossReference" target="d">see</ref><admin type="projectSubset">weighty</admin>
      <langSet xml:lang="en"><ntig><termGrp><term>treaty</term>
      <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp>
      <admin type="customerSubset">The Outlet</admin><note>t</note></ntig></langSet>
      </termEntry></body></text></martif>""",
}


@pytest.mark.parametrize("style", sorted(STYLES))
def test_tbx_styles(style: str) -> None:
    term = Term("treaty", "en", TermStatus.DEPRECATED, outlets=("The Outlet",), note="t")
    expected = Concept("c", (term,), subject="law", note="n", related=("d",), weighty=True, origin="f.tbx")
    assert tbx.read(STYLES[style].encode(), "f.tbx") == (expected,)


WORDS = st.text(
    alphabet=st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cn", "Co")), min_size=1, max_size=12
)
TERMS = st.builds(
    Term,
    WORDS,
    st.sampled_from(["zh", "ko", "en-GB"]),
    st.sampled_from(list(TermStatus)),
    st.booleans(),
    st.lists(WORDS, max_size=2).map(tuple),
    st.none() | WORDS,
)
CONCEPTS = st.builds(
    Concept,
    WORDS,
    st.lists(TERMS, min_size=1, max_size=4).map(lambda ts: tuple(sorted(ts, key=lambda t: t.lang))),
    st.none() | WORDS,
    st.none() | WORDS,
    st.none() | WORDS,
    st.lists(WORDS, max_size=2).map(tuple),
    st.booleans(),
    st.just("r.tbx"),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(CONCEPTS, min_size=1, max_size=4))
def test_tbx_round_trip(concepts: list[Concept]) -> None:
    assert list(tbx.read(tbx_writer.write(concepts, title="<t>").encode(), "r.tbx")) == concepts


def test_the_bundled_base_is_sound() -> None:
    concepts = bundled()
    assert len(concepts) >= 60
    shared = [p for p in problems(concepts) if "공동성명" not in p]  # one Korean word for two kinds of document
    assert shared == []
    known = {c.id: c for c in concepts}
    for concept in concepts:
        assert {t.lang for t in concept.terms} == {"zh", "ko", "en"}, concept.id
        assert all(known[r] for r in concept.related)
    rivals = known["one-china-principle"], known["one-china-policy"], known["one-china-position"]
    for one in rivals:
        assert {r.id for r in rivals} - {one.id} == set(one.related)
    assert known["alliance"].weighty
    assert known["joint-communique"].weighty


def test_problems_are_named() -> None:
    one = Concept("a", (Term("joint statement", "en"), Term("Joint-Statement", "en")), related=("nowhere",))
    two = Concept("b", (Term("joint statement", "en"),))
    lines = problems((one, two, two))
    assert [line for line in lines if "defined twice" in line] == ["concept 'b' is defined twice"]
    assert any("'nowhere'" in line for line in lines)
    assert any("'a', 'b'" in line for line in lines)
    assert any("more than once in the concept 'a'" in line for line in lines)
    assert problems((Concept("c", (Term("one", "en"), Term("eins", "de"))),)) == ()


def test_loading_needs_no_heavy_library_for_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def guarded(name: str, *rest: Any, **more: Any) -> Any:
        assert name.partition(".")[0] not in ("openpyxl", "opencc", "ahocorasick_rs"), name
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", guarded)
    assert load(written(tmp_path, "g.tsv", GLOSSARY))


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("source\tpreferred\n", "no concept"),
        ("source\tpreferred\tforbidden\n同盟\talliance\t\n政策\t\t\n", "line 3, field 'preferred'"),
        ("source\tpreferred\tcolour\n同盟\talliance\tred\n", "known: source, preferred"),
    ],
)
def test_a_table_that_says_nothing_is_an_error(tmp_path: Path, table: str, words: str) -> None:
    file = tmp_path / "terms.tsv"
    file.write_text(table, encoding="utf-8")
    with pytest.raises(FormatError) as caught:
        load(file)
    assert words in str(caught.value)
    assert "terms.tsv" in str(caught.value)
