"""Passages that changed places: found from links, read in the order of the base, put back."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.aligners._corpus import encode
from aligner.aligners._moved import base_order, chain, put_back
from aligner.aligners.auto import Auto
from aligner.model import Bead, Document

Make = Callable[..., Document]
LINKS = st.lists(
    st.tuples(st.integers(0, 7), st.integers(0, 7), st.integers(1, 8)), max_size=8, unique_by=lambda x: x[:2]
)


@given(LINKS)
def test_the_chain_is_the_heaviest_that_rises(links: list[tuple[int, int, int]]) -> None:
    links = sorted(links)
    best = max(
        sum(x[2] for x in some)
        for size in range(len(links) + 1)
        for some in itertools.combinations(links, size)
        if all(a[1] <= b[1] for a, b in itertools.pairwise(some))
    )
    found = chain(links)
    assert sum(x[2] for x in found) == best
    assert all(a[1] <= b[1] for a, b in itertools.pairwise(found))


def test_in_order_nothing_moves() -> None:
    assert base_order([(k, k, 0.9) for k in range(20)], 20, 20) is None
    assert base_order([], 5, 5) is None


def test_a_stray_link_moves_nothing() -> None:
    assert base_order([*((k, k, 0.9) for k in range(20)), (2, 17, 0.8), (3, 18, 0.8)], 20, 20) is None


@pytest.mark.parametrize(("start", "stop", "to"), [(2, 7, 12), (8, 14, 0), (0, 4, 16)])
def test_a_moved_run_is_read_where_the_base_has_it(start: int, stop: int, to: int) -> None:
    rest = [k for k in range(20) if not start <= k < stop]
    version = [*rest[:to], *range(start, stop), *rest[to:]]
    links = [(i, j, 0.9) for j, i in enumerate(version) if i % 5 != 4]
    order = base_order(links, 20, 20)
    assert order is not None
    assert sorted(order.tolist()) == list(range(20))
    linked = [version[j] for j in order.tolist() if version[j] % 5 != 4]
    assert linked == sorted(linked)


@given(st.permutations(range(6)))
def test_reordering_and_putting_back_keep_every_segment(order: list[int]) -> None:
    (text,) = encode(
        [(["a b", "c", "", "d e f", "g", "h"], [["a", "b"], ["c"], [], ["d", "e", "f"], ["g"], ["h"]])]
    )
    other = text.in_order(np.array(order))
    for k, j in enumerate(order):
        assert other.tokens(k, k + 1).tolist() == text.tokens(j, j + 1).tolist()
    beads = put_back([Bead((0,), (0, 1, 2)), Bead((1,), (3, 4)), Bead((2,), (5,))], np.array(order))
    assert sorted(j for b in beads for j in b.version) == list(range(6))


def test_a_passage_that_moved_keeps_its_beads(make: Make) -> None:
    topics = ["ferry", "museum", "harvest", "bridge", "school", "market", "theatre", "forest", "airport", "library"]
    base = [f"The {t} in district {k} reopened after {k * 13 + 7} days of work." for k, t in enumerate(topics)]
    version = [f"District {k} saw its {t} reopen, {k * 13 + 7} days of work later." for k, t in enumerate(topics)]
    moved = [*version[6:], *version[:6]]
    result = Auto().align(make(base, id="a"), make(moved, id="b"))
    assert (result.aligner, result.monotone) == ("translation", False)
    assert "moved" in result.reason
    assert {(b.base, b.version) for b in result.beads} == {((k,), ((k + 4) % 10,)) for k in range(10)}
