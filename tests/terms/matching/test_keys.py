"""Keys lead back to the original, whatever the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_index import index

from aligner.terms.matching.edits import Edits
from aligner.terms.matching.keys import keyed

LANGS = ["en", "zh-Hant", "ko", "ja", "tr", "ar", "de", "th", "und"]
ODD = st.text(
    alphabet=st.sampled_from("aB1 -—“”'’.ß\u0301İıﬁ\u200b\n\u00a0中國「」 한국\u1112\u1161ァﾞ‐/_\ud800\x00\u0640ّ"),
    max_size=40,
)


@settings(deadline=None)
@given(ODD | st.text(max_size=40), st.sampled_from(LANGS), st.booleans())
def test_every_character_of_a_key_comes_from_the_text_in_order(text: str, lang: str, tight: bool) -> None:
    key = keyed(text, lang, tight=tight)
    assert len(key.text) == len(key.cased)
    assert not key.gaps or len(key.gaps) > len(key.text)
    last = 0
    for i in range(len(key.text)):
        span = key.span(i, i + 1)
        assert last <= span.start < span.stop <= len(text)
        last = span.start
        key.gap(i)
    if key.text:
        whole = key.span(0, len(key.text))
        assert (whole.start, whole.stop) == (key.span(0, 1).start, key.span(len(key.text) - 1, len(key.text)).stop)


@settings(deadline=None)
@given(st.text(alphabet="abC dé한 국中“”,", max_size=30), st.sampled_from(LANGS))
def test_a_key_is_its_own_key(text: str, lang: str) -> None:
    once = keyed(text, lang).text
    assert keyed(once, lang).text.replace(" ", "") == once.replace(" ", "")


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3), st.integers(0, 3)), max_size=8))
def test_edits_lead_back(steps: list[tuple[int, int, int]]) -> None:
    edits, at, origins = Edits(), 0, []
    for kept, taken, put in steps:
        origins += [(i, i + 1) for i in range(at, at + kept)] + [(at + kept, at + kept + taken)] * put
        edits.replace(at + kept, at + kept + taken, put)
        at += kept + taken
    assert [(edits.start(i), edits.stop(i)) for i in range(len(origins))] == origins


@pytest.mark.parametrize("lang", ["en", "zh", "ko"])
@pytest.mark.parametrize(
    "unit",
    [
        " ", "'", '"', "-", "- ", "\n ", ".", "a.", "a\u0301", "\u0301", "(A)", "((A)", "中 ", "한 ", "《", "“A B ",
        "a@", "www.",
    ],
)  # fmt: skip
def test_long_runs_of_anything_come_to_an_end(unit: str, lang: str) -> None:
    terms = index(lang, "a b", "中国", "한국", "A")
    text = unit * 20_000
    terms.find(text, lang)
    terms.weak(text[:10_000], lang)


def test_finding_in_a_text_twice_finds_twice() -> None:
    terms = index("en", "one-China policy", "China")
    text = "The “one China” policy (of China) is U.S.-made. "
    once = [(m.span.start, m.span.stop) for m in terms.find(text, "en")]
    assert len(once) == 2
    twice = [(m.span.start, m.span.stop) for m in terms.find(text + text, "en")]
    assert twice == once + [(a + len(text), b + len(text)) for a, b in once]
