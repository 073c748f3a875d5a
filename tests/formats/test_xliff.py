from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree
from made_reports import alignment, document, report

from aligner.errors import EmptyTextError
from aligner.formats.xliff import Xliff
from aligner.model import Document
from aligner.model.alignment import aligned_pairs

X = "{urn:oasis:names:tc:xliff:document:2.0}"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def parsed(base: Document, version: Document) -> etree._Element:
    links = alignment(base, version)
    return etree.fromstring(Xliff().write(links, base, version, aligned_pairs(links, base, version)), PARSER)


def content(element: etree._Element) -> str:
    """The text with its `<cp>` characters, as the standard reads it."""
    parts = [element.text or ""]
    for child in element:
        assert child.tag == f"{X}cp"
        parts += [chr(int(child.get("hex") or "", 16)), child.tail or ""]
    return "".join(parts)


def units(root: etree._Element) -> list[tuple[str, str | None]]:
    found = []
    for segment in root.iter(f"{X}segment"):
        source, target = segment.find(f"{X}source"), segment.find(f"{X}target")
        assert source is not None
        assert segment.get("state") == ("initial" if target is None else "translated")
        found.append((content(source), None if target is None else content(target)))
    return found


@pytest.mark.parametrize("versions", [1, 2, 5])
def test_every_base_passage_is_a_unit(versions: int) -> None:
    given_report = report(versions)
    for version in given_report.versions:
        root = parsed(given_report.base, version)
        assert root.attrib["srcLang"] == "zh-Hans"
        assert root.attrib["trgLang"] == "en"
        assert [source for source, _ in units(root)] == [s.text for s in given_report.base.segments]
        assert [t for _, t in units(root) if t] == [s.text for s in version.segments][: len(units(root))]
        ids = [u.get("id") for u in root.iter(f"{X}unit")]
        assert len(set(ids)) == len(ids)


def test_what_the_version_adds_stands_in_a_note() -> None:
    given_report = report(2)
    notes = parsed(given_report.base, given_report.versions[1]).iter(f"{X}note")
    assert {n.get("category"): n.text for n in notes}["added-in-target"] == "The county has nine rivers."


def test_notes_tell_bead_confidence_and_speaker() -> None:
    base = document("b", "ko", ["가"], title=False)
    base = replace(base, segments=(replace(base.segments[0], speaker="Lee <x>"),))
    unit = next(parsed(base, document("v", "en", ["A"], title=False)).iter(f"{X}unit"))
    assert {n.get("category"): n.text for n in unit.iter(f"{X}note")} == {
        "bead": "[0]:[0]", "confidence": "1.000", "source-speaker": "Lee <x>",
    }  # fmt: skip
    assert [e.tag for e in unit] == [f"{X}notes", f"{X}segment"]


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(), min_size=1, max_size=4), st.lists(st.text(), max_size=4))
def test_any_text_comes_back_whole(base: list[str], version: list[str]) -> None:
    found = units(parsed(document("b", "zh", base), document("v", "en", version)))
    assert [source for source, _ in found] == base
    expected = [t if t.strip() else None for t in version[: len(base)]]
    assert [target for _, target in found][: len(expected)] == expected


def test_a_base_without_text() -> None:
    with pytest.raises(EmptyTextError, match="no text to write"):
        parsed(document("b", "zh", []), document("v", "en", ["x"]))
