"""Korean words through their Chinese characters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.lexicons._hanja import hanja, readings
from aligner.lexicons.sino_korean import SinoKorean
from aligner.text.korean import initial_law


@pytest.mark.parametrize(
    ("character", "spoken"),
    [("政", "정"), ("女", "여"), ("勞", "노"), ("金", "금 김"), ("車", "거 차"), ("教", "교")],
)
def test_characters_are_read_as_the_standard_has_them(character: str, spoken: str) -> None:
    assert readings()[character] == tuple(spoken.split())


@pytest.mark.parametrize(
    ("syllable", "initial"), [("로", "노"), ("녀", "여"), ("리", "이"), ("가", "가"), ("x", "x")]
)
def test_sounds_at_the_beginning_of_a_word(syllable: str, initial: str) -> None:
    assert initial_law(syllable) == initial


@pytest.mark.parametrize(
    ("korean", "chinese"),
    [
        ("정부", "政府"),
        ("노동", "勞動"),
        ("근로자", "勤勞者"),
        ("비율", "比率"),
        ("조사", "調查"),
        ("자동차", "自動車"),
        ("효율", "效率"),
    ],
)
def test_words_are_found_by_their_reading(korean: str, chinese: str) -> None:
    assert chinese in hanja(korean)


@given(st.text(max_size=12))
def test_any_word_may_be_looked_up(word: str) -> None:
    assert all(len(found) == len(word) for found in hanja(word))


def test_glosses_both_ways() -> None:
    lexicon = SinoKorean()
    there = lexicon.renderings(["정부", "도움"], frozenset({"Government", "help"}), "ko", "en")
    assert there.keys() == {"정부"}
    assert there["정부"]["Government"] > 0.3
    back = lexicon.renderings(["govern", "government"], frozenset({"정부", "도움"}), "en", "ko")
    assert back["government"].keys() == {"정부"}


def test_words_of_daily_use_weigh_more_than_their_homophones() -> None:
    weights = SinoKorean().renderings(["조사"], frozenset({"investig", "particl"}), "ko", "en")["조사"]
    assert weights["investig"] > weights.get("particl", 0.0)


def test_compounds_are_taken_apart() -> None:
    found = SinoKorean().renderings(["연구학자"], frozenset({"research", "scholar"}), "ko", "en")
    assert found["연구학자"].keys() == {"research", "scholar"}


def test_chinese_words_in_both_scripts() -> None:
    lexicon = SinoKorean()
    assert "经济" in lexicon.words(["经济增长"], ["경제"], "zh", "ko")
    assert lexicon.renderings(["경제"], frozenset({"经济", "時間"}), "ko", "zh")["경제"].keys() == {"经济"}
    assert lexicon.renderings(["時間"], frozenset({"시간"}), "zh", "ko")["時間"].keys() == {"시간"}
    assert not lexicon.covers("ko", "de")
