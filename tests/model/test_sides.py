"""A bead with its texts: what metrics and checks see."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aligner.model import AlignedPair, Alignment, Bead, Block, Document, Role, Segment, Side, Span
from aligner.model.alignment import aligned_pairs


def segment(index: int, text: str, speaker: str | None = None, role: Role = Role.BODY) -> Segment:
    return Segment(index, text, Span(0, len(text)), index, role, speaker)


def document(name: str, lang: str, *segments: Segment) -> Document:
    return Document(name, lang, tuple(Block(s.role, s.text, s.speaker) for s in segments), segments)


def test_texts_are_joined_by_one_space_in_every_language() -> None:
    side = Side("d", "zh-Hans", (segment(0, "门开了。"), segment(1, "无人。")))
    assert side.text == "门开了。 无人。"
    assert side.whole == Span(0, len(side.text))
    assert side.language == "zh"


def test_an_empty_side() -> None:
    side = Side("d", "en", ())
    assert (side.text, side.whole, side.role, side.speaker) == ("", Span(0, 0), None, None)


def test_a_speaker_only_where_all_agree() -> None:
    assert Side("d", "en", (segment(0, "a", "Ruiz"), segment(1, "b", "Ruiz"))).speaker == "Ruiz"
    assert Side("d", "en", (segment(0, "a", "Ruiz"), segment(1, "b", "Kerr"))).speaker is None
    assert Side("d", "en", (segment(0, "a", "Ruiz"), segment(1, "b"))).speaker is None
    assert Side("d", "en", (segment(0, "a"),)).speaker is None


def test_the_role_is_that_of_the_first_segment() -> None:
    assert Side("d", "en", (segment(0, "a", role=Role.TITLE), segment(1, "b"))).role is Role.TITLE


@given(st.lists(st.text(max_size=5), max_size=6))
def test_every_segment_is_found_again_in_the_joined_text(texts: list[str]) -> None:
    side = Side("d", "en", tuple(segment(i, text) for i, text in enumerate(texts)))
    place = 0
    for text in texts:
        assert side.text[place : place + len(text)] == text
        place += len(text) + 1
    assert len(side.whole) == max(0, place - 1)


def test_pairs_take_the_order_and_the_texts_of_the_beads() -> None:
    base = document("b", "zh-Hans", segment(0, "一。"), segment(1, "二。"))
    version = document("v", "en-GB", segment(0, "Two."), segment(1, "One."), segment(2, "More."))
    beads = (Bead((0,), (1,)), Bead((1,), (0,)), Bead((), (2,)))
    pairs = aligned_pairs(Alignment("b", "v", beads, "test", False), base, version)
    assert [type(pair) for pair in pairs] == [AlignedPair] * 3
    assert [pair.position for pair in pairs] == [0, 1, 2]
    assert [(pair.base.text, pair.version.text) for pair in pairs] == [
        ("一。", "One."),
        ("二。", "Two."),
        ("", "More."),
    ]
    assert [(pair.base.document, pair.version.document) for pair in pairs] == [("b", "v")] * 3
    assert pairs[0].version.language == "en"
