"""term-consistency: what is a mix, what has a good reason, and who says which."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from term_texts import Line, context, lone, mixes

from aligner.checks._terms.names import Wordings
from aligner.model import Concept, Severity, Term
from aligner.model.terms import TermStatus
from aligner.terms import bundled

PREFERRED, ADMITTED, DEPRECATED, SUPERSEDED = TermStatus
TALKS = Concept(
    "talks",
    (
        Term("실무협의", "ko", PREFERRED),
        Term("실무급 협의", "ko", ADMITTED),
        Term("working-level talks", "en", PREFERRED),
        Term("working-level consultations", "en", ADMITTED),
        Term("practical talks", "en", DEPRECATED),
        Term("WLT", "en", ADMITTED, type="acronym"),
    ),
    origin="house.tsv",
)
ZONE = Concept("zone", (Term("구역", "ko"), Term("zone", "en", PREFERRED), Term("area", "en")), origin="house.tsv")


def rendered(base: list[str], version: list[str], *concepts: Concept) -> list[tuple[Severity, str]]:
    where = context(base, version, langs=("ko", "en"), concepts=concepts)
    return [(i.severity, i.evidence["version_term"]) for i in mixes(where)]


def test_one_term_of_the_base_in_two_ways_is_minor_at_the_rarer() -> None:
    base = ["실무협의가 열렸다."] * 3
    said = ["The working-level talks began.", "The working-level talks ended.", "Working-level consultations came."]
    assert rendered(base, said, TALKS) == [(Severity.MINOR, "Working-level consultations")]
    (issue,) = mixes(context(base, said, langs=("ko", "en"), concepts=(TALKS,)))
    counted = [(w["term"], w["count"], w["segments"]) for w in issue.evidence["wordings"]]
    assert counted == [("working-level talks", 2, [0, 1]), ("Working-level consultations", 1, [2])]
    assert issue.suggestion == "working-level talks"
    assert issue.base is not None
    assert "“working-level talks” (twice), “Working-level consultations” (once)" in issue.message


def test_wordings_that_follow_the_base_are_no_mix() -> None:
    base = ["실무협의가 열렸다.", "실무급 협의가 열렸다."]
    assert rendered(base, ["The working-level talks began.", "Working-level consultations came."], TALKS) != []
    other = Concept("talks", (*TALKS.terms[:1], Term("고위급 회담", "ko"), *TALKS.terms[2:]), origin="house.tsv")
    base = ["실무협의가 열렸다.", "고위급 회담이 열렸다."]
    assert rendered(base, ["The working-level talks began.", "Working-level consultations came."], other) == []


@pytest.mark.parametrize(
    "second", ["The WLT ended.", "The working-level talk ended.", "Working\u2011Level Talks ended."]
)
def test_forms_of_one_name_are_no_mix(second: str) -> None:
    assert rendered(["실무협의가 열렸다."] * 2, ["The working-level talks began.", second], TALKS) == []


def test_a_rejected_wording_is_left_to_terminology() -> None:
    base, version = ["실무협의가 열렸다."] * 2, ["The working-level talks began.", "The practical talks ended."]
    assert rendered(base, version, TALKS) == [(Severity.NEUTRAL, "practical talks")]


def test_a_rival_among_the_renderings_is_left_to_terminology() -> None:
    base, version = (
        ["坚持一个中国原则。"] * 2,
        ["It upholds the one-China principle.", "The one-China policy stands."],
    )
    (issue,) = mixes(context(base, version, langs=("zh", "en")))
    assert (issue.severity, issue.evidence["version_term"]) == (Severity.NEUTRAL, "one-China policy")
    assert "renders “一个中国原则” in 2 ways" in issue.message


def test_in_one_language_the_other_name_is_left_to_terminology() -> None:
    where = context(["They met at Cheong Wa Dae."] * 2, ["They met at Cheong Wa Dae.", "They left the Blue House."])
    assert [i.severity for i in mixes(where)] == [Severity.NEUTRAL]


def test_a_family_that_the_base_has_itself_is_no_mix() -> None:
    base = ["坚持一个中国原则。", "奉行一个中国政策。"]
    version = ["It upholds the one-China principle.", "It pursues a one-China policy."]
    assert mixes(context(base, version, langs=("zh", "en"))) == []


def test_common_words_are_a_note_and_unsure_links_say_nothing() -> None:
    base = ["구역이 있다."] * 2
    assert rendered(base, ["There is a zone.", "There is an area."], ZONE) == [(Severity.NEUTRAL, "area")]
    where = context(base, ["A zone.", "An area."], langs=("ko", "en"), concepts=(ZONE,), confidence=0.3)
    assert mixes(where) == []


def alone(*lines: Line, title: bool = False) -> list[Severity]:
    return [i.severity for i in mixes(lone(lines, title=title))]


def test_a_text_alone() -> None:
    assert alone("The Taiwan question is old.", "The Taiwan issue is new.") == [Severity.MINOR]
    assert alone("The Taiwan question is old.", "The question of Taiwan is new.") == []
    assert alone("They met at Cheong Wa Dae.", "They left the Blue House.") == [Severity.MINOR]
    assert alone("South Korea agreed.", "The Republic of Korea (ROK) agreed.", "The ROK said so.") == []
    assert alone("The two restored diplomatic ties.", "Diplomatic relations had been severed.") == []
    assert alone("The Taiwan issue", "The Taiwan question is old.", title=True) == []


@pytest.mark.parametrize(
    "gloss", ["Cheong Wa Dae, or the Blue House,", "Cheong Wa Dae (the Blue House)", "Cheong Wa Dae/Blue House"]
)
def test_a_name_that_the_text_explains_is_no_mix(gloss: str) -> None:
    assert alone(f"They met at {gloss} today.", "They left the Blue House late.") == []


def test_different_speakers_are_a_note_that_says_who() -> None:
    lines: list[Line] = [
        ("Ann Rowe", "Will the Taiwan issue come up?"),
        ("Kim Ho", "The Taiwan question is for both sides."),
    ]
    (issue,) = mixes(lone(lines))
    assert issue.severity is Severity.NEUTRAL
    assert "(Ann Rowe, who asks, once)" in issue.message
    assert "(Kim Ho, once)" in issue.message
    assert alone(*lines, ("Kim Ho", "Yes, the Taiwan issue.")) == [Severity.MINOR]


def test_each_voice_has_its_own_count() -> None:
    lines: list[Line] = [
        ("Ann Rowe", "Will the Taiwan question come up?"),
        ("Kim Ho", "The Taiwan question is for both sides."),
        ("Ann Rowe", "And the Taiwan issue?"),
        ("Kim Ho", "The Taiwan question is the Taiwan question."),
    ]
    (issue,) = mixes(lone(lines))
    assert "“Taiwan question” (Ann Rowe, who asks, once; Kim Ho, 3 times)" in issue.message
    said = ["The Taiwan question is old.", "The Taiwan issue is new.", "The Taiwan issue is hard."]
    (issue,) = mixes(lone([*said, "A passer-by said: “The Taiwan issue is ours.”"]))
    assert "“Taiwan issue” (3 times, once in a quotation)" in issue.message
    (issue,) = mixes(lone([said[0], "A passer-by said: “The Taiwan issue is ours.”"]))
    assert "“Taiwan issue” (in a quotation, once)" in issue.message


def test_the_title_of_a_work_is_no_name_for_the_thing() -> None:
    terms = Term("alpha plan", "en", PREFERRED), Term("first plan", "en")
    plan = Concept("plan", terms, origin="house.tsv")
    lines = ["The alpha plan is fine.", "The film “First Plan” opens today.", "He saw “The First Plan” twice."]
    assert mixes(lone(lines, concepts=(plan,))) == []
    assert len(mixes(lone([lines[0], "The “first plan” opens today."], concepts=(plan,)))) == 1


def test_a_quotation_belongs_to_whoever_is_named_beside_it() -> None:
    speaker: Line = ("Kim Ho", "The Taiwan question is for both sides.")
    assert alone('Kim said, "The Taiwan issue is ours."', speaker) == [Severity.MINOR]
    assert alone('A passer-by said, "The Taiwan issue is ours."', speaker) == [Severity.NEUTRAL]


def test_a_family_in_one_text_lists_who_says_which() -> None:
    (issue,) = mixes(
        lone(
            [("Ann Rowe", "Do you uphold the one-China principle?"), ("Kim Ho", "We respect the one-China stance.")]
        )
    )
    assert issue.severity is Severity.NEUTRAL
    assert issue.evidence["kind"] == "family"
    assert issue.evidence["concepts"] == ["one-china-principle", "one-china-position"]
    assert [w["speakers"] for w in issue.evidence["wordings"]] == [["Ann Rowe"], ["Kim Ho"]]


def test_a_family_with_a_mix_inside_points_at_the_mix() -> None:
    (issue,) = mixes(
        lone([
            ("Ann Rowe", "Do you uphold the one-China principle?"),
            ("Kim Ho", "We respect the one-China stance, the one-China stance."),
            'Kim said his country had always "respected one-China."',
        ])
    )  # fmt: skip
    assert issue.severity is Severity.MINOR
    assert issue.evidence["version_term"] == "respected one-China"


def test_a_plain_glossary_has_families_too() -> None:
    def row(ident: str, accepted: str, *rejected: str) -> Concept:
        terms = (Term(accepted, "en", PREFERRED), *(Term(r, "en", DEPRECATED) for r in rejected))
        return Concept(ident, terms, origin="house.tsv")

    concepts = (row("1", "Two-Lakes rule", "Two-Lakes idea"), row("2", "Two-Lakes idea", "Two-Lakes rule"))
    lines: list[Line] = [("Ann Rowe", "The Two-Lakes rule?"), ("Kim Ho", "The Two-Lakes idea.")]
    (issue,) = mixes(lone(lines, concepts=concepts))
    assert (issue.severity, issue.evidence["kind"]) == (Severity.NEUTRAL, "family")


def test_things_that_differ_may_stand_side_by_side() -> None:
    assert (
        alone(
            "They issued a joint statement.",
            "A joint declaration followed.",
            "The state visit is no official visit.",
        )
        == []
    )


def test_without_term_base_it_is_silent() -> None:
    assert mixes(lone(["The Taiwan question.", "The Taiwan issue."], concepts=())) == []


PLAIN = [t for c in bundled() for t in c.terms if t.lang == "en" and t.type is None]


@given(st.lists(st.sampled_from(PLAIN), max_size=6), st.data())
def test_what_is_one_name_does_not_hang_on_order(terms: list[Term], data: st.DataObject) -> None:
    mixed = data.draw(st.permutations(terms))
    groups = []
    for order in (terms, mixed):
        names, concept = Wordings(), Concept("c", tuple(order))
        groups.append({frozenset(t.text for t in terms if names.same(t, u, concept)) for u in terms})
    assert groups[0] == groups[1]
