"""Words that one concept accepts and another rejects, and rejected words in another form."""

from __future__ import annotations

import pytest
from term_texts import context, issues

from aligner.model import Concept, Severity, Term
from aligner.model.terms import TermStatus


def concept(ident: str, chinese: str, preferred: str, *rejected: str) -> Concept:
    wrong = (Term(t, "en", TermStatus.DEPRECATED, forbidden=True) for t in rejected)
    right = Term(preferred, "en", TermStatus.PREFERRED)
    return Concept(ident, (Term(chinese, "zh", TermStatus.PREFERRED), right, *wrong), origin="own.tsv")


PACT = concept("pact", "协定", "agreement", "accord")
MEMO = concept("memo", "谅解备忘录", "memorandum of understanding", "agreement")
TREATY = concept("treaty", "同盟条约", "treaty of alliance", "alliance agreement")
BOTH = "两国签署谅解备忘录和协定。"


@pytest.mark.parametrize(
    ("base", "version", "expected"),
    [
        (BOTH, "They signed an agreement and an accord.", [("memo", "agreement"), ("pact", "accord")]),
        (BOTH, "They signed an agreement and an agreement.", [("memo", "agreement")]),
        (BOTH, "They signed a memorandum of understanding and an agreement.", []),
        (BOTH, "They signed memoranda of understanding and an agreement, an accord.", []),
        (BOTH, "They signed a memorandum of understanding and an accord.", [("pact", "accord")]),
        ("两国签署协定。", "They signed an agreement, an accord.", []),
        ("两国签署谅解备忘录。", "They signed an agreement.", [("memo", "agreement")]),
    ],
)
def test_an_accepted_word_serves_one_concept_only(base: str, version: str, expected: list[tuple[str, str]]) -> None:
    found = issues(context([base], [version], langs=("zh", "en"), concepts=(PACT, MEMO)))
    loud = [i for i in found if i.severity > Severity.NEUTRAL]
    assert [(i.evidence["concept"], i.evidence["version_term"]) for i in loud] == expected


def test_two_term_bases_that_hold_one_concept_do_not_share_out_its_words() -> None:
    other = Concept("mine", concept("mine", "协定", "accord", "agreement").terms, origin="mine.tsv")
    version = "They signed an agreement, which is an agreement of long standing."
    found = issues(context(["两国签署协定。"], [version], langs=("zh", "en"), concepts=(PACT, other)))
    assert [i.evidence["kind"] for i in found if i.severity > Severity.NEUTRAL] == []


@pytest.mark.parametrize(
    ("version", "words"),
    [
        ("They signed an agreement of alliance.", "agreement of alliance"),
        ("They signed a treaty of their alliance.", None),
    ],
)
def test_a_rejected_term_in_another_form_does_not_pass_for_a_rendering(version: str, words: str | None) -> None:
    found = issues(context(["他们签订同盟条约。"], [version], langs=("zh", "en"), concepts=(TREATY,)))
    if words is None:
        assert all("rejected" not in i.message for i in found)
        return
    (issue,) = found
    assert (issue.evidence["kind"], issue.severity) == ("absent", Severity.NEUTRAL)
    assert f"“{words}” is like the rejected “alliance agreement”" in issue.message
    assert issue.version is not None
    assert issue.version.of(version) == words
