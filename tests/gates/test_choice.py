"""The choice between `translation` and `digest` on every kind of pair in ../shared; skips where it is absent."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from aligner.aligners.auto import Auto
from aligner.formats import read
from aligner.model import Document
from aligner.segmenters import segment

ITEMS = {"src-en_a": "translation", "src-en_b": "digest", "en_a-en_b": "digest"}
GOLD = ("koen-news-dev/03", "parice/es_1", "parice/n_1")


def lines(path: Path, lang: str) -> Document:
    return segment(read(path, lang=lang, sentences=True), sentences=True)


def check(base: Document, version: Document, method: str) -> None:
    """The right method with a reason, whichever of the two texts is the base."""
    for left, right in ((base, version), (version, base)):
        found = Auto().align(left, right)
        found.verify(len(left.segments), len(right.segments))
        assert found.aligner == method, f"{left.id}, {right.id}: {found.reason}"


@pytest.mark.parametrize("pair", sorted(ITEMS))
def test_news_items(shared: Path, pair: str) -> None:
    left, right = pair.split("-")
    for folder in sorted(p for p in (shared / "items").iterdir() if p.is_dir()):
        lang = folder.name[:2] if left == "src" else "en"
        check(lines(folder / f"{left}.seg", lang), lines(folder / f"{right}.seg", "en"), ITEMS[pair])


def test_articles_and_their_english_versions(shared: Path) -> None:
    """The reference and one machine translation of each article, another system for each."""
    for k, folder in enumerate(sorted(p for p in (shared / "news-mqm").iterdir() if p.is_dir())):
        systems = sorted(folder.glob("sys.*.seg"))
        for path in (folder / "refA.seg", systems[k % len(systems)]):
            check(lines(folder / "src.seg", "zh"), lines(path, "en"), "translation")


@pytest.mark.parametrize("name", GOLD)
def test_reference_sets(shared: Path, name: str) -> None:
    folder = shared / "gold" / name
    langs = tomllib.loads((folder.parent / "set.toml").read_text(encoding="utf-8"))
    base, version = (lines(folder / f"{s}.txt", langs[f"{s}_lang"]) for s in ("base", "version"))
    check(base, version, "translation")


def test_an_interview_and_its_digest(shared: Path) -> None:
    base, version = (segment(read(next((shared / "seeds").glob(f"{n}_*.txt")))) for n in ("001", "000"))
    check(base, version, "digest")


def test_texts_on_other_matters_are_strangers(shared: Path) -> None:
    """Each item against the translation of the next: free links, few, and none of them sure."""
    folders = sorted(p for p in (shared / "items").iterdir() if p.is_dir())
    for k, folder in enumerate(folders):
        other = folders[(k + 1) % len(folders)]
        found = Auto().align(lines(folder / "src.seg", folder.name[:2]), lines(other / "en_a.seg", "en"))
        body = [b for b in found.beads if b.paired and b.base != (0,)]
        assert found.reason == "the texts have little in common"
        assert len(body) < len(found.beads) / 3
        assert all(b.confidence is not None and b.confidence <= 0.5 for b in body)
