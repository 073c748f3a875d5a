"""Documents with their right alignment, made ready for training: aligned by the base aligner in several ways."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from aligner import goldset, pipeline
from aligner.aligners._candidates import SIZES, Candidates, candidates
from aligner.aligners._corpus import Floats
from aligner.aligners._features.table import Matrix, features
from aligner.aligners._prepared import LEXICONS, Pair, by_languages, prepare_many
from aligner.aligners._scorer import framed, scripts
from aligner.aligners.translation import Translation
from aligner.formats.ladder import read_beads
from aligner.model import Bead
from aligner.training.lattice import Lattice, lattice

WAYS = ("joint", "alone", "bare")
"""All documents of a set at once; one at a time; one at a time without a dictionary."""

NAMES_ONLY = ("names", "cognates")


@dataclass(frozen=True, slots=True)
class Example:
    """One document as one way of running the base aligner leaves it; one entry a bead of the lattice."""

    group: str
    document: str
    way: str
    scripts: str
    lattice: Lattice
    beads: Candidates
    table: Matrix
    gold: Floats
    log: Floats
    base_path: Floats
    right: tuple[Bead, ...]

    def path(self, chosen: Floats, sure: Floats) -> list[Bead]:
        """The chosen beads with their confidences."""
        places = np.flatnonzero(chosen > 0.5)
        return [
            Bead(b.base, b.version, min(1.0, float(sure[k])))
            for k, b in zip(places, _beads(self.beads, places), strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Gold:
    """A document pair with its right alignment."""

    group: str
    name: str
    pair: Pair
    beads: tuple[Bead, ...]


def read(folder: Path) -> list[Gold]:
    """The documents of a set that have a gold ladder."""
    found = []
    for item in goldset.folder(folder):
        if item.gold:
            base = pipeline.read(item.base, lang=item.base_lang, sentences=item.sentences)
            version = pipeline.read(item.version, lang=item.version_lang, sentences=item.sentences)
            beads = read_beads(item.gold.read_text(encoding="utf-8"))
            found.append(Gold(folder.name, item.name, (base, version), beads))
    return found


def examples(golds: Sequence[Gold]) -> tuple[list[str], list[Example]]:
    """The names of the features, and the documents of one set, run in every way that makes a difference."""
    names: list[str] = []
    found = []
    for way, group in _runs(golds):
        lexicons = NAMES_ONLY if way == "bare" else LEXICONS
        texts = prepare_many([g.pair for g in group], lexicons)
        if way == "bare" and not _differs(group):
            continue
        for gold, scored in zip(group, Translation(lexicons).searched(texts), strict=True):
            beads = candidates(scored.scores, scored.band, scored.path)
            names, table = features(framed(scored), beads)
            own = {(i, j, shape) for i, j, shape in scored.path}
            found.append(_example(gold, way, scripts(scored), beads, table, own))
    return names, found


def _runs(golds: Sequence[Gold]) -> Iterator[tuple[str, list[Gold]]]:
    for group in by_languages([g.pair for g in golds]):
        together = [golds[k] for k in group]
        if len(together) > 1:
            yield "joint", together
        for gold in together:
            yield "alone", [gold]
            yield "bare", [gold]


def _differs(group: Sequence[Gold]) -> bool:
    return (
        prepare_many([group[0].pair], LEXICONS)[0].dictionary
        and group[0].pair[0].language != group[0].pair[1].language
    )


def _example(
    gold: Gold, way: str, written: str, beads: Candidates, table: Matrix, own: set[tuple[int, int, tuple[int, int]]]
) -> Example:
    paths = lattice(beads, len(gold.pair[0].segments), len(gold.pair[1].segments))
    kept = paths.kept
    chosen = Candidates(*(getattr(beads, f)[kept] for f in ("shape", "base", "version", "score", "log")))
    right = {(b.base, b.version) for b in gold.beads}
    every = _beads(chosen, np.arange(len(kept)))
    shapes = [tuple(SIZES[k].tolist()) for k in chosen.shape]
    mine = [(i, j, s) in own for i, j, s in zip(chosen.base.tolist(), chosen.version.tolist(), shapes, strict=True)]
    hits = [(b.base, b.version) in right for b in every]
    return Example(
        gold.group, gold.name, way, written, paths, chosen, table[kept],
        np.array(hits, dtype=np.float64), chosen.log, np.array(mine, dtype=np.float64), gold.beads,
    )  # fmt: skip


def _beads(beads: Candidates, places: np.ndarray) -> list[Bead]:
    a, b = beads.sizes
    return [
        Bead(tuple(range(i, i + x)), tuple(range(j, j + y)))
        for i, j, x, y in zip(
            beads.base[places].tolist(),
            beads.version[places].tolist(),
            a[places].tolist(),
            b[places].tolist(),
            strict=True,
        )
    ]
