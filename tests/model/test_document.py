"""Documents hold together: every segment is a piece of its block."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.model import Block, Document, Role, Segment, Span

BLOCK = Block(Role.BODY, "One. Two.")


def test_segments_are_counted_from_zero() -> None:
    with pytest.raises(ValueError, match="segment 1 of d stands at place 0"):
        Document("d", "en", (BLOCK,), (Segment(1, "One.", Span(0, 4), 0),))


def test_a_segment_is_the_text_of_its_span() -> None:
    with pytest.raises(ValueError, match="segment 0 of d is not the text of its span"):
        Document("d", "en", (BLOCK,), (Segment(0, "Two.", Span(0, 4), 0),))


def test_a_block_that_is_not_there() -> None:
    with pytest.raises(IndexError):
        Document("d", "en", (BLOCK,), (Segment(0, "One.", Span(0, 4), 1),))


def test_an_empty_line_may_be_a_segment() -> None:
    document = Document("d", "en", (Block(Role.BODY, ""),), (Segment(0, "", Span(0, 0), 0),))
    assert document.segments[0].text == ""


@pytest.mark.parametrize(
    ("lang", "language"), [("zh-Hans", "zh"), ("ko", "ko"), ("EN-us", "en"), ("zh-Hant-TW", "zh")]
)
def test_primary_subtag(lang: str, language: str) -> None:
    assert Document("d", lang, ()).language == language


def test_only_titles_and_bodies_are_aligned() -> None:
    assert {role for role in Role if role.aligned} == {Role.TITLE, Role.BODY}


def test_what_is_set_aside_is_kept_in_order() -> None:
    blocks = tuple(Block(role, role.value) for role in Role)
    document = Document("d", "en", blocks)
    assert [block.role for block in document.set_aside] == [role for role in Role if not role.aligned]
    assert document.blocks == blocks


def test_values_do_not_change() -> None:
    document = Document("d", "en", (BLOCK,))
    with pytest.raises(dataclasses.FrozenInstanceError):
        document.id = "e"  # type: ignore[misc]


@given(st.lists(st.text(min_size=1, max_size=12), max_size=5), st.data())
def test_any_cut_of_the_blocks_is_a_document(texts: list[str], data: st.DataObject) -> None:
    blocks = tuple(Block(Role.BODY, text) for text in texts)
    segments: list[Segment] = []
    for number, text in enumerate(texts):
        cut = data.draw(st.integers(0, len(text)))
        for span in (Span(0, cut), Span(cut, len(text))):
            segments.append(Segment(len(segments), span.of(text), span, number))
    document = Document("d", "en", blocks, tuple(segments))
    for number, text in enumerate(texts):
        assert "".join(s.text for s in document.segments if s.block == number) == text
