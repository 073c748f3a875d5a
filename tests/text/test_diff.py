from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aligner.text.diff import changes


def words(first: str, second: str) -> list[tuple[str, str]]:
    found = changes(first, second)
    assert found is not None
    return [(c.first.of(first), c.second.of(second)) for c in found]


def test_equal_texts_differ_nowhere() -> None:
    assert changes("The mill is closed.", "The mill is closed.") == ()
    assert changes("", "") == ()


def test_a_replaced_word() -> None:
    assert words("The council closed the mill on Monday.", "The council closed the plant on Monday.") == [
        ("mill", "plant")
    ]


def test_an_added_and_a_dropped_word() -> None:
    assert words("The old mill was closed again today", "The mill was closed again for good today") == [
        ("old", ""),
        ("", "for good"),
    ]


def test_scripts_without_spaces_are_compared_by_character() -> None:
    assert words("他们将于周一关闭工厂。", "他们将于周二关闭工厂。") == [("一", "二")]


def test_korean_is_compared_by_word() -> None:
    assert words("위원회는 오늘 자료를 공개했다", "위원회는 어제 자료를 공개했다") == [("오늘", "어제")]


def test_numbers_and_hyphens_stay_whole() -> None:
    assert words("It rose 5.4 percent in well-known places", "It rose 5.7 percent in well-known places") == [
        ("5.4", "5.7")
    ]


def test_the_shape_of_quotes_dashes_and_spaces_makes_no_difference() -> None:
    assert changes("She said “yes” – twice", 'She  said "yes" - twice') == ()


def test_stops_alone_make_no_difference() -> None:
    assert changes("We will, she said", "We will she said.") == ()


def test_quotation_marks_gained_are_a_difference() -> None:
    assert words("it opens a window of hope for us", "it opens a “window of hope” for us") == [
        ("", "“"),
        ("", "”"),
    ]


def test_a_heavy_rewrite_is_not_compared() -> None:
    assert changes("The mill was closed by the council.", "Owners gave up their old factory, he wrote.") is None
    assert changes("Something", "") is None


def test_a_loose_rewrite_is_compared_by_phrase() -> None:
    first = "The council decided to close the old mill by the river in the spring."
    second = "The council chose to shut an old mill by the river in the summer."
    assert words(first, second) == [("decided to close the", "chose to shut an"), ("spring", "summer")]


@given(st.text(max_size=80), st.text(max_size=80))
def test_changes_lead_from_one_text_to_the_other(first: str, second: str) -> None:
    found = changes(first, second)
    if found is None:
        return
    ends = [(c.first.stop, c.second.stop) for c in found]
    assert ends == sorted(ends)
    for change in found:
        assert change.first.stop <= len(first)
        assert change.second.stop <= len(second)
        assert len(change.first) or len(change.second)
    if not found:
        assert len(first.split()) == 0 or bool(second.split())
