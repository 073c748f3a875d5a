from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from made_reports import alignment, document, report

from aligner.formats.tmx import Tmx, Written
from aligner.model import AlignedPair, Alignment, Bead, Block, Document, Role, Segment, Span
from aligner.model.alignment import aligned_pairs

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def written(base: Document, version: Document, *beads: Bead, tmx: Tmx | None = None) -> Written:
    links = Alignment(base.id, version.id, beads, "by-hand", True) if beads else alignment(base, version)
    return (tmx or Tmx()).written(links, base, version, aligned_pairs(links, base, version))


def parsed(file: Written) -> etree._Element:
    return etree.fromstring(file.data, PARSER)


def memory(
    base_lines: Sequence[str], version_lines: Sequence[str], base: str = "zh-Hans", version: str = "en"
) -> Written:
    return written(document("b", base, base_lines), document("v", version, version_lines))


def segments(root: etree._Element) -> list[tuple[str, ...]]:
    return [tuple(s.text or "" for s in unit.iter("seg")) for unit in root.iter("tu")]


def test_version_and_header() -> None:
    root = parsed(memory(["甲"], ["A"]))
    assert (root.tag, {str(k): v for k, v in root.attrib.items()}) == ("tmx", {"version": "1.4"})
    header = root.find("header")
    assert header is not None
    assert {str(k): v for k, v in header.attrib.items()} == {
        "creationtool": "aligner", "creationtoolversion": "0.1.0", "segtype": "sentence", "o-tmf": "aligner",
        "adminlang": "en", "srclang": "zh-CN", "datatype": "plaintext",
    }  # fmt: skip


def test_the_file_depends_on_the_time_only_where_asked() -> None:
    assert memory(["甲"], ["A"]).data == memory(["甲"], ["A"]).data
    for moment in (
        datetime.datetime(2026, 1, 3, 4, 5, 6),
        datetime.datetime(2026, 1, 3, 12, 5, 6, tzinfo=datetime.timezone(datetime.timedelta(hours=8))),
    ):
        file = written(document("b", "ko", ["가"]), document("v", "en", ["A"]), tmx=Tmx(creationdate=moment))
        header = parsed(file).find("header")
        assert header is not None
        assert header.get("creationdate") == "20260103T040506Z"


def test_notes_and_props_come_first_and_no_other_attributes() -> None:
    root = etree.fromstring(Tmx().write(*_of_report()), PARSER)
    allowed = {"tu": set(), "tuv": {XML_LANG}, "seg": set(), "prop": {"type"}, "note": set(), "body": set()}
    for element in root.iter("tu", "tuv", "seg", "prop", "note", "body"):
        assert set(element.attrib) == allowed[str(element.tag)]
    for unit in root.iter("tu"):
        tags = [str(e.tag) for e in unit]
        assert tags == sorted(tags)  # prop before tuv
        assert tags.count("tuv") == 2
        for variant in unit.iter("tuv"):
            assert [e.tag for e in variant][-1] == "seg"
    assert all((p.get("type") or "").startswith("x-") for p in root.iter("prop"))


def _of_report() -> tuple[Alignment, Document, Document, tuple[AlignedPair, ...]]:
    given_report = report(1)
    pairs = aligned_pairs(given_report.alignments[0], *given_report.documents)
    return given_report.alignments[0], given_report.base, given_report.versions[0], pairs


def test_props_tell_where_a_unit_is_from() -> None:
    base = replace(document("b", "zh-Hant", ["甲", "乙"], title=False), outlet="日報")
    spoken = replace(base.segments[0], speaker="Lee & Co")
    base = replace(base, segments=(spoken, base.segments[1]))
    version = document("v", "en", ["A"], title=False)
    root = parsed(written(base, version, Bead((0, 1), (0,), 0.9375)))
    first, second = ({p.get("type"): p.text for p in e.iter("prop")} for e in root.iter("tuv"))
    assert first == {"x-document": "b", "x-lang": "zh-Hant", "x-outlet": "日報"}
    assert second == {"x-document": "v", "x-lang": "en"}
    unit = next(root.iter("tu"))
    assert {p.get("type"): p.text for p in unit.findall("prop")} == {
        "x-bead": "[0, 1]:[0]", "x-confidence": "0.938",
    }  # fmt: skip
    alone = parsed(written(replace(base, segments=(spoken,), blocks=base.blocks), version, Bead((0,), (0,))))
    props = [(p.get("type"), p.text) for p in alone.iter("prop")]
    assert ("x-speaker", "Lee & Co") in props
    assert "x-confidence" not in dict(props)


@pytest.mark.parametrize(
    ("base", "version", "expected"),
    [
        ("zh-Hans", "en", ("zh-CN", "en-US")),
        ("zh-Hant", "en", ("zh-TW", "en-US")),
        ("zh", "ko", ("zh-CN", "ko-KR")),
        ("zh-Hant-HK", "en-GB", ("zh-HK", "en-GB")),
        ("zh_CN", "EN_us", ("zh-CN", "en-US")),
        ("en", "en", ("en-US", "en-GB")),
        ("en-GB", "en", ("en-GB", "en-US")),
        ("en", "en-US", ("en-US", "en-GB")),
        ("en-AU", "en-CA", ("en-AU", "en-CA")),
        ("zh-Hans", "zh-Hans", ("zh-CN", "zh-SG")),
        ("zh-Hant", "zh-Hant", ("zh-TW", "zh-HK")),
        ("zh-Hans", "zh-Hant", ("zh-CN", "zh-TW")),
        ("ko", "ko", ("ko-KR", "ko-KP")),
        ("eo", "en", ("eo", "en-US")),
        ("eo", "eo", ("eo-US", "eo-GB")),
        ("de-x-US", "fr", ("de-DE", "fr-FR")),
    ],
)
def test_languages_have_regions(base: str, version: str, expected: tuple[str, str]) -> None:
    root = parsed(memory(["x"], ["y"], base, version))
    assert tuple(v.get(XML_LANG) for v in root.iter("tuv")) == expected
    header = root.find("header")
    assert header is not None
    assert header.get("srclang") == expected[0]


def test_line_breaks_and_illegal_characters() -> None:
    breaks = "a\nb\r\nc\u2028d\u2029e\x85f\x0bg\x0ch\x1ci"
    file = memory([breaks], ["\x00x\x1by\ud800z\uffff\ufffe"])
    assert segments(parsed(file)) == [("a b c d e f g h i", "xyz")]
    assert "line breaks inside segments became spaces: 8" in file.warnings
    assert "characters that XML does not allow were removed: 5" in file.warnings


def test_every_loss_is_said_in_the_file_too() -> None:
    file = memory(["甲", "乙", "乙", "", "丁"], ["A", "B", "B", "D"])
    assert segments(parsed(file)) == [("甲", "A"), ("乙", "B")]
    assert list(file.warnings) == [
        "passages without a counterpart are not in this memory: 1",
        "units with an empty side were left out: 1",
        "repeated units were left out (the first stays): 1",
    ]
    assert [n.text for n in parsed(file).iter("note")] == list(file.warnings)


def test_a_source_with_two_renderings_keeps_both() -> None:
    assert segments(parsed(memory(["甲", "甲"], ["A", "B"]))) == [("甲", "A"), ("甲", "B")]


def test_what_becomes_empty_is_left_out() -> None:
    file = memory(["\x00\u2028 "], ["A"])
    assert segments(parsed(file)) == []
    assert "units with an empty side were left out: 1" in file.warnings


def test_merged_sentences_read_as_in_print() -> None:
    text = "甲。乙。 丙。"
    spans = (Span(0, 2), Span(2, 4), Span(5, 7))
    base = Document(
        "b", "zh-Hans", (Block(Role.BODY, text), Block(Role.BODY, "丁。")),
        (*(Segment(n, s.of(text), s, 0) for n, s in enumerate(spans)), Segment(3, "丁。", Span(0, 2), 1)),
    )  # fmt: skip
    version = document("v", "en", ["One.", "Two."], title=False)
    assert segments(parsed(written(base, version, Bead((0, 1, 2, 3), (0, 1))))) == [
        ("甲。乙。 丙。丁。", "One. Two.")
    ]


def test_markup_in_texts_stays_text() -> None:
    hostile = "<seg>&amp;]]></seg><!-- \"'"
    base = replace(document("b", "zh", [hostile]), outlet="<x>")
    root = parsed(written(base, document("v", "en", [hostile])))
    assert segments(root) == [(hostile, hostile)]
    assert len(list(root.iter("seg"))) == 2


@pytest.mark.parametrize("versions", [0, 1, 2, 5])
def test_one_file_a_version(versions: int) -> None:
    given_report = report(versions)
    for links, version in zip(given_report.alignments, given_report.versions, strict=True):
        pairs = aligned_pairs(links, given_report.base, version)
        root = etree.fromstring(Tmx().write(links, given_report.base, version, pairs), PARSER)
        assert len(segments(root)) == sum(b.paired for b in links.beads)


def test_nothing_paired() -> None:
    root = parsed(written(document("b", "zh", ["甲"]), document("v", "en", [])))
    assert segments(root) == []
    assert root.find("body") is not None


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(), max_size=4), st.lists(st.text(), max_size=4))
def test_any_text_makes_a_sound_file(base: list[str], version: list[str]) -> None:
    first, second = document("b", "zh-Hans", base), document("v", "zh-Hant", version)
    file = written(first, second)
    units = segments(parsed(file))
    assert len(set(units)) == len(units)
    for unit in units:
        for text in unit:
            assert text
            assert len(text.splitlines()) == 1


def test_valid_by_the_published_definition(root: Path) -> None:
    definition = root.parent / "shared" / "tools" / "tmx14.dtd"
    if not definition.is_file():
        pytest.skip("no tmx14.dtd: ../shared/tools is absent")
    dtd = etree.DTD(str(definition))
    moment = datetime.datetime(2026, 1, 3)
    for tmx in (Tmx(), Tmx(creationdate=moment)):
        assert dtd.validate(etree.fromstring(tmx.write(*_of_report()), PARSER)), dtd.error_log
    assert dtd.validate(parsed(memory([], [])))
