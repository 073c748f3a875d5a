from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import pytest
from made_reports import alignment, document, report

from aligner.metrics import measure, measure_all
from aligner.metrics.chrf import Chrf
from aligner.metrics.length_ratio import LengthRatio
from aligner.model import Score
from aligner.model.alignment import aligned_pairs
from aligner.plugins import load, names
from aligner.terms.matching import TermIndex


def lines(count: int) -> list[str]:
    return [f"Sentence {n} is here, and it is {'long ' * (n % 4)}enough." for n in range(count)]


def likeness(count: int) -> Score:
    base, version = document("b", "en", lines(count)), document("v", "en", [t.lower() for t in lines(count)])
    score = measure("chrf", Chrf(), aligned_pairs(alignment(base, version), base, version), "v", "b")
    assert score is not None
    return score


@pytest.mark.parametrize("versions", [0, 1, 2, 5])
def test_every_metric_measures_every_version(versions: int) -> None:
    for score in report(versions).scores:
        assert score.document in {f"v{n}" for n in range(versions)}
        assert score.against == "base"
        assert score.signature
        assert score.higher_is_better is None
        if score.interval and score.value is not None:
            assert score.interval[0] <= score.value <= score.interval[1]
    found = {s.metric for s in report(versions).scores}
    crosslingual = {n for n in names("metrics") if load("metrics", n)().applies("zh", "en")}
    assert found == (crosslingual if versions else set())


def test_an_interval_needs_enough_pairs() -> None:
    assert likeness(9).interval is None
    score = likeness(40)
    assert score.interval is not None
    assert score.value is not None
    assert score.interval[0] < score.value < score.interval[1]
    assert score.signature.endswith("|bs:1000|seed:12345")
    assert score == likeness(40)


def test_the_interval_holds_the_middle_of_the_resamples() -> None:
    base = document("b", "en", ["aaaa"] * 400, title=False)
    version = document("v", "en", ["aaaa", "aa"] * 200, title=False)
    score = measure("r", LengthRatio(), aligned_pairs(alignment(base, version), base, version), "v", "b")
    assert score is not None
    assert score.interval is not None
    # mean of 400 values 1 and .5: standard error .25 / 20, and 1.96 of it on either side
    assert list(score.interval) == pytest.approx([0.7255, 0.7745], abs=0.004)


def test_nothing_to_measure() -> None:
    for name in names("metrics"):
        assert measure(name, load("metrics", name)(), (), "v", "b") is None
        empty = document("b", "en", []), document("v", "en", [])
        pairs = aligned_pairs(alignment(*empty), *empty)
        assert measure(name, load("metrics", name)(), pairs, "v", "b") is None


@pytest.mark.parametrize("name", names("metrics"))
def test_odd_texts_crash_no_metric(name: str) -> None:
    odd = ["\ud800", "", " ", "\u202e\x00", "...", "ok", "x" * 5000]
    base, version = document("b", "en", odd), document("v", "en", [*odd[::-1], "more"])
    pairs = aligned_pairs(alignment(base, version), base, version)
    first = measure(name, load("metrics", name)(), pairs, "v", "b")
    assert first == measure(name, load("metrics", name)(), pairs, "v", "b")


def test_the_position_is_the_beads() -> None:
    base, version = document("b", "en", lines(4)), document("v", "en", lines(3))
    pairs = aligned_pairs(alignment(base, version), base, version)
    shifted = tuple(replace(p, position=p.position + 5) for p in pairs)
    score = measure("chrf", Chrf(), shifted, "v", "b")
    assert score is not None
    assert [p for p, _ in score.per_segment] == [5, 6, 7]


def test_heavy_libraries_wait() -> None:
    code = (
        "import sys, aligner.metrics.ter, aligner.metrics.order;"
        "print([m in sys.modules for m in ('sacrebleu', 'numpy', 'rapidfuzz')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[False, False, False]"


def test_a_metric_that_crashes_takes_no_other_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> tuple[float, ...]:
        raise ZeroDivisionError("no pair\nand more")

    monkeypatch.setattr(Chrf, "statistics", crash)
    base, version = document("b", "en", lines(4)), document("v", "en", lines(3))
    scores, failures = measure_all(aligned_pairs(alignment(base, version), base, version), "v", "b", TermIndex())
    applying = {n for n in names("metrics") if load("metrics", n)().applies("en", "en")}
    assert {s.metric for s in scores} == applying - {"chrf"}
    (failure,) = failures
    assert (failure.kind, failure.name, failure.document) == ("metric", "chrf", "v")
    assert "\n" not in failure.error
