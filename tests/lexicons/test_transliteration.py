"""Words that sound alike in two scripts."""

from __future__ import annotations

import pytest

from aligner.lexicons import InContext
from aligner.lexicons.transliteration import Transliteration


@pytest.mark.parametrize(
    ("foreign", "latin", "language", "alike"),
    [
        ("런던", "London", "ko", True),
        ("이스라엘", "Israel", "ko", True),
        ("고든", "Gordon", "ko", True),
        ("스트라빈스키", "Stravinsky", "ko", True),
        ("뉴욕", "Tokyo", "ko", False),
        ("지방", "Japan", "ko", False),  # a Chinese word that sounds nearly so
        ("런던", "london", "ko", False),  # no name
        ("Путин", "Putin", "ru", True),
        ("Μητσοτάκης", "Mitsotakis", "el", True),
    ],
)
def test_names_meet_by_sound_both_ways(foreign: str, latin: str, language: str, alike: bool) -> None:
    there = Transliteration().renderings([foreign], frozenset({latin}), language, "en")
    back = Transliteration().renderings([latin], frozenset({foreign}), "en", language)
    assert bool(there) == bool(back) == alike
    assert not alike or there[foreign][latin] == pytest.approx(back[latin][foreign])


def test_names_of_several_words_meet_one() -> None:
    korean = [["뉴올리언스", "도착"], ["회의"]]
    english = [["he", "left", "New", "Orleans"], ["meeting"]]
    found = Transliteration().in_context(korean, english, "ko", "en")
    assert found["뉴올리언스"].keys() == {"New", "Orleans"}


def test_words_far_apart_are_no_pair() -> None:
    filler = [["말"]] * 20
    lexicon = Transliteration()
    assert isinstance(lexicon, InContext)
    assert lexicon.in_context([["런던"], *filler], [["London"], *filler], "ko", "en")
    assert not lexicon.in_context([["런던"], *filler], [*filler, ["London"]], "ko", "en")


def test_one_side_in_a_script_whose_sounds_are_known() -> None:
    covers = Transliteration().covers
    assert covers("ko", "en")
    assert covers("de", "ru")
    assert not covers("ko", "ru")
    assert not covers("zh", "en")
