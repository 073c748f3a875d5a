from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.model import Block, Role
from aligner.text.paragraphs import Paragraph
from aligner.text.roles import assign

LEAD = "The harbour town of Harwick opened a library on Saturday, the mayor said."
MORE = "It floats with the tide and holds 12,000 books in four languages."


def roles(*paragraphs: str) -> list[str]:
    return [block.role.value for block in assign(paragraphs)]


def role_beside(line: str, *, before: bool = False) -> str:
    """The role of a line that stands before or behind a short article."""
    found = assign(
        (line, "Harwick opens a library", LEAD, MORE) if before else ("Harwick opens a library", LEAD, MORE, line)
    )
    return found[0 if before else -1].role.value


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "3 Comments",
        "Post a comment",
        "Share on Facebook",
        "Share this article",
        "Read more: Ferry fares to rise",
        "Related articles",
        "Most read",
        "Advertisement",
        "© 2026 The Example Courier. All rights reserved.",
        "Copyright 2026 Example Media",
        "Subscribe to our newsletter",
        "Previous article",
        "Editor: June Sol",
        "责任编辑：方知远",
        "（责编：方知远、温若岚）",
        "分享到：微信 微博 QQ空间",
        "相关阅读",
        "相关新闻：",
        "网友评论",
        "版权所有 泽州晚报",
        "未经授权，不得转载",
        "上一篇：渡口票价再涨",
        "扫一扫关注我们",
        "무단전재 및 재배포 금지",
        "저작권자 ⓒ 솔내일보",
        "댓글 12",
        "관련기사",
        "많이 본 뉴스",
        "공유하기",
        "페이스북 트위터 카카오톡 URL복사",
        "좋아요",
        "<저작권자(c) 솔내일보, 무단 전재-재배포 금지>",
    ],
)
def test_furniture_behind_the_text(line: str) -> None:
    assert role_beside(line) == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "CHINA / DIPLOMACY",
        "World",
        "Home > World > Asia",
        "首页 > 国际 > 正文",
        "当前位置：首页 > 社会",
        "홈 > 사회",
        "국제",
        "Log in | Register",
        "Skip to content",
    ],
)
def test_navigation_before_the_title(line: str) -> None:
    found = assign((line, "Harwick opens a library", LEAD, MORE))
    assert [b.role.value for b in found] == ["furniture", "title", "body", "body"]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Ada Fenn", "byline"),
        ("By Ada Fenn and Tom Quill in Harwick", "byline"),
        ("BY ADA FENN", "byline"),
        ("Source: Fenn–Quill, Example Media Group.", "byline"),
        ("Ada Fenn, Senior Correspondent", "byline"),
        ("来源：泽州晚报", "byline"),
        ("（记者 温若岚）", "byline"),
        ("本报记者 温若岚 方知远 北京报道", "byline"),
        ("도하늘 기자 haneul@example.com", "byline"),
        ("도하늘 기자", "byline"),
        ("Published: Jan 03, 2026 02:52 PM", "dateline"),
        ("Updated 3 January 2026 at 14:52 GMT", "dateline"),
        ("2026-01-03 14:52", "dateline"),
        ("2026年1月3日 14:52 来源：泽州晚报", "dateline"),
        ("发布时间：2026年1月3日 14时52分", "dateline"),
        ("입력 2026.01.03. 오후 2:52 | 수정 2026.01.03. 오후 3:10", "dateline"),
        ("SEOUL, Jan. 3 (Agency) --", "dateline"),
        ("Photo: Tom Quill", "caption"),
        ("The reading room on its first morning. Photo: Tom Quill", "caption"),
        ("File photo", "body"),
        ("图为重新通行的芦苇桥。温若岚 摄", "caption"),
        ("솔내강 야시장의 지난해 모습. [사진=솔내시 제공]", "caption"),
        ("Editor's note: This text was shortened.", "note"),
        ("编者按：本文为系列报道之一。", "note"),
        ("[편집자주] 이 글은 연재의 첫 회다.", "note"),
    ],
)
def test_other_lines_around_the_text(line: str, role: str) -> None:
    assert role_beside(line) == role


@pytest.mark.parametrize(
    "line",
    [
        "HEFEI, April 19 — The region's gross product came to 2.37 trillion yuan in the first quarter.",
        "本报泽州2月3日讯 去年秋天因洪水封闭的芦苇桥，周二上午迎来首批车辆。",
        "[솔내=솔내일보] 도하늘 기자 = 솔내시가 강변 야시장을 다시 연다고 밝혔다.",
        "Share prices fell for a third day on Tuesday.",
        "By Friday the water had gone, and the road was open again.",
        "More than 200 people came to the opening on Saturday.",
        "Related costs came to 3 million pounds, the county said.",
        "Copyright law must change, the union of writers said on Monday.",
        "来源不明的资金不得进入市场，委员会表示。",
        "记者在现场看到，桥上60根横梁中有42根被更换。",
        "댓글을 쓰려면 본인 확인을 거쳐야 한다고 정부는 밝혔다.",
        "기자 간담회는 3일 시청에서 열렸다.",
        "저작권 침해가 늘고 있다고 협회는 밝혔다.",
        "Photo editing is now taught at the school of the town.",
        "On January 3, 2026, the town opened a library.",
        "2026年1月3日，小镇启用了图书馆。",
        "He said: we will not answer that.",
        "Not everyone was pleased.",
    ],
)
def test_sentences_stay_body_wherever_they_stand(line: str) -> None:
    assert roles("Harwick opens a library", LEAD, line, MORE)[2] == "body"
    assert roles("Harwick opens a library", LEAD, MORE, line)[3] == "body"
    assert roles("Harwick opens a library", line, LEAD, MORE)[1] == "body"


def test_a_caption_printed_twice_counts_once() -> None:
    caption = "The reading room. Photo: Tom Quill"
    assert roles("Harwick opens a library", caption, caption, LEAD) == ["title", "caption", "furniture", "body"]


def test_a_note_heading_takes_its_paragraph_along() -> None:
    assert roles("Harwick opens a library", "Editor's Note:", MORE, LEAD) == ["title", "note", "note", "body"]


def test_headlines_behind_related_are_furniture_until_the_text_goes_on() -> None:
    found = roles(
        "Harwick opens a library", LEAD, "Related articles", "Why the pier was closed", MORE, "A subhead", LEAD
    )
    assert found == ["title", "body", "furniture", "furniture", "body", "body", "body"]


def test_comments_at_the_end_are_furniture_but_not_most_of_a_text() -> None:
    assert (
        roles("A title", LEAD, MORE, LEAD, "2 Comments", "I liked it very much and shall come again.")[-1]
        == "furniture"
    )
    assert roles("A title", LEAD, "Leave a Reply", *[MORE] * 9)[-1] == "body"


@pytest.mark.parametrize(
    ("paragraphs", "title"),
    [
        (("Harwick opens a library", LEAD), "Harwick opens a library"),
        (("Can a library float?", LEAD), "Can a library float?"),
        (("Full Text: Mayor's speech at the opening", LEAD, MORE), "Full Text: Mayor's speech at the opening"),
        (("小镇启用潮汐图书馆", "港口小镇周六启用了一座图书馆。"), "小镇启用潮汐图书馆"),
        (("CULTURE", "Harwick opens a library", LEAD), "Harwick opens a library"),
        ((LEAD, MORE), None),
        ((LEAD,), None),
        (("Harwick opens a library",), None),
        ((LEAD + " " + MORE * 30,), None),
    ],
)
def test_title(paragraphs: tuple[str, ...], title: str | None) -> None:
    found = assign(paragraphs)
    assert next((b.text for b in found if b.role is Role.TITLE), None) == title
    assert any(b.role is Role.BODY for b in found)


def test_markup_goes_before_wording() -> None:
    found = assign([Paragraph("Menu of the day", Role.FURNITURE), Paragraph("Title", Role.TITLE), LEAD])
    assert [b.role for b in found] == [Role.FURNITURE, Role.TITLE, Role.BODY]


def printed(block: Block) -> str:
    return block.label + block.text


@given(
    st.lists(
        st.one_of(
            st.text(min_size=1, max_size=80),
            st.sampled_from([LEAD, "A: x", "Q: y?", "记者：好", "Photo: z", "Related"]),
        )
    )
)
def test_nothing_is_lost(paragraphs: list[str]) -> None:
    found = assign(paragraphs)
    assert "".join("".join(map(printed, found)).split()) == "".join("".join(paragraphs).split())


def test_seed_texts(shared: Path) -> None:
    from aligner.formats import read

    full = read(next((shared / "seeds").glob("001*")))
    counts = {role: sum(b.role is role for b in full.blocks) for role in Role}
    assert (counts[Role.TITLE], counts[Role.DATELINE], counts[Role.CAPTION]) == (1, 1, 1)
    assert (counts[Role.NOTE], counts[Role.FURNITURE]) == (2, 2)
    assert sum(bool(b.label) for b in full.blocks) == 26
    assert {b.speaker for b in full.blocks if b.label} == {"Zou Yun", "Lee Jae-myung"}
    assert str(full.date) == "2026-01-03"
    assert full.blocks[-1].speaker is None
    short = read(next((shared / "seeds").glob("000*")))
    found = [b.role.value for b in short.blocks]
    assert found == ["title", *["body"] * 7, "byline", "furniture", "furniture"]
    assert short.outlet == "China Media Group"


def test_items_are_title_and_body_only(shared: Path) -> None:
    from aligner.formats import read

    for path in sorted((shared / "items").glob("*/*.txt")):
        found = [b.role.value for b in read(path).blocks]
        assert found == ["title", *["body"] * (len(found) - 1)], path
