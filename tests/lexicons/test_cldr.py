"""Names in all languages that CLDR has."""

from __future__ import annotations

import pytest

from aligner.lexicons.cldr import Cldr


@pytest.mark.parametrize(
    ("base", "version", "word", "renderings"),
    [
        ("ko", "en", "러시아", {"Russia"}),
        ("ko", "en", "뉴욕", {"New", "York"}),
        ("en", "ko", "York", {"뉴욕"}),
        ("zh", "en", "法国", {"Franc"}),
        ("zh", "en", "法國", {"Franc"}),
        ("ko", "zh", "도쿄", {"东京"}),
        ("de", "fr", "dienstag", {"mard"}),
        ("ko", "en", "킬로미터", {"kilomet"}),
    ],
)
def test_names_meet(base: str, version: str, word: str, renderings: set[str]) -> None:
    tokens = [word, "New"] if word == "York" else [word]
    vocabulary = frozenset(renderings | {"word", "낱말", "mot"})
    assert Cldr().renderings(tokens, vocabulary, base, version)[word].keys() == renderings


def test_only_languages_that_it_has_and_only_two() -> None:
    cldr = Cldr()
    assert cldr.covers("is", "hu")
    assert not cldr.covers("en", "en")
    assert not cldr.covers("en", "und")
    assert not cldr.covers("en", "xx")


def test_names_in_texts_without_spaces() -> None:
    assert Cldr().words(["我住在布宜诺斯艾利斯。"], [], "zh", "en") == {"布宜诺斯艾利斯"}
    assert not Cldr().words(["I live in Rome."], [], "en", "zh")
