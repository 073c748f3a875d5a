"""What the number check says about single pairs, and how it does on annotated items."""

from __future__ import annotations

import pytest

from aligner.checks import Context
from aligner.checks.number import Number
from aligner.model import AlignedPair, Alignment, Bead, Block, Document, Issue, Role, Segment, Severity, Span
from aligner.model.alignment import aligned_pairs
from aligner.terms.matching import TermIndex


def document(name: str, lang: str, lines: list[str]) -> Document:
    segments = tuple(Segment(i, w, Span(0, len(w)), i) for i, w in enumerate(lines))
    return Document(name, lang, tuple(Block(Role.BODY, w) for w in lines), segments)


def issues(base: str, version: str, langs: str = "zh en", confidence: float | None = None) -> list[Issue]:
    return [i for _, i in found([base], [version], [Bead((0,), (0,), confidence)], langs)]


def found(
    base: list[str], version: list[str], beads: list[Bead], langs: str = "zh en"
) -> list[tuple[AlignedPair, Issue]]:
    left, right = langs.split()
    one, other = document("base", left, base), document("version", right, version)
    pairs = aligned_pairs(Alignment("base", "version", tuple(beads), "test", True), one, other)
    context = Context(one, other, pairs, TermIndex())
    return [(p, i) for p in pairs for i in Number().check(p, context)]


@pytest.mark.parametrize(
    ("langs", "base", "version"),
    [
        ("zh en", "总额2729亿元", "a total of 272.9 billion yuan"),
        ("zh ko", "总额二千七百二十九亿元", "총액 2천729억 위안"),
        ("zh en", "近三成的人", "nearly 30 percent of them"),
        ("zh en", "600多年", "over six centuries"),
        ("zh en", "产量翻了一番", "output doubled"),
        ("zh en", "4月19日", "on April 19, 2026"),
        ("ko en", "전체의 3분의 1", "a third of the total"),
        ("en en", "12 months", "a year"),
        ("zh en", "这是第二次", "for the second time"),
        ("en en", "$5 billion", "5 billion US dollars"),
        ("en en", "under the age of 35", "younger than 35"),
    ],
)
def test_equal_by_value(langs: str, base: str, version: str) -> None:
    assert [i.message for i in issues(base, version, langs) if i.severity > Severity.NEUTRAL] == []


@pytest.mark.parametrize(
    ("langs", "base", "version", "severity", "marked"),
    [
        ("zh en", "总额2.37万亿元", "a total of 2.37 billion yuan", Severity.CRITICAL, "2.37 billion yuan"),
        ("zh en", "增长0.8个百分点", "up 0.8 percent", Severity.MAJOR, "0.8 percent"),
        ("zh en", "4月19日发布", "released on April 9", Severity.MAJOR, "April 9"),
        ("en en", "by 2030", "by 2035", Severity.MAJOR, "2035"),
        ("zh en", "共23个", "32 in all", Severity.MAJOR, "32"),
        ("zh en", "第九届", "the eighth", Severity.MAJOR, "eighth"),
        ("zh en", "不到三分之一", "more than a third", Severity.CRITICAL, "more than a third"),
        ("en en", "around 200 members", "nearly 200 members", Severity.MINOR, "nearly 200"),
        ("en en", "around 200 members", "more than 200 members", Severity.MAJOR, "more than 200"),
        ("en en", "50 billion yuan", "50 billion won", Severity.MAJOR, "50 billion won"),
        ("en en", "500 km away", "500 miles away", Severity.MAJOR, "500 miles"),
    ],
)
def test_differences(langs: str, base: str, version: str, severity: Severity, marked: str) -> None:
    (issue,) = issues(base, version, langs)
    assert issue.severity is severity
    assert issue.version is not None
    assert issue.version.of(version) == marked
    assert issue.base is not None


def test_rounding_is_named_and_free() -> None:
    (issue,) = issues("占比24%", "nearly a quarter of all")
    assert issue.severity is Severity.NEUTRAL
    assert "Rounded" in issue.message


def test_missing_and_extra_are_minor() -> None:
    (gone,) = issues("46名学徒在此工作。", "Apprentices work here.")
    assert (gone.severity, gone.version) == (Severity.MINOR, None)
    (more,) = issues("学徒在此工作。", "46 apprentices work here.")
    assert (more.severity, more.base) == (Severity.MINOR, None)


def test_moved_to_the_neighbour_is_not_missing() -> None:
    beads = [Bead((0,), (0,)), Bead((1,), (1,))]
    base, version = ["46 people came.", "They left."], ["People came.", "The 46 left."]
    assert found(base, version, beads, "en en") == []


def test_condensed_passages_only_note_what_is_gone() -> None:
    beads = [Bead((0, 1), (0,))]
    ((_, issue),) = found(["46 people came.", "They left."], ["People came and left."], beads, "en en")
    assert issue.severity is Severity.NEUTRAL


def test_doubtful_pairs_give_notes_only() -> None:
    assert {i.severity for i in issues("共23个", "32 in all", confidence=0.3)} == {Severity.NEUTRAL}


def test_one_sided_pairs_are_left_to_omission() -> None:
    assert found(["46 people came."], [], [Bead((0,), ())], "en en") == []


def test_long_lists_stay_quick() -> None:
    line = " ".join(str(n) for n in range(1000, 3000))
    assert issues(line, line, "en en") == []


@pytest.mark.parametrize(
    ("langs", "base", "version"),
    [
        ("zh en", "“十四五”规划已经完成。", "The 14th Five-Year Plan has been completed."),
        ("en zh", "The 15th Five-Year Plan begins.", "“十五五”规划开始实施。"),
        ("zh ko", "十三五时期，产量增长。", "제13차 5개년 계획 기간에 생산이 늘었다."),
        ("zh en", "今年上半年产量增长。", "Output grew in the first six months of the year."),
        ("en ko", "Output fell in the first six months.", "상반기에 생산이 줄었다."),
        ("en zh", "Output fell in the last six months.", "下半年产量下降。"),
        ("ko en", "하반기에 생산이 늘었다.", "Output grew in the second half."),
        ("ko en", "2월 11일부터 4월 27일부터", "from Feb. 11 and from April 27"),
    ],
)
def test_periods_that_go_by_a_number(langs: str, base: str, version: str) -> None:
    assert [i.message for i in issues(base, version, langs)] == []


def test_another_plan_is_another_number() -> None:
    assert [i.severity for i in issues("“十五五”规划开始实施。", "The 14th Five-Year Plan begins.")] == [
        Severity.MAJOR
    ]


@pytest.mark.parametrize(
    ("langs", "base", "version"),
    [
        ("ko en", "약 640킬로리터를 비축했다.", "The stock is 640 tons."),
        ("zh en", "储备了640千升。", "The stock is 640 tons."),
        ("en ko", "The stock is 640 tons.", "640킬로리터를 비축했다."),
    ],
)
def test_a_unit_of_another_dimension_is_a_changed_unit(langs: str, base: str, version: str) -> None:
    (issue,) = issues(base, version, langs)
    assert issue.message.startswith("The unit changes")
    assert issue.severity is Severity.MAJOR


def test_a_lost_unit_is_not_called_the_same_number() -> None:
    (issue,) = issues("超过640吨", "the figure was 640")
    assert issue.message.startswith("The bound changes")
