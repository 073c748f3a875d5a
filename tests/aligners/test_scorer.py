"""The trained scorer: its features against slow plain ones, its weights, and what it promises to the lattice."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.aligners import _lattice, _scorer
from aligner.aligners._band import whole
from aligner.aligners._candidates import LEAST, TEMPER, candidates
from aligner.aligners._corpus import encode
from aligner.aligners._evidence import Direction, unigrams
from aligner.aligners._features.frame import Frame
from aligner.aligners._features.marks import ENDS, marks
from aligner.aligners._features.quoting import quoting
from aligner.aligners._features.table import features, weighted
from aligner.aligners._length import Lengths
from aligner.aligners._shapes import SHAPES
from aligner.aligners._table import Table, seed
from aligner.errors import FormatError

WORDS = ["a", "b", "c", "d", "#3", "?"]
sentences = st.lists(st.lists(st.sampled_from(WORDS), min_size=1, max_size=5), min_size=2, max_size=5)
TURNED = {"a": "x", "b": "y", "c": "z", "d": "w", "#3": "#3", "?": "?"}


def framed(base: list[list[str]], version: list[list[str]]) -> Frame:
    """A frame of two tiny texts in which each base word renders as one version word at .6, and the next at .2."""
    texts = [[" ".join(s) for s in side] for side in (base, version)]
    (left,), (right,) = encode([(texts[0], base)]), encode([(texts[1], version)])
    again = list(TURNED.values())
    near = {w: {TURNED[w]: 0.6, again[(k + 1) % len(again)]: 0.2} for k, w in enumerate(TURNED)}
    known = {w: {t: p for t, p in near[w].items() if t in right.types} for w in left.types}
    table = seed(left.types, right.types, known)

    def way(table: Table, chance: np.ndarray) -> Direction:
        return Direction(table, table.reached * 0.7, chance)

    path = [(k, k, (1, 1)) for k in range(min(len(base), len(version)))]
    forth, back = way(table, unigrams([right])), way(table.turned(), unigrams([left]))
    return Frame(left, right, (texts[0], texts[1]), forth, back, Lengths(1.0), path)


def scored(n: int, m: int, seed_: int) -> tuple[np.ndarray, _lattice.Path]:
    band = whole(n, m)
    scores = np.random.default_rng(seed_).normal(size=(len(SHAPES), band.cells)) * 3
    scores = np.asarray(_lattice.fit(scores, band))
    return scores, _lattice.best_path(scores, band)


@settings(max_examples=30, deadline=None)
@given(sentences, sentences, st.integers(0, 9))
def test_word_features_are_those_of_a_plain_computation(
    base: list[list[str]], version: list[list[str]], seed_: int
) -> None:
    version = [[TURNED[w] for w in s] for s in version]
    frame = framed(base, version)
    beads = candidates(*_with_band(len(base), len(version), seed_))
    names, table = features(frame, beads)
    a, b = beads.sizes
    for k in range(len(beads)):
        if not a[k] or not b[k]:
            continue
        rows, columns = range(beads.base[k], beads.base[k] + a[k]), range(beads.version[k], beads.version[k] + b[k])
        ahead = plain(frame, rows, columns, forth=True)
        behind = plain(frame, columns, rows, forth=False)
        for name in ahead:
            assert table[k, names.index(name)] == pytest.approx(ahead[name] + behind[name], abs=1e-3), name
            apart = abs(ahead[name] - behind[name])
            assert table[k, names.index(f"{name}, apart")] == pytest.approx(apart, abs=1e-3), name


def plain(frame: Frame, sources: range, targets: range, *, forth: bool) -> dict[str, float]:
    """Some features of one direction of a bead, token by token."""
    source, target = (frame.base, frame.version) if forth else (frame.version, frame.base)
    way = frame.forth if forth else frame.back
    before = [sources[0] - 1] if sources[0] else []
    found = dict.fromkeys(("word for", "number against", "mark for", "covered", "missing", "pull before"), 0.0)
    for j in targets:
        for t in target.tokens(j, j + 1).tolist():
            gain = mass(source, way, sources, t)
            odds = math.log(1 - way.linked[t] + gain)
            sure = gain / (1 - way.linked[t] + gain)
            name = target.types[t]
            mark, number = name == "?", name.startswith("#")
            value = 0.0 if mark else min(-math.log(way.chance[t]), 8.0) / 8
            found["word for"] += max(odds, 0.0) * (not mark and not number)
            found["number against"] += min(odds, 0.0) * number
            found["mark for"] += max(odds, 0.0) * mark
            found["covered"] += value * sure
            found["missing"] += value * way.linked[t] * (1 - sure)
            other = math.log(1 - way.linked[t] + mass(source, way, before, t))
            found["pull before"] += max(other - max(odds, 0.0), 0.0)
    return found


def mass(source: object, way: Direction, sentences: range | list[int], target: int) -> float:
    """linked x p(target|sentences) / chance."""
    tokens = [t for i in sentences for t in source.tokens(i, i + 1).tolist()]  # type: ignore[attr-defined]
    total = 0.0
    for s in tokens:
        for k in range(int(way.table.starts[s]), int(way.table.starts[s + 1])):
            total += float(way.table.weights[k]) * (way.table.columns[k] == target)
    return float(way.linked[target] * total / (max(len(tokens), 1) * way.chance[target]))


def _with_band(n: int, m: int, seed_: int):  # type: ignore[no-untyped-def]
    scores, path = scored(n, m, seed_)
    return scores, whole(n, m), path


@settings(max_examples=30, deadline=None)
@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 99))
def test_candidates_are_the_beads_that_are_likely_enough(n: int, m: int, seed_: int) -> None:
    scores, band, path = _with_band(n, m, seed_)
    beads = candidates(scores, band, path)
    found = {(i, j, SHAPES[k]) for i, j, k in zip(beads.base, beads.version, beads.shape, strict=True)}
    assert found >= set(path)
    probable = {}
    rows, columns = band.nodes()
    for k, shape in enumerate(SHAPES):
        for cell in np.flatnonzero(np.isfinite(scores[k])).tolist():
            bead = (int(rows[cell]), int(columns[cell]), shape)
            probable[bead] = _lattice.posteriors(scores, band, [bead], TEMPER)[0]
    assert {b for b, p in probable.items() if p >= LEAST * 1.001} <= found
    assert {b for b in found if probable[b] < LEAST * 0.999} <= set(path)
    for i, j, k, log in zip(beads.base, beads.version, beads.shape, beads.log, strict=True):
        assert math.exp(log) == pytest.approx(probable[int(i), int(j), SHAPES[k]], rel=1e-6)


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 6), st.integers(1, 6), st.integers(0, 99))
def test_placed_values_stand_where_the_lattice_looks(n: int, m: int, seed_: int) -> None:
    scores, band, path = _with_band(n, m, seed_)
    beads = candidates(scores, band, path)
    placed = beads.placed(beads.score, band)
    assert np.isfinite(placed).sum() == len(beads)
    assert _lattice.best_path(placed, band) == path


def test_the_shipped_weights_are_those_of_the_features() -> None:
    frame = framed([["a", "b"], ["c"]], [["x"], ["y", "z"]])
    names, _ = features(frame, candidates(*_with_band(2, 2, 1)))
    weights = _scorer.shipped()
    assert weights.names == tuple(names)
    assert len(set(names)) == len(names)
    assert np.isfinite(weights.values).all()
    assert 0.2 <= weights.temper <= 2


@pytest.mark.parametrize("text", ["", "feature\tweight\n", "feature\tweight\n(temper)\t1\nrate\tmuch\n"])
def test_what_is_no_table_of_weights_is_an_error(text: str) -> None:
    with pytest.raises(FormatError, match="not a table of weights"):
        _scorer.parse(text)


@pytest.fixture
def small_stretches(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Makes the features work on few beads, rows and columns at once."""

    def shrink() -> None:
        for name, value in (("CHUNK", 7), ("ROWS", 3), ("SPAN", 2)):
            monkeypatch.setattr(f"aligner.aligners._features.table.{name}", value)

    return shrink


@pytest.mark.parametrize("seed_", [2, 5])
def test_features_are_the_same_however_many_beads_are_worked_on_at_once(
    small_stretches: Callable[[], None], seed_: int
) -> None:
    rng = np.random.default_rng(seed_)
    base = [[WORDS[k] for k in rng.integers(0, 6, 4)] for _ in range(14)]
    version = [[TURNED[WORDS[k]] for k in rng.integers(0, 6, 4)] for _ in range(12)]
    frame, beads = framed(base, version), candidates(*_with_band(14, 12, seed_))
    names, at_once = features(frame, beads)
    values = rng.normal(size=len(names))
    small_stretches()
    again, in_parts = features(frame, beads)
    assert again == names
    np.testing.assert_allclose(at_once, in_parts, atol=1e-5)
    again, sums = weighted(frame, beads, dict(zip(names, values.tolist(), strict=True)))
    assert again == names
    np.testing.assert_allclose(sums, at_once.astype(np.float64) @ values, atol=1e-4)


def test_sentences_without_words_are_no_trouble() -> None:
    frame = framed([["a"], [], ["b"], []], [["x"], ["y"], [], []])
    beads = candidates(*_with_band(4, 4, 1))
    _, table = features(frame, beads)
    assert np.isfinite(table).all()
    assert len(table) == len(beads)


@pytest.mark.parametrize(
    ("texts", "state"),
    [
        (["“One. ", "Two.”", "Three."], [0, 1, 0, 0]),
        (["‘One,’ he said.", "‘It’s two.", "Three.’"], [0, 0, 1, 0]),
        (["“一。", "二”三。"], [0, 1, 0]),
        (["»Eins.", "Zwei«, sagte er.", "Drei."], [0, 1, 0, 0]),
        (["„Einn.", "Tveir.“", "Þrír."], [0, 1, 0, 0]),
        (['He said: "One.', 'Two."', "Boys' toys."], [0, 1, 0, 0]),
        (["「一。", "二」と。"], [0, 1, 0]),
    ],
)
def test_quotations_go_on_over_sentences(texts: list[str], state: list[int]) -> None:
    assert quoting(texts).state.tolist() == state


def test_ends_and_starts_are_the_same_in_all_scripts() -> None:
    found = marks(["真的吗？”", "Really?'", "来！", "so…", "so...", "eins :", "12 Uhr", ""])
    assert [(*ENDS, "")[k] for k in found.end.tolist()] == ["?", "?", "!", "…", "…", ":", "", ""]


@given(st.lists(st.text(max_size=12), min_size=1, max_size=6))
def test_odd_characters_are_no_trouble(texts: list[str]) -> None:
    found = marks(texts)
    assert len(found.end) == len(texts) == len(found.quotes.opens)
    assert set(found.quotes.state.tolist()) <= {0, 1}
