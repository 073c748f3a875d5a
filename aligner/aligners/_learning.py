"""What a path teaches: how often types have counterparts, and which words render which (IBM Model 1)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aligner.aligners._corpus import Encoded, Floats, Ints
from aligner.aligners._evidence import Direction
from aligner.aligners._lattice import Path
from aligner.aligners._table import Table, build

PRIOR = 10.0
"""Weight of the whole text's share of linked tokens in that of one type."""

ROUNDS = 5
DISCOUNT, TOGETHER = 1.0, 3
"""Expected counts lose DISCOUNT; pairs that share fewer than TOGETHER beads are not learned."""

Pairs = list[tuple[Ints, Ints]]


def bead_tokens(base: Encoded, version: Encoded, path: Path) -> Pairs:
    """The token ids on both sides of each bead that has two."""
    return [
        (base.tokens(i, i + a), version.tokens(j, j + b))
        for i, j, (a, b) in path
        if a and b and len(base.tokens(i, i + a)) and len(version.tokens(j, j + b))
    ]


def linked(table: Table, chance: Floats, old: Floats, pairs: Pairs) -> Floats:
    """One EM step for l: the share of each target type's tokens that have a counterpart in their bead."""
    hits, counts = np.zeros(table.width), np.zeros(table.width)
    for source, target in pairs:
        types, uses = np.unique(target, return_counts=True)
        ours, times = np.unique(source, return_counts=True)
        mass = times @ table.block(ours, types) / len(source)
        odds = old[types] * mass / chance[types]
        hits[types] += uses * odds / np.maximum(1 - old[types] + odds, 1e-12)
        counts[types] += uses
    reached = table.reached
    share = float((hits * reached).sum() + 1) / float((counts * reached).sum() + 2)
    return np.minimum(reached * (hits + PRIOR * share) / (counts + PRIOR), 0.999)


def start(table: Table, chance: Floats, share: float = 0.5) -> Direction:
    """A direction whose types are all linked alike: the first guess."""
    return Direction(table, table.reached * share, chance)


def relinked(way: Direction, pairs: Pairs) -> Direction:
    """The direction with l estimated anew from the beads."""
    return Direction(way.table, linked(way.table, way.chance, way.linked, pairs), way.chance)


def model1(pairs: Pairs, height: int, width: int) -> Table:
    """p(target|source) by IBM Model 1 (Brown et al. 1993) over beads; counts discounted, rare pairs dropped."""
    cells = _Cells.of(pairs)
    keys, entry, together = np.unique(
        cells.sources * width + cells.targets, return_inverse=True, return_counts=True
    )
    rows, columns = keys // max(width, 1), keys % max(width, 1)
    _, slot = np.unique(cells.beads * width + cells.targets, return_inverse=True)
    weights: Floats = np.ones(len(keys))
    expected: Floats = np.zeros(len(keys))
    for _ in range(ROUNDS):
        shares: Floats = weights[entry] * cells.source_counts
        total = np.bincount(slot, shares)
        shares *= cells.target_counts / np.maximum(total[slot], 1e-300)
        expected = np.bincount(entry, shares, len(keys)).astype(np.float64)
        weights = expected / np.maximum(np.bincount(rows, expected, height)[rows], 1e-300)
    kept = (together >= TOGETHER) & (expected > DISCOUNT)
    discounted = (expected - DISCOUNT) / np.maximum(np.bincount(rows, expected, height)[rows], 1e-300)
    return build(rows[kept], columns[kept], discounted[kept], height, width)


@dataclass(frozen=True, slots=True)
class _Cells:
    """Every (source type, target type) of every bead, with how often each stands in it."""

    beads: Ints
    sources: Ints
    targets: Ints
    source_counts: Floats
    target_counts: Floats

    @classmethod
    def of(cls, pairs: Pairs) -> _Cells:
        bags = [(*np.unique(s, return_counts=True), *np.unique(t, return_counts=True)) for s, t in pairs]
        sizes = np.array([len(s) * len(t) for s, _, t, _ in bags], dtype=np.int64)
        empty = [np.zeros(0, dtype=np.int64)]
        return cls(
            np.repeat(np.arange(len(bags)), sizes),
            np.concatenate([np.repeat(s, len(t)) for s, _, t, _ in bags] or empty),
            np.concatenate([np.tile(t, len(s)) for s, _, t, _ in bags] or empty),
            np.concatenate([np.repeat(c, len(t)) for _, c, t, _ in bags] or empty).astype(np.float64),
            np.concatenate([np.tile(c, len(s)) for s, _, _, c in bags] or empty).astype(np.float64),
        )
