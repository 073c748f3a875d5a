"""Blocks become segments: who speaks, what role, which place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner import plugins
from aligner.model import Block, Document, Role, Span
from aligner.segmenters import Segmenter, segment


def document(*blocks: Block, lang: str = "en") -> Document:
    return Document("d", lang, blocks)


def test_titles_stay_whole_and_bodies_are_cut() -> None:
    cut = segment(
        document(Block(Role.TITLE, "Pier sold. What now?"), Block(Role.BODY, "It was sold. Nobody knew."))
    )
    assert [s.text for s in cut.segments] == ["Pier sold. What now?", "It was sold.", "Nobody knew."]
    assert [s.role for s in cut.segments] == [Role.TITLE, Role.BODY, Role.BODY]
    assert [s.block for s in cut.segments] == [0, 1, 1]
    assert [s.index for s in cut.segments] == [0, 1, 2]


def test_speakers_are_carried() -> None:
    blocks = (Block(Role.BODY, "Who pays? We do.", "Ruiz", "Ruiz: "), Block(Role.BODY, "Good."))
    assert [s.speaker for s in segment(document(*blocks)).segments] == ["Ruiz", "Ruiz", None]


@pytest.mark.parametrize("role", [role for role in Role if not role.aligned])
def test_what_is_not_aligned_has_no_segments(role: Role) -> None:
    cut = segment(document(Block(role, "Published today. By Ruiz."), Block(Role.BODY, "One.")))
    assert [(s.text, s.block) for s in cut.segments] == [("One.", 1)]
    assert len(cut.blocks) == 2


def test_a_segment_a_line_keeps_every_line() -> None:
    blocks = [Block(Role.BODY, text) for text in ("One. Two.", "", "  ", " Three ")]
    cut = segment(document(*blocks), sentences=True)
    assert [s.text for s in cut.segments] == ["One. Two.", "", "", "Three"]
    assert cut.segments[1].span == Span(0, 0)
    assert cut.segments[2].span == Span(0, 0)
    assert cut.segments[3].span == Span(1, 6)
    assert [s.index for s in cut.segments] == [0, 1, 2, 3]


def test_an_empty_block_of_a_text_is_no_segment() -> None:
    assert segment(document(Block(Role.BODY, " \n"), Block(Role.TITLE, ""))).segments == ()


def test_the_tag_decides_by_its_primary_subtag() -> None:
    block = Block(Role.BODY, "“走吧。”何渡说。门开了。")
    assert len(segment(document(block, lang="zh-Hant")).segments) == 2


def test_segmenting_again_changes_nothing() -> None:
    once = segment(document(Block(Role.BODY, "One. Two.")))
    assert segment(once) == once


def test_everything_else_of_the_document_stays() -> None:
    given_document = Document("d", "en", (Block(Role.BODY, "One."),), outlet="Harbour News", warnings=("w",))
    cut = segment(given_document)
    assert (cut.id, cut.outlet, cut.warnings, cut.blocks) == ("d", "Harbour News", ("w",), given_document.blocks)


@pytest.mark.parametrize("name", plugins.names("segmenters"))
def test_every_segmenter_keeps_the_protocol(name: str) -> None:
    engine = plugins.load("segmenters", name)()
    assert isinstance(engine, Segmenter)
    assert engine.spans("", "en") == []
    assert plugins.manual("segmenters", name)


@given(
    blocks=st.lists(st.builds(Block, st.sampled_from(list(Role)), st.text(max_size=40)), max_size=6),
    sentences=st.booleans(),
)
@settings(deadline=None, max_examples=100)
def test_any_blocks_give_a_valid_document(blocks: list[Block], sentences: bool) -> None:
    cut = segment(document(*blocks), sentences=sentences)
    aligned = [number for number, block in enumerate(blocks) if block.role.aligned]
    for number in aligned:
        pieces = [s.text for s in cut.segments if s.block == number]
        assert "".join("".join(pieces).split()) == "".join(blocks[number].text.split())
    if sentences:
        assert [s.block for s in cut.segments] == aligned
