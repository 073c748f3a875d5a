"""The parts of the free aligner: candidates, features, weights, stars."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from aligner.aligners._free.beads import _stars
from aligner.aligners._free.candidates import MOST
from aligner.aligners._free.features import FIRST, REFINED, rivals
from aligner.aligners._free.model import measured, shipped
from aligner.aligners._prepared import prepare
from aligner.aligners.digest import Digest
from aligner.model import Document

Make = Callable[..., Document]
VALUES = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 4)), min_size=1, max_size=20)


@given(VALUES)
def test_rivals_are_the_best_of_the_others(pairs: list[tuple[float, int]]) -> None:
    values, groups = np.array([v for v, _ in pairs]), np.array([g for _, g in pairs])
    wanted = [
        max((v for k, (v, g) in enumerate(pairs) if g == group and k != own), default=0.0)
        for own, (_, group) in enumerate(pairs)
    ]
    assert rivals(values, groups).tolist() == wanted


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), unique=True))
def test_links_make_stars_or_stay_secondary(pairs: list[tuple[int, int]]) -> None:
    chosen, rest = _stars([(i, j, 0.9) for i, j in pairs])
    assert {*chosen} | {(i, j) for i, j, _ in rest} == {*pairs}
    assert len(chosen) + len(rest) == len(pairs)
    for i, j in chosen:
        ours = [k for k, other in chosen if other == j]
        theirs = [k for other, k in chosen if other == i]
        assert min(len(ours), len(theirs)) == 1
        assert max(len(ours), len(theirs)) <= 3


def test_every_feature_has_its_weights() -> None:
    for one_language in (False, True):
        weights = shipped(one_language)
        assert (len(weights.first), len(weights.refined)) == (len(FIRST), len(REFINED))
        assert np.all(np.isfinite(weights.refined))


def test_candidates_grow_with_the_sentences_not_with_the_pairs(make: Make) -> None:
    lines = [
        f"Ship {n} of line {n % 7} sails on day {n % 11} with {n * 37 % 1000} crates of tea." for n in range(120)
    ]
    base, version = make(lines, id="a"), make(lines[::-1], id="b")
    found = measured(base, version, prepare(base, version, ()))
    assert len(found.table.pairs.rows) <= MOST * 240
    assert np.all((found.probabilities(shipped(True)) >= 0) & (found.probabilities(shipped(True)) <= 1))


def test_words_left_in_the_script_of_the_base_are_evidence(make: Make) -> None:
    base = ["항구가 다시 열렸다.", "그는 회수율을 높이겠다고 말했다.", "비가 내렸다.", "시장은 떠났다."]
    version = ["Nobody was there to see it.", "They want the 회수율 to climb.", "A band played."]
    result = Digest().align(make(base, "ko", "a"), make(version, id="b"))
    paired = {(b.base, b.version) for b in result.beads if b.paired}
    assert ((1,), (1,)) in paired


def test_a_figure_off_by_a_power_of_ten_still_links(make: Make) -> None:
    base = ["The dam cost 4,170 million crowns.", "It rained.", "The lake is full.", "Boats came back."]
    version = ["A price of 417 million was paid, he said.", "Anglers are glad."]
    result = Digest().align(make(base, id="a"), make(version, id="b"))
    assert (0,) in {b.base for b in result.beads if b.version == (0,)}
