"""Evidence, links and learned tables by whole arrays against the formulas, one sentence and one token at a time."""

from __future__ import annotations

import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.aligners import _counts, _evidence, _learning
from aligner.aligners._band import Band, whole
from aligner.aligners._corpus import Encoded, Floats
from aligner.aligners._counts import ROUNDS, TOGETHER
from aligner.aligners._evidence import MERGED, Direction, evidence
from aligner.aligners._learning import DISCOUNT, PRIOR, bead_tokens, linked, model1
from aligner.aligners._shapes import SHAPES
from aligner.aligners._table import Table, build

Path = list[tuple[int, int, tuple[int, int]]]


def random_text(rng: np.random.Generator, sentences: int, types: int) -> Encoded:
    sizes = rng.integers(0, 6, sentences)
    ids = rng.integers(0, types, sizes.sum())
    starts = np.concatenate(([0], np.cumsum(sizes)))
    return Encoded(tuple(f"{t:02}" for t in range(types)), ids, starts, np.maximum(sizes, 1).astype(np.float64))


def random_way(rng: np.random.Generator, height: int, width: int) -> Direction:
    entries = rng.integers(1, height * width)
    rows, columns = rng.integers(0, height, entries), rng.integers(0, width, entries)
    table = build(rows, columns, rng.random(entries) / 4, height, width)
    return Direction(table, table.reached * rng.random(width) * 0.9, rng.random(width) / 10 + 1e-4)


def weights(table: Table) -> dict[tuple[int, int], float]:
    return {
        (s, t): w
        for s, t, w in zip(table.rows.tolist(), table.columns.tolist(), table.weights.tolist(), strict=True)
    }


def odds(source: list[int], target: list[int], way: Direction) -> float:
    """The formula of the module's docstring, for one target sentence."""
    table = weights(way.table)
    total = 0.0
    for t in target:
        mass = sum(table.get((s, t), 0.0) for s in source) / max(len(source), 1)
        total += math.log(1 - way.linked[t] + way.linked[t] * mass / way.chance[t])
    return total


def side(sources: list[list[int]], targets: list[list[int]], way: Direction) -> float:
    stretch = [s for sentence in sources for s in sentence]
    found = [odds(stretch, sentence, way) for sentence in targets]
    return sum(f - MERGED if f < 0 and len(targets) > 1 else f for f in found)


def sentences(text: Encoded, first: int, last: int) -> list[list[int]]:
    return [text.tokens(i, i + 1).tolist() for i in range(first, last)]


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 9), st.integers(1, 9), st.booleans(), st.integers(0, 10_000))
def test_evidence_is_what_the_formula_says(n: int, m: int, narrow: bool, seed: int) -> None:
    rng = np.random.default_rng(seed)
    base, version = random_text(rng, n, 12), random_text(rng, m, 10)
    forth, back = random_way(rng, 12, 10), random_way(rng, 10, 12)
    band = whole(n, m)
    if narrow:
        middle = np.arange(n + 1) * m // n
        band = Band(np.maximum(middle - 2, 0), np.minimum(middle + 3, m), m)
    with pytest.MonkeyPatch.context() as patch:  # several tiles and stretches even in texts as small as these
        patch.setattr(_evidence, "ROWS", 4)
        patch.setattr(_evidence, "TARGETS", 3)
        patch.setattr(_evidence, "PRODUCT", 50)
        found = evidence(base, version, forth, back, band)
    for cell, (i, j) in enumerate(zip(*(places.tolist() for places in band.nodes()), strict=True)):
        for k, (a, b) in enumerate(SHAPES):
            if i + a > n or j + b > m:
                continue
            ours, theirs = sentences(base, i, i + a), sentences(version, j, j + b)
            wanted = (side(ours, theirs, forth) + side(theirs, ours, back)) / 2 if a and b else 0.0
            assert found[k, cell] == pytest.approx(wanted, abs=1e-3)
    middle_row = n // 2
    part = evidence(base, version, forth, back, band, (middle_row, n + 1))
    assert part == pytest.approx(found[:, band.starts[middle_row] :], abs=1e-3)


def random_path(rng: np.random.Generator, n: int, m: int) -> Path:
    path: Path = []
    i = j = 0
    while (i, j) != (n, m):
        fitting = [(a, b) for a, b in SHAPES if i + a <= n and j + b <= m]
        shape = fitting[rng.integers(len(fitting))]
        path.append((i, j, shape))
        i, j = i + shape[0], j + shape[1]
    return path


def beads(base: Encoded, version: Encoded, path: Path) -> list[tuple[list[int], list[int]]]:
    found = [(base.tokens(i, i + a).tolist(), version.tokens(j, j + b).tolist()) for i, j, (a, b) in path]
    return [(ours, theirs) for ours, theirs in found if ours and theirs]


@settings(max_examples=40, deadline=None)
@given(st.integers(1, 40), st.integers(1, 40), st.integers(0, 10_000))
def test_links_are_what_one_step_of_em_says(n: int, m: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    base, version = random_text(rng, n, 12), random_text(rng, m, 10)
    way, path = random_way(rng, 12, 10), random_path(rng, n, m)
    table, reached = weights(way.table), {t for _, t in weights(way.table)}
    hits = dict.fromkeys(range(10), 0.0)
    counts: Counter[int] = Counter()
    for ours, theirs in beads(base, version, path):
        for t in theirs:
            mass = sum(table.get((s, t), 0.0) for s in ours) / len(ours)
            chances = way.linked[t] * mass / way.chance[t]
            hits[t] += chances / (1 - way.linked[t] + chances)
            counts[t] += 1
    share = (sum(hits[t] for t in reached) + 1) / (sum(counts[t] for t in reached) + 2)
    wanted = [
        min((hits[t] + PRIOR * share) / (counts[t] + PRIOR), 0.999) if t in reached else 0.0 for t in range(10)
    ]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_learning, "BEADS", 3)
        found = linked(way.table, way.chance, way.linked, bead_tokens([(base, version, path)]))
    assert found == pytest.approx(np.array(wanted), abs=1e-4)


def joined(bags: list[list[int]]) -> list[list[int]]:
    """The rare types of a bead as one, numbered below 0."""
    spread = Counter(t for bag in bags for t in set(bag))
    return [[t if spread[t] >= TOGETHER else -1 - k for t in bag] for k, bag in enumerate(bags)]


def plain_model1(pairs: list[tuple[list[int], list[int]]]) -> dict[tuple[int, int], float]:
    """p(target|source), keyed (source, target)."""
    together = Counter(cell for ours, theirs in pairs for cell in {(s, t) for s in ours for t in theirs})
    p = dict.fromkeys(together, 1.0)
    expected, sums = dict.fromkeys(together, 0.0), {s: 0.0 for s, _ in together}
    for _ in range(ROUNDS):
        expected = dict.fromkeys(together, 0.0)
        for ours, theirs in pairs:
            for t in theirs:
                total = sum(p[s, t] for s in ours)
                for s in ours:
                    expected[s, t] += p[s, t] / total
        sums = {s: 0.0 for s, _ in together}
        for (s, _), count in expected.items():
            sums[s] += count
        p = {(s, t): count / sums[s] for (s, t), count in expected.items()}
    return {
        (s, t): (count - DISCOUNT) / sums[s]
        for (s, t), count in expected.items()
        if together[s, t] >= TOGETHER and count > DISCOUNT
    }


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 60), st.integers(1, 60), st.integers(0, 10_000))
def test_both_tables_are_what_plain_em_learns(n: int, m: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    base, version = random_text(rng, n, 5), random_text(rng, m, 4)
    path = random_path(rng, n, m)
    pairs = beads(base, version, path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_counts, "CHUNK", 40)
        forth, back = model1(bead_tokens([(base, version, path)]))
    assert weights(forth) == pytest.approx(plain_model1(pairs), abs=1e-9)
    assert weights(back) == pytest.approx(plain_model1([(b, a) for a, b in pairs]), abs=1e-9)


def test_rare_types_of_many_beads_are_one_type_of_their_bead(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(5)
    base, version = random_text(rng, 60, 40), random_text(rng, 60, 30)
    path: Path = [(i, i, (1, 1)) for i in range(60)]
    apart = weights(model1(bead_tokens([(base, version, path)]))[0])
    pairs = beads(base, version, path)
    assert apart == pytest.approx(plain_model1(pairs), abs=1e-9)
    monkeypatch.setattr(_counts, "MANY", 0)
    ours, theirs = joined([ours for ours, _ in pairs]), joined([theirs for _, theirs in pairs])
    found = weights(model1(bead_tokens([(base, version, path)]))[0])
    assert found == pytest.approx(plain_model1(list(zip(ours, theirs, strict=True))), abs=1e-9)
    assert found != pytest.approx(apart, abs=1e-9)


def test_several_texts_teach_together_and_endless_beads_do_not(monkeypatch: pytest.MonkeyPatch) -> None:
    rng = np.random.default_rng(3)
    base, version = random_text(rng, 30, 5), random_text(rng, 30, 4)
    path: Path = [(i, i, (1, 1)) for i in range(30)]
    twice = bead_tokens([(base, version, path), (base, version, path)])
    assert weights(model1(twice)[0]) == pytest.approx(plain_model1(2 * beads(base, version, path)), abs=1e-9)
    monkeypatch.setattr(_counts, "LARGEST", 0)
    assert not weights(model1(twice)[0])


def test_texts_without_words_teach_nothing() -> None:
    empty = Encoded((), np.zeros(0, dtype=np.int64), np.zeros(3, dtype=np.int64), np.ones(2))
    pairs = bead_tokens([(empty, empty, [(0, 0, (1, 1)), (1, 1, (1, 1))])])
    assert len(pairs.source) == 0
    assert all(not weights(table) for table in model1(pairs))
    zero: Floats = np.zeros(0)
    assert linked(model1(pairs)[0], zero, zero, pairs).shape == (0,)
