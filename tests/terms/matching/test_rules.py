"""Match rules, `not_if` and `context`, and the small language of patterns."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_index import index, strong, weak

from aligner.model import MatchRule
from aligner.terms.matching import patterns
from aligner.terms.matching.keys import keyed


@pytest.mark.parametrize(
    ("rule", "term", "text", "wordings"),
    [
        (MatchRule.FORMS, "state visit", "State visits, state-visit", ["State visits", "state-visit"]),
        (MatchRule.EXACT, "state visit", "State visit, state visits, state-visit", ["State visit"]),
        (MatchRule.EXACT, "state visit", "state\nvisit", ["state\nvisit"]),
        (MatchRule.STEM, "improve ties", "improving ties, improved tie", ["improving ties", "improved tie"]),
        (MatchRule.PREFIX, "denuclear", "denuclearise, denuclear, undenuclear", ["denuclearise", "denuclear"]),
        (MatchRule.PATTERN, "reunif* with (Taiwan|Taipei)", "reunify with Taipei", ["reunify with Taipei"]),
        (MatchRule.PATTERN, "recogni* ... independence", "recognise all its independence",
         ["recognise all its independence"]),
        (MatchRule.PATTERN, "recogni* ... independence", "recognised. Its independence", []),
        (MatchRule.PATTERN, "recogni* ... independence", "recognise a b c d e f independence", []),
        (MatchRule.PATTERN, "(the |)Strait", "the Strait; Strait, Straits", ["the Strait", "Strait"]),
        (MatchRule.PATTERN, "out ... out", "out and out", ["out and out"]),
    ],
)  # fmt: skip
def test_match_rules(rule: MatchRule, term: str, text: str, wordings: list[str]) -> None:
    assert [w for _, w in strong(index("en", term, match=rule), text, "en")] == wordings


def test_patterns_know_korean_words_and_chinese_distances() -> None:
    assert strong(index("ko", "통일* 정책", match=MatchRule.PATTERN), "통일부의 정책은", "ko") == [
        ("통일* 정책", "통일부의 정책")
    ]
    chinese = index("zh", "尊重...立場", match=MatchRule.PATTERN)
    assert [w for _, w in strong(chinese, "尊重一个中国的立场", "zh")] == ["尊重一个中国的立场"]
    assert strong(chinese, "尊重" + "很" * 11 + "立场", "zh") == []


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("", "no word"),
        ("*", "without letters"),
        ("... end", "at an end"),
        ("start ...", "at an end"),
        ("a*b", "not at the end"),
        ("(a|b", "bracket"),
        ("(a|)", "no word"),
        ("台*湾", "Chinese"),
        ("(a|b)" * 7, "combinations"),
        ("a" * 201, "200"),
        ("one[- ]China (policy|stance)", r"has a \[; beside words"),
        ("(a+)+$", r"has a \+; beside words"),
        ("^one", r"has a \^"),
        ("colou?r", r"has a \?"),
        ("a{2}", r"has a \{"),
        ("b]", r"has a \]"),
        ("b}", r"has a \}"),
        (r"\w", r"has a \\"),
        (".", "no word"),
        ("one ... . ... two", "no word between"),
        ("a ... b ... c ... d ... e", "more than 3"),
    ],
)
def test_patterns_that_are_none_say_why(pattern: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        patterns.compile(pattern, "en")


@settings(deadline=None)
@given(st.text(alphabet="ab* .|()…'台중", max_size=30), st.text(alphabet="ab .,台중\n", max_size=60))
def test_any_pattern_compiles_or_is_refused_and_comes_to_an_end(pattern: str, text: str) -> None:
    try:
        compiled = patterns.compile(pattern, "en")
    except ValueError:
        return
    key = keyed(text, "en")
    for start in range(len(key.text)):
        end = compiled.match(key, start)
        assert end is None or start < end <= len(key.text)


def test_hostile_patterns_take_bounded_time() -> None:
    text = "a " * 5_000
    terms = index("en", "a ... a ... a ... b", match=MatchRule.PATTERN)
    assert strong(terms, text, "en") == []


def test_not_if_and_context_look_at_the_sentence_around() -> None:
    turkey = index("en", "Turkey", not_if=("roast*", "Christmas"), case_sensitive=True)
    text = "Roasted Turkey was served. Turkey agreed."
    assert [m.span.start for m in turkey.find(text, "en")] == [27]
    assert weak(turkey, text, "en") == []
    chair = index("zh", "主席", context=("(习近平|国家)", "总书记"))
    assert len(chair.find("习近平主席出席。协会主席发言。", "zh")) == 1
    assert weak(chair, "协会的主席发言。", "zh") == []
