"""The vectorised dynamic programme against a plain one over dictionaries."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from aligner.aligners._band import Band, along, whole
from aligner.aligners._lattice import best_path, fit, posteriors
from aligner.aligners._shapes import SHAPES

Node = tuple[int, int]


def steps(scores: npt.NDArray[np.float64], band: Band) -> dict[Node, list[tuple[Node, float]]]:
    """Every bead that may begin at each node, with its score."""
    nodes = [(i, j) for i in range(len(band.first)) for j in range(band.first[i], band.last[i] + 1)]
    found: dict[Node, list[tuple[Node, float]]] = {}
    for cell, (i, j) in enumerate(nodes):
        for k, (a, b) in enumerate(SHAPES):
            i2, j2 = i + a, j + b
            if i2 < len(band.first) and band.first[i2] <= j2 <= band.last[i2]:
                found.setdefault((i, j), []).append(((i2, j2), float(scores[k, cell])))
    return found


def best_value(scores: npt.NDArray[np.float64], band: Band) -> float:
    value: dict[Node, float] = {(0, 0): 0.0}
    moves = steps(scores, band)
    for node in sorted(moves):
        if node in value:
            for end, score in moves[node]:
                value[end] = max(value.get(end, -math.inf), value[node] + score)
    return value.get((len(band.first) - 1, band.size), -math.inf)


def log_total(scores: npt.NDArray[np.float64], band: Band) -> float:
    value: dict[Node, float] = {(0, 0): 0.0}
    moves = steps(scores, band)
    for node in sorted(moves):
        if node in value:
            for end, score in moves[node]:
                value[end] = float(np.logaddexp(value.get(end, -math.inf), value[node] + score))
    return value.get((len(band.first) - 1, band.size), -math.inf)


def random_case(n: int, m: int, narrow: bool, seed: int) -> tuple[npt.NDArray[np.float64], Band]:
    rng = np.random.default_rng(seed)
    band = whole(n, m)
    if narrow:
        middle = np.arange(n + 1) * m // n
        first = np.maximum.accumulate(np.maximum(middle - rng.integers(0, 4, n + 1), 0))
        last = np.maximum.accumulate(np.minimum(middle + rng.integers(0, 6, n + 1), m))
        first[0], last[-1] = 0, m
        band = Band(first, np.maximum(last, first), m)
    scores = fit(rng.normal(size=(len(SHAPES), band.cells)), band)
    return scores, band


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 14), st.integers(1, 14), st.booleans(), st.integers(0, 10_000))
def test_the_best_path_is_as_good_as_the_reference_says(n: int, m: int, narrow: bool, seed: int) -> None:
    scores, band = random_case(n, m, narrow, seed)
    assume(math.isfinite(best_value(scores, band)))
    path = best_path(scores, band)
    total = sum(float(scores[SHAPES.index(shape), band.place(i, j)]) for i, j, shape in path)
    assert total == pytest.approx(best_value(scores, band))
    assert sum(a for _, _, (a, _) in path) == n
    assert sum(b for _, _, (_, b) in path) == m


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 8), st.integers(1, 8), st.booleans(), st.integers(0, 10_000))
def test_posteriors_are_the_share_of_all_paths(n: int, m: int, narrow: bool, seed: int) -> None:
    scores, band = random_case(n, m, narrow, seed)
    assume(math.isfinite(best_value(scores, band)))
    path = best_path(scores, band)
    total = log_total(scores, band)
    for (i, j, shape), sure in zip(path, posteriors(scores, band, path), strict=True):
        barred = scores.copy()
        barred[SHAPES.index(shape), band.place(i, j)] = -np.inf
        assert 1 - math.exp(log_total(barred, band) - total) == pytest.approx(sure, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 10), st.integers(1, 10), st.booleans(), st.integers(0, 10_000))
def test_beads_that_are_not_allowed_are_on_no_path(n: int, m: int, narrow: bool, seed: int) -> None:
    scores, band = random_case(n, m, narrow, seed)
    scores[np.random.default_rng(seed).random(scores.shape) < 0.6] = -np.inf
    wanted = best_value(scores, band)
    if not math.isfinite(wanted):
        with pytest.raises(ValueError, match="no path"):
            best_path(scores, band)
        return
    path = best_path(scores, band)
    assert sum(float(scores[SHAPES.index(s), band.place(i, j)]) for i, j, s in path) == pytest.approx(wanted)
    sure = posteriors(scores, band, path)
    total = log_total(scores, band)
    for (i, j, shape), p in zip(path, sure, strict=True):
        barred = scores.copy()
        barred[SHAPES.index(shape), band.place(i, j)] = -np.inf
        assert 1 - math.exp(log_total(barred, band) - total) == pytest.approx(p, abs=1e-6)


def test_scores_may_come_in_stretches_of_rows() -> None:
    scores, band = random_case(300, 280, True, 5)
    rows = best_path(lambda start, stop: scores[:, band.starts[start] : band.starts[stop]], band)
    assert rows == best_path(scores, band)
    blocks = [*band.blocks(50)]
    assert [b for a in blocks for b in range(*a)] == [*range(301)]
    for start, stop in blocks:
        assert stop == start + 1 or band.starts[stop] - band.starts[start] <= 50
        part = fit(np.zeros((len(SHAPES), band.starts[stop] - band.starts[start])), band, start)
        whole_part = np.isneginf(scores[:, band.starts[start] : band.starts[stop]])
        assert (np.isneginf(part) == whole_part).all()


def test_ties_go_to_the_earlier_shape() -> None:
    band = whole(2, 2)
    scores = fit(np.zeros((len(SHAPES), band.cells)), band)
    assert best_path(scores, band) == [(0, 0, (1, 1)), (1, 1, (1, 1))]


def test_a_band_that_falls_apart_is_an_error() -> None:
    band = Band(np.array([0, 20], dtype=np.int64), np.array([2, 22], dtype=np.int64), 22)
    scores = fit(np.zeros((len(SHAPES), band.cells)), band)
    with pytest.raises(ValueError, match="no path"):
        best_path(scores, band)


def test_a_corridor_holds_its_path_and_has_no_more_cells_than_the_band_before() -> None:
    nodes = [(0, 0), *((i, i + 4 if i > 50 else i) for i in range(1, 200)), (200, 204)]
    band = along(nodes, whole(200, 204))
    assert band.cells < 70 * 201
    assert all(band.first[i] <= j <= band.last[i] for i, j in nodes)
    small = whole(5, 5)
    assert along([(0, 0), (5, 5)], small) is small
