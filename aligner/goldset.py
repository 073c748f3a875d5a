"""Sets of alignments made by hand, and how an aligner does on them.

A gold set is a folder with one folder a document, each holding base.txt and version.txt (one segment a line) and
gold.txt (a ladder); an optional set.toml names the languages. A work with gold ladders is one too.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner import pipeline, work
from aligner.errors import FormatError, InputError, UsageError
from aligner.evaluation import Evaluation, evaluate
from aligner.formats.ladder import read_beads
from aligner.model import Bead


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two texts and the file of the alignment they should get."""

    base: Path
    version: Path
    gold: Path
    sentences: bool
    base_lang: str | None = None
    version_lang: str | None = None


def folder(path: Path) -> tuple[GoldPair, ...]:
    """The pairs of a gold set or of a work. Raises InputError where the folder holds neither."""
    if (path / work.MANIFEST).is_file():
        found = work.load(path)
        return tuple(
            GoldPair(found.base.path, v.path, v.gold, False, found.base.lang, v.lang)
            for v in found.versions
            if v.gold
        )
    languages = _languages(path / "set.toml")
    documents = sorted(p.parent for p in path.glob("*/gold.txt"))
    if not documents:
        raise InputError(f"{path}: no gold set: expected folders with base.txt, version.txt and gold.txt")
    return tuple(GoldPair(d / "base.txt", d / "version.txt", d / "gold.txt", True, *languages) for d in documents)


def single(texts: Sequence[Path], gold: Path, sentences: bool) -> tuple[GoldPair, ...]:
    """Two texts with their gold ladder. Raises UsageError for another number of texts."""
    if len(texts) != 2:
        raise UsageError(f"--gold {gold}: expected BASE and VERSION beside it, found {len(texts)} texts")
    return (GoldPair(texts[0], texts[1], gold, sentences),)


def evaluate_all(
    pairs: Sequence[GoldPair], aligner: str, progress: Callable[[str], None] = lambda stage: None
) -> Evaluation:
    """Align every pair and score all of them together (micro-average over documents).

    Raises UsageError where there is no pair, FormatError where a gold ladder names segments that do not exist.
    """
    if not pairs:
        raise UsageError('no gold alignment to hold against; add gold = "..." to the versions of work.toml')
    total = Evaluation()
    for pair in pairs:
        progress(f"aligning {pair.base.parent.name}/{pair.version.name}")
        base = pipeline.read(pair.base, lang=pair.base_lang, sentences=pair.sentences)
        version = pipeline.read(pair.version, lang=pair.version_lang, sentences=pair.sentences)
        gold = _gold(pair.gold)
        sizes = (len(base.segments), len(version.segments))
        if any(max(b.base, default=-1) >= sizes[0] or max(b.version, default=-1) >= sizes[1] for b in gold):
            raise FormatError(f"{pair.gold}: names a segment past the end of texts with {sizes[0]} and {sizes[1]}")
        total += evaluate(gold, pipeline.align(base, version, aligner=aligner).beads)
    return total


def _gold(path: Path) -> tuple[Bead, ...]:
    try:
        return read_beads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as a ladder: {error}; check the path") from error
    except FormatError as error:
        raise FormatError(f"{path}: {error}") from error


def _languages(manifest: Path) -> tuple[str | None, str | None]:
    if not manifest.is_file():
        return None, None
    try:
        data = tomllib.loads(manifest.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FormatError(f"{manifest}: not valid TOML: {error}") from error
    return data.get("base_lang"), data.get("version_lang")
