from __future__ import annotations

import sys
import textwrap

import pytest
from made_files import pdf

from aligner.errors import EmptyTextError, FormatError, MissingExtraError
from aligner.formats import read_bytes
from aligner.model import Role

FIRST = (
    "The town of Harwick opened a library on Saturday that floats with the tide and holds twelve thousand books in "
    "four languages, the mayor of the town said at the opening ceremony."
)
SECOND = (
    "It took five years to build, because storms came in each of the winters and the state-owned yard had to wait "
    "for wood from the northern islands until the ice was gone."
)
Row = tuple[float, float, float, str]


def page(number: int, *paragraphs: str, gap: float = 10) -> list[Row]:
    rows: list[Row] = [(72, 810, 8, "Example Daily weekend edition"), (280, 30, 8, str(number))]
    y = 740.0
    for words in paragraphs:
        for line in textwrap.wrap(words, 70):
            rows.append((72, y, 12, line))
            y -= 15
        y -= gap
    return rows


def test_paragraphs_headers_and_page_numbers() -> None:
    found = read_bytes(
        pdf([[(72, 780, 18, "A library that floats"), *page(1, FIRST, SECOND)], page(2, SECOND, FIRST)]), "a.pdf"
    )
    assert found.title == "A library that floats"
    assert [b.text for b in found.blocks if b.role is Role.BODY] == [FIRST, SECOND, SECOND, FIRST]
    aside = [b.text for b in found.blocks if b.role is Role.FURNITURE]
    assert sorted(aside) == ["1", "2", *["Example Daily weekend edition"] * 2]


def test_short_last_lines_end_paragraphs_without_gaps() -> None:
    found = read_bytes(pdf([page(1, FIRST, SECOND, gap=0)]), "a.pdf")
    assert [b.text for b in found.blocks if b.role is Role.BODY] == [FIRST, SECOND]


def test_chinese_lines_are_joined_without_space() -> None:
    words = "港口小镇周六启用了一座随潮水浮动的图书馆，馆内藏书一万二千册，语种多达四种，镇长在仪式上作了介绍。"
    whole = "　　" + words
    rows = [(72, 700 - 22 * n, 15, whole[i : i + 22]) for n, i in enumerate(range(0, len(whole), 22))]
    assert [b.text for b in read_bytes(pdf([rows]), "a.pdf").blocks] == [words]


def test_a_paragraph_goes_on_over_the_page_break() -> None:
    lines = textwrap.wrap(FIRST, 70)
    first = [(72.0, 100.0 + 15 * (1 - n), 12.0, line) for n, line in enumerate(lines[:2])]
    second = [(72.0, 740.0 - 15 * n, 12.0, line) for n, line in enumerate(lines[2:])]
    assert [b.text for b in read_bytes(pdf([first, second]), "a.pdf").blocks] == [FIRST]


def test_encrypted_scanned_and_damaged_files() -> None:
    locked = "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{}> /U <{}> >> /ID [<00><00>]"
    with pytest.raises(FormatError, match="encrypted"):
        read_bytes(pdf([page(1, FIRST)], locked.format("ab" * 32, "cd" * 32)), "a.pdf")
    with pytest.raises(EmptyTextError, match="scans"):
        read_bytes(pdf([[]]), "a.pdf")
    with pytest.raises(FormatError, match="damaged"):
        read_bytes(b"%PDF-1.7\nnothing", "a.pdf")


def test_without_the_library_its_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(MissingExtraError, match=r"news-aligner\[pdf\]"):
        read_bytes(pdf([page(1, FIRST)]), "a.pdf")
