"""The variants nobody listed: what is proposed, how sure, and what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_wordings import BAY, LEAGUE, PACT, concept, document, line_by_line

from aligner.model import Candidate, Concept, Document
from aligner.terms.discovery.replaced import replaced
from aligner.terms.discovery.variants import candidates
from aligner.terms.matching import TermIndex

CONCEPTS = (BAY, LEAGUE, PACT)


def found(base: Document, *versions: Document, concepts: tuple[Concept, ...] = CONCEPTS) -> tuple[Candidate, ...]:
    alignments = [line_by_line(base, v) for v in versions]
    return candidates([base, *versions], alignments, TermIndex(concepts))


def texts(found: tuple[Candidate, ...]) -> list[str]:
    return [c.text for c in found]


def test_a_frame_in_the_place_of_the_term_is_proposed() -> None:
    base = document("b", "zh", "双方重申一个海湾原则。", "会议结束。")
    version = document("v", "en", "Both sides reaffirmed the one-Bay stance.", "The meeting ended.")
    (only,) = found(base, version)
    assert (only.text, only.lang, only.concept, only.like) == (
        "one-Bay stance",
        "en",
        "league",
        "one-Bay principle",
    )
    assert (only.kind, only.score) == ("aligned", 0.7)
    (place,) = only.places
    assert (place.document, place.segments) == ("v", (0,))
    assert place.span.of(version.segments[0].text) == place.text == "one-Bay stance"


@pytest.mark.parametrize("term", ["One-Bay principle", "one-Bay principle", "One Bay principle"])
@pytest.mark.parametrize("said", ["One-Bay stance", "one-Bay stance", "One Bay stance"])
def test_a_number_with_a_capital_is_no_name(term: str, said: str) -> None:
    bay = concept("league", zh="一个海湾原则", en=term)
    base = document("b", "zh", "双方重申一个海湾原则。")
    version = document("v", "en", f"Both sides reaffirmed the {said}.")
    assert texts(found(base, version, concepts=(bay,))) == [said]
    strait = concept("strait", zh="北海湾政策", en="North Bay policy")
    base = document("b", "zh", "双方重申北海湾政策。")
    assert found(base, document("v", "en", "Both sides reaffirmed the North Bay stance."), concepts=(strait,)) == ()


def test_a_replaced_wording_may_open_with_a_number() -> None:
    own, other = "He named the one great bay.", "He named the one wide strait."
    (hit,) = replaced(own, other, "en", TermIndex((concept("bay", en="one great bay"),)).find(own, "en"), ())
    assert hit.span.of(other) == "one wide strait"


def test_nothing_is_proposed_where_the_term_is_rendered() -> None:
    base = document("b", "zh", "双方重申一个海湾原则。")
    version = document("v", "en", "Both sides reaffirmed the one-Bay principle, not a one-Bay dream.")
    assert found(base, version) == ()


@pytest.mark.parametrize(
    ("lang", "lines", "expected"),
    [
        ("en", ("The one-Bay stance is old.", "Nobody left the one-Bay stance."), "one-Bay stance"),
        ("ko", ("하나의 해만 입장을 지켰다.", "하나의 해만 입장이 옳다."), "하나의 해만 입장"),
        ("zh", ("坚持一个海湾立场。", "反对一个海湾立场！"), "一个海湾立场"),
    ],
)
def test_a_frame_that_recurs_is_proposed(lang: str, lines: tuple[str, ...], expected: str) -> None:
    (only,) = found(document("b", lang, *lines))
    assert (only.text, only.kind, only.score, len(only.places)) == (expected, "frame", 0.51, 2)


def test_a_frame_that_stands_once_is_not() -> None:
    assert found(document("b", "en", "The one-Bay stance is old.", "So is the sea.")) == ()
    assert found(document("b", "en", "The one-Bay stance is a one-Bay stance is a one-Bay stance.")) == ()


@pytest.mark.parametrize(
    "line",
    [
        "The one-Bay is there.",  # a function word
        "The one-Bay 2026 came.",  # a number
        "The one-Bay stance, though: one Bay, stances.",  # once, then broken by a comma
        "One-Bay fishery partnership",
    ],
)
def test_what_cannot_fill_a_frame_is_not(line: str) -> None:
    assert found(document("b", "en", line)) == ()


def test_listed_terms_are_no_candidates() -> None:
    other = concept("stance", en="one-Bay stance")
    base = document("b", "zh", "双方重申一个海湾原则。")
    version = document("v", "en", "Both sides reaffirmed the one-Bay stance.")
    assert found(base, version, concepts=(*CONCEPTS, other)) == ()


def test_a_name_with_another_noun_is_no_variant() -> None:
    islands = (concept("north", en="North Isle"), concept("peace", en="North Isle peace"))
    lines = ["North Isle fish is good.", "North Isle fish is cheap.", "More North Isle fish."]
    assert found(document("b", "en", *lines), concepts=islands) == ()


def test_short_frames_need_two_places() -> None:
    once = found(document("b", "zh", "船到青石海湾。"), document("v", "en", "The ship reached Green Bay."))
    assert once == ()
    base = document("b", "zh", "船到青石海湾。", "青石海湾很美。")
    twice = found(base, document("v", "en", "The ship reached Green Bay.", "They like Green Bay."))
    assert texts(twice) == ["Green Bay"]
    assert twice[0].score == 0.64


def test_a_word_left_out() -> None:
    base = document("b", "zh", "全面渔业伙伴关系很重要。", "全面渔业伙伴关系不重要。")
    version = document("v", "en", "The fishery partnership is good.", "It is not good.")
    assert texts(found(base, version)) == ["fishery partnership"]
    assert found(base, document("v", "en", "The fishery partnership programme is good.")) == ()


def test_a_word_put_in() -> None:
    base = document("b", "zh", "建立全面渔业伙伴关系。")
    version = document("v", "en", "They set up a comprehensive coastal fishery partnership.")
    assert texts(found(base, version)) == ["comprehensive coastal fishery partnership"]


def test_texts_of_one_language_that_differ_by_the_term() -> None:
    house = concept("house", en="Lantern Court")
    base = document(
        "b", "en", "He met them at Lantern Court on Monday at noon.", "Lantern Court denied the report on it."
    )
    version = document(
        "v", "en", "He met them at White Villa on Monday at noon.", "White Villa denied the report on it."
    )
    (only,) = found(base, version, concepts=(house,))
    assert (only.text, only.like, only.kind) == ("White Villa", "Lantern Court", "aligned")
    # words that share nothing with the term must come again
    once = found(base, document("v", "en", "He met them at White Villa on Monday at noon."), concepts=(house,))
    assert once == ()


def test_what_recurs_where_a_term_is_missing() -> None:
    house = concept("house", zh="灯笼院", en="Lantern Court")
    lines = [f"第{n}天灯笼院发表声明" for n in "甲乙丙丁"] + ["天气很好"] * 20
    english = [f"Statement {n} came out of White Villa" for n in ("A", "B", "C", "D")] + ["Fine weather"] * 20
    (only,) = found(document("b", "zh", *lines), document("v", "en", *english), concepts=(house,))
    assert only.text == "White Villa"
    assert [p.segments for p in only.places] == [(0,), (1,), (2,), (3,)]


def test_a_longer_wording_swallows_the_shorter() -> None:
    base = document("b", "en", "The one-Bay stance of one-Bay stance.", "One-Bay stance.", "A one-Bay stance.")
    assert texts(found(base)) == ["one-Bay stance"]


def test_versions_count_together() -> None:
    base = document("b", "zh", "会议结束。")
    one = document("v", "en", "The one-Bay stance won.")
    two = document("w", "en", "The one-Bay stance lost.")
    (only,) = found(base, one, two)
    assert [p.document for p in only.places] == ["v", "w"]


@given(st.lists(st.text(alphabet="oneBay 一个海湾-. \u200b'’好", max_size=60), max_size=6))
def test_any_text_gives_places_that_hold(lines: list[str]) -> None:
    base = document("b", "zh", *lines)
    version = document("v", "en", *lines)
    result = found(base, version)
    assert result == found(base, version)
    by_id = {"b": base, "v": version}
    for candidate in result:
        assert 0.5 <= candidate.score <= 1
        for place in candidate.places:
            joined = " ".join(by_id[place.document].segments[i].text for i in place.segments)
            assert place.span.of(joined) == place.text


def test_a_korean_particle_ends_a_wording() -> None:
    lines = ["청석은 해만 원칙을 지킨다.", "청석은 해만 원칙이 옳다."]
    rule = concept("rule", ko="하나의 해만 원칙")
    assert found(document("b", "ko", *lines), concepts=(rule,)) == ()
