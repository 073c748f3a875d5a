"""Texts beside the project, cut as their annotators cut them."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.formats import read
from aligner.model import Role
from aligner.segmenters import segment
from aligner.segmenters.sentences import Sentences


@pytest.mark.parametrize(("pattern", "sentences", "turns"), [("001_*", 142, 26), ("000_*", 19, 0)])
def test_seeds(shared: Path, pattern: str, sentences: int, turns: int) -> None:
    path = next((shared / "seeds").glob(pattern))
    document = segment(read(path, lang="en"))
    body = [s for s in document.segments if s.role is Role.BODY]
    assert len(body) == sentences
    assert sum(block.label != "" for block in document.blocks if block.role is Role.BODY) == turns


def test_items_are_cut_as_annotated(shared: Path) -> None:
    files = sorted((shared / "items").glob("*/*.txt"))
    assert files
    for path in files:
        language = path.parent.name[:2] if path.stem == "src" else "en"
        title, *paragraphs = [p.strip() for p in path.read_text(encoding="utf-8").split("\n\n") if p.strip()]
        cut = [span.of(p) for p in paragraphs for span in Sentences().spans(p, language)]
        assert [title, *cut] == path.with_suffix(".seg").read_text(encoding="utf-8").splitlines(), path


@pytest.mark.parametrize(
    ("pattern", "language", "most"),
    [
        ("news-mqm/*/src.seg", "zh", 0.02),
        ("news-mqm/*/refA.seg", "en", 0.02),
        ("gold/mac-dev/*/base.txt", "zh", 0.002),
        ("gold/mac-dev/*/version.txt", "en", 0.002),
        ("gold/parice/*/base.txt", "en", 0.002),
        ("gold/hunalign-dtm/*/version.txt", "en", 0.01),
        ("gold/hunalign-dtm/*/base.txt", "hu", 0.01),
    ],
)
def test_single_sentences_stay_whole(shared: Path, pattern: str, language: str, most: float) -> None:
    lines = [
        line for path in sorted(shared.glob(pattern)) for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert lines
    cut = [line for line in lines if len(Sentences().spans(line, language)) > 1]
    assert len(cut) <= most * len(lines), cut


@pytest.mark.parametrize(
    ("pattern", "language", "least"),
    [
        ("gold/mac-dev/*/version.txt", "en", 0.99),
        ("gold/mac-dev/*/base.txt", "zh", 0.97),
        ("gold/koen-news-dev/*/base.txt", "ko", 0.97),
        ("gold/parice/*/base.txt", "en", 0.98),
    ],
)
def test_joined_sentences_come_apart(shared: Path, pattern: str, language: str, least: float) -> None:
    """Where a line ends with a stop and the next follows behind a space, the two are cut again."""
    found = wanted = 0
    for path in sorted(shared.glob(pattern)):
        lines = [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        for start in range(0, len(lines), 10):
            chunk = lines[start : start + 10]
            text = " ".join(chunk)
            stops = {span.stop for span in Sentences().spans(text, language)}
            place = -1
            for line in chunk[:-1]:
                place += len(line) + 1
                ends = line.rstrip("”\"’'」)）").endswith((".", "!", "?", "。", "！", "？"))
                wanted += ends
                found += ends and place in stops
    assert found >= least * wanted, f"{found} of {wanted}"
