"""What the words say: log odds of each bead's words against chance, for every cell of a band.

For a bead of base sentences S and version sentences T the forward evidence is, over the tokens t of T,

    log(1 - l_t + l_t * sum over s in S of p(t|s) / (|S| u(t)))

with |S| the tokens of S, u the frequency of t by chance and l_t how likely a token of this type has a counterpart
at all; backward evidence the same with the sides exchanged. It is additive over the sentences of T, so the odds
of single sentences against stretches of the other side are computed once and summed for every shape of bead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from aligner.aligners._band import Band
from aligner.aligners._corpus import Encoded, Floats, Ints
from aligner.aligners._shapes import SHAPES, WIDEST
from aligner.aligners._table import Table

SCALE = 2500.0
"""Tokens that a text is taken to have at least: in a tiny one every word would seem common."""

ROWS = 48
"""Base sentences that are worked on at once."""

MERGED = 1.0
"""Nats charged for each sentence of a merged side whose own words speak against the bead."""


@dataclass(frozen=True, slots=True)
class Direction:
    """One direction of evidence: p(target|source), l and u of each target type."""

    table: Table
    linked: Floats
    chance: Floats

    def odds(self, mass: Floats, types: Ints, sizes: Floats) -> Floats:
        """Log odds of tokens of given types whose counterparts weigh `mass` among `sizes` tokens."""
        linked, chance = self.linked[types], self.chance[types]
        found: Floats = np.log(
            np.maximum(1 - linked[:, None] + linked[:, None] * mass / (sizes[None, :] * chance[:, None]), 1e-12)
        )
        return found


def unigrams(texts: Sequence[Encoded]) -> Floats:
    """How likely each type is by chance in any of the documents."""
    counts = np.sum([text.frequencies for text in texts], axis=0)
    return np.asarray(np.maximum(counts, 0.5) / max(float(counts.sum()), SCALE))


def evidence(base: Encoded, version: Encoded, forth: Direction, back: Direction, band: Band) -> Floats:
    """Mean of forward and backward evidence: shapes x rows x columns of the band; 0 for one-sided shapes."""
    n, m = len(base), len(version)
    forward = np.zeros((WIDEST, n + 1, band.width))
    backward = np.zeros((WIDEST, n + 1, band.width))
    for start in range(0, n, ROWS):
        stop = min(n, start + ROWS)
        low, high = int(band.first[start]), min(m, int(band.first[stop - 1]) + band.width)
        if low >= high:
            continue
        ahead = _stretches(base, (start, stop), version, (low, high), forth)
        behind = _stretches(version, (low, high), base, (start, stop), back)
        for i in range(start, stop):
            columns = slice(int(band.first[i]), min(high, int(band.first[i]) + band.width))
            width = columns.stop - columns.start
            inner = slice(columns.start - low, columns.stop - low)
            forward[:, i, :width] = ahead[:, i - start, inner]
            backward[:, i, :width] = behind[:, inner, i - start]
    return _beads(forward, backward, band)


def _stretches(
    source: Encoded, sources: tuple[int, int], target: Encoded, targets: tuple[int, int], way: Direction
) -> Floats:
    """Odds of each target sentence against stretches of 1..WIDEST sources beginning at each source.

    Stretches x sources x targets. A stretch that would run past the text holds what is left of it.
    """
    end = min(len(source), sources[1] + WIDEST - 1)
    ours = np.unique(source.tokens(sources[0], end))
    theirs = np.unique(target.tokens(*targets))
    counts = source.counts(sources[0], end, ours)
    mass = way.table.block(ours, theirs).T @ counts.T
    uses = target.counts(*targets, theirs)
    sums = np.concatenate((np.zeros((len(theirs), 1)), np.cumsum(mass, axis=1)), axis=1)
    sizes = np.concatenate(([0.0], np.cumsum(counts.sum(axis=1))))
    starts = np.arange(sources[1] - sources[0])
    found = np.empty((WIDEST, len(starts), targets[1] - targets[0]))
    for k in range(WIDEST):
        stops = np.minimum(starts + k + 1, end - sources[0])
        odds = way.odds(sums[:, stops] - sums[:, starts], theirs, np.maximum(sizes[stops] - sizes[starts], 1.0))
        found[k] = odds.T @ uses.T
    return found


def _beads(forward: Floats, backward: Floats, band: Band) -> Floats:
    """The sums for each shape: forward over its version sentences, backward over its base sentences."""
    rows, width = forward.shape[1:]
    scores = np.zeros((len(SHAPES), rows, width))
    ahead = np.where(forward < 0, forward - MERGED, forward)
    behind = np.where(backward < 0, backward - MERGED, backward)
    for k, (a, b) in enumerate(SHAPES):
        if a == 0 or b == 0:
            continue
        source = (ahead if b > 1 else forward)[a - 1]
        for q in range(min(b, width)):
            scores[k, :, : width - q] += source[:, q:]
        source = (behind if a > 1 else backward)[b - 1]
        for p in range(min(a, rows)):
            shift = band.first[p:] - band.first[: rows - p]
            columns = np.arange(width)[None, :] - shift[:, None]
            inside = columns >= 0
            moved = np.take_along_axis(source[p:], np.maximum(columns, 0), axis=1)
            scores[k, : rows - p] += np.where(inside, moved, 0.0)
    return scores / 2
