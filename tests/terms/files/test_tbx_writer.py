"""TBX written: reads back the same, and is laid out as the published rules of TBX-Basic ask."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree
from made_terms import BASES

from aligner.errors import FormatError
from aligner.model import Concept, MatchRule, Severity, Term, TermStatus
from aligner.terms import bundled
from aligner.terms.files import tbx, tbx_writer
from aligner.terms.files.tbx_names import CORE, MODULES, Style

STYLES = pytest.mark.parametrize("style", list(Style), ids=lambda s: s.value)
FULL = Concept(
    "a b", subject="law", definition="A pact.", note="n", related=("law", "nowhere"), weighty=True, uncertain=True,
    severity=Severity.MINOR, source="Treaties", terms=(
        Term("treaty", "en", TermStatus.PREFERRED, True, ("House",), "t", False, MatchRule.PREFIX, ("no treaty",),
             ("signed",), "properNoun", "synonym", "p. 3"),
        Term("条约", "zh", TermStatus.DEPRECATED, forbidden=True),
        Term("pact", "en", TermStatus.SUPERSEDED, type="shortForm", part_of_speech="noun"),
    ),
)  # fmt: skip
OTHER = Concept("law", (Term("law", "en"),), related=("a b", "law"))


@settings(deadline=None, max_examples=60)
@given(BASES)
@STYLES
def test_everything_reads_back(style: Style, concepts: list[Concept]) -> None:
    text = tbx_writer.write(concepts, title="<t>", style=style)
    assert list(tbx.read(text.encode(), "r")) == concepts
    check_structure(text, style)


@STYLES
def test_the_bundled_base_reads_back(style: Style) -> None:
    concepts = bundled()
    text = tbx_writer.write(concepts, title="t", style=style)
    assert tbx.read(text.encode(), concepts[0].origin or "") == concepts
    check_structure(text, style)


@STYLES
def test_a_language_is_written_once_and_ids_are_names(style: Style) -> None:
    concepts = (FULL, OTHER, dataclasses.replace(OTHER, related=()))
    text = tbx_writer.write(concepts, title="t", style=style)
    check_structure(text, style)
    assert len(re.findall(r'xml:lang="en"', text)) == 4  # the root, and each concept
    first, *others = tbx.read(text.encode(), "r")
    assert [t.text for t in first.terms] == ["treaty", "pact", "条约"]
    assert [c.id for c in (first, *others)] == ["a b", "law", "law"]
    assert (first.related, others[0].related) == (("law", "nowhere"), ("a b", "law"))


def test_elements_by_style() -> None:
    text = {style: tbx_writer.write([FULL, OTHER], title="t", style=style) for style in Style}
    assert '<termNote type="partOfSpeech">properNoun</termNote>' in text[Style.MARTIF]
    assert '<termNote type="partOfSpeech">noun</termNote>' in text[Style.DCA]  # version 3 has no properNoun
    assert "<basic:projectSubset>part-of-speech:properNoun</basic:projectSubset>" in text[Style.DCT]
    assert '<admin type="projectSubset">term-type:synonym</admin>' in text[Style.DCA]
    assert "<min:customerSubset>House</min:customerSubset>" in text[Style.DCT]
    assert '<ref type="crossReference" target="law"/>' in text[Style.MARTIF]
    assert '<admin type="projectSubset">related:nowhere</admin>' in text[Style.MARTIF]
    assert '<basic:crossReference target="entry-1"/>' in text[Style.DCT]


@pytest.mark.parametrize(
    ("concept", "message"),
    [
        (Concept("x", ()), "concept 'x': cannot be written as TBX: it has no term"),
        (Concept("x", (Term("a\x07b", "en"),)), "no character U+0007"),
        (Concept("x", (Term("a", "en"),), note="\ud800"), "no character U+D800"),
        (Concept("x", (Term("a", "en", part_of_speech="Nomen"),)), "part of speech 'Nomen'; expected noun"),
    ],
)
def test_what_cannot_be_written_is_said(concept: Concept, message: str) -> None:
    with pytest.raises(FormatError, match=re.escape(message)):
        tbx_writer.write([concept], title="t")


@STYLES
@pytest.mark.parametrize(
    ("pattern", "replacement"),
    [
        (r"(<term>[^<]*</term>)(<[^>]*>[^<]*</[^>]*>)", r"\2\1"),  # a note before its term
        ("preferredTerm-admn-sts", "preferred"),
        (">noun<", ">Noun<"),
        ("projectSubset", "myOwnCategory"),
        (r'id="law"', 'id="1 law"'),
        (r'target="[^"]*"', 'target="gone"'),
    ],
)
def test_the_structure_test_can_fail(style: Style, pattern: str, replacement: str) -> None:
    text = tbx_writer.write([FULL, OTHER], title="t", style=style)
    if style is Style.MARTIF and pattern in ("preferredTerm-admn-sts", ">noun<"):
        return  # a DTD knows no picklists of content
    with pytest.raises(AssertionError):
        check_structure(re.sub(pattern, replacement, text), style)


def check_structure(text: str, style: Style) -> None:
    """Hold a file against the grammar and the level rules of its version."""
    document = etree.fromstring(text.encode())
    if style is Style.MARTIF:
        dtd = etree.DTD(str(Path(__file__).with_name("tbx_basic_v2.dtd")))
        assert dtd.validate(document), dtd.error_log
    else:
        grammar = etree.RelaxNG(file=str(Path(__file__).with_name(f"tbx_basic_{style.value}.rng")))
        assert grammar.validate(document), grammar.error_log
    ids = [i for e in document.iter() if (i := e.get("id"))]
    assert len(ids) == len(set(ids))
    assert {t for e in document.iter() if (t := e.get("target"))} <= set(ids)
    sections = "langSet" if style is Style.MARTIF else "langSec"
    for entry in document.iter("{*}conceptEntry", "termEntry"):
        tags = [s.get("{http://www.w3.org/XML/1998/namespace}lang") for s in entry.iter(f"{{*}}{sections}")]
        assert len(tags) == len(set(tags))
    spaces = {e.tag.rpartition("}")[0].removeprefix("{") for e in document.iter() if isinstance(e.tag, str)}
    assert spaces <= {Style.DCA: {CORE}, Style.DCT: {CORE, *MODULES.values()}, Style.MARTIF: {""}}[style]
