"""Units: what wordings are compared by."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_wordings import BAY, LEAGUE, document, line_by_line

from aligner.model.alignment import aligned_pairs
from aligner.terms.discovery.drafts import extract
from aligner.terms.discovery.units import LONGEST, is_new, shared_start, units
from aligner.terms.discovery.variants import candidates
from aligner.terms.discovery.words import commonest, words_of
from aligner.terms.matching import TermIndex


@pytest.mark.parametrize(
    ("text", "language", "keys"),
    [
        ("One-China policies", "en", ["one", "china", "polici"]),
        ("China’s communiqué", "en", ["china", "communiqu"]),
        ("大只的湾", "zh", ["大", "只", "湾"]),
        ("臺灣", "zh", ["台", "湾"]),
        ("핵심이익을", "ko", ["핵심", "이익"]),
        ("하나의 중국", "ko", ["하나", "중국"]),
    ],
)
def test_keys(text: str, language: str, keys: list[str]) -> None:
    assert [u.key for u in units(text, language)] == keys


def test_signs_part_units_and_quotation_marks_do_not() -> None:
    assert [u.apart for u in units('one, "Bay" stance; here', "en")] == [False, True, False, True]


def test_a_run_of_letters_is_no_word() -> None:
    (only,) = units("x" * (LONGEST + 1), "en")
    assert only.key == ""


@given(st.text(max_size=80), st.sampled_from(["en", "zh", "ko", "ja", "tr"]))
def test_units_stand_in_order(text: str, language: str) -> None:
    end = 0
    for unit in units(text, language):
        assert end <= unit.start < unit.stop <= len(text)
        end = unit.stop


def test_forms_of_one_word_are_not_new() -> None:
    assert not is_new(["korean"], ["korea"])
    assert is_new(["stanc"], ["polici"])
    assert shared_start(["abcd", "abx"]) == "ab"
    assert shared_start([]) == ""


def test_every_language_has_lists_that_can_be_read() -> None:
    for language in ("en", "zh", "ko"):
        words = words_of(language)
        assert words.function
        assert words.titles
        assert words.title_place in ("before", "after")
        assert words.head in ("first", "last")
    assert words_of("xx").function == frozenset()
    assert words_of("../en").function == frozenset()
    assert commonest([frozenset("a")] * 30 + [frozenset("b")]) == {"a"}


@pytest.mark.parametrize("unit", ["x", "字", "one Bay ", "一个海湾", "가", "- ", "'"])
def test_hostile_repeats_propose_nothing(unit: str) -> None:
    index = TermIndex([BAY, LEAGUE])
    text = unit * (30_000 // len(unit))
    base, version = document("b", "zh", text), document("v", "en", text)
    alignment = line_by_line(base, version)
    assert candidates([base, version], [alignment], index) == ()
    assert extract(aligned_pairs(alignment, base, version), "zh", "en") == ()
