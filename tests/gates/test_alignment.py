"""Floors of accuracy on the reference alignments: raised when beaten, never lowered without a reason.

`floors.json` names each gate with its floors (of reference sets: strict F1, lax F1, and the most that confidence
may be off) and the digest of the data that they were measured on. Skips where ../shared is absent.
"""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from aligner.aligners.auto import Auto
from aligner.evaluation import Evaluation, evaluate
from aligner.evaluation.calibration import bins, expected_error
from aligner.formats import read
from aligner.formats.ladder import read_beads
from aligner.model import Alignment, Bead, Document
from aligner.segmenters import segment

HERE = Path(__file__).parent
FLOORS: dict[str, Any] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


def digest(paths: list[Path]) -> str:
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:16]


def sentences(path: Path, lang: str) -> Document:
    return segment(read(path, lang=lang, sentences=True), sentences=True)


def links(beads: tuple[Bead, ...]) -> set[tuple[int, int]]:
    return {(i, j) for bead in beads for i in bead.base for j in bead.version}


@cache
def documents(folder: Path) -> tuple[tuple[Document, Document, tuple[Bead, ...]], ...]:
    langs = tomllib.loads((folder / "set.toml").read_text(encoding="utf-8"))
    return tuple(
        (
            sentences(place / "base.txt", langs["base_lang"]),
            sentences(place / "version.txt", langs["version_lang"]),
            read_beads((place / "gold.txt").read_text(encoding="utf-8")),
        )
        for place in sorted(p for p in folder.iterdir() if p.is_dir())
    )


@pytest.mark.parametrize(
    ("name", "way"), [(name, way) for name, floor in FLOORS["gold"].items() for way in floor["floors"]]
)
def test_reference_set(shared: Path, name: str, way: str) -> None:
    """Whole sets, their documents learning from each other ("together") or each by itself ("each").

    The shipped weights have seen these documents: what they reach on documents held out is in reports/alignment.md.
    """
    floor = FLOORS["gold"][name]
    missing = [d for d in floor["dictionaries"] if not Path(f"/usr/share/dictd/freedict-{d}.index").exists()]
    if missing:
        pytest.skip(f"FreeDict is not installed: {', '.join(missing)}")
    folder = shared / "gold" / name
    files = [p / f for p in sorted(folder.iterdir()) if p.is_dir() for f in ("base.txt", "version.txt", "gold.txt")]
    assert digest(files) == floor["sha256"], "the data changed: measure the floors anew"
    pairs = [(base, version) for base, version, _ in documents(folder)]
    found = Auto().align_many(pairs) if way == "together" else [Auto().align(*pair) for pair in pairs]
    assert {a.aligner for a in found} == {"translation"}
    golds = [gold for _, _, gold in documents(folder)]
    result = sum((evaluate(g, a.beads) for g, a in zip(golds, found, strict=True)), Evaluation())
    error = expected_error(bins((g, a.beads) for g, a in zip(golds, found, strict=True)))
    assert error is not None
    strict, lax, calibration = floor["floors"][way]
    assert result.f1_strict >= strict
    assert result.f1_lax >= lax
    assert error <= calibration


def item(folder: Path, pair: str) -> tuple[Alignment, tuple[Bead, ...]]:
    left, right = re.fullmatch(r"(src|en_a)-(en_a|en_b)", pair).groups()  # type: ignore[union-attr]
    base = sentences(folder / f"{left}.seg", folder.name[:2] if left == "src" else "en")
    result = Auto().align(base, sentences(folder / f"{right}.seg", "en"))
    return result, read_beads((folder / f"{pair}.gold").read_text(encoding="utf-8"))


@pytest.mark.parametrize("pair", sorted(FLOORS["items"]))
def test_news_items(shared: Path, pair: str) -> None:
    floor = FLOORS["items"][pair]
    folders = [shared / "items" / name for name in floor["documents"]]
    files = [f / n for f in folders for n in (*(f"{s}.seg" for s in pair.split("-")), f"{pair}.gold")]
    assert digest(files) == floor["sha256"], "the data changed: measure the floors anew"
    for folder in folders:
        result, gold = item(folder, pair)
        assert result.aligner == floor["aligner"]
        got, due = links(result.beads), links(gold)
        assert 2 * len(got & due) / (len(got) + len(due)) >= floor["links"][folder.name], folder.name


def test_digest_of_an_interview(shared: Path) -> None:
    """The condensed text of the two that the project began with: 20 renderings in 142 sentences and a title."""
    floor = FLOORS["seeds"]
    files = [next((shared / "seeds").glob(f"{n}_*.txt")) for n in ("001", "000")]
    assert digest(files) == floor["sha256"], "the data changed: measure the floors anew"
    base, version = (segment(read(path)) for path in files)
    gold = read_beads((HERE / "seeds.ladder").read_text(encoding="utf-8"))
    assert (len(base.segments), len(version.segments)) == (143, 20)
    result = Auto().align(base, version)
    result.verify(143, 20)
    assert result.aligner == "digest"
    due = links(gold)
    found = sum(not links((bead,)).isdisjoint(links(result.beads)) for bead in gold if bead.paired)
    false = sum(links((bead,)).isdisjoint(due) for bead in result.beads if bead.paired)
    assert found >= floor["found"]
    assert false <= floor["false"]
