"""Paired segments out of translation memories, sets with gold ladders, works, and single pairs of texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner import aligning, goldset, pipeline
from aligner.errors import InputError, UsageError
from aligner.formats import _memory
from aligner.goldset import Item
from aligner.model import Alignment, Bead, Document

SURE = 0.8
"""Confidence that a bead needs to teach, where it was found and not made by hand."""

Languages = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Paired:
    """Segments with their renderings, and their languages (primary subtags)."""

    languages: Languages
    segments: tuple[tuple[str, str], ...]


def gather(
    inputs: Sequence[Path],
    pair: Languages | None = None,
    *,
    sentences: bool = False,
    progress: Callable[[str], None] = lambda stage: None,
) -> Paired:
    """The paired segments of all inputs: memories (.tmx), folders, and BASE VERSION LADDER.

    `pair` says which two languages are wanted, in this order; without it the inputs must hold only one pair. Raises
    UsageError for inputs of several or of other languages, InputError for a file that cannot be used.
    """
    found: dict[Languages, list[tuple[str, str]]] = {}
    for languages, first, second in _all(inputs, sentences, progress):
        turned = (languages[1], languages[0])
        if languages[0] == languages[1] or (pair and pair not in (languages, turned)):
            found.setdefault(languages, [])
        elif turned == pair or (languages not in found and turned in found):
            found.setdefault(turned, []).append((second, first))
        else:
            found.setdefault(languages, []).append((first, second))
    filled = {languages: segments for languages, segments in found.items() if segments}
    if len(filled) != 1:
        raise UsageError(_unclear(found, pair))
    ((languages, segments),) = filled.items()
    return Paired(languages, tuple(segments))


def _unclear(found: dict[Languages, list[tuple[str, str]]], pair: Languages | None) -> str:
    names = ", ".join(sorted({"-".join(languages) for languages in found})[:12]) or "no paired segments"
    if pair:
        return f"--pair {'-'.join(pair)}: no such segments; the inputs hold: {names}"
    return f"a table is of one pair of languages; choose with --pair; the inputs hold: {names}"


Row = tuple[Languages, str, str]


def _all(inputs: Sequence[Path], sentences: bool, progress: Callable[[str], None]) -> Iterator[Row]:
    texts = []
    for path in inputs:
        if path.is_dir():
            yield from _items(goldset.folder(path), progress)
        elif path.suffix.lower() == ".tmx":
            progress(f"reading {path.name}")
            yield from _memory_rows(path)
        elif path.exists():
            texts.append(path)
        else:
            raise InputError(f"{path}: no such file or folder; check the path")
    if len(texts) % 3:
        raise UsageError("learn needs memories (.tmx), folders, or texts by threes: BASE VERSION LADDER")
    triples = zip(texts[::3], texts[1::3], texts[2::3], strict=True)
    yield from _items([Item(v.stem, b, v, ladder, sentences) for b, v, ladder in triples], progress)


def _memory_rows(path: Path) -> Iterator[Row]:
    for unit in _memory.units(path):
        variants = [(lang.replace("_", "-").split("-")[0].lower(), text) for lang, text in unit.items() if text]
        for i, (first, ours) in enumerate(variants):
            for second, theirs in variants[i + 1 :]:
                yield (first, second), ours, theirs


def _items(items: Sequence[Item], progress: Callable[[str], None]) -> Iterator[Row]:
    """The segments of aligned texts; those without a gold ladder are aligned, all at once."""
    made: list[tuple[Document, Document]] = []
    for item in items:
        progress(f"reading {item.name}")
        base = pipeline.read(item.base, lang=item.base_lang, sentences=item.sentences)
        version = pipeline.read(item.version, lang=item.version_lang, sentences=item.sentences)
        if item.gold:
            yield from _rows(base, version, goldset.gold_beads(item.gold, (base, version)))
        else:
            made.append((base, version))
    if made:
        progress("aligning")
        found: Sequence[Alignment] = aligning.align_many(made)
        for (base, version), alignment in zip(made, found, strict=True):
            yield from _rows(base, version, [b for b in alignment.beads if (b.confidence or 0.0) >= SURE])


def _rows(base: Document, version: Document, beads: Sequence[Bead]) -> Iterator[Row]:
    for bead in beads:
        if bead.paired:
            first = " ".join(base.segments[i].text for i in bead.base)
            second = " ".join(version.segments[j].text for j in bead.version)
            yield (base.language, version.language), first, second
