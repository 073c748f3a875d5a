"""Versions side by side: every segment in one row, beads never torn."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aligner.model import Alignment, Bead, Block, Document, Role, Segment, Span
from aligner.model.alignment import ordered
from aligner.model.collation import collate


def document(name: str, size: int) -> Document:
    blocks = tuple(Block(Role.BODY, f"{name}{i}") for i in range(size))
    segments = tuple(Segment(i, b.text, Span(0, len(b.text)), i) for i, b in enumerate(blocks))
    return Document(name, "en", blocks, segments)


def alignment(name: str, *beads: tuple[tuple[int, ...], tuple[int, ...]]) -> Alignment:
    return Alignment("base", name, ordered(Bead(b, v) for b, v in beads), "test", True)


def test_additions_follow_the_row_of_the_segment_before() -> None:
    result = collate(document("base", 3), [alignment("a", ((0,), (0,)), ((), (1,)), ((1,), ()), ((2,), (2,)))])
    assert [(r.base, r.versions) for r in result.rows] == [
        ((0,), ((0,),)),
        ((), ((1,),)),
        ((1,), ((),)),
        ((2,), ((2,),)),
    ]


def test_beads_of_any_version_join_rows() -> None:
    one = alignment("a", ((0,), (0,)), ((1,), (1, 2)), ((2,), (3,)))
    two = alignment("b", ((0, 1), (0,)), ((2,), ()))
    result = collate(document("base", 3), [one, two])
    assert [(r.base, r.versions) for r in result.rows] == [((0, 1), ((0, 1, 2), (0,))), ((2,), ((3,), ()))]


def test_pairs_of_two_versions() -> None:
    first, second = document("a", 2), document("b", 1)
    result = collate(
        document("base", 2), [alignment("a", ((0,), (0,)), ((1,), (1,))), alignment("b", ((0,), ()), ((1,), (0,)))]
    )
    pairs = result.pairs(first, second)
    assert [(p.base.text, p.version.text) for p in pairs] == [("a0", ""), ("a1", "b0")]


@st.composite
def alignments(draw: st.DrawFn) -> tuple[int, list[Alignment]]:
    size = draw(st.integers(0, 8))
    found = []
    for name in range(draw(st.integers(0, 4))):
        version_size = draw(st.integers(0, 8))
        labels = draw(st.lists(st.integers(0, 4), min_size=size + version_size, max_size=size + version_size))
        beads: dict[int, tuple[list[int], list[int]]] = {}
        for i, label in enumerate(labels):
            side = 0 if i < size else 1
            beads.setdefault(label, ([], []))[side].append(i if side == 0 else i - size)
        found.append(alignment(str(name), *((tuple(b), tuple(v)) for b, v in beads.values())))
    return size, found


@given(alignments())
def test_every_segment_stands_in_exactly_one_row(case: tuple[int, list[Alignment]]) -> None:
    size, found = case
    rows = collate(document("base", size), found).rows
    assert sorted(i for r in rows for i in r.base) == list(range(size))
    for number, one in enumerate(found):
        expected = sorted(i for b in one.beads for i in b.version)
        assert sorted(i for r in rows for i in r.versions[number]) == expected
        for bead in one.beads:
            home = [r for r in rows if set(bead.base) & set(r.base) or set(bead.version) & set(r.versions[number])]
            assert len(home) == 1
