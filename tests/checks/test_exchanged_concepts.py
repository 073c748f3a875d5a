"""Another concept's rendering where no link between the two says that they are easily exchanged."""

from __future__ import annotations

import dataclasses

import pytest
from term_texts import context, issues

from aligner.checks import Mode
from aligner.checks._terms.likeness import Likeness, likeness
from aligner.model import Concept, Role, Severity, Term
from aligner.model.terms import TermStatus

MAJOR, MINOR, NEUTRAL = Severity.MAJOR, Severity.MINOR, Severity.NEUTRAL


def concept(chinese: str, english: str, origin: str = "own.tsv") -> Concept:
    terms = Term(chinese, "zh", TermStatus.PREFERRED), Term(english, "en", TermStatus.PREFERRED)
    return Concept(english, terms, origin=origin)


PRINCIPLE, POLICY = concept("一江原则", "One-River principle"), concept("一江政策", "One-River policy")
STATE, WORKING = concept("国事访问", "state visit"), concept("工作访问", "working visit")
MEMO, INTENT = concept("谅解备忘录", "memorandum of understanding"), concept("意向书", "letter of intent")
OWN = (PRINCIPLE, POLICY, STATE, WORKING, MEMO, INTENT)

Told = list[tuple[str, Severity]]


def told(base: str, version: str, lang: str = "zh", mode: Mode = Mode.RENDERING) -> Told:
    found = issues(context([base], [version], langs=(lang, "en"), concepts=OWN, mode=mode))
    return [(i.evidence["kind"], i.severity) for i in found]


@pytest.mark.parametrize(
    ("base", "version", "expected"),
    [
        ("中方坚持一江原则。", "China adheres to the One-River policy.", [("rival", MAJOR)]),
        ("中方坚持一江政策。", "China adheres to the One-River principle.", [("rival", MAJOR)]),
        ("他进行国事访问。", "He is on a working visit.", [("rival", MINOR)]),
        ("双方签署谅解备忘录。", "They signed a letter of intent.", [("absent", NEUTRAL)]),
        ("中方坚持一江原则。", "China adheres to the One-River principle.", []),
        ("中方坚持一江原则和一江政策。", "China has its One-River principle and its One-River policy.", []),
        # rendered in another form: "principle of One-River" and, beside it, a policy that the version adds
        ("中方坚持一江原则。", "The principle of One-River came before the One-River policy.", []),
        # the head stands by itself elsewhere: a note to look at, not the gravest
        ("中方坚持一江原则。", "On principle, China adheres to the One-River policy.", [("rival", MINOR)]),
    ],
)
def test_names_that_are_alike_tell_of_an_exchange(base: str, version: str, expected: Told) -> None:
    assert told(base, version) == expected


@pytest.mark.parametrize("mode", [Mode.RENDERING, Mode.BETWEEN])
@pytest.mark.parametrize(
    ("one", "other", "grave"),
    [
        ("China adheres to the One-River principle.", "China adheres to the One-River policy.", MAJOR),
        ("He is on a state visit.", "He is on a working visit.", MINOR),
        ("They signed a memorandum of understanding.", "They signed a letter of intent.", NEUTRAL),
        ("They drafted a memorandum of understanding.", "Reporters saw no letter of intent.", None),
        ("He is on a state visit.", "He is on a state visit, not a working visit.", None),
    ],
)
def test_one_language_and_two_versions(one: str, other: str, grave: Severity | None, mode: Mode) -> None:
    most = MINOR if mode is Mode.BETWEEN else MAJOR
    expected = [] if grave is None else [("rival", min(grave, most))]
    assert told(one, other, "en", mode) == expected


def test_only_one_term_base_and_sure_links_tell() -> None:
    apart = PRINCIPLE, dataclasses.replace(POLICY, origin="other.tsv")
    base, version = ["中方坚持一江原则。"], ["China adheres to the One-River policy."]
    found = issues(context(base, version, langs=("zh", "en"), concepts=apart))
    assert [i.evidence["kind"] for i in found] == ["absent"]
    assert issues(context(base, version, langs=("zh", "en"), concepts=OWN, confidence=0.2)) == []
    where = context(base, version, langs=("zh", "en"), concepts=OWN)
    head = where.pairs[0].base.segments[0]
    side = dataclasses.replace(where.pairs[0].base, segments=(dataclasses.replace(head, role=Role.TITLE),))
    assert issues(dataclasses.replace(where, pairs=(dataclasses.replace(where.pairs[0], base=side),))) == []


def test_a_long_passage_gives_a_note() -> None:
    rest = " Reporters waited for hours in the rain outside the old hall by the river." * 5
    (issue,) = issues(
        context(["中方坚持一江原则。"], [f"China adheres to the One-River policy.{rest}"],
                langs=("zh", "en"), concepts=OWN)
    )  # fmt: skip
    assert (issue.evidence["kind"], issue.severity) == ("rival", NEUTRAL)


@pytest.mark.parametrize(
    ("one", "other", "language", "expected"),
    [
        (PRINCIPLE, POLICY, "en", Likeness.HEAD),
        (PRINCIPLE, POLICY, "zh", Likeness.HEAD),
        (STATE, WORKING, "en", Likeness.WORD),
        (STATE, WORKING, "zh", Likeness.WORD),
        (MEMO, INTENT, "en", Likeness.NONE),
        (MEMO, INTENT, "zh", Likeness.NONE),
        (concept("甲", "financial markets"), concept("乙", "financial services"), "en", Likeness.WORD),
        (concept("甲", "bank"), concept("乙", "central bank"), "en", Likeness.NONE),
        (concept("银行", "a"), concept("中央银行", "b"), "zh", Likeness.NONE),
    ],
)
def test_likeness_of_names(one: Concept, other: Concept, language: str, expected: Likeness) -> None:
    assert likeness(one, other, language) is likeness(other, one, language) is expected
