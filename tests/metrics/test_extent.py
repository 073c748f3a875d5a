"""Coverage, order and length: figures about how much of a text is there, and where."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_reports import document

from aligner.metrics import Metric, measure
from aligner.metrics._length import letters, words
from aligner.metrics.coverage_sentences import CoverageSentences
from aligner.metrics.coverage_words import CoverageWords
from aligner.metrics.length_ratio import LengthRatio
from aligner.metrics.length_ratio_whole import LengthRatioWhole
from aligner.metrics.order import Order
from aligner.model import Alignment, Bead, Document
from aligner.model.alignment import aligned_pairs, ordered


def figure(metric: Metric, base: Document, version: Document, *beads: Bead) -> float | None:
    links = Alignment(base.id, version.id, ordered(beads), "by-hand", False)
    links.verify(len(base.segments), len(version.segments))
    score = measure("m", metric, aligned_pairs(links, base, version), version.id, base.id)
    return None if score is None else score.value


BASE = document("b", "en", ["A title of five words", "One two.", "Three four five six!", "- -", "Seven"])
VERSION = document("v", "en", ["Title", "1 2 7", "more"])
BEADS = (
    Bead((0,), (0,)), Bead((1, 4), (1,)), Bead((2,), ()), Bead((3,), ()), Bead((), (2,)),
)  # fmt: skip


def test_coverage() -> None:
    assert figure(CoverageSentences(), BASE, VERSION, *BEADS) == 2 / 4
    assert figure(CoverageWords(), BASE, VERSION, *BEADS) == 3 / 7


def test_titles_are_not_covered() -> None:
    only = document("b", "en", ["Title"])
    other = document("v", "en", ["Title"])
    assert figure(CoverageSentences(), only, other, Bead((0,), (0,))) is None
    assert figure(CoverageWords(), only, other, Bead((0,), (0,))) is None


def test_chinese_is_counted_in_characters() -> None:
    base = document("b", "zh-Hant", ["題", "三個字。", "六個字在這裡。"])
    version = document("v", "en", ["Title", "Three."])
    beads = (Bead((0,), (0,)), Bead((1,), (1,)), Bead((2,), ()))
    assert figure(CoverageWords(), base, version, *beads) == 3 / 9
    assert words("三個字。", "zh") == letters("三個字。") == 3
    assert words("세 글자 .", "ko") == 2


def test_length_ratios() -> None:
    assert figure(LengthRatio(), BASE, VERSION, *BEADS) == (5 + 3) / (17 + 6 + 5)
    assert figure(LengthRatioWhole(), BASE, VERSION, *BEADS) == (5 + 3 + 4) / (17 + 6 + 16 + 0 + 5)
    nothing = document("b", "en", ["..."])
    assert figure(LengthRatio(), nothing, document("v", "en", ["x"]), Bead((0,), (0,))) is None


def in_order(places: list[int]) -> float | None:
    base = document("b", "en", [f"s{n}" for n in range(len(places))], title=False)
    version = document("v", "en", [f"s{n}" for n in range(len(places))], title=False)
    return figure(Order(), base, version, *(Bead((n,), (p,)) for n, p in enumerate(places)))


@pytest.mark.parametrize(
    ("places", "tau"), [([0, 1, 2, 3], 1.0), ([3, 2, 1, 0], -1.0), ([0, 2, 1, 3], 4 / 6), ([0], None)]
)
def test_order(places: list[int], tau: float | None) -> None:
    assert in_order(places) == (None if tau is None else pytest.approx(tau))


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.permutations(range(7)))
def test_order_counts_pairs(places: list[int]) -> None:
    agreeing = sum(1 if a < b else -1 for a, b in combinations(places, 2))
    assert in_order(places) == pytest.approx(agreeing / 21)


def test_ties_are_taken_out_as_tau_b_does() -> None:
    # middles 1, 1, 3 against 0, 1, 2: two of three agree, one is tied on the left: 2 / sqrt(2 * 3)
    assert Order().aggregate([(1, 0), (1, 1), (3, 2)]) == pytest.approx(2 / 6**0.5)
    assert Order().aggregate([(1, 0), (1, 1)]) is None


def test_the_title_says_nothing_about_order() -> None:
    base, version = document("b", "en", ["T", "a", "b"]), document("v", "en", ["T", "b", "a"])
    assert figure(Order(), base, version, Bead((0,), (0,)), Bead((1,), (2,)), Bead((2,), (1,))) == -1.0
