"""Terminology: what is flagged, how heavily, with which evidence, and what is left alone."""

from __future__ import annotations

import csv
import dataclasses
from pathlib import Path
from typing import Any

import pytest
from term_texts import Line, context, issues

from aligner.checks.terminology import Terminology
from aligner.formats.ladder import read_beads
from aligner.model import Concept, Severity, Term
from aligner.model.terms import TermStatus
from aligner.terms import bundled, load


def test_a_rival_concept_is_major_and_names_the_others_with_their_speakers() -> None:
    where = context(
        [
            ("Asker", "How will you uphold the one-China principle?"),
            ("Guest", "We have always respected the one-China stance."),
            ("Guest", "Nothing has changed."),
        ],
        ["The guest said the country keeps to the one-China policy.", "Nothing changed."],
        [([0], []), ([1], [0]), ([2], [1])],
    )
    (issue,) = issues(where)
    assert issue.severity is Severity.MAJOR
    assert issue.base is not None
    assert issue.base.of(where.pairs[1].base.text) == "one-China stance"
    assert issue.version is not None
    assert issue.version.of(where.pairs[1].version.text) == "one-China policy"
    assert issue.suggestion == "one-China stance"
    assert "“one-China stance” (Guest)" in issue.message
    assert "“one-China principle” (Asker)" in issue.message
    evidence = issue.evidence
    assert (evidence["base_term"], evidence["version_term"]) == ("one-China stance", "one-China policy")
    assert evidence["concept"] == "one-china-position"
    assert evidence["term_base"] == "china.tbx"
    assert "one-China stance" in evidence["accepted"]
    assert evidence["note"]


@pytest.mark.parametrize(
    "beads", [[([0], []), ([1], []), ([2], [0])], [([0], []), ([1], []), ([2], []), ([], [0])]]
)
def test_the_nearest_words_of_the_same_speaker_are_compared(beads: list[tuple[list[int], list[int]]]) -> None:
    base: list[Line] = [
        ("Guest", "We will uphold a position of respect for one China."),
        ("Asker", "And the one-China principle?"),
        ("Guest", "We have never deviated from this position."),
    ]
    where = context(base, ["The country adheres to the one-China policy."], beads)
    (issue,) = issues(where)
    assert issue.severity is Severity.MAJOR
    assert issue.base is None
    if beads[2] == ([2], [0]):
        assert issue.evidence["base_speaker"] == "Guest"
        assert issue.evidence["base_segment"] == 0


def test_a_rival_that_the_base_names_close_by_is_no_fault() -> None:
    where = context(
        ["They spoke of the one-China policy.", "They also spoke of the one-China principle and its history."],
        ["They spoke of much.", "They spoke of the one-China principle and the one-China policy."],
    )
    assert issues(where) == []


def test_another_variant_in_one_language_is_minor_once() -> None:
    where = context(
        ["He spoke at Cheong Wa Dae.", "The staff returned to Cheong Wa Dae.", "It rained."],
        ["He spoke at the Blue House.", "The staff returned to the Blue House.", "It rained at the Blue House."],
    )
    assert [i.severity for i in issues(where)] == [Severity.MINOR, Severity.NEUTRAL, Severity.NEUTRAL]
    assert {i.suggestion for i in issues(where)} == {"Cheong Wa Dae"}


def test_a_variant_that_the_base_uses_too_is_none() -> None:
    where = context(
        ["He spoke at Cheong Wa Dae.", "The Blue House said so."], ["He spoke at the Blue House.", "It said so."]
    )
    assert issues(where) == []


def test_an_accepted_variant_across_languages_is_a_note_once() -> None:
    where = context(
        ["青瓦台表示。", "青瓦台又说。"], ["The Blue House said.", "The Blue House added."], langs=("zh", "en")
    )
    assert [(i.severity, i.suggestion) for i in issues(where)] == [(Severity.NEUTRAL, "Cheong Wa Dae")]


HOUSE = Concept(
    "house",
    (
        Term("谅解备忘录", "zh", TermStatus.PREFERRED),
        Term("memorandum of understanding", "en", TermStatus.PREFERRED),
        Term("business agreement", "en", TermStatus.DEPRECATED),
        Term("pact", "en", TermStatus.DEPRECATED),
    ),
)
POINT = Concept(
    "point",
    (
        Term("个百分点", "zh"),
        Term("percentage point", "en", TermStatus.PREFERRED),
        Term("percent", "en", TermStatus.DEPRECATED),
    ),
)


@pytest.mark.parametrize(
    ("base", "version", "expected"),
    [
        ("双方签署谅解备忘录。", "They signed a business agreement.", [Severity.MAJOR]),
        ("双方签署谅解备忘录。", "They signed a pact.", [Severity.MINOR]),
        ("双方签署谅解备忘录。", "They signed a memorandum of understanding, a business agreement.", []),
        ("双方签署协议。", "They signed a business agreement.", []),
        ("提高0.8个百分点，占8%。", "It rose 0.8 percent to 8 percent.", [Severity.MINOR]),
        ("提高0.8个百分点，占8%。", "It rose to 8 percent.", []),
    ],
)
def test_rejected_terms(base: str, version: str, expected: list[Severity]) -> None:
    where = context([base], [version], langs=("zh", "en"), concepts=(HOUSE, POINT))
    assert [i.severity for i in issues(where) if i.severity > 0] == expected


def test_a_rejected_term_beside_the_pair_is_found() -> None:
    base = ["双方签署谅解备忘录。", "会谈很长。"]
    beads = [([0], []), ([1], [0])]
    where = context(base, ["They signed a business agreement."], beads, langs=("zh", "en"), concepts=(HOUSE,))
    assert [(i.severity, i.base) for i in issues(where)] == [(Severity.MAJOR, None)]


def test_the_same_wrong_term_is_told_in_full_three_times() -> None:
    where = context(["谅解备忘录。"] * 5, ["A business agreement."] * 5, langs=("zh", "en"), concepts=(HOUSE,))
    found = issues(where)
    assert [i.severity for i in found] == [Severity.MAJOR] * 3 + [Severity.NEUTRAL] * 2
    assert all(i.version is not None for i in found)


def test_one_word_for_two_concepts_accepts_either() -> None:
    for rendering in ("joint statement", "joint communiqué"):
        where = context(["양국은 공동성명을 냈다."], [f"They issued a {rendering}."], langs=("ko", "en"))
        assert issues(where) == []


def test_a_weighty_term_without_rendering_is_a_note() -> None:
    where = context(["双方发表联合公报。", "联合公报很重要。"], ["They met.", "It matters."], langs=("zh", "en"))
    (issue,) = issues(where)
    assert issue.severity is Severity.NEUTRAL
    assert issue.suggestion == "joint communiqué"


def test_without_term_base_it_is_silent() -> None:
    assert issues(context(["the one-China stance"], ["the one-China policy"], concepts=())) == []


def test_annotated_items(shared: Path) -> None:
    found = total = false = 0
    for item in sorted((shared / "items").iterdir()):
        lang = item.name[:2]
        index = load(item / "glossary.tsv", base_lang=lang, version_lang="en") + bundled()
        marked = list(csv.DictReader(_lines(item / "findings.tsv"), delimiter="\t", quoting=csv.QUOTE_NONE))
        for version in ("en_a", "en_b"):
            where = context(
                _lines(item / "src.seg"), _lines(item / f"{version}.seg"),
                [(list(b.base), list(b.version)) for b in read_beads((item / f"src-{version}.gold").read_text())],
                langs=(lang, "en"), concepts=index,
            )  # fmt: skip
            check = Terminology()
            told = [
                issue.version.of(pair.version.text)
                for pair in where.pairs
                for issue in check.check(pair, where)
                if issue.severity > 0 and issue.version
            ]
            mine = [m for m in marked if m["file"] == version]
            terms = [m["span_tgt"] for m in mine if m["type"] == "terminology"]
            total += len(terms)
            found += sum(t in told for t in terms)
            false += sum(not any(t in m["span_tgt"] for m in mine) for t in told)
    assert (found, total, false) == (8, 8, 0)


def _lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def test_several_words_that_are_listed_as_wrong_hold_on_an_unsure_link_and_a_single_one_is_a_note() -> None:
    base = ["双方签署谅解备忘录。"]
    for version, severity in (("They signed a business agreement.", Severity.MAJOR), ("A pact.", Severity.NEUTRAL)):
        where = context(base, [version], langs=("zh", "en"), concepts=(HOUSE,), confidence=0.4)
        (issue,) = issues(where)
        assert issue.severity is severity
        assert ("weaker" in issue.evidence) is (severity is Severity.NEUTRAL)


def test_a_rival_on_an_unsure_link_is_a_note_where_the_base_has_it_elsewhere() -> None:
    said = ["The one-China principle was raised.", *["It rained."] * 12, "They kept to the one-China policy."]
    told = ["The one-China policy was raised.", *["It rained."] * 12, "They kept to it."]
    assert [i.severity for i in issues(context(said, told, confidence=0.4))] == [Severity.NEUTRAL]
    assert [i.severity for i in issues(context(said, told, confidence=0.9))] == [Severity.MAJOR]


def test_one_rival_for_another_in_a_pair_that_has_both() -> None:
    where = context(
        ["中方的一个中国原则与美方的一个中国政策不同。"],
        ["China's one-China policy is not the one-China policy of the United States."],
        langs=("zh", "en"),
    )
    (issue,) = issues(where)
    assert issue.severity is Severity.MINOR
    assert issue.version is not None
    assert issue.version.start < 20
    assert issue.evidence["base_term"] == "一个中国原则"


def test_short_forms_and_acronyms_are_one_name() -> None:
    where = context(
        ["谅解备忘录", "双方谈到联合国安理会。"],
        ["The MOU", "They spoke of the UNSC."],
        langs=("zh", "en"),
    )
    assert issues(where) == []


def test_an_earlier_term_base_overrules_a_later_one() -> None:
    own = Concept(
        "mine",
        (
            Term("青瓦台", "zh", TermStatus.PREFERRED),
            Term("Cheong Wa Dae", "en", TermStatus.PREFERRED),
            Term("Blue House", "en", TermStatus.DEPRECATED, forbidden=True),
        ),
        origin="house.tsv",
    )
    where = context(
        ["青瓦台表示欢迎。"],
        ["The Blue House welcomed it."],
        langs=("zh", "en"),
        concepts=(own, *bundled()),
    )
    (issue,) = issues(where)
    assert issue.severity is Severity.MAJOR
    assert "house.tsv" in issue.message
    assert "“Cheong Wa Dae”" in issue.message


@pytest.mark.parametrize(
    ("version", "weaker"),
    [("They met.", None), ("They issued a communiqué of their own.", "paraphrased")],
)
def test_what_is_not_rendered_is_weaker_where_it_is_paraphrased(version: str, weaker: str | None) -> None:
    (issue,) = issues(context(["双方发表联合公报。"], [version], langs=("zh", "en")))
    assert issue.severity is Severity.NEUTRAL
    assert issue.evidence.get("weaker") == weaker
    assert issue.evidence["kind"] == "absent"


def test_a_pronoun_after_a_full_mention_renders_a_term() -> None:
    where = context(
        ["双方发表联合公报。", "联合公报很重要。"],
        ["They issued a joint communiqué.", "It is important."],
        langs=("zh", "en"),
    )
    assert issues(where) == []


def test_headlines_and_unsure_links_may_lack_terms() -> None:
    where = context(["双方发表联合公报。"], ["They met."], langs=("zh", "en"), confidence=0.3)
    assert issues(where) == []


def test_the_evidence_has_the_same_keys_whatever_it_is_about() -> None:
    keys = {
        "kind", "concept", "concept_name", "base_term", "version_term", "accepted", "profile", "term_base",
        "source", "note", "confidence", "occurrence", "occurrences",
    }  # fmt: skip
    for where in (
        context(["一个中国原则"], ["the one-China policy"], langs=("zh", "en")),
        context(["双方签署谅解备忘录。"], ["A pact."], langs=("zh", "en"), concepts=(HOUSE,)),
        context(["双方发表联合公报。"], ["They met."], langs=("zh", "en")),
        context(["He spoke at Cheong Wa Dae."], ["He spoke at the Blue House."]),
    ):
        (issue,) = issues(where)
        assert keys <= issue.evidence.keys()
        assert 0 < issue.evidence["confidence"] <= 1


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, Severity.MAJOR),
        ({"severity": Severity.CRITICAL}, Severity.CRITICAL),
        ({"severity": Severity.MINOR}, Severity.MINOR),
        ({"uncertain": True}, Severity.MINOR),
    ],
)
def test_the_term_base_says_how_grave_a_wrong_term_is(more: dict[str, Any], expected: Severity) -> None:
    concept = dataclasses.replace(HOUSE, **more)
    base, version = ["双方签署谅解备忘录。"], ["They signed a business agreement."]
    (issue,) = issues(context(base, version, langs=("zh", "en"), concepts=(concept,)))
    assert issue.severity is expected


COUNTRY = Concept("country", (Term("韩国", "zh"), Term("Korea", "en")))
BANK = Concept("bank", (Term("央行", "zh"), Term("Bank of Korea", "en")))


@pytest.mark.parametrize(
    ("base", "version", "told"),
    [
        # the longer term is none of the base's: the thing is named
        ("他访问韩国。", "He visited the Bank of Korea.", []),
        # it is the base's, once: it renders that and nothing else
        ("央行在韩国。", "The Bank of Korea is there.", ["paraphrased"]),
        ("央行在韩国。", "The Bank of Korea is in Korea.", []),
        ("他访问韩国。", "He was there.", [None]),
    ],
)
def test_a_longer_term_of_another_concept_may_name_the_thing(
    base: str, version: str, told: list[str | None]
) -> None:
    found = issues(context([base], [version], langs=("zh", "en"), concepts=(COUNTRY, BANK)))
    assert [i.evidence.get("weaker") for i in found] == told


def test_a_shortened_mention_is_shown_and_another_head_is_none() -> None:
    rise = Concept("rise", (Term("加息", "zh"), Term("interest rate hikes", "en")))
    where = context(["加息。"], ["There were four rate hikes."], langs=("zh", "en"), concepts=(rise,))
    (issue,) = issues(where)
    assert issue.evidence["weaker"] == "shortened"
    assert issue.version is not None
    assert issue.version.of(where.pairs[0].version.text) == "rate hikes"
    assert "rate hikes" in issue.message
    where = context(["加息。"], ["There were four rate cuts."], langs=("zh", "en"), concepts=(rise,))
    (issue,) = issues(where)
    assert issue.evidence["weaker"] == "paraphrased"
    assert issue.version is None
