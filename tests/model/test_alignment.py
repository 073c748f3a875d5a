"""Beads and alignments: what they refuse, and in which order beads are read."""

from __future__ import annotations

import itertools
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.model import Alignment, Bead
from aligner.model.alignment import ordered


def alignment(*beads: Bead) -> Alignment:
    return Alignment("base", "version", beads, "test", True)


@st.composite
def partitions(draw: st.DrawFn) -> tuple[list[Bead], int, int]:
    """Beads that hold every segment of both sides once, in any order and with any crossing."""
    sizes = draw(st.integers(0, 9)), draw(st.integers(0, 9))
    groups = [[draw(st.integers(0, 5)) for _ in range(size)] for size in sizes]
    beads: list[Bead] = []
    for group in range(6):
        base, version = (tuple(i for i, g in enumerate(side) if g == group) for side in groups)
        if base or version:
            beads.append(Bead(base, version, draw(st.none() | st.floats(0, 1))))
    return draw(st.permutations(beads)), *sizes


@pytest.mark.parametrize("side", [(1, 0), (2, 2), (-1,), (-1, 0)])
def test_sides_ascend_from_zero(side: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="ascending"):
        Bead(side, (0,))
    with pytest.raises(ValueError, match="ascending"):
        Bead((0,), side)


def test_a_bead_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="at least one segment"):
        Bead((), ())


@pytest.mark.parametrize("confidence", [-0.01, 1.01, float("nan"), float("inf")])
def test_confidence_is_a_probability(confidence: float) -> None:
    with pytest.raises(ValueError, match="confidence"):
        Bead((0,), (0,), confidence)


@pytest.mark.parametrize("confidence", [None, 0, 1, 0.5])
def test_unknown_confidence_is_none(confidence: float | None) -> None:
    assert Bead((0,), (0,), confidence).confidence == confidence


def test_paired_means_both_sides() -> None:
    assert Bead((0, 2), (1,)).paired
    assert not Bead((0,), ()).paired
    assert not Bead((), (0,)).paired


@given(partitions())
def test_a_partition_verifies(drawn: tuple[list[Bead], int, int]) -> None:
    beads, base, version = drawn
    alignment(*beads).verify(base, version)


@given(partitions())
def test_a_segment_too_many_or_too_few_does_not(drawn: tuple[list[Bead], int, int]) -> None:
    beads, base, version = drawn
    for sizes in ((base + 1, version), (base, version + 1)):
        with pytest.raises(ValueError, match="not partitioned"):
            alignment(*beads).verify(*sizes)
    if beads:
        with pytest.raises(ValueError, match="not partitioned"):
            alignment(*beads[1:]).verify(base, version)


def test_a_segment_in_two_beads_does_not_verify() -> None:
    with pytest.raises(ValueError, match="test: version segments"):
        alignment(Bead((0,), (0,)), Bead((1,), (0,))).verify(2, 1)


def test_secondary_links_do_not_count() -> None:
    Alignment("b", "v", (Bead((0,), (0,)),), "test", False, (Bead((0,), (0,)),)).verify(1, 1)


def test_additions_follow_the_segment_before_them() -> None:
    beads = [Bead((), (0,)), Bead((0,), (1,)), Bead((), (2,)), Bead((1,), ()), Bead((2,), (3,)), Bead((), (4,))]
    shuffled = beads.copy()
    random.Random(7).shuffle(shuffled)
    assert ordered(shuffled) == tuple(beads)


def test_additions_follow_a_bead_that_was_moved() -> None:
    """Version 0 renders base 2; the addition behind it goes with it."""
    beads = [Bead((0,), (2,)), Bead((1,), ()), Bead((2,), (0,)), Bead((), (1,))]
    assert ordered(reversed(beads)) == tuple(beads)


@given(partitions(), st.randoms(use_true_random=False))
def test_order_loses_nothing_and_does_not_hang_on_the_order_given(
    drawn: tuple[list[Bead], int, int], chance: random.Random
) -> None:
    beads = drawn[0]
    result = ordered(beads)
    assert sorted(map(repr, result)) == sorted(map(repr, beads))
    chance.shuffle(beads)
    assert ordered(beads) == result
    assert ordered(result) == result


@given(partitions())
def test_base_is_read_in_order_and_additions_stand_behind_their_neighbour(
    drawn: tuple[list[Bead], int, int],
) -> None:
    result = ordered(drawn[0])
    firsts = [bead.base[0] for bead in result if bead.base]
    assert firsts == sorted(firsts)
    in_version = sorted((bead for bead in result if bead.version), key=lambda bead: bead.version[0])
    for before, bead in itertools.pairwise(in_version):
        if not bead.base:
            assert result.index(before) == result.index(bead) - 1
