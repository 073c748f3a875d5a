"""A table that `aligner learn` makes of one half of a reference set helps the other half.

The scorer's weights have seen these documents, so this holds the gain where words are few: without the dictionaries
of the pair. What it is with all of them, documents held out, is in reports/alignment.md.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from aligner.aligners.translation import Translation
from aligner.evaluation import Evaluation, evaluate
from aligner.formats import read
from aligner.formats.ladder import read_beads
from aligner.learning import learn
from aligner.learning.gathering import gather
from aligner.lexicons.learned import Learned
from aligner.segmenters import segment

GAIN = 0.01
"""Strict F1; .023 to .025 were seen."""


@pytest.mark.parametrize("tested", [0, 1])
def test_one_half_teaches_the_other(shared: Path, tmp_path: Path, tested: int) -> None:
    folders = sorted(p for p in (shared / "gold" / "koen-news-dev").iterdir() if p.is_dir())
    lessons = tmp_path / "lessons"
    lessons.mkdir()
    shutil.copy(folders[0].parent / "set.toml", lessons)
    for folder in folders[1 - tested :: 2]:
        shutil.copytree(folder, lessons / folder.name)
    table = tmp_path / "table"
    paired = gather([lessons])
    table.write_bytes(learn(paired.segments, paired.languages).packed())

    def strict(*lexicons: str | Learned) -> float:
        total = Evaluation()
        for folder in folders[tested::2]:
            texts = [(folder / f"{side}.txt", lang) for side, lang in (("base", "ko"), ("version", "en"))]
            base, version = (segment(read(p, lang=lang, sentences=True), sentences=True) for p, lang in texts)
            gold = read_beads((folder / "gold.txt").read_text(encoding="utf-8"))
            total += evaluate(gold, Translation(lexicons).align(base, version).beads)
        return total.f1_strict

    assert strict("cognates", Learned((table,))) >= strict("cognates") + GAIN
