"""The list of everyday Korean words."""

from __future__ import annotations

from aligner.lexicons.korean_words import KoreanWords
from aligner.plugins import resource


def test_words_and_the_beginnings_of_verbs_both_ways() -> None:
    lexicon = KoreanWords()
    found = lexicon.renderings(["사람", "말했", "나비"], frozenset({"people", "said"}), "ko", "en")
    assert found.keys() == {"사람", "말했"}
    back = lexicon.renderings(["said"], frozenset({"말했", "사람"}), "en", "ko")
    assert back["said"].keys() == {"말했"}


def test_only_korean_and_english() -> None:
    assert KoreanWords().covers("en", "ko")
    assert not KoreanWords().covers("ko", "zh")


def test_the_list_is_well_formed() -> None:
    lines = resource("aligner.lexicons", "_korean_words.tsv").read_text(encoding="utf-8").splitlines()
    for line in (x for x in lines if not x.startswith("#")):
        korean, english = line.split("\t")
        assert korean.split()
        assert english.isascii()
        assert english.split()
