"""One person under two titles."""

from __future__ import annotations

import pytest
from made_wordings import concept, document

from aligner.terms.discovery.titles import titles
from aligner.terms.matching import TermIndex


@pytest.mark.parametrize(
    ("lang", "one", "two", "expected"),
    [
        (
            "en",
            "President Orla Venn came. President Venn spoke.",
            "The leader Venn came.",
            ("leader Venn", "President Orla Venn"),
        ),
        ("zh", "李水清总统发表讲话。", "领导李水清主席到访。", ("李水清主席", "李水清总统")),
        ("ko", "이수정 대통령이 말했다.", "이수정 위원장이 말했다.", ("이수정 위원장", "이수정 대통령")),
    ],
)
def test_another_title_is_a_candidate(lang: str, one: str, two: str, expected: tuple[str, str]) -> None:
    texts = [document("a", lang, one), document("b", lang, one), document("c", lang, two)]
    (only,) = titles(texts, TermIndex())
    assert (only.text, only.like, only.kind, only.concept) == (*expected, "title", "")
    assert [p.document for p in only.places] == ["c"]


def test_both_titles_in_one_text_are_its_own_affair() -> None:
    texts = [document("a", "en", "President Venn came."), document("b", "en", "President Venn, the leader Venn.")]
    assert list(titles(texts, TermIndex())) == []


def test_countries_are_nobody() -> None:
    texts = [document("a", "ko", "미국 대통령이 왔다."), document("b", "ko", "미국 장관이 왔다.")]
    assert list(titles(texts, TermIndex())) == []


def test_the_concept_of_the_usual_title() -> None:
    texts = [document("a", "en", "President Venn came."), document("b", "en", "The leader Venn came.")]
    (only,) = titles(texts, TermIndex([concept("head", en="leader")]))
    assert only.like == "leader Venn"
    assert only.concept == "head"


def test_a_title_at_the_end_names_nobody() -> None:
    texts = [
        document("a", "en", "He met the president"),
        document("b", "zh", "他是总统"),
        document("c", "en", "leader"),
    ]
    assert list(titles(texts, TermIndex())) == []
