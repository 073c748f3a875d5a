"""Folding keeps the way back and does not overdo it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.text.normalise import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("１，２３４．５％", "1,234.5%"),
        ("二〇二六年，３６５天", "二〇二六年，365天"),
        ("5½ m² ①", "5½ m² ①"),
        ("㎡ ㈜한국 ﬁn", "m2 (주)한국 fin"),
        ("한국", "한국"),
        ("one\u2011China’s\u00a0policy", "one-China's policy"),
        ("a\u200bb\u00adc\ufeff", "abc"),
        ("미ㆍ중·일", "미ㆍ중·일"),
    ],
)
def test_what_is_folded(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_spans_lead_back_to_the_original() -> None:
    text = "面积１２㎡\u200b，ﬁne"
    folded = fold(text)
    at = folded.text.index("12m2")
    assert folded.span(at, at + 4).of(text) == "１２㎡"
    at = folded.text.index("m")
    assert folded.span(at, at + 1).of(text) == "㎡"
    assert folded.span(3, 3).of(text) == ""


def test_decomposed_hangul_is_composed_with_its_span() -> None:
    text = unicodedata.normalize("NFD", "한국의 2천729억")
    folded = fold(text)
    assert folded.text == "한국의 2천729억"
    at = folded.text.index("천")
    assert unicodedata.normalize("NFC", folded.span(at, at + 1).of(text)) == "천"


@given(st.text())
def test_every_character_has_a_source_in_order(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert len(folded.ends) == len(folded.text)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert all(a < b for a, b in zip(folded.offsets, folded.ends, strict=False))


def test_hostile_marks_come_to_an_end() -> None:
    folded = fold("a" + "\u0316\u0301" * 50_000)
    assert folded.offsets[-1] == 100_001
