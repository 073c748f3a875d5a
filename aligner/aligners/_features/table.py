"""All features of all beads of a document: as one table, or stretch by stretch as a sum under given weights."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.aligners._candidates import Candidates
from aligner.aligners._corpus import Floats, Ints, Singles
from aligner.aligners._features import marks, parts, plain, relative, words
from aligner.aligners._features.frame import Column, Frame, over, running
from aligner.aligners._features.kinds import Kinds, kinds
from aligner.aligners._features.tokens import View
from aligner.aligners._features.window import window
from aligner.aligners._shapes import priors

CHUNK = 1500
"""Beads that are worked on at once: it bounds the memory."""

ROWS = 64
"""Base segments from first to last bead that are worked on at once: windows cost more the wider they are."""

SPAN = 4 * ROWS
"""Version segments between the first bead and any other that is worked on at once."""

Matrix = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class _Side:
    """What is known of one text before any bead is looked at."""

    marks: marks.Marks
    kinds: Kinds
    linkable: Floats
    """Running sums over sentences of what their words could say."""

    @classmethod
    def of(cls, frame: Frame, side: int) -> _Side:
        text, way = ((frame.base, frame.back), (frame.version, frame.forth))[side]
        kind = kinds(text, way.chance)
        tokens = running(kind.value[text.ids] * way.linked[text.ids])
        return cls(marks.marks(frame.written[side]), kind, tokens[text.starts])


def features(frame: Frame, beads: Candidates) -> tuple[list[str], Matrix]:
    """The names of the features, and beads x features."""
    found: dict[tuple[str, ...], list[Matrix]] = {}
    for _, names, values in _blocks(frame, beads):
        found.setdefault(tuple(names), []).append(values)
    table = np.concatenate([np.concatenate(blocks, axis=1) for blocks in found.values()])
    return [name for names in found for name in names], table.T


def weighted(frame: Frame, beads: Candidates, weights: Mapping[str, float]) -> tuple[list[str], Floats]:
    """The names of the features, and each bead's sum of values times `weights` (0 where not there)."""
    sums = np.zeros(len(beads))
    found: dict[str, None] = {}
    for rows, names, values in _blocks(frame, beads):
        found.update(dict.fromkeys(names))
        sums[rows] += np.array([weights.get(name, 0.0) for name in names]) @ values.astype(np.float64)
    return [*found], sums


def _blocks(frame: Frame, beads: Candidates) -> Iterator[tuple[slice, Sequence[str], Matrix]]:
    """Some beads with the names and values, features x beads, of some of their features."""
    sides = _Side.of(frame, 0), _Side.of(frame, 1)
    rates = np.empty((len(relative.NAMES), len(beads)), dtype=np.float32)
    for rows in _chunks(beads):
        part = beads.part(rows.start, rows.stop)
        names, values = _stacked(
            [
                *plain.lengths(frame, part),
                *marks.features(frame, part, sides[0].marks, sides[1].marks),
                *_worded(frame, part, sides),
            ]
        )
        for k, name in enumerate(relative.NAMES):
            rates[k, rows] = values[names.index(name)]
        kept = [k for k, name in enumerate(names) if name not in relative.NAMES]
        yield rows, [names[k] for k in kept], values[kept]
    prior, nulls = priors(shape for _, _, shape in frame.path), plain.Nulls.of(frame, beads)
    means = relative.means(frame, beads, rates)
    for rows in _chunks(beads):
        part = beads.part(rows.start, rows.stop)
        columns = [*plain.shapes(part, prior, nulls), *relative.features(part, rates[:, rows], means)]
        yield rows, *_stacked(columns)


def _chunks(beads: Candidates) -> Iterator[slice]:
    start = 0
    while start < len(beads):
        end = min(start + CHUNK, int(np.searchsorted(beads.base, beads.base[start] + ROWS)))
        far = np.flatnonzero(np.abs(beads.version[start:end] - beads.version[start]) > SPAN)
        end = start + int(far[0]) if len(far) else end
        yield slice(start, end)
        start = end


def _stacked(columns: Sequence[Column]) -> tuple[list[str], Matrix]:
    values = np.empty((len(columns), len(columns[0][1])), dtype=np.float32)
    for k, (_, column) in enumerate(columns):
        values[k] = column
    return [name for name, _ in columns], values


def _worded(frame: Frame, beads: Candidates, sides: tuple[_Side, _Side]) -> Iterator[Column]:
    """Features of words: the sum of both directions and how far these are apart; 0 for one-sided beads."""
    (a, b), i, j = beads.sizes, beads.base, beads.version
    n, m = len(frame.base), len(frame.version)
    rows = max(0, int(i.min()) - 1), min(n, int((i + a).max()) + 1)
    columns = max(0, int(j.min()) - 1), min(m, int((j + b).max()) + 1)
    forth = window(frame.base, frame.version, frame.forth, rows, columns, max(1, int(a.max())))
    back = window(frame.version, frame.base, frame.back, columns, rows, max(1, int(b.max())))
    paired = np.flatnonzero((a > 0) & (b > 0))
    ahead = View(i[paired], a[paired], j[paired], b[paired])
    behind = View(j[paired], b[paired], i[paired], a[paired])
    one = (
        *words.features(frame.base, frame.version, frame.forth, sides[1].kinds, ahead, forth),
        *parts.features(frame.version, ahead, forth),
    )
    two = (
        *words.features(frame.version, frame.base, frame.back, sides[0].kinds, behind, back),
        *parts.features(frame.base, behind, back),
    )
    for (name, x), (_, y) in zip(one, two, strict=True):
        if f"{name}, forth" in relative.NAMES:
            yield f"{name}, forth", _spread(x, paired, len(beads))
            yield f"{name}, back", _spread(y, paired, len(beads))
            continue
        yield name, _spread(x + y, paired, len(beads))
        yield f"{name}, apart", _spread(np.abs(x - y), paired, len(beads))
    version_only, base_only = np.flatnonzero(a == 0), np.flatnonzero(b == 0)
    for (name, x), (_, y) in zip(
        parts.alone(i[version_only], j[version_only], forth),
        parts.alone(j[base_only], i[base_only], back),
        strict=True,
    ):
        yield name, _spread(x, version_only, len(beads)) + _spread(y, base_only, len(beads))
    linkable = over(sides[0].linkable, i, a) + over(sides[1].linkable, j, b)
    linkable[paired] = 0.0
    yield "null linkable", linkable


def _spread(values: npt.NDArray[np.floating], rows: Ints, size: int) -> Singles:
    """The values at `rows`, 0 elsewhere."""
    spread = np.zeros(size, dtype=np.float32)
    spread[rows] = values
    return spread
