"""TBX read: both versions, all styles, what tools write, and what is refused."""

from __future__ import annotations

import io
import re
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.errors import FormatError
from aligner.model import Concept, MatchRule, Severity, Term, TermStatus
from aligner.terms.files import tbx

HEAD = '<tbx type="TBX-Basic" style="dca" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>'
TAIL = "</body></text></tbx>"

STYLES = {
    "dca": """<tbx type="TBX-Basic" style="dca" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
      <conceptEntry id="c"><descrip type="subjectField">law</descrip>
      <descripGrp><descrip type="definition">A pact.</descrip><admin type="source">Treaties, 3</admin></descripGrp>
      <note>n</note><ref type="crossReference" target="d"/><admin type="projectSubset">weighty</admin>
      <admin type="projectSubset">severity:critical</admin>
      <langSec xml:lang="en"><termSec><term>treaty</term>
      <termNoteGrp><termNote type="partOfSpeech">noun</termNote></termNoteGrp>
      <termNote type="termType">fullForm</termNote>
      <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
      <admin type="projectSubset">match:stem</admin><admin type="projectSubset">not-if:peace treat*</admin>
      <admin type="customerSubset">The Outlet</admin><note>t</note></termSec></langSec>
      </conceptEntry></body></text></tbx>""",
    "dct": """<tbx type="TBX-Basic" style="dct" xmlns="urn:iso:std:iso:30042:ed-2"
      xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
      <conceptEntry id="c"><min:subjectField>law</min:subjectField>
      <descripGrp><basic:definition>A pact.</basic:definition><basic:source>Treaties, 3</basic:source></descripGrp>
      <note>n</note><basic:crossReference target="d"/><basic:projectSubset>weighty</basic:projectSubset>
      <basic:projectSubset>severity:critical</basic:projectSubset>
      <langSec xml:lang="en"><termSec><term>treaty</term>
      <min:partOfSpeech>noun</min:partOfSpeech><basic:termType>fullForm</basic:termType>
      <min:administrativeStatus>deprecatedTerm-admn-sts</min:administrativeStatus>
      <basic:projectSubset>match:stem</basic:projectSubset>
      <basic:projectSubset>not-if:peace treat*</basic:projectSubset>
      <min:customerSubset>The Outlet</min:customerSubset><note>t</note></termSec></langSec>
      </conceptEntry></body></text></tbx>""",
    "martif": """<?xml version='1.0'?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
      <martif type="TBX-Basic" xml:lang="en"><martifHeader/><text><body>
      <termEntry id="c"><descripGrp><descrip type="subjectField">law</descrip></descripGrp>
      <descrip type="definition">A pact.</descrip><admin type="source">Treaties, 3</admin><note>n</note>
      <ref type="crossReference" target="d">see</ref><admin type="projectSubset">weighty</admin>
      <admin type="projectSubset">severity:critical</admin>
      <langSet lang="en"><ntig><termGrp><term>treaty</term>
      <termNote type="partOfSpeech">Noun</termNote><termNote type="termType">fullForm</termNote>
      <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></termGrp>
      <admin type="projectSubset">match:stem</admin><admin type="projectSubset">not-if:peace treat*</admin>
      <admin type="customerSubset">The Outlet</admin><note>t</note></ntig></langSet>
      </termEntry></body></text></martif>""",
}


@pytest.mark.parametrize("style", sorted(STYLES))
def test_styles_say_the_same(style: str) -> None:
    term = Term(
        "treaty", "en", TermStatus.DEPRECATED, outlets=("The Outlet",), note="t", match=MatchRule.STEM,
        not_if=("peace treat*",), part_of_speech="noun", type="fullForm",
    )  # fmt: skip
    concept = Concept(
        "c", (term,), subject="law", definition="A pact.", note="n", related=("d",), weighty=True,
        severity=Severity.CRITICAL, source="Treaties, 3", origin="f.tbx",
    )  # fmt: skip
    assert tbx.read(STYLES[style].encode(), "folder/f.tbx") == (concept,)


@pytest.mark.parametrize(
    ("written", "status", "forbidden"),
    [
        ("preferredTerm-admn-sts", "preferred", False),
        ("Preferred", "preferred", False),
        ("preferred term", "preferred", False),
        ("standardizedTerm-admn-sts", "preferred", False),
        ("regulatedTerm-admn-sts", "admitted", False),
        ("deprecatedtermadmnsts", "deprecated", False),
        ("forbidden", "deprecated", True),
        ("obsolete", "superseded", False),
    ],
)
def test_statuses_as_tools_write_them(written: str, status: str, forbidden: bool) -> None:
    text = f"""{HEAD}<conceptEntry id="a"><langSec xml:lang="EN_us"><termSec><term>x</term>
      <termNote type="administrativeStatus">{written}</termNote></termSec></langSec></conceptEntry>{TAIL}"""
    (term,) = tbx.read(text.encode(), "f.tbx")[0].terms
    assert (term.status.value, term.forbidden, term.lang) == (status, forbidden, "en-US")


def test_what_tools_write() -> None:
    """A memory of forms seen: definitions and notes of a language, a description without a type, markup in texts,
    an outlet for a whole entry, line breaks for layout, no id, remarks."""
    text = f"""{HEAD}<!-- <conceptEntry/> --><conceptEntry><admin type="customerSubset">House</admin>
      <langSec xml:lang="eng"><note>of the language</note><descripGrp><descrip>What
         it <hi type="bold">is</hi></descrip></descripGrp>
        <termSec><term>one</term><note from="translator">first</note><note>second</note></termSec>
        <termSec><term>two</term><admin type="customerSubset">Own</admin></termSec></langSec>
      </conceptEntry>{TAIL}"""
    (concept,) = tbx.read(text.encode("utf-16"), "my base.tbx")
    assert (concept.id, concept.definition, concept.note) == ("my base:1", "What it is", "of the language")
    assert [(t.lang, t.note, t.outlets) for t in concept.terms] == [
        ("en", "first second", ("House",)),
        ("en", None, ("Own",)),
    ]


def test_what_is_not_read_is_counted_in_one_line() -> None:
    entry = """<conceptEntry id="a{0}"><transacGrp><transac type="transactionType">origination</transac>
      <date>2020-01-01</date></transacGrp><admin type="projectSubset">Project X</admin>
      <langSec xml:lang="en"><termSec><term>x{0}</term><termNote type="grammaticalGender">other</termNote>
      <descrip type="context">An x{0}.</descrip></termSec></langSec></conceptEntry>"""
    text = HEAD + entry.format(1) + entry.format(2) + TAIL
    with pytest.warns(UserWarning, match="not read") as caught:
        tbx.read(text.encode(), "somewhere/f.tbx")
    assert [str(w.message) for w in caught] == [
        "f.tbx: 5 kinds of entry are not read: context (2), date (2), grammaticalGender (2), projectSubset (2), "
        "transactionType (2)"
    ]


def test_nothing_is_said_where_all_is_read() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        tbx.read(STYLES["dca"].encode(), "f.tbx")


def entry(inner: str) -> str:
    return f"{HEAD}\n<conceptEntry id='q'>\n{inner}\n</conceptEntry>{TAIL}"


def term(inner: str) -> str:
    return entry(f"<langSec xml:lang='en'>\n<termSec><term>x</term>{inner}</termSec></langSec>")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("<tbx", "not well-formed"),
        (term("")[:-40], "line 4: not well-formed XML (expected"),
        (term("<note>&nbsp;</note>"), "line 4: not well-formed XML (Entity 'nbsp' not defined)"),
        (term("").replace("xmlns", "\x00xmlns"), "not well-formed"),
        ("<html/>", "line 1: root is <html>"),
        ("<tbx><text/></tbx>", "no concept entry"),
        (entry(""), "line 2, concept 'q', field term: the concept has none"),
        (entry("<langSec/>"), "line 3, concept 'q', field xml:lang: missing"),
        (entry("<langSec xml:lang='English'/>"), "field xml:lang: 'English' is no language tag"),
        (entry("<langSec xml:lang='en'>\n<termSec><term/></termSec></langSec>"), "line 4, concept 'q', field term"),
        (
            term("<termNote type='administrativeStatus'>good</termNote>"),
            "line 4, concept 'q', field administrativeStatus: 'good' is not a status; expected preferred, ",
        ),
        (
            term("<termNote type='partOfSpeech'>Nomen</termNote>"),
            "field partOfSpeech: 'Nomen' is not a part of speech; expected noun, verb, ",
        ),
        (term("<termNote type='termType'>short</termNote>"), "field termType: 'short' is not a term type; "),
        (term("<admin type='projectSubset'>match:near</admin>"), "field projectSubset: 'near' is not a match rule"),
        (entry("<admin type='projectSubset'>severity:huge</admin><langSec xml:lang='en'><termSec><term>x</term>"
               "</termSec></langSec>"), "line 3, concept 'q', field projectSubset: 'huge' is not a severity"),
        (term("<admin type='projectSubset'>not-if:(a</admin>"), "concept 'q', field not if: the pattern '(a'"),
        (term("<admin type='projectSubset'>match:pattern</admin><note>x</note>").replace(">x<", ">*<"),
         "concept 'q', field term: the pattern '*'"),
    ],
)  # fmt: skip
def test_errors_say_file_line_and_field(text: str, message: str) -> None:
    with pytest.raises(FormatError, match=re.escape(message)) as caught:
        tbx.read(text.encode(), "a.tbx")
    assert str(caught.value).startswith("a.tbx")
    assert "\n" not in str(caught.value)


BOMB = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


@pytest.mark.parametrize(
    "declared",
    [
        "<!ENTITY a 'b'>",
        "<!ENTITY x SYSTEM 'file:///etc/passwd'>",
        "<!ENTITY % p SYSTEM 'http://127.0.0.1:1/x.dtd'>",
        f"<!ENTITY l0 'lol'>{BOMB}",
    ],
)
def test_entities_are_refused(declared: str) -> None:
    name = "l9" if "l9" in declared else declared.split()[1]
    text = f"<!DOCTYPE tbx [{declared}]>{entry(f'<note>&{name};</note>' if name != '%' else '')}"
    with pytest.raises(FormatError, match=r"declares XML entities|Maximum entity amplification"):
        tbx.read(text.encode(), "a.tbx")


@pytest.mark.parametrize(
    "named",
    ['SYSTEM "file:///none.dtd"', 'PUBLIC "ISO 12200:1999A//DTD MARTIF core (DXFcdV04)//EN" "TBXcdv04.dtd"'],
)
def test_a_dtd_is_never_loaded(named: str) -> None:
    assert len(tbx.read(f"<!DOCTYPE tbx {named}>{term('')}".encode(), "a.tbx")) == 1


def test_entries_are_let_go_once_they_are_read() -> None:
    text = HEAD + term("").partition("<body>")[2].removesuffix(TAIL) * 3_000 + TAIL
    kept = [len(entry.getparent()) for entry in tbx._entries(io.BytesIO(text.encode()), "a.tbx")]  # type: ignore[arg-type]
    assert len(kept) == 3_000
    assert max(kept) < 1_000  # those of the block that the parser is at


@settings(deadline=None)
@given(st.sampled_from(sorted(STYLES)), st.integers(0, 1400), st.integers(0, 30), st.text(max_size=9))
def test_a_damaged_file_is_read_or_refused(style: str, place: int, length: int, put: str) -> None:
    text = STYLES[style]
    damaged = (text[:place] + put + text[place + length :]).encode("utf-8", "replace")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        try:
            found = tbx.read(damaged, "a.tbx")
        except FormatError as error:
            found = ()
            message = str(error)
        else:
            message = "a.tbx"
    assert message.startswith("a.tbx")
    assert "\n" not in message
    assert all(concept.terms for concept in found)


def test_links_lead_to_the_ids_of_concepts() -> None:
    one = entry("<admin type='projectSubset'>id:the first</admin><ref type='crossReference' target='w'/>"
                "<langSec xml:lang='en'><termSec><term>x</term></termSec></langSec>")  # fmt: skip
    two = (
        "<conceptEntry id='w'><ref type='crossReference' target='q'/><langSec xml:lang='en'><termSec><term>y</term>"
    )
    text = one.replace(TAIL, f"{two}</termSec></langSec></conceptEntry>{TAIL}")
    assert [(c.id, c.related) for c in tbx.read(text.encode(), "a.tbx")] == [
        ("the first", ("w",)),
        ("w", ("the first",)),
    ]
