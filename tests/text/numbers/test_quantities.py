"""Values, kinds, bounds and units of the numbers that news texts print."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.text.numbers import Approximation, Kind, Quantity, bounds, quantities


def only(lang: str, text: str) -> Quantity:
    found = quantities(text, lang)
    assert len(found) == 1, [q.span.of(text) for q in found]
    return found[0]


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("zh", "二千七百二十九亿元", 272_900_000_000), ("zh", "2729亿元", 272_900_000_000),
        ("zh", "2.37万亿元", 2_370_000_000_000), ("zh", "四百五十人", 450), ("zh", "五十八万一千人", 581_000),
        ("zh", "１，２３４公里", 1234), ("zh", "一亿零五万人", 100_050_000), ("zh", "5万4千6百人", 54_600),
        ("ko", "2천729억 원", 272_900_000_000), ("ko", "1억 2,345만 명", 123_450_000),
        ("ko", "3조 2천억 원", 3_200_000_000_000), ("ko", "1만 1천 개", 11_000), ("ko", "이백만 달러", 2_000_000),
        ("en", "272.9 billion yuan", 272_900_000_000), ("en", "two hundred and five people", 205),
        ("en", "two and a half million", 2_500_000), ("en", "half a million", 500_000),
        ("en", "86 bln yuan", 86 * 10**9),
        ("en", "two point five million", 2_500_000), ("en", "1,234.5 tonnes", Fraction(2469, 2)),
        ("de", "1.234,5 Tonnen", Fraction(2469, 2)), ("xx", "1,234.5", Fraction(2469, 2)),
    ],
)  # fmt: skip
def test_value(lang: str, text: str, value: Fraction | int) -> None:
    assert only(lang, text).value == value


@pytest.mark.parametrize(
    ("lang", "text", "kind", "value"),
    [
        ("zh", "百分之三十", Kind.PERCENT, 30), ("zh", "三成", Kind.PERCENT, 30), ("zh", "八折", Kind.PERCENT, 80),
        ("zh", "0.8个百分点", Kind.POINT, Fraction(4, 5)), ("zh", "三分之二", Kind.FRACTION, Fraction(2, 3)),
        ("zh", "第九届", Kind.ORDINAL, 9), ("zh", "翻了一番", Kind.MULTIPLE, 2), ("zh", "5倍", Kind.MULTIPLE, 5),
        ("ko", "0.25%포인트", Kind.POINT, Fraction(1, 4)), ("ko", "3분의 1", Kind.FRACTION, Fraction(1, 3)),
        ("ko", "3배", Kind.MULTIPLE, 3), ("en", "2.3 percentage points", Kind.POINT, Fraction(23, 10)),
        ("en", "25 basis points", Kind.POINT, Fraction(1, 4)),
        ("en", "38.5 per cent", Kind.PERCENT, Fraction(77, 2)),
        ("en", "three-quarters", Kind.FRACTION, Fraction(3, 4)), ("en", "twenty-first", Kind.ORDINAL, 21),
        ("en", "18th", Kind.ORDINAL, 18), ("en", "doubled", Kind.MULTIPLE, 2),
        ("en", "$4.1 billion", Kind.MONEY, 41 * 10**8),
    ],
)  # fmt: skip
def test_kind(lang: str, text: str, kind: Kind, value: Fraction | int) -> None:
    found = only(lang, text)
    assert (found.kind, found.value) == (kind, value)


@pytest.mark.parametrize(
    ("lang", "text", "bound"),
    [
        ("en", "around 200 members", Approximation.ABOUT), ("en", "nearly 200 members", Approximation.NEARLY),
        ("en", "more than a third", Approximation.MORE_THAN), ("en", "200-plus members", Approximation.MORE_THAN),
        ("en", "up to 50 million won", Approximation.AT_MOST), ("en", "not higher than 97%", Approximation.AT_MOST),
        ("zh", "约31.5万人", Approximation.ABOUT), ("zh", "近三成", Approximation.NEARLY),
        ("zh", "600多年", Approximation.ODD), ("zh", "1200多万人", Approximation.ODD),
        ("zh", "不到三分之一", Approximation.LESS_THAN), ("zh", "5%左右", Approximation.ABOUT),
        ("zh", "三年以上", Approximation.AT_LEAST), ("ko", "약 1만 1천 개", Approximation.ABOUT),
        ("ko", "200여 명", Approximation.ODD), ("ko", "200명 이상", Approximation.AT_LEAST),
        ("ko", "최대 5천만 원", Approximation.AT_MOST), ("zh", "最近5年", Approximation.NONE),
    ],
)  # fmt: skip
def test_bound_lies_inside_the_span(lang: str, text: str, bound: Approximation) -> None:
    found = only(lang, text)
    assert found.approximation is bound
    if bound is not Approximation.NONE and " m" not in text:
        assert found.span.start == 0


def dated(lang: str, text: str) -> list[tuple[Kind, int]]:
    return [(q.kind, int(q.value)) for q in quantities(text, lang)]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "2026年1月3日"), ("zh", "二〇二六年一月三日"), ("ko", "2026년 1월 3일"),
        ("zh", "2026-01-03"), ("ko", "2026.1.3"),
    ],
)  # fmt: skip
def test_dates_in_order_of_year(lang: str, text: str) -> None:
    assert dated(lang, text) == [(Kind.YEAR, 2026), (Kind.MONTH, 1), (Kind.DAY, 3)]
    assert {q.group and q.group.of(text) for q in quantities(text, lang)} == {text}


@pytest.mark.parametrize("text", ["Jan 3, 2026", "January 3, 2026", "3 January 2026", "Jan. 3rd, 2026"])
def test_english_dates(text: str) -> None:
    assert sorted(dated("en", text)) == sorted([(Kind.YEAR, 2026), (Kind.MONTH, 1), (Kind.DAY, 3)])


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("zh", "127万到250万人", [1_270_000, 2_500_000]),
        ("en", "1.27 to 2.5 million people", [1_270_000, 2_500_000]),
        ("en", "between 3 and 5 percent", [3, 5]), ("ko", "24~26일", [24, 26]),
        ("en", "$3-5 billion", [3 * 10**9, 5 * 10**9]),
    ],
)  # fmt: skip
def test_ranges_share(lang: str, text: str, values: list[int]) -> None:
    found = quantities(text, lang)
    assert [q.value for q in found] == values
    assert found[0].kind is found[1].kind


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "登陆队伍"), ("ko", "이 조항은 일정대로"), ("ko", "다만 천만에"), ("en", "the app may march on"),
        ("en", "version 1.2.3"), ("en", "dozens of people"),
    ],
)  # fmt: skip
def test_what_is_no_number(lang: str, text: str) -> None:
    assert quantities(text, lang) == ()


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("zh", "一个中国"), ("zh", "第二产业"), ("zh", "几十人"), ("zh", "三四个人"), ("en", "COVID-19"),
        ("en", "F-16"),
        ("en", "the first"), ("en", "one of them"), ("zh", "5G"), ("ko", "두 명"),
    ],
)  # fmt: skip
def test_weak_mentions(lang: str, text: str) -> None:
    assert all(q.weak for q in quantities(text, lang))


def test_article_is_not_a_trillion() -> None:
    assert only("ko", "헌법 9조").value == 9


def test_list_labels_count_nothing() -> None:
    assert [q.value for q in quantities("2. 他有30人", "zh")] == [30]


def test_bounds_anywhere_in_the_text() -> None:
    assert Approximation.AT_LEAST in bounds("最短可只持有360天", "zh")
    assert bounds("the price", "en") == frozenset()


@given(
    st.text(
        alphabet="0123456789.,一二十百万亿零点年月日元%$ 만억조천 twohundred million-年约多近第½：:/", max_size=80
    )
)
def test_spans_lie_in_the_text_in_order(text: str) -> None:
    for lang in ("zh", "ko", "en", "de"):
        found = quantities(text, lang)
        for quantity in found:
            assert quantity.core.within(quantity.span)
            assert quantity.span.stop <= len(text)
        assert [q.span.start for q in found] == sorted(q.span.start for q in found)


@given(st.integers(0, 10**13))
def test_digits_read_back(value: int) -> None:
    assert only("en", f"{value:,} people").value == value


@pytest.mark.parametrize(
    "unit", ["一万", "十", "1,", "1-", "约", "約1億", "hundred ", "one thousand and ", "百分之"]
)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hostile_lines_come_to_an_end(unit: str, lang: str) -> None:
    text = unit * (20_000 // len(unit))
    assert all(q.span.stop <= len(text) for q in quantities(text, lang))


def test_hundred_thousand_characters() -> None:
    for text in ("一万" * 50_000, "1" * 100_000, "three" * 20_000):
        assert all(q.span.stop <= len(text) for q in quantities(text, "zh"))


def test_a_day_from_which_something_lasts_is_a_day() -> None:
    kinds = [(q.kind, int(q.value)) for q in quantities("2월 11일부터 4월 27일 부터", "ko")]
    assert kinds == [(Kind.MONTH, 2), (Kind.DAY, 11), (Kind.MONTH, 4), (Kind.DAY, 27)]
    assert only("ko", "2일부 지역").kind is Kind.PLAIN


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ko", "640킬로리터"),
        ("en", "640 kl"),
        ("en", "640 kiloliters"),
        ("en", "640 kilolitres"),
        ("zh", "640千升"),
    ],
)
def test_kilolitres(lang: str, text: str) -> None:
    found = only(lang, text)
    assert (found.dimension, found.amount) == ("volume", Fraction(640_000))


@pytest.mark.parametrize("text", ["“十四五”规划", "十四五时期", "“十四五”期间", "十四五期间"])
def test_plans_go_by_their_number(text: str) -> None:
    found = only("zh", text)
    assert (found.kind, found.value, found.years, found.weak) == (Kind.ORDINAL, Fraction(14), Fraction(5), False)


@pytest.mark.parametrize("text", ["十四五岁", "二十四五个", "十四五年"])
def test_what_is_counted_is_no_plan(text: str) -> None:
    assert only("zh", text).years is None


@pytest.mark.parametrize(
    ("lang", "text"), [("zh", "下半年"), ("ko", "상반기에"), ("en", "second half of 2031"), ("en", "the half-year")]
)
def test_half_years(lang: str, text: str) -> None:
    assert Fraction(1, 2) in [q.years for q in quantities(text, lang)]
