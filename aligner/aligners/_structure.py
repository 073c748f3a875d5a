"""Titles, paragraphs and turns of speakers as evidence: where one text begins a new one, the other often does too.

How often they do so together is counted on the path found so far, against what chance would make of it, and leans
on a prior: outlets break paragraphs as they please, and then the breaks say nothing. The same holds for openings
inside a merged side, which are rare in most texts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from aligner.aligners._band import Band
from aligner.aligners._corpus import Floats, Ints, Singles
from aligner.aligners._lattice import Path
from aligner.aligners._shapes import SHAPES
from aligner.model import Document, Role

NOTHING, PARAGRAPH, TURN, TITLE = range(4)
"""What a segment opens."""

PRIOR = np.array([[1.0, 0.8, 0.5, 0.2], [0.8, 1.5, 1.0, 0.3], [0.5, 1.0, 2.5, 0.3], [0.2, 0.3, 0.3, 6.0]])
"""How many times as often as by chance segments that open these (base, version) are taken to be partners."""

INSIDE = np.array([1.0, 0.6, 0.3, 0.15])
"""The same for segments inside a merged side: nobody joins two turns in one sentence."""

WEIGHT = 4.0
"""How many beads the priors count."""


def openings(document: Document) -> Ints:
    """What each segment opens: the title, a turn of another speaker, a paragraph, or nothing."""
    found = []
    block, speaker = -1, None
    for segment in document.segments:
        if segment.role is Role.TITLE:
            found.append(TITLE)
        elif segment.speaker is not None and segment.speaker != speaker:
            found.append(TURN)
        else:
            found.append(PARAGRAPH if segment.block != block else NOTHING)
        block, speaker = segment.block, segment.speaker
    return np.array(found, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Structure:
    """Log odds: `together[k, l]` of a bead whose base segment opens k and whose version segment opens l, `inside`
    of segments inside the base side and the version side of a bead that open k."""

    together: Floats
    inside: tuple[Floats, Floats]

    def added(self, scores: Singles, band: Band, opened: tuple[Ints, Ints]) -> Singles:
        """`scores` of shapes x cells of the band with the odds of each bead added; changed in place."""
        rows = np.repeat(np.arange(len(band.first)), band.last - band.first + 1)
        columns = np.arange(band.cells) - band.starts[rows] + band.first[rows]
        ours, theirs = (np.concatenate((side, [NOTHING])) for side in opened)
        starts = self.together[ours[rows], theirs[columns]].astype(np.float32)
        sums = [
            np.concatenate(([0.0], np.cumsum(odds[side]))) for odds, side in zip(self.inside, opened, strict=True)
        ]
        for k, (a, b) in enumerate(SHAPES):
            if a and b:
                inner = _inner(sums[0], rows, a) + _inner(sums[1], columns, b)
                scores[k] += starts + inner.astype(np.float32)
        return scores


def _inner(sums: Floats, first: Ints, size: int) -> Floats:
    """The odds of the segments of a side after its first one, by running sums."""
    last = len(sums) - 1
    inner: Floats = sums[np.minimum(first + size, last)] - sums[np.minimum(first + 1, last)]
    return inner


def structure(documents: Sequence[tuple[Path, tuple[Ints, Ints]]]) -> Structure | None:
    """What the paths of some documents say; None where a side has only openings of one kind.

    Each document is given by its path and by what its segments open.
    """
    opened = [np.concatenate(side) for side in zip(*(o for _, o in documents), strict=True)]
    if any(len(np.unique(side)) < 2 for side in opened):
        return None
    met = np.zeros((TITLE + 1, TITLE + 1))
    within = np.zeros((2, TITLE + 1))
    usual = np.array(
        [np.bincount(np.concatenate([o[s] for _, o in documents]), minlength=TITLE + 1) for s in (0, 1)]
    )
    for path, (ours, theirs) in documents:
        for i, j, (a, b) in path:
            if a and b:
                met[ours[i], theirs[j]] += 1
                np.add.at(within[0], ours[i + 1 : i + a], 1)
                np.add.at(within[1], theirs[j + 1 : j + b], 1)
    chance = np.outer(met.sum(axis=1), met.sum(axis=0)) / max(met.sum(), 1.0)
    expected = usual / usual.sum(axis=1, keepdims=True) * within.sum(axis=1, keepdims=True)
    together = np.log((met + WEIGHT * PRIOR) / (chance + WEIGHT))
    inside = np.log((within + WEIGHT * INSIDE) / (expected + WEIGHT))
    return Structure(together, (inside[0], inside[1]))
