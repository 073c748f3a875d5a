"""What the quotation check says about single pairs."""

from __future__ import annotations

import pytest

from aligner.checks import Context
from aligner.checks.quotation import Quotation
from aligner.model import Alignment, Bead, Block, Document, Issue, Role, Segment, Severity, Span
from aligner.model.alignment import aligned_pairs
from aligner.terms import bundled
from aligner.terms.matching import TermIndex


def issues(
    base: str, version: str, langs: str = "en en", speaker: str | None = None, terms: TermIndex | None = None
) -> list[Issue]:
    left, right = langs.split()
    documents = [
        Document(name, lang, (Block(Role.BODY, text),), (Segment(0, text, Span(0, len(text)), 0, speaker=voice),))
        for name, lang, text, voice in (("base", left, base, speaker), ("version", right, version, None))
    ]
    pairs = aligned_pairs(Alignment("base", "version", (Bead((0,), (0,)),), "test", True), *documents)
    return list(Quotation().check(pairs[0], Context(documents[0], documents[1], pairs, terms or TermIndex())))


@pytest.mark.parametrize(
    ("langs", "base", "version"),
    [
        ("en en", "He wants a fresh start with them.", "He wants a “fresh start” with them."),
        ("zh en", "他希望与对方重新开始合作。", "He wants a “fresh start” with them, he made clear."),
        ("ko en", "그는 협력을 다시 시작하기를 원한다.", "He wants a 'fresh start' in cooperation with them."),
        ("en en", "The “liberation” of the town ended.", "The liberation of the town ended."),
        (
            "en en",
            "She said: “We do not fear those who learn slowly.”",
            "She said: “We do not fear those who teach slowly.”",
        ),
    ],
)
def test_reported(langs: str, base: str, version: str) -> None:
    (issue,) = issues(base, version, langs)
    assert issue.severity is Severity.MINOR


@pytest.mark.parametrize(
    ("langs", "base", "version"),
    [
        ("en en", "He wants a “fresh start” here.", "A 'fresh start' is what he wants."),
        ("zh en", "他在《人民日报》上写道。", "He wrote in “People's Daily” about this matter."),
        ("zh en", "他说会继续。", "“We will go on,” he said."),
        ("en en", "He said he would go on.", "“I will go on,” he said."),
        ("en en", "The workers' rights of the '90s.", "The workers’ rights of the ’90s."),
        ("zh en", "访问取得成功", "“The visit was a success”"),
    ],
)
def test_silent(langs: str, base: str, version: str) -> None:
    assert issues(base, version, langs) == []


def test_literal_words_of_an_interview_may_be_quoted() -> None:
    base, version = "We want a fresh start with them.", "He wants a “fresh start” with them."
    assert issues(base, version, speaker="A. Speaker") == []
    assert len(issues(base, version)) == 1


def test_marks_lost_across_languages_are_a_note() -> None:
    (issue,) = issues("所谓“解放”结束了很久了。", "The liberation ended.", "zh en")
    assert issue.severity is Severity.NEUTRAL


@pytest.mark.parametrize(
    ("lang", "version"),
    [("zh", "他称赞了“一带一路”倡议和合作。"), ("ko", "그는 '일대일로' 이니셔티브를 높이 평가한다.")],
)
def test_marks_around_a_known_programme_are_typography(lang: str, version: str) -> None:
    terms = TermIndex(bundled())
    base = "He praised the Belt and Road Initiative and cooperation."
    assert issues(base, version, f"en {lang}", terms=terms) == []
    (issue,) = issues("He praised the long road and cooperation.", version, f"en {lang}", terms=terms)
    assert issue.severity is Severity.NEUTRAL


def test_marks_around_a_capitalised_programme_are_a_note() -> None:
    base = "He praised the Belt and Road Initiative and the 14th Five-Year Plan."
    version = "他称赞了“一带一路”倡议和“十四五”规划。"
    for terms in (TermIndex(), TermIndex(bundled())):
        assert {i.severity for i in issues(base, version, "en zh", terms=terms)} <= {Severity.NEUTRAL}


def test_one_name_excuses_one_pair_of_marks() -> None:
    base = "He praised the Clean Rivers Initiative and the old partners there."
    found = issues(base, "他称赞了“清河”倡议和那里的“老伙伴”。", "en zh")
    assert [i.severity for i in found] == [Severity.NEUTRAL, Severity.MINOR]
