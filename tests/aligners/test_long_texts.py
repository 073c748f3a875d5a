"""Long texts: the band holds the truth and grows with the text alone; endless lines and empty sides are aligned."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest
from made_translations import Made, document, made

from aligner.aligners._band import WHOLE, Band, around
from aligner.aligners._prepared import prepare
from aligner.aligners.translation import Translation
from aligner.evaluation import evaluate
from aligner.formats.ladder import read_beads
from aligner.lexicons import cognates
from aligner.model import Bead, Document


def missed(band: Band, beads: tuple[Bead, ...]) -> list[tuple[int, int]]:
    """Corners of two-sided beads that the band leaves out."""
    corners = [(b.base[0], b.version[0]) for b in beads if b.paired]
    corners += [(b.base[-1] + 1, b.version[-1] + 1) for b in beads if b.paired]
    return [(i, j) for i, j in corners if not band.first[i] <= j <= band.last[i]]


def anchored(base: Document, version: Document) -> Band:
    """The first band, by look-alikes, numbers and names alone: dictionaries only give more anchors."""
    texts = prepare(base, version, ("names", "cognates"))
    return around(texts.base, texts.version, texts.table)


@cache
def text(size: int, jumps: int, section: int, seed: int = 1) -> Made:
    return made(size, seed, jumps=jumps, section=section)


@pytest.mark.parametrize("name", ["hunalign-dtm", "koen-news-dev", "mac-dev", "parice", "textberg-dev"])
def test_the_first_band_holds_every_bead_of_the_reference_sets(shared: Path, name: str) -> None:
    langs = tomllib.loads((shared / "gold" / name / "set.toml").read_text(encoding="utf-8"))
    for folder in sorted(p for p in (shared / "gold" / name).iterdir() if p.is_dir())[:3]:
        base, version = (
            document(side, langs[f"{side}_lang"], (folder / f"{side}.txt").read_text(encoding="utf-8").splitlines())
            for side in ("base", "version")
        )
        beads = read_beads((folder / "gold.txt").read_text(encoding="utf-8"))
        band = anchored(base, version)
        assert missed(band, tuple(beads)) == []
        whole = (len(base.segments) + 1) * (len(version.segments) + 1)
        assert band.cells < whole if whole > WHOLE else band.cells == whole


@pytest.mark.parametrize(("size", "jumps", "section"), [(1500, 1, 300), (1500, 2, 200), (2500, 1, 500)])
def test_the_first_band_holds_every_bead_across_missing_sections(size: int, jumps: int, section: int) -> None:
    texts = text(size, jumps, section)
    assert missed(anchored(texts.base, texts.version), texts.beads) == []


def test_the_band_grows_with_the_text_and_no_faster() -> None:
    small, large = (anchored(t.base, t.version).cells for t in (text(1000, 0, 0), text(4000, 0, 0)))
    assert large < 1.2 * 4 * small


def test_sections_that_are_missing_are_found() -> None:
    texts = text(1500, 1, 300)
    found = Translation(lexicons=("cognates",)).align(texts.base, texts.version)
    found.verify(len(texts.base.segments), len(texts.version.segments))
    assert evaluate(texts.beads, found.beads).f1_strict > 0.95


def test_look_alikes_of_a_long_text_begin_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = ["kolonel", "kanton", "zebra"], frozenset({"colonel", "kantone", "zebre"})
    every = cognates.Cognates().renderings(ours, theirs, "nl", "en")
    monkeypatch.setattr(cognates, "PAIRS", 0)
    some = cognates.Cognates().renderings(ours, theirs, "nl", "en")
    assert every == {**some, "kolonel": every["kolonel"]}
    assert set(some) == {"kanton", "zebra"}


def test_endless_lines_are_aligned() -> None:
    word = "Bericht 12 über die Ernte, "
    base = document("base", "de", [word * 4000, "Am 5. Mai war Schluss.", word * 4000])
    version = document("version", "en", ["Report 12 on the harvest, " * 4000, "It ended on 5 May.", "x" * 100_000])
    assert len(base.segments[0].text) > 100_000
    Translation(lexicons=("cognates",)).align(base, version).verify(3, 3)


@pytest.mark.parametrize(("ours", "theirs"), [(0, 0), (0, 3), (3, 0), (1, 1), (1, 200), (300, 1)])
def test_empty_and_lopsided_texts_are_aligned(ours: int, theirs: int) -> None:
    base = document("base", "en", [f"Number {i} came." for i in range(ours)])
    version = document("version", "de", [f"Nummer {j} kam." for j in range(theirs)])
    Translation(lexicons=("cognates",)).align(base, version).verify(ours, theirs)
