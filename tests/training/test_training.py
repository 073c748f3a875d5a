"""Training: sums over paths against all paths written out, and weights that learn what they are shown."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.aligners._candidates import Candidates
from aligner.aligners._shapes import SHAPES
from aligner.model import Bead
from aligner.training import held_out, weights
from aligner.training.__main__ import main
from aligner.training.examples import Example
from aligner.training.lattice import Lattice, Lattices, lattice
from aligner.training.model import Fitted, Set, fit


def beads(n: int, m: int, keep: float, seed: int) -> Candidates:
    rng = np.random.default_rng(seed)
    every = [
        (k, i, j)
        for i, j in itertools.product(range(n + 1), range(m + 1))
        for k, (a, b) in enumerate(SHAPES)
        if i + a <= n and j + b <= m and (rng.random() < keep or 0 in (a, b))
    ]
    shape, base, version = np.array(every, dtype=np.int64).T
    return Candidates(shape, base, version, np.zeros(len(every)), rng.normal(size=len(every)))


def paths(found: Candidates, n: int, m: int) -> list[list[int]]:
    a, b = found.sizes

    def onward(i: int, j: int) -> list[list[int]]:
        if (i, j) == (n, m):
            return [[]]
        return [
            [k, *rest]
            for k in np.flatnonzero((found.base == i) & (found.version == j)).tolist()
            for rest in onward(i + int(a[k]), j + int(b[k]))
        ]

    return onward(0, 0)


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 3), st.integers(1, 3), st.integers(0, 99))
def test_sums_are_those_over_all_paths(n: int, m: int, seed: int) -> None:
    found, other = beads(n, m, 0.5, seed), beads(2, 1, 0.5, seed + 1)
    parts = [lattice(found, n, m), lattice(other, 2, 1)]
    side_by_side = Lattices(parts)
    scores = [np.random.default_rng(seed + k).normal(size=len(p.kept)) for k, p in enumerate(parts)]
    joined = np.concatenate(scores)[side_by_side.order]
    sure, totals = side_by_side.sums(joined)
    best = side_by_side.best(joined)
    back = np.empty(len(sure))
    back[side_by_side.order] = sure
    chosen = np.zeros(len(sure), dtype=bool)
    chosen[side_by_side.order] = best
    full = np.full(len(found), np.nan)
    full[parts[0].kept] = scores[0]
    every = paths(found, n, m)
    values = np.array([full[p].sum() for p in every])
    assert totals[0] == pytest.approx(np.logaddexp.reduce(values))
    assert np.flatnonzero(chosen[: len(scores[0])]).tolist() == sorted(
        np.searchsorted(parts[0].kept, every[int(values.argmax())]).tolist()
    )
    share = np.exp(values - totals[0])
    for place, k in enumerate(parts[0].kept.tolist()):
        wanted = sum(s for s, p in zip(share, every, strict=True) if k in p)
        assert back[place] == pytest.approx(wanted, abs=1e-9)


def example(name: str, seed: int, group: str = "set") -> Example:
    """A document in which the second feature tells the right beads, all 1-1, the others are noise."""
    n = 6
    found = beads(n, n, 0.3, seed)
    a, b = found.sizes
    right = (a == 1) & (b == 1) & (found.base == found.version)
    one = SHAPES.index((1, 1))
    lost = [k for k in range(n) if not (right & (found.base == k)).any()]
    shape, base, version = (
        np.concatenate((getattr(found, f), extra))
        for f, extra in (("shape", [one] * len(lost)), ("base", lost), ("version", lost))
    )
    order = np.lexsort((shape, version, base))
    size = len(order)
    found = Candidates(shape[order].astype(np.int64), base[order].astype(np.int64), version[order].astype(np.int64),
                       np.zeros(size), np.zeros(size))  # fmt: skip
    right = (found.shape == one) & (found.base == found.version)
    table = np.random.default_rng(seed).normal(size=(size, 3)).astype(np.float32)
    table[:, 1] = right
    table[:, 2] = 1.0
    path: Lattice = lattice(found, n, n)
    kept = path.kept
    cut = Candidates(*(getattr(found, f)[kept] for f in ("shape", "base", "version", "score", "log")))
    gold = tuple(Bead((k,), (k,)) for k in range(n))
    hits = right[kept].astype(np.float64)
    return Example(group, name, "alone", "a b", path, cut, table[kept], hits, cut.log, np.zeros(len(kept)), gold)


def test_weights_learn_what_they_are_shown() -> None:
    found = Set([example(str(k), k) for k in range(4)])
    assert found.right.sum() == 24
    fitted = fit(found, ["noise", "right", "constant"], penalty=1.0)
    assert fitted.weights[1] > 3 * abs(fitted.weights[0])
    outcome = held_out.applied(Set([example("new", 9)]), fitted.weights)[0]
    assert outcome.scorer.f1_strict == 1.0


def test_held_out_figures_can_be_bad() -> None:
    shown = [example(str(k), k) for k in range(3)]
    names = ["noise", "right", "constant"]
    begin = fit(Set(shown), names, penalty=1.0)
    good = held_out.held_out(shown, names, begin, 1.0)
    assert {o.example.document for o in good} == {"0", "1", "2"}
    assert all(o.scorer.f1_strict == 1.0 for o in good)
    wrong = held_out.applied(Set(shown), -begin.weights)
    assert all(o.scorer.f1_strict < 0.5 for o in wrong)
    assert sum(o.loss for o in wrong) > 10 * sum(o.loss for o in good)
    tempers = held_out.tempers(good)
    assert "1.000/1.000" in held_out.table(good, tempers)
    assert "1.000/1.000" not in held_out.table(wrong, tempers)


def test_folds_never_train_on_what_they_test() -> None:
    shown = [example(d, k, g) for k, (g, d) in enumerate([("x", "1"), ("x", "2"), ("x", "2"), ("y", "1")])]
    for by_group in (False, True):
        tested = []
        for train, test in held_out.folds(shown, by_group=by_group):
            assert not {(e.group, e.document) for e in train} & {(e.group, e.document) for e in test}
            assert not by_group or not {e.group for e in train} & {e.group for e in test}
            tested += test
        assert len(tested) == len(shown)


def test_the_file_says_what_each_weight_means() -> None:
    from aligner.aligners._scorer import BARE_TEMPER, TEMPER, parse, shipped

    names = shipped().names
    assert [n for n in names if not weights.meaning(n)] == []
    fitted = Fitted(np.arange(len(names)) / 7, np.where(np.arange(len(names)) == 3, np.inf, 1.0))
    read = parse(weights.written(names, fitted, {TEMPER: 0.9, BARE_TEMPER: 0.7}, ["han latin", "latin latin"]))
    assert read.seen == {"han latin", "latin latin"}
    assert read.names == names
    assert (read.temper, read.bare) == (0.9, 0.7)
    assert read.values[3] == 0
    assert read.values[5] == pytest.approx(5 / 7, rel=1e-3)


def test_bad_input_is_one_line(tmp_path: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([f"{tmp_path}/nowhere"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
