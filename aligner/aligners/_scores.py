"""The log score of every bead of a band, for any stretch of its rows: how common the shape is, how well the lengths
fit, and what the words say."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from aligner.aligners import _lattice
from aligner.aligners._band import Band
from aligner.aligners._corpus import Floats, Ints, Singles
from aligner.aligners._evidence import Direction, evidence
from aligner.aligners._held import held
from aligner.aligners._length import Lengths, chances
from aligner.aligners._prepared import Prepared
from aligner.aligners._shapes import SHAPES, WIDEST


@dataclass(frozen=True, slots=True)
class Scores:
    """All that beads of one document are scored by; without `words` by lengths and shapes alone."""

    texts: Prepared
    band: Band
    lengths: Lengths
    prior: Floats
    """Log prior of each shape."""
    words: tuple[Direction, Direction, float] | None = None
    """Forward and backward direction of evidence and the weight of their sum."""
    sums: tuple[Floats, Floats] = field(init=False)
    chances: list[tuple[float, float]] = field(init=False)

    def __post_init__(self) -> None:
        base, version = self.texts.base.lengths, self.texts.version.lengths
        object.__setattr__(self, "sums", (_running(base), _running(version)))
        object.__setattr__(self, "chances", chances(version))

    def all(self) -> Singles:
        """Shapes x cells, -inf for what leaves the band or goes against an anchor (see `_lattice`)."""
        return self.rows(0, len(self.band.first))

    def rows(self, start: int, stop: int) -> Singles:
        """The same for the cells of rows start..stop-1."""
        scores = np.empty((len(SHAPES), self.band.starts[stop] - self.band.starts[start]), dtype=np.float32)
        for first, last in self.band.blocks(_lattice.BLOCK, start, stop):
            cells = slice(*(self.band.starts[[first, last]] - self.band.starts[start]))
            scores[:, cells] = self._block(first, last)
        return scores

    def _block(self, start: int, stop: int) -> Singles:
        scores = self._by_length(start, stop)
        if self.words:
            forth, back, weight = self.words
            found = evidence(self.texts.base, self.texts.version, forth, back, self.band, (start, stop))
            scores += np.float32(2 * weight) * found
        return held(_lattice.fit(scores, self.band, start), self.band, self.texts.anchors, start)

    def _by_length(self, start: int, stop: int) -> Singles:
        rows, columns = self.band.nodes(start, stop)
        scores = np.repeat(self.prior.astype(np.float32)[:, None], len(rows), axis=1)
        left = [_stretch(self.sums[0], rows, a) for a in range(1, WIDEST + 1)]
        right = [_stretch(self.sums[1], columns, b) for b in range(1, WIDEST + 1)]
        for k, (a, b) in enumerate(SHAPES):
            if a and b:
                scores[k] += self.lengths.log_odds(left[a - 1], right[b - 1], self.chances[b - 1])
        return scores


def _running(lengths: Floats) -> Floats:
    """Sums of the lengths, widened by the widest stretch beyond the end."""
    return np.concatenate(([0.0], np.cumsum(lengths), np.full(WIDEST, lengths.sum())))


def _stretch(sums: Floats, places: Ints, size: int) -> Singles:
    """Characters of `size` sentences from each place on, at least 1."""
    found: Singles = np.maximum(sums[places + size] - sums[places], 1.0).astype(np.float32)
    return found
