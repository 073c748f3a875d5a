"""What each source of renderings says, and what holds for all of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner import plugins
from aligner.lexicons import Lexicon
from aligner.lexicons.cedict import Cedict
from aligner.lexicons.cognates import Cognates
from aligner.lexicons.names import Names

NAMES = plugins.names("lexicons")


def load(name: str) -> Lexicon:
    lexicon: Lexicon = plugins.load("lexicons", name)()
    return lexicon


def test_every_plugin_is_a_lexicon() -> None:
    assert {"cedict", "cognates", "dictionary", "names"} <= set(NAMES)
    assert all(isinstance(load(name), Lexicon) for name in NAMES)


TOKENS = st.lists(
    st.sampled_from(
        ["中国", "经济", "邓", "#7", "?", "china", "China", "economi", "서울", "Seoul", "Wien", "vienna"]
    ),
    unique=True,
)


@pytest.mark.parametrize("name", NAMES)
@settings(max_examples=30, deadline=None)
@given(tokens=TOKENS, vocabulary=TOKENS, pair=st.permutations(["zh", "en", "ko"]))
def test_weights_are_shares_within_the_vocabulary(
    name: str, tokens: list[str], vocabulary: list[str], pair: list[str]
) -> None:
    found = load(name).renderings(tokens, frozenset(vocabulary), pair[0], pair[1])
    assert set(found) <= set(tokens)
    for renderings in found.values():
        assert set(renderings) <= set(vocabulary)
        assert all(0 <= weight <= 1 for weight in renderings.values())
        assert sum(renderings.values()) <= 1 + 1e-9


def test_cedict_reads_both_ways_and_both_scripts() -> None:
    cedict = Cedict()
    assert cedict.covers("zh", "en")
    assert cedict.covers("en", "zh")
    assert not cedict.covers("zh", "ko")
    there = cedict.renderings(["银行", "銀行", "的"], frozenset({"bank", "river"}), "zh", "en")
    assert there["银行"]["bank"] == there["銀行"]["bank"] > 0.3
    assert cedict.renderings(["bank"], frozenset({"银行", "河"}), "en", "zh")["bank"].keys() == {"银行"}


def test_cedict_finds_the_words_of_a_text() -> None:
    words = Cedict().words(["中央银行提高利率。"], [], "zh", "en")
    assert {"中央银行", "提高", "利率"} <= words
    assert not Cedict().words(["central bank"], [], "en", "zh")


def test_earlier_senses_weigh_more() -> None:
    weights = Cedict().renderings(["打"], frozenset({"beat", "buy", "knit"}), "zh", "en")["打"]
    assert weights["beat"] > weights.get("knit", 0.0)


def test_cognates_take_the_same_and_the_similar() -> None:
    found = Cognates().renderings(
        ["nation", "expedition", "#42", "?", "der"],
        frozenset({"nationen", "expédition", "#42", "?", "des"}),
        "de",
        "fr",
    )
    assert found["#42"] == {"#42": 0.8}
    assert found["?"] == {"?": 0.5}
    assert found["expedition"]["expédition"] == pytest.approx(0.4)
    assert 0 < found["nation"]["nationen"] < 0.4
    assert "der" not in found


def test_in_one_language_only_the_same_word_counts() -> None:
    found = Cognates().renderings(["nation"], frozenset({"nation", "nationality"}), "en", "en")
    assert found == {"nation": {"nation": 0.5}}


def test_names_spell_chinese_in_pinyin() -> None:
    names = Names()
    assert names.words(["昨天，王明华说"], ["Yesterday Wang Minghua said"], "zh", "en") == {"明华"}
    assert names.renderings(["明华", "王"], frozenset({"Minghua", "Wang", "wang"}), "zh", "en") == {
        "明华": {"Minghua": 0.8},
        "王": {"Wang": 0.5},
    }
    assert names.renderings(["Minghua"], frozenset({"明华"}), "en", "zh") == {"Minghua": {"明华": 0.8}}
