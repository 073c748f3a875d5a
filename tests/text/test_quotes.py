"""Which words stand between quotation marks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.text.quotes import quotations


@pytest.mark.parametrize(
    ("lang", "text", "inner"),
    [
        ("en", "A “window of opportunity” opened.", ["window of opportunity"]),
        ("en", "He said \"it's fine\" in the '90s, and workers' rights too.", ["it's fine"]),
        ("en", "a ‘scare’ quote, don’t worry", ["scare"]),
        ("en", 'the ""information"" section', ["information"]),
        ("en", 'a 5" pipe', []),
        ("ko", "이른바 '제재'를 “값싼 길”이라고 했다.", ["제재", "값싼 길"]),
        ("zh", "坚持“两个确立”，「台灣」與『書』", ["两个确立", "台灣", "書"]),
        ("de", "„So ist »es«“, sagte er.", ["So ist »es«", "es"]),
        ("fr", "il dit « l’eau » hier", [" l’eau "]),
        ("sv", "”Hej” sade han", ["Hej"]),
    ],
)
def test_words_between_marks(lang: str, text: str, inner: list[str]) -> None:
    assert [q.span.of(text) for q in quotations(text, lang)] == inner


def test_titles_are_told_apart() -> None:
    (found,) = quotations("据《新闻》报道", "zh")
    assert found.title
    assert found.outer.of("据《新闻》报道") == "《新闻》"


def test_unclosed_quotations_reach_to_the_edge() -> None:
    text = "He said: “We will go on."
    (found,) = quotations(text, "en")
    assert not found.closed
    assert found.span.of(text) == "We will go on."
    (found,) = quotations("and that is all.” He left.", "en")
    assert not found.closed
    assert found.span.start == 0


@given(
    st.text(alphabet="ab “”\"'‘’「」『』《》«»„ 가中.", max_size=60),
    st.sampled_from(["en", "zh", "ko", "de", "sv"]),
)
def test_spans_lie_in_the_text(text: str, lang: str) -> None:
    for found in quotations(text, lang):
        assert found.span.within(found.outer)
        assert found.outer.stop <= len(text)


@pytest.mark.parametrize("unit", ["“", "”", '"', "'a ", '"a" ', "„“", "《"])
def test_hostile_lines_come_to_an_end(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    assert all(q.outer.stop <= len(text) for q in quotations(text, "en"))
