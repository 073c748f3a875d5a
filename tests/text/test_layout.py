from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from aligner.text.layout import lines, paragraphs, segments

LONG = (
    "The harbour town of Harwick opened a library on Saturday that rises and falls with the tide and holds twelve "
    "thousand books in four languages, of which the oldest was printed three hundred years ago in the same town."
)


def test_wrapped_lines_are_joined() -> None:
    text = (
        "Harwick opens a library\n\n"
        + textwrap.fill(LONG, 72)
        + "\n\n"
        + textwrap.fill(LONG[::1] + " It floats.", 72)
    )
    assert paragraphs(text) == ["Harwick opens a library", LONG, LONG + " It floats."]


def test_wrapped_lines_without_blank_lines_end_at_short_lines() -> None:
    text = textwrap.fill(LONG, 60) + "\n" + textwrap.fill(LONG, 60)
    assert paragraphs(text) == [LONG, LONG]


def test_wrapped_chinese_is_joined_without_space() -> None:
    sentence = (
        "港口小镇周六启用了一座随潮水浮动的图书馆，馆内藏书一万二千册，语种多达四种，镇长在开馆仪式上作了介绍。"
    )
    rows = [sentence[i : i + 20] for i in range(0, len(sentence), 20)]
    assert paragraphs("\n".join(rows) + "\n\n" + "\n".join(rows)) == [sentence, sentence]


def test_one_paragraph_a_line_stays_so() -> None:
    assert paragraphs(f"Title of it\n{LONG}\n{LONG} More.\n") == ["Title of it", LONG, LONG + " More."]
    assert paragraphs("问：好吗？\n答：好。\n问：真的？\n") == ["问：好吗？", "答：好。", "问：真的？"]


def test_hyphen_at_the_end_of_a_wrapped_line_stays() -> None:
    rows = [
        "The yard that built it over five long years belongs to a state-",
        "owned company of the north, and its wood had to come from the far",
        "islands, as the people of the yard have said to us again and again",
        "and again.",
    ]
    text = "\n".join(rows)
    assert "state-owned" in paragraphs(text)[0]


def test_lines_keep_empty_ones_and_open_none_at_the_end() -> None:
    assert segments("a\n\nb\n") == ["a", "", "b"]
    assert segments("a\r\nb\x0bc\u2028d") == ["a", "b\x0bc\u2028d"]
    assert segments("a\n\n") == ["a", ""]
    assert lines("a\x0bb\n") == ["a", "b"]


@given(st.text(alphabet="ab 。\n\t　港", max_size=300))
def test_no_character_but_space_is_lost(text: str) -> None:
    assert "".join("".join(paragraphs(text)).split()) == "".join(text.split())


@given(st.lists(st.text(alphabet="ab c港", max_size=20)))
def test_segments_round_trip(rows: list[str]) -> None:
    text = "".join(row + "\n" for row in rows)
    assert segments(text) == (rows or [])
