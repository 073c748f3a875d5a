"""Counts by shape, intervals over documents, calibration."""

from __future__ import annotations

import pytest

from aligner.evaluation import FIGURES, Evaluation, evaluate
from aligner.evaluation.calibration import bins, expected_error
from aligner.evaluation.intervals import intervals
from aligner.evaluation.shapes import by_shape
from aligner.formats.ladder import read_beads
from aligner.model import Bead

GOLD = read_beads("[0]:[0]:\n[1, 2]:[1]:\n[3]:[]:\n[4]:[2, 3]:\n")
TEST = read_beads("[0]:[0]:\n[1]:[1]:\n[2]:[]:\n[3]:[]:\n[4]:[2, 3]:\n")


def test_shapes_are_counted_in_gold_predicted_and_both() -> None:
    found = {s.name: (s.gold, s.predicted, s.right) for s in by_shape([(GOLD, TEST)])}
    assert found == {"1-1": (1, 2, 1), "2-1": (1, 0, 0), "1-0": (1, 2, 1), "1-2": (1, 1, 1)}
    twice = {s.name: s.right for s in by_shape([(GOLD, TEST), (GOLD, TEST)])}
    assert twice == {"1-1": 2, "2-1": 0, "1-0": 2, "1-2": 2}


def test_the_commonest_shape_of_the_gold_comes_first() -> None:
    gold = (*GOLD, Bead((5,), (4,)))
    assert by_shape([(gold, ())])[0].name == "1-1"
    assert by_shape([]) == ()


def test_links_are_pairs_of_segments() -> None:
    result = evaluate(GOLD, TEST)
    assert (result.links, result.links_predicted, result.links_gold) == (4, 4, 5)
    assert result.f1_links == pytest.approx(8 / 9)
    assert evaluate(GOLD, ()).f1_links == 0.0


def test_one_document_has_no_interval() -> None:
    assert intervals([evaluate(GOLD, TEST)]) == {}
    assert intervals([]) == {}


def test_interval_holds_the_figure_and_is_the_same_on_every_run() -> None:
    documents = [evaluate(GOLD, TEST), evaluate(GOLD, GOLD), evaluate(GOLD, TEST), evaluate(GOLD, TEST[:3])]
    found = intervals(documents)
    total = sum(documents, Evaluation())
    assert set(found) == set(FIGURES)
    for figure, (low, high) in found.items():
        assert low <= getattr(total, figure) <= high
    assert found["f1_strict"][0] < found["f1_strict"][1]
    assert intervals(documents) == found


def test_interval_of_equal_documents_is_a_point() -> None:
    low, high = intervals([evaluate(GOLD, TEST)] * 5)["f1_strict"]
    assert low == high == pytest.approx(evaluate(GOLD, TEST).f1_strict)


def test_calibration_compares_confidence_with_what_is_right() -> None:
    beads = [*(Bead((i,), (i,), 0.9) for i in range(10)), Bead((10,), (), 0.3), Bead((11,), ())]
    gold = [*(Bead((i,), (i,)) for i in range(9)), Bead((9,), ()), Bead((10,), (9,))]
    found = bins([(gold, beads)])
    assert [(b.low, b.beads) for b in found] == [(0.3, 1), (0.9, 10)]
    assert found[1].right == pytest.approx(0.9)
    assert expected_error(found) == pytest.approx((10 * 0.0 + 1 * 0.3) / 11)
    assert expected_error(bins([(GOLD, TEST)])) is None
    assert bins([(GOLD, [Bead((0,), (0,), 1.0)])])[0].low == 0.9
