"""Tokens by which sentences of two languages are compared."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.text.korean import romanise, strip_endings
from aligner.text.numerals import values
from aligner.text.sounds import foreign_sounds, korean_sounds
from aligner.text.stems import stem
from aligner.text.tokens import tokenise


def test_english_words_lose_case_endings_and_possessive() -> None:
    assert tokenise(["The banks' owners’ and Ana's voices"], "en") == [
        ("the", "bank", "owner", "and", "ana", "voic")
    ]


def test_names_keep_their_capitals_where_asked() -> None:
    texts = ["Will Ana Ruiz go?", "Yes, she will."]
    assert tokenise(texts, "en", names=True)[0] == ("will", "Ana", "Ruiz", "go", "?")


def test_chinese_is_cut_by_longest_match() -> None:
    words = frozenset({"中国", "中国人", "人民", "银行"})
    assert tokenise(["中国人民银行"], "zh", words) == [("中国人", "民", "银行")]


def test_marks_of_all_scripts_are_one() -> None:
    assert tokenise(["“好！”（……）；——"], "zh") == tokenise(['"好!"(...);––'], "zh")


def test_months_and_percent_meet() -> None:
    assert tokenise(["in January 9 percent"], "en") == [("in", "#1", "#9", "%")]
    assert tokenise(["1월 9퍼센트"], "ko") == [("#1", "월", "#9", "%")]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("$4.1 billion", "en", ["4100000000"]),
        ("twenty-eight", "en", ["28"]),
        ("two hundred thousand and 1,500", "en", ["200000", "1500"]),
        ("one of the first", "en", []),
        ("the 21st of May", "en", ["21"]),
        ("41亿美元", "zh", ["4100000000"]),
        ("二十八章", "zh", ["28"]),
        ("一个", "zh", []),
        ("二〇〇六年", "zh", ["2006"]),
        ("3조 2천억 원", "ko", ["3200000000000"]),
        ("1만2345명", "ko", ["12345"]),
        ("3 5 7", "ko", ["3", "5", "7"]),
    ],
)
def test_values(text: str, language: str, expected: list[str]) -> None:
    assert [value for _, _, value in values(text, language)] == expected


def test_korean_numerals_before_what_is_counted() -> None:
    assert tokenise(["두 사람과 열두 제자"], "ko") == [("#2", "사람", "#12", "제자")]
    assert tokenise(["세계 두바이"], "ko") == [("세계", "두바")]


@given(st.text(), st.sampled_from(["en", "zh", "ko", "de", "und"]))
def test_any_text_gives_tokens(text: str, language: str) -> None:
    (tokens,) = tokenise([text], language)
    assert all(tokens)
    positions = [p for start, stop, _ in values(text, language) for p in (start, stop)]
    assert positions == sorted(positions)


def test_korean_words_lose_particles_and_endings() -> None:
    assert strip_endings("정부에서는") == "정부"
    assert strip_endings("발표했다고") == "발표"
    assert strip_endings("나는") == "나는"
    assert stem("회의를", "ko") == "회의"


@given(st.text(alphabet="가나다라에서는했다고", max_size=20))
def test_stripping_leaves_two_syllables_and_is_final(word: str) -> None:
    bare = strip_endings(word)
    assert word.startswith(bare)
    assert len(bare) >= min(2, len(word))
    assert strip_endings(bare) == bare


def test_sounds() -> None:
    assert romanise("한글 ABC") == "hangeul ABC"
    assert korean_sounds("이스라엘") == "islael" == foreign_sounds("Israel")
    assert foreign_sounds("Park") == korean_sounds("박")
    assert foreign_sounds("Lee") == korean_sounds("이")
