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
    n = len(band.first) - 1
    found: dict[Node, list[tuple[Node, float]]] = {}
    for i in range(n + 1):
        for column in range(band.width):
            j = int(band.first[i]) + column
            if j > band.size:
                continue
            for k, (a, b) in enumerate(SHAPES):
                end = (i + a, j + b)
                if end[0] <= n and end[1] <= band.size and 0 <= end[1] - band.first[end[0]] < band.width:
                    found.setdefault((i, j), []).append((end, float(scores[k, i, column])))
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
        path = [(min(i, n), min(round(i * m / max(n, 1)), m)) for i in range(n + 1)]
        low = np.array([max(0, j - 3) for _, j in path], dtype=np.int64)
        high = np.array([min(m, j + 3) for _, j in path])
        band = Band(low, int((high - low).max()) + 1, m)
    scores = fit(rng.normal(size=(len(SHAPES), n + 1, band.width)), band)
    skip = SHAPES.index((0, 1))
    scores[skip] = np.where(np.isfinite(scores[skip]), -1.5, -np.inf)
    return scores, band


@settings(max_examples=60, deadline=None)
@given(st.integers(1, 14), st.integers(1, 14), st.booleans(), st.integers(0, 10_000))
def test_the_best_path_is_as_good_as_the_reference_says(n: int, m: int, narrow: bool, seed: int) -> None:
    scores, band = random_case(n, m, narrow, seed)
    assume(math.isfinite(best_value(scores, band)))
    path = best_path(scores, band)
    total = sum(float(scores[SHAPES.index(shape), i, j - band.first[i]]) for i, j, shape in path)
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
        barred[SHAPES.index(shape), i, j - band.first[i]] = -np.inf
        assert 1 - math.exp(log_total(barred, band) - total) == pytest.approx(sure, abs=1e-9)


def test_a_band_that_falls_apart_is_an_error() -> None:
    band = Band(np.array([0, 20], dtype=np.int64), 3, 22)
    scores = fit(np.zeros((len(SHAPES), 2, 3)), band)
    with pytest.raises(ValueError, match="no path"):
        best_path(scores, band)


def test_a_corridor_holds_its_path_and_is_no_wider_than_the_band_before() -> None:
    nodes = [(0, 0), *((i, i + 4 if i > 50 else i) for i in range(1, 200)), (200, 204)]
    band = along(nodes, whole(200, 204))
    assert band.width < 70
    assert all(band.first[i] <= j < band.first[i] + band.width for i, j in nodes)
    small = whole(5, 5)
    assert along([(0, 0), (5, 5)], small) is small
