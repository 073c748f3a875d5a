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
from aligner.aligners._corpus import Floats, Ints
from aligner.aligners._shapes import SHAPES, Shape
from aligner.model import Bead

Flags = npt.NDArray[np.bool_]


def held(scores: Floats, band: Band, anchors: Sequence[Bead]) -> Floats:
    """`scores` with -inf for every bead that touches an anchor and is not part of it; changed in place.

    An anchor of a shape that the path knows is one bead; one of another shape may be made of several.
    """
    if not anchors:
        return scores
    base = _before(len(band.first) - 1, (i for b in anchors for i in b.base))
    version = _before(band.size, (j for b in anchors for j in b.version))
    nodes = np.minimum(band.nodes, band.size)
    for k, (a, b) in enumerate(SHAPES):
        rows = max(0, len(band.first) - a)
        ends = np.minimum(nodes[:rows] + b, band.size)
        allowed = (base[a:] == base[:rows])[:, None] & (version[ends] == version[nodes[:rows]])
        _allow_alone(allowed, nodes[:rows], anchors, (a, b))
        _allow_pairs(allowed, band, anchors, (a, b))
        scores[k, :rows][~allowed] = -np.inf
    return scores


def _before(size: int, fixed: Iterable[int]) -> Ints:
    """How many fixed segments stand before each of the places 0..size."""
    marks = np.zeros(size + 1, dtype=np.int64)
    marks[[i + 1 for i in fixed]] = 1
    return np.cumsum(marks)


def _allow_alone(allowed: Flags, nodes: Ints, anchors: Sequence[Bead], shape: Shape) -> None:
    """Allow one-sided beads for the segments that are fixed to have no counterpart."""
    if shape == (1, 0):
        allowed[[i for bead in anchors if not bead.version for i in bead.base]] = True
    elif shape == (0, 1):
        alone = [j for bead in anchors if not bead.base for j in bead.version]
        allowed |= np.isin(nodes, alone)


def _allow_pairs(allowed: Flags, band: Band, anchors: Sequence[Bead], shape: Shape) -> None:
    """Allow the beads of one shape that make up a two-sided anchor."""
    a, b = shape
    for (top, left), (bottom, right) in corners(anchors):
        size = (bottom - top, right - left)
        if size == shape or size not in SHAPES:
            for i in range(top, bottom - a + 1):
                first = int(band.first[i])
                allowed[i, max(left - first, 0) : max(right - b - first + 1, 0)] = True
