from __future__ import annotations

import datetime

import pytest

from aligner.text.publication import date_of, is_dateline, outlet_of, parse_date

DAY = datetime.date(2026, 1, 3)


@pytest.mark.parametrize(
    "line",
    [
        "Published: Jan 03, 2026 02:52 PM",
        "January 3, 2026",
        "3 Jan 2026",
        "Saturday, 3rd January 2026",
        "2026-01-03T14:52:00+08:00",
        "2026/1/3",
        "2026年1月3日 14:52",
        "发布时间：2026-01-03 14:52:10",
        "입력 2026.01.03.",
        "2026년 1월 3일 오후 2시 52분",
        "등록: 2026-01-03 14:52",
    ],
)
def test_dates_as_pages_print_them(line: str) -> None:
    assert date_of([line]) == DAY
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        "In 2026 the town had 14 boats.",
        "2026年1月3日，小镇启用了图书馆。",
        "12,000",
        "Call 2026-99-99",
        "",
        "Published",
    ],
)
def test_other_lines_are_no_datelines(line: str) -> None:
    assert not is_dateline(line)


def test_the_day_of_publication_goes_before_that_of_updating() -> None:
    assert date_of(["Updated: Jan 5, 2026", "Published: Jan 3, 2026"]) == DAY
    assert date_of(["수정 2026.01.05 입력 2026.01.03"]) == DAY
    assert date_of(["Updated: Jan 3, 2026"]) == DAY
    assert date_of(["no date here", "45 Jan 2026"]) is None


def test_outlets() -> None:
    assert outlet_of(["Source: Fenn–Quill, Example Media Group."]) == "Example Media Group"
    assert outlet_of(["2026-01-03 14:52 来源：泽州晚报"]) == "泽州晚报"
    assert outlet_of(["By Ada Fenn"]) is None


def test_values_of_meta_tags() -> None:
    assert parse_date("2026-01-03T23:59:00Z") == DAY
    assert parse_date("soon") is None
