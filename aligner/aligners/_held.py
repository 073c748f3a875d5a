"""What anchors (links that a person has fixed) shut out of the search.

An anchor is a rectangle of segments that the path must cross from corner to corner: every other bead that touches
it is shut out. So the rest is aligned around the anchors with all that the whole texts teach. A one-sided anchor
shuts its segments out of all two-sided beads.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt

from aligner.aligners._anchors import corners
from aligner.aligners._band import Band
from aligner.aligners._corpus import Ints
from aligner.aligners._lattice import S
from aligner.aligners._shapes import SHAPES, Shape
from aligner.model import Bead

Flags = npt.NDArray[np.bool_]


def held(scores: S, band: Band, anchors: Sequence[Bead], start: int = 0) -> S:
    """`scores` with -inf for every bead that touches an anchor and is not part of it; changed in place.

    They may be those of some rows only, from row `start` on. An anchor of a shape that the path knows is one bead;
    one of another shape may be made of several.
    """
    if not anchors:
        return scores
    n, m = len(band.first) - 1, band.size
    base = _before(n, (i for b in anchors for i in b.base))
    version = _before(m, (j for b in anchors for j in b.version))
    stop = int(np.searchsorted(band.starts, band.starts[start] + scores.shape[1]))
    rows, columns = band.nodes(start, stop)
    for k, (a, b) in enumerate(SHAPES):
        allowed = (base[np.minimum(rows + a, n)] == base[rows]) & (
            version[np.minimum(columns + b, m)] == version[columns]
        )
        allowed |= _alone(rows, columns, anchors, (a, b))
        allowed |= _paired(rows, columns, anchors, (a, b))
        scores[k, ~allowed] = -np.inf
    return scores


def _before(size: int, fixed: Iterable[int]) -> Ints:
    """How many fixed segments stand before each of the places 0..size."""
    marks = np.zeros(size + 1, dtype=np.int64)
    marks[[i + 1 for i in fixed]] = 1
    return np.cumsum(marks)


def _alone(rows: Ints, columns: Ints, anchors: Sequence[Bead], shape: Shape) -> Flags:
    """Where one-sided beads are allowed: for the segments that are fixed to have no counterpart."""
    if shape == (1, 0):
        return np.isin(rows, [i for bead in anchors if not bead.version for i in bead.base])
    if shape == (0, 1):
        return np.isin(columns, [j for bead in anchors if not bead.base for j in bead.version])
    return np.zeros(len(rows), dtype=bool)


def _paired(rows: Ints, columns: Ints, anchors: Sequence[Bead], shape: Shape) -> Flags:
    """Where beads of one shape are allowed that make up a two-sided anchor."""
    a, b = shape
    allowed = np.zeros(len(rows), dtype=bool)
    for (top, left), (bottom, right) in corners(anchors):
        size = (bottom - top, right - left)
        if size == shape or size not in SHAPES:
            inside = slice(*np.searchsorted(rows, (top, bottom - a + 1)))
            allowed[inside] |= (columns[inside] >= left) & (columns[inside] <= right - b)
    return allowed
