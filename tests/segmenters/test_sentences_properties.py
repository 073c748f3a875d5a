"""Whatever the text: nothing but white space is lost, spans ascend, and time grows with length alone."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aligner.model import Span
from aligner.segmenters import Segmenter
from aligner.segmenters.lines import Lines
from aligner.segmenters.sentences import Sentences

LANGUAGES = [
    "en",
    "zh",
    "ko",
    "ja",
    "de",
    "fr",
    "hu",
    "ru",
    "ar",
    "th",
    "el",
    "",
    "xx",
    "zh-Hans",
    "general",
    "../en",
]
ALPHABET = (
    "ab Z 1.5!?…。！？，：；“”‘’\"'「」（）()[]《》«»…다고라 说他的。"
    " \n\t\u3000\u2029\u00a0éß😀\ud800\u0301\x00@/:www.com-—①"
)
LATIN = [
    "Mr. ",
    "U.S. ",
    "No. 5 ",
    "p.m. ",
    "He said. ",
    "J. R. ",
    "Yahoo! ",
    "ends.Next ",
    "(see. It.) ",
    "x",
    "« ",
    " » ",
]
CHINESE = ["“好。”", "他说：“", "”他说。", "……", "。", "（", "）", "《你好！》", "1.就业；"]
KOREAN = ["…다.”고 ", "2026. 1. 3. ", "간다.그", "가. "]
MARKS = ["?!", "\n\n", "\n1. ", '"', "'", " ", "[1]", "https://a.b/c. ", "a@b.c "]

news_like = st.text(alphabet=ALPHABET, max_size=80)
fragments = st.lists(st.sampled_from(LATIN + CHINESE + KOREAN + MARKS), max_size=25).map("".join)


def check(spans: list[Span], text: str) -> None:
    position = 0
    for span in spans:
        assert span.start >= position
        assert not text[position : span.start].strip()
        piece = span.of(text)
        assert piece
        assert piece == piece.strip()
        position = span.stop
    assert not text[position:].strip()


@pytest.mark.parametrize("engine", [Sentences(), Lines()], ids=["sentences", "lines"])
@given(text=st.text(max_size=120) | news_like | fragments, language=st.sampled_from(LANGUAGES))
@example(text="", language="en")
@example(text=" \n\u3000", language="zh")
@example(text="\ud800. \udfffA. B", language="en")
@example(text="...", language="en")
@settings(deadline=None, max_examples=300)
def test_lossless(engine: Segmenter, text: str, language: str) -> None:
    check(engine.spans(text, language), text)


@given(text=news_like | fragments, language=st.sampled_from(LANGUAGES))
@settings(deadline=None, max_examples=150)
def test_two_runs_give_one_result(text: str, language: str) -> None:
    assert Sentences().spans(text, language) == Sentences().spans(text, language)


@given(text=news_like | fragments, language=st.sampled_from(["en", "zh", "ko"]))
@settings(deadline=None, max_examples=150)
def test_white_space_around_the_text_changes_nothing_but_offsets(text: str, language: str) -> None:
    plain = [span.of(text) for span in Sentences().spans(text, language)]
    padded = f" \n {text}\t"
    assert [span.of(padded) for span in Sentences().spans(padded, language)] == plain


@given(first=fragments, second=fragments)
@settings(deadline=None, max_examples=150)
def test_no_sentence_goes_over_an_empty_line(first: str, second: str) -> None:
    text = f"{first}a\n\nb{second}"
    middle = len(first) + 1
    assert any(span.stop == middle for span in Sentences().spans(text, "en"))


@pytest.mark.parametrize(
    ("language", "unit"),
    [
        ("en", "The pier was sold on Monday. "),
        ("en", "Mr. "),
        ("en", "(a. "),
        ("en", '"A. '),
        ("en", "word"),
        ("zh", "码头卖了。"),
        ("zh", "“码头卖了。"),
        ("ko", "그는 “간다.”고 말했다. "),
    ],
)
def test_200_000_characters_come_to_an_end(language: str, unit: str) -> None:
    text = unit * (200_000 // len(unit))
    check(Sentences().spans(text, language), text)


def test_long_text_is_cut_like_short_text() -> None:
    """Windows handed to the engine leave no trace."""
    sentences = [f"Ferry {n} of Port Ellis sank near the U.S. coast." for n in range(400)]
    text = " ".join(sentences)
    assert [s.of(text) for s in Sentences().spans(text, "en")] == sentences
    chinese = [f"第{n}艘渡轮在3.5海里外沉没。" for n in range(800)]
    assert [s.of("".join(chinese)) for s in Sentences().spans("".join(chinese), "zh")] == chinese
