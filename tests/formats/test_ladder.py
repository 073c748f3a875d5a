"""Ladders: what is written is read again, what is none is refused with its line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.errors import FormatError
from aligner.formats import Writer
from aligner.formats.ladder import Ladder, line, read_beads
from aligner.model import Alignment, Bead, Document

SIDES = st.lists(st.integers(0, 10**6), max_size=6, unique=True).map(sorted).map(tuple)
CONFIDENCES = st.none() | st.integers(0, 10_000).map(lambda n: n / 10_000)
BEADS = st.lists(
    st.tuples(SIDES, SIDES, CONFIDENCES).filter(lambda b: bool(b[0] or b[1])).map(lambda b: Bead(*b)), max_size=20
)


@given(BEADS)
def test_round_trip(beads: list[Bead]) -> None:
    alignment = Alignment("a", "b", tuple(beads), "test", monotone=True)
    empty = Document("a", "en", ())
    assert read_beads(Ladder().write(alignment, empty, empty, ()).decode("utf-8")) == tuple(beads)


def test_notation() -> None:
    assert isinstance(Ladder(), Writer)
    assert line(Bead((0, 1), (2,), 0.93)) == "[0, 1]:[2]:0.93"
    assert line(Bead((3,), ())) == "[3]:[]:"
    assert read_beads("[0,1]:[2]\n\n [3] : [] : \r\n[]:[4]:1\n") == (
        Bead((0, 1), (2,)),
        Bead((3,), ()),
        Bead((), (4,), 1.0),
    )


@pytest.mark.parametrize(
    "text",
    [
        "0 1:2", "[0]:[1", "[0]:[1]:high", "[0]:[1]:2", "[0]:[1]:-1", "[0]:[1]:nan", "[]:[]:", "[1, 0]:[2]:",
        "[0 1]:[2]", "[0,,1]:[2]", "[9999999999]:[2]", "[__import__('os')]:[2]", "[0]:[1]:0.5:x", "[" * 5000,
        "[" + "1, " * 60_000 + "2]:[]", "[-1]:[2]", "[٣]:[2]",
    ],
)  # fmt: skip
def test_what_is_no_ladder_is_refused_with_its_line(text: str) -> None:
    with pytest.raises(FormatError, match="line 2 of the ladder") as caught:
        read_beads(f"[0]:[0]:\n{text}\n")
    assert len(str(caught.value)) < 300
    assert "\n" not in str(caught.value)
