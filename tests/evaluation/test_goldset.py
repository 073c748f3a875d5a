"""Sets on disk: what belongs to one, and what is refused."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from aligner import goldset
from aligner.cli import figures
from aligner.errors import FormatError, InputError

LINES = {
    "one": ("Haus 12.\nDer Hund bellt.\nEnde 7.\n", "House 12.\nThe dog barks.\nEnd 7.\n"),
    "two": ("Eins 1.\nZwei 2.\nDrei 3.\n", "One 1.\nTwo 2.\nThree 3.\n"),
    "three": ("Nur 5 Zeilen.\nUnd 6.\n", "Only 5 lines.\nAnd 6.\n"),
}
GOLD = "[0]:[0]:\n[1]:[1]:\n[2]:[2]:\n"


@pytest.fixture
def gold_set(tmp_path: Path) -> Path:
    folder = tmp_path / "set"
    for name, (base, version) in LINES.items():
        (folder / name).mkdir(parents=True)
        (folder / name / "base.txt").write_text(base, encoding="utf-8")
        (folder / name / "version.txt").write_text(version, encoding="utf-8")
        if name != "three":
            (folder / name / "gold.txt").write_text(GOLD, encoding="utf-8")
    (folder / "set.toml").write_text('base_lang = "de"\nversion_lang = "en"\n', encoding="utf-8")
    (folder / "notes").mkdir()
    return folder


def test_a_set_holds_the_folders_with_texts(gold_set: Path) -> None:
    items = goldset.folder(gold_set)
    assert [(i.name, i.gold is not None) for i in items] == [("one", True), ("three", False), ("two", True)]
    assert {(i.base_lang, i.version_lang) for i in items} == {("de", "en")}


def test_documents_without_gold_are_aligned_and_not_scored(gold_set: Path) -> None:
    found = goldset.align_all(goldset.folder(gold_set))
    assert [o.name for o in found if o.evaluation is None] == ["three"]
    result = figures.as_json(found)
    assert result["documents"] == 2
    assert [d["f1_strict"] for d in result["by_document"] if d["document"] == "three"] == [None]
    assert result["f1_strict"] == 1.0
    assert "no gold to hold against: three" in figures.table(found)


def test_each_alone_or_all_at_once(gold_set: Path) -> None:
    items = goldset.folder(gold_set)
    for each in (False, True):
        found = goldset.align_all(items, each=each)
        assert [o.name for o in found] == [i.name for i in items]
        assert all(o.alignment.beads for o in found)


def test_a_lone_document_says_nothing_of_others(gold_set: Path) -> None:
    found = goldset.align_all(goldset.folder(gold_set)[:1])
    assert "n/a" in figures.table(found)
    assert set(figures.as_json(found)["intervals"].values()) == {None}


def test_nothing_scored_has_no_figures(gold_set: Path) -> None:
    found = goldset.align_all([i for i in goldset.folder(gold_set) if i.gold is None])
    result = figures.as_json(found)
    assert (result["documents"], result["f1_strict"], result["calibration_error"]) == (0, None, None)
    assert figures.table(found) == "aligned, no gold to hold against: three"


@pytest.mark.parametrize("name", ["base.txt", "version.txt"])
def test_a_document_without_a_text_is_named(gold_set: Path, name: str) -> None:
    (gold_set / "two" / name).unlink()
    with pytest.raises(InputError, match=f"two: no {name}"):
        goldset.folder(gold_set)


@pytest.mark.parametrize(
    ("manifest", "words"),
    [
        ("base_lang = ", "not valid TOML"),
        ('base_lnag = "de"', "did you mean 'base_lang'"),
        ("base_lang = 3", "expected a language tag"),
    ],
)
def test_a_broken_manifest_is_named(gold_set: Path, manifest: str, words: str) -> None:
    (gold_set / "set.toml").write_text(manifest, encoding="utf-8")
    with pytest.raises(FormatError, match=words):
        goldset.folder(gold_set)


def test_a_gold_ladder_past_the_end_is_named(gold_set: Path) -> None:
    (gold_set / "two" / "gold.txt").write_text("[0]:[3]:\n", encoding="utf-8")
    with pytest.raises(FormatError, match="past the end of texts with 3 and 3"):
        goldset.align_all(goldset.folder(gold_set))


def test_figures_and_ladders_are_those_of_the_reference_scorer(shared: Path, tmp_path: Path) -> None:
    scorer = shared.parent / "tools" / "score_ladder.py"
    if not scorer.is_file():
        pytest.skip("no reference scorer: ../shared/tools/score_ladder.py is absent")
    folder = shared / "gold" / "parice"
    command = [sys.executable, "-m", "aligner", "eval", str(folder), "--json", "--ladders", "out"]
    run = subprocess.run(command, capture_output=True, text=True, cwd=tmp_path, check=True)
    golds = sorted(folder.glob("*/gold.txt"))
    tests = [tmp_path / "out" / f"{g.parent.name}.txt" for g in golds]
    command = [sys.executable, str(scorer), "-g", *map(str, golds), "-t", *map(str, tests)]
    expected = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    result = json.loads(run.stdout)
    assert {name: round(result[name], 4) for name in expected} == expected
