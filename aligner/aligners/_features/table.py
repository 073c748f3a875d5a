"""All features of all beads of a document, as one table."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from aligner.aligners._candidates import Candidates
from aligner.aligners._corpus import Floats
from aligner.aligners._features import marks, parts, plain, words
from aligner.aligners._features.frame import Column, Frame
from aligner.aligners._features.window import window
from aligner.aligners._shapes import WIDEST

CHUNK = 1500
"""Beads that are worked on at once: it bounds the memory."""

Matrix = npt.NDArray[np.float32]
RATES = ("rate", "weakest rate")


def features(frame: Frame, beads: Candidates) -> tuple[list[str], Matrix]:
    """The names of the features, and beads x features."""
    seen = [marks.marks(texts) for texts in frame.written]
    kinds = (
        words.kinds(frame.base, frame.back.chance),
        words.kinds(frame.version, frame.forth.chance),
    )
    names: list[str] = []
    blocks = []
    for start in range(0, len(beads), CHUNK):
        part = beads.part(start, start + CHUNK)
        columns = [
            *plain.lengths(frame, part),
            *marks.features(frame, part, seen[0], seen[1]),
            *_worded(frame, part, kinds),
        ]
        names = [name for name, _ in columns]
        blocks.append(np.stack([values for _, values in columns], axis=1).astype(np.float32))
    table = np.concatenate(blocks)
    rest = [*plain.shapes(frame, beads), *_relative(names, table, frame, beads)]
    kept = [k for k, name in enumerate(names) if not name.startswith(RATES)]
    whole = np.concatenate((table[:, kept], np.stack([v for _, v in rest], axis=1).astype(np.float32)), axis=1)
    return [names[k] for k in kept] + [name for name, _ in rest], whole


def _worded(frame: Frame, beads: Candidates, kinds: tuple[words.Kinds, words.Kinds]) -> Iterator[Column]:
    """Features of words: the sum of both directions and how far these are apart."""
    a, b = beads.sizes
    n, m = len(frame.base), len(frame.version)
    rows = max(0, int(beads.base.min()) - 1), min(n, int((beads.base + a).max()) + WIDEST)
    columns = max(0, int(beads.version.min()) - 1), min(m, int((beads.version + b).max()) + WIDEST)
    forth = window(frame.base, frame.version, frame.forth, rows, columns)
    back = window(frame.version, frame.base, frame.back, columns, rows)
    ahead, behind = words.View(beads.base, a, beads.version, b), words.View(beads.version, b, beads.base, a)
    one = (
        *words.features(frame.base, frame.version, frame.forth, kinds[1], ahead, forth),
        *parts.features(frame.version, ahead, forth),
    )
    two = (
        *words.features(frame.version, frame.base, frame.back, kinds[0], behind, back),
        *parts.features(frame.base, behind, back),
    )
    paired = (a > 0) & (b > 0)
    for (name, x), (_, y) in zip(one, two, strict=True):
        if name in RATES:
            yield f"{name}, forth", np.where(paired, x, 0.0)
            yield f"{name}, back", np.where(paired, y, 0.0)
            continue
        yield name, np.where(paired, x + y, 0.0)
        yield f"{name}, apart", np.where(paired, np.abs(x - y), 0.0)
    for (name, x), (_, y) in zip(parts.alone(ahead, forth), parts.alone(behind, back), strict=True):
        yield name, np.where(a == 0, x, np.where(b == 0, y, 0.0))
    able = (_linkable(frame, kinds, side) for side in (0, 1))
    x, y = (
        run[start + size] - run[start]
        for run, start, size in zip(able, (beads.base, beads.version), (a, b), strict=True)
    )
    yield "null linkable", np.where(paired, 0.0, x + y)


def _linkable(frame: Frame, kinds: tuple[words.Kinds, words.Kinds], side: int) -> Floats:
    """Running sums over sentences of what their words could say."""
    text, way = ((frame.base, frame.back), (frame.version, frame.forth))[side]
    tokens = np.concatenate(([0.0], np.cumsum(kinds[side].value[text.ids] * way.linked[text.ids])))
    return np.asarray(tokens[text.starts])


def _relative(names: list[str], table: Matrix, frame: Frame, beads: Candidates) -> Iterator[Column]:
    """Evidence a token held against that of the document's own 1-1 beads: languages and dictionaries differ."""
    a, b = beads.sizes
    own = {(i, j) for i, j, shape in frame.path if shape == (1, 1)}
    chosen = np.array([k for k in np.flatnonzero((a == 1) & (b == 1)) if (beads.base[k], beads.version[k]) in own])
    found: dict[str, Floats] = {}
    for way in ("forth", "back"):
        rates = table[:, names.index(f"rate, {way}")].astype(np.float64)
        mean = max(float(rates[chosen].mean()), 0.1) if len(chosen) else 1.0
        for name in RATES:
            found[f"{name}, {way}"] = np.clip(table[:, names.index(f"{name}, {way}")] / mean, -1.0, 3.0)
    paired = (a > 0) & (b > 0)
    for name in RATES:
        x, y = found[f"{name}, forth"], found[f"{name}, back"]
        yield f"{name}, both", paired * (x + y)
        yield f"{name}, lesser", paired * np.minimum(x, y)
        yield f"{name}, low", paired * np.maximum(0.4 - np.minimum(x, y), 0.0)
    yield "rate, both, merged", paired * (a + b > 2) * (found["rate, forth"] + found["rate, back"])
