"""Omission and addition: one finding a lone side, the heaviest first and with reasons."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from aligner.checks import Check, Context
from aligner.checks.addition import Addition
from aligner.checks.omission import Omission
from aligner.model import Alignment, Bead, Block, Document, Issue, Role, Segment, Severity, Span
from aligner.model.alignment import aligned_pairs, ordered
from aligner.terms import bundled
from aligner.terms.matching import TermIndex

Line = str | tuple[str, str]


def document(ident: str, lang: str, lines: Sequence[Line], *, title: bool) -> Document:
    said = [line if isinstance(line, tuple) else (None, line) for line in lines]
    roles = [Role.TITLE if title and not i else Role.BODY for i in range(len(said))]
    segments = tuple(
        Segment(i, text, Span(0, len(text)), i, roles[i], speaker) for i, (speaker, text) in enumerate(said)
    )
    blocks = tuple(Block(roles[i], text, speaker) for i, (speaker, text) in enumerate(said))
    return Document(ident, lang, blocks, segments)


def context(
    base: Sequence[Line], version: Sequence[Line], linked: Sequence[tuple[int, int]],
    *, langs: tuple[str, str] = ("en", "en"), title: bool = False,
) -> Context:  # fmt: skip
    one = document("base", langs[0], base, title=title)
    two = document("version", langs[1], version, title=title)
    beads = [Bead((b,), (v,)) for b, v in linked]
    beads += [Bead((i,), ()) for i in range(len(base)) if i not in {b for b, _ in linked}]
    beads += [Bead((), (i,)) for i in range(len(version)) if i not in {v for _, v in linked}]
    alignment = Alignment("base", "version", ordered(beads), "test", False)
    return Context(one, two, aligned_pairs(alignment, one, two), TermIndex(bundled()))


def issues(check: Check, where: Context) -> dict[str, Issue]:
    """Issue by the text of its lone side."""
    return {
        pair.base.text or pair.version.text: issue for pair in where.pairs for issue in check.check(pair, where)
    }


FILLER = [
    f"The {n} afternoon passed quietly in the town with tea and cake." for n in ("first", "last", "long", "warm")
]
ALLIANCE = "Cooperation is a reality for us, given that we are military allies."
COMMUNIQUE = "The Joint Communiqué calls it the sole legal government."


def test_each_lone_base_sentence_is_told_and_the_heavy_ones_are_major() -> None:
    where = context([*FILLER, ALLIANCE, "They met.", COMMUNIQUE], ["They met."], [(5, 0)])
    found = issues(Omission(), where)
    assert list(found) == [*FILLER, ALLIANCE, COMMUNIQUE]
    major = {text for text, issue in found.items() if issue.severity is Severity.MAJOR}
    assert major == {ALLIANCE, COMMUNIQUE}
    assert found[COMMUNIQUE].evidence["weighty"][:2] == ["joint communiqué", "sole legal government"]
    assert "joint communiqué" in found[COMMUNIQUE].message
    assert found[COMMUNIQUE].evidence["rank"] == 1
    assert found[FILLER[0]].evidence["weighty"] == []
    assert all(i.base == Span(0, len(t)) and i.version is None for t, i in found.items())
    assert not issues(Addition(), where)


@pytest.mark.parametrize(
    ("sentence", "lang", "reason"),
    [
        ("Exports fell by 12.5 percent to 30 billion won.", "en", "figure"),
        ("However, many orders are still missing.", "en", "caveat"),
        ("“This road leads nowhere at all,” he added.", "en", "direct quotation"),
        ("The National Assembly will vote.", "en", "named body"),
        ("The two armies must never meet again.", "en", "negation"),
        ("不过，部分企业订单不足。", "zh", "caveat"),
        ("双方是军事盟友。", "zh", "ally"),
        ("出口额为2.5亿元。", "zh", "figure"),
        ("다만 중소기업은 어렵다고 말했다.", "ko", "caveat"),
        ("양국은 군사동맹을 맺었다.", "ko", "alliance"),
    ],
)
def test_reasons(sentence: str, lang: str, reason: str) -> None:
    plain = {"zh": "他们见面。", "ko": "그들은 만났다.", "en": "They met."}[lang]
    where = context([plain, sentence, plain], ["Nothing.", "Nothing."], [(0, 0), (2, 1)], langs=(lang, "fr"))
    (issue,) = issues(Omission(), where).values()
    assert reason in issue.evidence["carries"]


def weight(sentence: Line, **more: Any) -> float:
    base: list[Line] = [("Guest", "We grow."), ("Host", "How do you see it?"), ("Host", "And why?"), sentence]
    where = context([*base, *more.get("after", ())], ["We grow."], [(0, 0)])
    text = sentence[1] if isinstance(sentence, tuple) else sentence
    return float(issues(Omission(), where)[text].evidence["weight"])


def test_questions_and_courtesies_weigh_less_than_statements() -> None:
    statement = weight(("Guest", "President Guest said exports to the ally rose."))
    question = weight(("Host", "President Guest, did exports to the ally rise?"))
    thanks = weight(("Host", "Thank you, President Guest, for words on the ally."))
    assert statement > question > thanks


def test_the_statement_of_an_office_holder_is_named() -> None:
    base: list[Line] = [
        ("Host", "President Guest, how do you see it?"), ("Host", "And why?"), ("Guest", "I see it well."),
        ("Guest", "It grows."),
    ]  # fmt: skip
    found = issues(Omission(), context(base, ["It grows."], [(3, 0)]))
    assert "statement of the president" in found["I see it well."].evidence["carries"]
    assert found["I see it well."].message.startswith("A sentence by Guest is left out")


def test_a_refrain_that_is_rendered_elsewhere_is_not_weighty() -> None:
    refrain = "The alliance with the neighbours remains the core of our sovereignty."
    where = context(
        [refrain, "It rained.", refrain], ["L'alliance reste.", "Il a plu."], [(0, 0), (1, 1)], langs=("en", "fr")
    )
    (issue,) = issues(Omission(), where).values()
    assert issue.severity is Severity.MINOR
    assert issue.evidence["repeated_in"] == 0


def test_words_that_stand_elsewhere_in_the_version_are_not_lost() -> None:
    text = "The alliance guarantees the sovereignty of both neighbours."
    where = context([text, "It rained hard."], ["It rained hard.", text], [(1, 0)])
    (issue,) = issues(Omission(), where).values()
    assert issue.severity is Severity.MINOR
    assert issue.evidence["elsewhere"] == 1


def test_a_lone_title_is_neutral() -> None:
    where = context(["The alliance", "It rained."], ["Weather", "It rained."], [(1, 1)], title=True)
    assert issues(Omission(), where)["The alliance"].severity is Severity.NEUTRAL
    assert issues(Addition(), where)["Weather"].severity is Severity.NEUTRAL


def test_additions_are_weighed_too() -> None:
    added = "Analysts expect sanctions worth 2.5 billion dollars."
    found = issues(Addition(), context(["It rained."], ["It rained.", added], [(0, 0)]))
    assert found[added].severity is Severity.MAJOR
    assert set(found[added].evidence["weighty"]) >= {"sanctions", "figure"}
    assert found[added].version == Span(0, len(added))
    assert found[added].base is None


def test_only_the_top_part_is_major() -> None:
    base = [f"The sanctions of country {i} cost {i} billion dollars." for i in range(20, 80)]
    found = issues(Omission(), context([*base, "It rained."], ["Il a plu."], [(60, 0)], langs=("en", "fr")))
    assert sum(i.severity is Severity.MAJOR for i in found.values()) == 6


def test_options_move_the_threshold() -> None:
    where = context([ALLIANCE, "They met."], ["They met."], [(1, 0)])
    assert issues(Omission(least=0.99), where)[ALLIANCE].severity is Severity.MINOR


def test_two_runs_give_one_result() -> None:
    where = context([*FILLER, ALLIANCE, COMMUNIQUE, "They met."], ["They met."], [(6, 0)])
    assert issues(Omission(), where) == issues(Omission(), where)
