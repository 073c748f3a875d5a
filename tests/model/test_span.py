"""Spans: half-open stretches of code points."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.model import Span

OFFSETS = st.integers(min_value=0, max_value=30)
SPANS = st.tuples(OFFSETS, OFFSETS).map(lambda pair: Span(min(pair), max(pair)))
TEXT = "".join(map(chr, range(0x4E00, 0x4E00 + 40)))


def inside(span: Span) -> set[int]:
    return set(range(span.start, span.stop))


@pytest.mark.parametrize(("start", "stop"), [(-1, 2), (3, 2), (-2, -1)])
def test_offsets_out_of_order_are_refused(start: int, stop: int) -> None:
    with pytest.raises(ValueError, match=f"span {start}..{stop}"):
        Span(start, stop)


def test_counts_code_points_not_bytes_or_utf16_units() -> None:
    assert Span(1, 3).of("a😀说b") == "😀说"
    assert len(Span(1, 3)) == 2


def test_an_empty_span_marks_a_place() -> None:
    assert len(Span(4, 4)) == 0
    assert Span(4, 4).of("abcdefg") == ""
    assert not Span(4, 4).overlaps(Span(0, 9))
    assert Span(4, 4).within(Span(0, 9))


@given(SPANS)
def test_its_text_is_as_long_as_itself(span: Span) -> None:
    assert len(span.of(TEXT)) == len(span)


@given(SPANS, SPANS)
def test_overlap_is_sharing_a_character(one: Span, other: Span) -> None:
    assert one.overlaps(other) == bool(inside(one) & inside(other))
    assert one.overlaps(other) == other.overlaps(one)


@given(SPANS, SPANS)
def test_within_is_a_subset(one: Span, other: Span) -> None:
    if one.start < one.stop:
        assert one.within(other) == (inside(one) <= inside(other))
    assert one.within(one)


@given(SPANS, SPANS)
def test_order_is_by_start_then_stop(one: Span, other: Span) -> None:
    assert (one < other) == ((one.start, one.stop) < (other.start, other.stop))
