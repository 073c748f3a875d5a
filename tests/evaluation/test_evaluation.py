"""Strict and lax figures, by hand and against the reference scorer."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.evaluation import Evaluation, evaluate
from aligner.formats.ladder import line, read_beads
from aligner.model import Bead

GOLD = read_beads("[0]:[0]:\n[1, 2]:[1]:\n[3]:[]:\n[4]:[2, 3]:\n")


def test_gold_against_itself_is_perfect() -> None:
    result = evaluate(GOLD, GOLD)
    assert (result.f1_strict, result.recall_lax) == (1.0, 1.0)
    assert result.precision_lax == 1.0


def test_strict_needs_the_bead_lax_a_pair() -> None:
    result = evaluate(GOLD, read_beads("[0]:[0]:\n[1]:[1]:\n[2]:[]:\n[3]:[]:\n[4]:[2, 3]:\n"))
    assert result.precision_strict == pytest.approx(3 / 5)
    assert result.recall_strict == pytest.approx(2 / 3)
    assert result.precision_lax == pytest.approx(4 / 5)
    assert result.recall_lax == 1.0
    assert result.f1_strict == pytest.approx(2 * (3 / 5) * (2 / 3) / (3 / 5 + 2 / 3))


def test_nothing_found_and_nothing_to_find() -> None:
    assert evaluate(GOLD, ()).f1_strict == 0.0
    assert evaluate((), GOLD).recall_strict == 0.0
    assert evaluate((), ()).f1_lax == 0.0


def test_counts_of_documents_add_up() -> None:
    both = evaluate(GOLD, GOLD) + evaluate(GOLD, read_beads("[9]:[9]:\n"))
    assert both.precision_strict == pytest.approx(4 / 5)
    assert both.recall_strict == pytest.approx(3 / 6)
    assert sum([evaluate(GOLD, GOLD)], Evaluation()) == evaluate(GOLD, GOLD)


def partition(cuts: list[int]) -> list[tuple[int, ...]]:
    sides, start = [], 0
    for size in cuts:
        sides.append(tuple(range(start, start + size)))
        start += size
    return sides


BEADS = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(any), min_size=1, max_size=12).map(
    lambda shapes: tuple(
        Bead(a, b)
        for a, b in zip(partition([s[0] for s in shapes]), partition([s[1] for s in shapes]), strict=True)
    )
)


@given(BEADS, BEADS)
def test_lax_is_never_below_strict(gold: tuple[Bead, ...], test: tuple[Bead, ...]) -> None:
    result = evaluate(gold, test)
    assert result.strict <= result.lax <= result.predicted
    assert result.strict_found <= result.lax_found <= result.gold


def test_figures_are_those_of_the_reference_scorer(shared: Path, tmp_path: Path) -> None:
    scorer = shared.parent / "tools" / "score_ladder.py"
    if not scorer.is_file():
        pytest.skip("no reference scorer: ../shared/tools/score_ladder.py is absent")
    golds = sorted((shared / "gold" / "parice").glob("*/gold.txt"))
    tests, total = [], Evaluation()
    for number, path in enumerate(golds):
        gold = read_beads(path.read_text(encoding="utf-8"))
        test = tuple(_shaken(gold))
        total += evaluate(gold, test)
        tests.append(tmp_path / f"{number}.txt")
        tests[-1].write_text("".join(f"{line(bead)}\n" for bead in test), encoding="utf-8")
    command = [sys.executable, str(scorer), "-g", *map(str, golds), "-t", *map(str, tests)]
    expected = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    assert {name: round(getattr(total, name), 4) for name in expected} == expected


def _shaken(gold: tuple[Bead, ...]) -> list[Bead]:
    """Every third bead cut in two, every fifth left out."""
    found = []
    for number, bead in enumerate(gold):
        if number % 3 == 0 and len(bead.version) > 1:
            found += [Bead(bead.base, bead.version[:1], 0.5), Bead((), bead.version[1:])]
        elif number % 5:
            found.append(bead)
    return found
