from __future__ import annotations

import pytest

from aligner.text.paragraphs import Paragraph
from aligner.text.roles import assign


def voices(*paragraphs: str | Paragraph) -> list[tuple[str | None, str]]:
    return [(block.speaker, block.label) for block in assign(paragraphs)][1:]


def test_turns_carry_on_and_a_narrator_ends_them() -> None:
    assert voices(
        "Interview with the mayor",
        "The paper met the mayor in her office, which looks over the harbour.",
        "Ada Fenn: Why a boat?",
        "Ilse Brandt: Because we have water.",
        "The flood of last year taught us that.",
        "Ilse Brandt's second term ends in May.",
        "Ada Fenn: And the books?",
        "Ilse Brandt: They are dry, I promise you.",
        "During the talk, Ilse Brandt said the library would open on Sundays.",
    ) == [
        (None, ""),
        ("Ada Fenn", "Ada Fenn: "),
        ("Ilse Brandt", "Ilse Brandt: "),
        ("Ilse Brandt", ""),
        (None, ""),
        ("Ada Fenn", "Ada Fenn: "),
        ("Ilse Brandt", "Ilse Brandt: "),
        (None, ""),
    ]


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("专访：如何看待新规", "问：新规何时生效？", "答：下月一日。", "问：企业怎么办？", "答：有半年的过渡期。"),
        ("对话温若岚", "记者：您好。", "温若岚：您好。", "记者：您怎么看？", "温若岚：我觉得很好。"),
        (
            "이재원 시장에게 듣는다",
            "기자: 대책은 무엇인가?",
            "이재원: 저수지다.",
            "기자: 언제인가?",
            "이재원: 내년이다.",
        ),
        ("도서관 문답", "Q. 언제 여나요?", "A. 다음 달에 엽니다.", "Q. 책은요?", "A. 많습니다."),
        ("Panel", "Moderator: Welcome.", "Dr. Lin: Thank you.", "Moderator: Why?", "Dr. Lin: Drought."),
        ("Briefing", "QUESTION: When?", "MAYOR BRANDT: By May.", "QUESTION: How?", "MAYOR BRANDT: We try."),
        ("Gespräch", "Ada Fenn: Warum?", "Ilse Brandt: Darum.", "Ada Fenn: Wann?", "Ilse Brandt: Im Mai."),
    ],
)
def test_labels_of_dialogues(paragraphs: tuple[str, ...]) -> None:
    found = voices(*paragraphs)
    assert all(label and speaker for speaker, label in found)
    assert found[0] == found[2]
    assert found[1] == found[3]


@pytest.mark.parametrize(
    "paragraphs",
    [
        (
            "Mood in the cities",
            "Beijing: The city was quiet.",
            "Seoul: Crowds gathered.",
            "New York: The ball came down.",
        ),
        ("Two cities", "Beijing: It was cold.", "Tokyo: It was mild.", "Beijing: It snowed.", "Tokyo: It rained."),
        (
            "Advice",
            "Kitchen: Fill your machine.",
            "Garden: Water at night.",
            "Kitchen: Repair it.",
            "Garden: Collect rain.",
        ),
        (
            "Left early",
            "The minister left.",
            'He said: "We will not answer that."',
            "Note: he was asked twice.",
            "Note: twice.",
        ),
        (
            "市长讲话",
            "会议指出：要加快。",
            "会议强调：我们要抓紧。",
            "会议指出：要落实。",
            "会议强调：我们要坚持。",
        ),
        ("规定", "注意：不适用于新建项目。", "注意：请您留意。", "注意：过期作废。"),
        ("A list", "A. Smith said that we are late.", "The others did not come at all."),
        ("안내", "이유는 다음과 같다: 물이 없다.", "결과: 나쁘다.", "결과: 더 나쁘다."),
    ],
)
def test_ordinary_colons_are_no_labels(paragraphs: tuple[str, ...]) -> None:
    assert voices(*paragraphs) == [(None, "")] * (len(paragraphs) - 1)


def test_marks_of_korean_interviews_part_turns_without_naming_anybody() -> None:
    found = assign(["야시장", "― 왜 다시 여나.", "▲ 상인들이 원했다.", "― 소음은.", "▲ 밤 11시에 닫는다."])
    assert [b.label for b in found[1:]] == ["― ", "▲ ", "― ", "▲ "]
    assert found[2].text == "상인들이 원했다."
    assert all(b.speaker is None for b in found)
    bullets = assign(["행사", "▲ 개막식은 3일이다.", "▲ 폐막식은 9일이다."])
    assert not any(b.label for b in bullets)


def test_bold_names_need_no_colon() -> None:
    found = assign(
        [
            "Talk",
            Paragraph("Ada Fenn Why a boat?", strong=8),
            Paragraph("Lin Bo Because we like it.", strong=6),
            Paragraph("Ada Fenn And then?", strong=8),
        ]
    )
    assert [(b.speaker, b.label, b.text) for b in found[1:2]] == [("Ada Fenn", "Ada Fenn ", "Why a boat?")]
    assert found[2].speaker == "Lin Bo"


def test_a_label_on_its_own_line_goes_with_the_words_below() -> None:
    found = assign(
        ["Talk", "Ada Fenn:", "Why a boat?", "Lin Bo:", "We like it.", "Ada Fenn:", "And?", "Lin Bo:", "I do."]
    )
    assert [b.label for b in found[1:]] == ["Ada Fenn:\n", "Lin Bo:\n"] * 2


def test_who_speaks_once_is_heard_among_others() -> None:
    found = voices(
        "Panel",
        "Moderator: Welcome to you all.",
        "Mr. Lin: I am glad.",
        "Dr. Ada Fenn (Harwick University): We have too little.",
        "Moderator: Why?",
        "Mr. Lin: Drought.",
    )
    assert found[2] == ("Dr. Ada Fenn", "Dr. Ada Fenn (Harwick University): ")


@pytest.mark.parametrize(
    ("question", "answer", "name"),
    [
        ("记者：您满意吗？", "唐安：非常满意。", "唐安"),
        ("기자: 만족하십니까?", "탕안: 매우 만족.", "탕안"),
        ("기자: 만족하십니까?", "이재원: 매우 만족.", "이재원"),
        ("Reporter: Are you content?", "Tang An: Very.", "Tang An"),
        ("Q: Are you content?", "Tang An: Very.", "Tang An"),
    ],
)
def test_who_answers_a_reporter_once_is_a_speaker(question: str, answer: str, name: str) -> None:
    assert voices("Title of the report", "The library opened.", question, answer)[-1][0] == name


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("记者：您满意吗？", "注意：明天闭馆。"),
        ("记者：您满意吗？", "结果：非常好。"),
        ("记者：您满意吗？", "他说：非常好。"),
        ("记者：您满意吗？", "时间：九点。"),
        ("기자: 만족하십니까?", "주의: 내일 휴관."),
        ("기자: 만족하십니까?", "결과: 매우 좋음."),
        ("기자: 만족하십니까?", "입장료: 매우 쌈."),
        ("Reporter: Are you content?", "He said: Very."),
        ("Reporter: Are you content?", "Result: very good."),
    ],
)
def test_other_labels_behind_a_question_name_nobody(question: str, line: str) -> None:
    assert voices("Title of the report", "The library opened.", question, line)[-1][1] == ""


def test_a_name_away_from_the_question_is_no_speaker() -> None:
    found = voices("Title", "Reporter: Are you content?", "The library opened.", "Tang An: very content.")
    assert found[-1][1] == ""
