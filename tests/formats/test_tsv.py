"""TSV: a bead is a line, whatever the texts hold."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aligner.formats import Writer
from aligner.formats.tsv import HEADER, Tsv
from aligner.model import Alignment, Bead, Block, Document, Role, Segment, Span
from aligner.model.alignment import aligned_pairs


def document(id: str, texts: list[str]) -> Document:
    return Document(
        id,
        "en",
        tuple(Block(Role.BODY, text) for text in texts),
        tuple(Segment(i, text, Span(0, len(text)), i) for i, text in enumerate(texts)),
    )


def write(base: Document, version: Document, *beads: Bead) -> list[str]:
    alignment = Alignment("a", "b", beads, "test", monotone=True)
    data = Tsv().write(alignment, base, version, aligned_pairs(alignment, base, version))
    return data.decode("utf-8", "surrogatepass").split("\n")


def test_columns() -> None:
    assert isinstance(Tsv(), Writer)
    rows = write(
        document("a", ["One.", "Two.", "Three."]), document("b", ["1+2"]), Bead((0, 1), (0,), 0.5), Bead((2,), ())
    )
    assert rows == ["\t".join(HEADER), "One. Two.\t1+2\t0,1\t0\t0.5\tlook", "Three.\t\t2\t\t\t", ""]


@given(st.text(), st.text())
def test_a_line_is_a_bead(left: str, right: str) -> None:
    rows = write(document("a", [left]), document("b", [right]), Bead((0,), (0,)))
    assert len(rows) == 3
    assert [len(row.split("\t")) for row in rows[:2]] == [6, 6]
    assert rows[1].splitlines() == [rows[1]]


def test_escapes_are_told_from_what_looks_like_them() -> None:
    rows = write(document("a", ["a\tb", "a\\tb"]), document("b", []), Bead((0,), ()), Bead((1,), ()))
    assert [row.split("\t")[0] for row in rows[1:3]] == [r"a\tb", r"a\\tb"]
