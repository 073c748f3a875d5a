"""Statistics held against scipy."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.terms.discovery.significance import by_chance, log_likelihood


@st.composite
def tables(draw: st.DrawFn) -> tuple[int, int, int, int]:
    total = draw(st.integers(1, 300))
    first, second = draw(st.integers(0, total)), draw(st.integers(0, total))
    return draw(st.integers(max(0, first + second - total), min(first, second))), first, second, total


@settings(deadline=None)  # scipy is slow to import
@given(tables())
def test_fisher(table: tuple[int, int, int, int]) -> None:
    from scipy.stats import hypergeom

    both, first, second, total = table
    assert by_chance(*table) == pytest.approx(hypergeom.sf(both - 1, total, first, second), abs=1e-9)


@settings(deadline=None)  # scipy is slow to import
@given(tables())
def test_log_likelihood(table: tuple[int, int, int, int]) -> None:
    from scipy.stats import chi2_contingency

    both, first, second, total = table
    cells = [[both, first - both], [second - both, total - first - second + both]]
    if both * total <= first * second or not all(map(sum, cells)) or not all(map(sum, zip(*cells, strict=True))):
        assert log_likelihood(*table) >= 0
    else:
        expected = chi2_contingency(cells, correction=False, lambda_="log-likelihood").statistic
        assert log_likelihood(*table) == pytest.approx(expected, rel=1e-9, abs=1e-9)


def test_impossible_counts_are_refused() -> None:
    with pytest.raises(ValueError, match="3 of 2"):
        by_chance(3, 2, 5, 10)
    assert math.isclose(by_chance(0, 2, 5, 10), 1.0)
