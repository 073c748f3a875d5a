from __future__ import annotations

import contextlib
import datetime
from pathlib import Path

import pytest

from aligner.errors import AlignerError
from aligner.formats import read, read_bytes
from aligner.model import Document, Role

DATA = Path(__file__).parent / "data"
P = "<p>The town of Harwick opened a library on Saturday, the mayor of the town said there.</p>"


def texts(document: Document, role: Role) -> list[str]:
    return [b.text for b in document.blocks if b.role is role]


def test_english_page() -> None:
    found = read(DATA / "tidal_library.en.html")
    assert (found.lang, found.title) == ("en", "Harwick opens a library that floats")
    assert (found.outlet, found.date) == ("The Example Courier", datetime.date(2026, 3, 14))
    body = texts(found, Role.BODY)
    assert len(body) == 8
    assert body[0].startswith("HARWICK, March 14 —")
    assert "Not everyone was pleased." in body
    assert "Reading at sea" in body
    assert len(texts(found, Role.CAPTION)) == 1
    assert texts(found, Role.BYLINE)[0] == "By Ada Fenn and Tom Quill in Harwick"
    furniture = texts(found, Role.FURNITURE)
    for words in ("Leave a Reply", "Ferry fares to rise again in May", "Most read", "Advertisement", "Home"):
        assert words in furniture
    assert not any("never be read" in b.text for b in found.blocks)


def test_page_without_classes() -> None:
    found = read(DATA / "classless.en.html")
    assert found.title == "Bridge of Reeds reopens after repairs"
    assert len(texts(found, Role.BODY)) == 7
    assert {"Leave a Reply", "Comment *", "Name *", "Email *"} <= set(texts(found, Role.FURNITURE))
    assert [b.speaker for b in found.blocks if b.label] == ["Wanda Osei", "Piet Larsen"] * 2


def test_chinese_page_in_gb2312() -> None:
    page = (DATA / "reed_bridge.zh.html").read_text(encoding="utf-8")
    found = read_bytes(page.encode("gb18030"), "reed_bridge.zh.html")
    assert (found.lang, found.title, found.outlet) == ("zh-Hans", "芦苇桥修缮后重新通行", "泽州晚报")
    assert found.date == datetime.date(2026, 2, 3)
    assert len(texts(found, Role.BODY)) == 7
    assert texts(found, Role.CAPTION) == ["图为重新通行的芦苇桥。温若岚 摄"]
    assert {"相关阅读", "渡口票价五月再涨", "网友评论", "（责任编辑：方知远）"} <= set(texts(found, Role.FURNITURE))


def test_korean_page() -> None:
    found = read(DATA / "night_market.ko.html")
    assert (found.lang, found.title, found.outlet) == ("ko", "솔내시, 강변 야시장 다시 연다", "솔내일보")
    assert found.date == datetime.date(2026, 4, 2)
    assert len(texts(found, Role.BODY)) == 6
    assert texts(found, Role.BYLINE) == ["도하늘 기자 haneul@example.com"]
    assert {"무단전재 및 재배포 금지", "관련기사", "댓글 2"} <= set(texts(found, Role.FURNITURE))


def test_misleading_class_names_lose_no_text() -> None:
    page = f"<body><div class='content-with-sidebar more'><h1>Harwick opens a library</h1>{P * 5}</div></body>"
    assert len(texts(read_bytes(page.encode(), "a.html"), Role.BODY)) == 5


def test_breaks_part_paragraphs_in_old_pages() -> None:
    page = "<body><h1>Title of it</h1><td>" + "<br><br>".join([P[3:-4], P[3:-4], P[3:-4]]) + "</td></body>"
    assert len(texts(read_bytes(page.encode(), "a.html"), Role.BODY)) == 3


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 3000 + P,
        "<b>" * 3000 + P,
        P + "<!--" + "-" * 50_000,
        P * 3 + "<script>" + "<" * 50_000,
        "<p>" + "abc<br>" * 5_000 + "</p>" + P,
        "<p class='" + "a " * 50_000 + "'>x</p>" + P,
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>" + P * 2,
        '<meta property="article:published_time" content="2026-99-99">' + P * 2,
        "<?php <![CDATA[ <p " + P,
    ],
)
def test_hostile_pages_are_read_or_refused(page: str) -> None:
    with contextlib.suppress(AlignerError):
        assert read_bytes(f"<html><body>{page}".encode(), "a.html").blocks
