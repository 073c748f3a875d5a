"""Floors of accuracy on the reference alignments: raised when beaten, never lowered without a reason.

`floors.json` names each gate with its floors and the digest of the data that they were measured on. Documents of
the large sets are a fixed choice, to keep the run short. Skips where ../shared is absent.
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
def gold_set(folder: Path, names: tuple[str, ...]) -> Evaluation:
    langs = tomllib.loads((folder / "set.toml").read_text(encoding="utf-8"))
    total = Evaluation()
    for name in names:
        base = sentences(folder / name / "base.txt", langs["base_lang"])
        version = sentences(folder / name / "version.txt", langs["version_lang"])
        result = Auto().align(base, version)
        result.verify(len(base.segments), len(version.segments))
        assert result.aligner == "translation"
        total += evaluate(read_beads((folder / name / "gold.txt").read_text(encoding="utf-8")), result.beads)
    return total


@pytest.mark.parametrize("name", sorted(FLOORS["gold"]))
def test_reference_set(shared: Path, name: str) -> None:
    floor = FLOORS["gold"][name]
    folder = shared / "gold" / name
    files = [folder / d / f for d in floor["documents"] for f in ("base.txt", "version.txt", "gold.txt")]
    assert digest(files) == floor["sha256"], "the data changed: measure the floors anew"
    result = gold_set(folder, tuple(floor["documents"]))
    assert result.f1_strict >= floor["strict"]
    assert result.f1_lax >= floor["lax"]


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
