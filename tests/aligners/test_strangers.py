"""Two texts that have nothing to do with each other are not called a translation."""

from __future__ import annotations

from aligner import pipeline
from aligner.formats import read_bytes
from aligner.model import Document
from aligner.segmenters import segment

HARVEST = """Village marks end of harvest

Dancers filled the square of Olmstead on Saturday. Farmers brought baskets of apples and pears.
Children carried lanterns along the river. The baker gave away two hundred loaves.
An old fiddler played until midnight. Nobody wanted to go home.
"""
BANK = """Central bank leaves rate alone

Policymakers kept borrowing costs unchanged at their meeting. Inflation has slowed for a third quarter.
The governor warned of weaker exports. Bond yields fell slightly after the announcement.
Economists had expected no move. The next decision is due in spring.
"""


def text(name: str, words: str) -> Document:
    return segment(read_bytes(words.encode(), f"{name}.txt", lang="en"))


def test_strangers_share_next_to_nothing_and_the_reader_is_asked() -> None:
    report = pipeline.score(text("harvest", HARVEST), text("bank", BANK))
    paired = [b for b in report.alignments[0].beads if b.paired and b.base != (0,)]
    assert len(paired) <= 1
    assert any("right two texts" in line for line in report.unchecked)


def test_relatives_raise_no_question() -> None:
    retold = HARVEST.replace("Farmers brought", "Growers came with").replace("until midnight", "till late at night")
    report = pipeline.score(text("harvest", HARVEST), text("retold", retold))
    assert all(b.paired for b in report.alignments[0].beads)
    assert not report.unchecked


def test_one_sentence_of_many_is_found() -> None:
    report = pipeline.score(text("harvest", HARVEST), text("short", "The baker gave away 200 loaves."))
    (bead,) = [b for b in report.alignments[0].beads if b.paired]
    assert "baker" in report.base.segments[bead.base[0]].text
    assert len(bead.base) == 1
