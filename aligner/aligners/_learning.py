"""What a path teaches: how often types have counterparts, and which words render which (IBM Model 1)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from aligner.aligners._corpus import Encoded, Floats, Ints
from aligner.aligners._counts import TOGETHER, Counts, Pairs
from aligner.aligners._evidence import Direction, mass, numbered
from aligner.aligners._lattice import Path
from aligner.aligners._table import Table, build

PRIOR = 10.0
"""Weight of the whole text's share of linked tokens in that of one type."""

DISCOUNT = 1.0
"""What expected counts lose."""

BEADS = 64
"""Beads that are worked on at once."""


def bead_tokens(texts: Sequence[tuple[Encoded, Encoded, Path]]) -> Pairs:
    """The tokens of all beads that have some on both sides, in all texts; these share their types."""
    cuts = [_cut(*text) for text in texts]
    base, version, _ = texts[0]
    return Pairs(
        _joined([ours for ours, _ in cuts], base.types), _joined([theirs for _, theirs in cuts], version.types)
    )


def _cut(base: Encoded, version: Encoded, path: Path) -> tuple[tuple[Ints, Ints], tuple[Ints, Ints]]:
    """For base and version the tokens of the beads of a path, and how many each bead has."""
    begin = np.array([(i, j) for i, j, _ in path], dtype=np.int64).reshape(-1, 2).T
    end = begin + np.array([shape for _, _, shape in path], dtype=np.int64).reshape(-1, 2).T
    bounds = [(t.starts[b], t.starts[e]) for t, b, e in zip((base, version), begin, end, strict=True)]
    kept = np.all([stop > start for start, stop in bounds], axis=0)
    found = []
    for text, (start, stop) in zip((base, version), bounds, strict=True):
        flags = np.zeros(len(text.ids) + 1, dtype=np.int64)
        np.add.at(flags, start[kept], 1)
        np.add.at(flags, stop[kept], -1)
        found.append((text.ids[np.cumsum(flags)[:-1] > 0], (stop - start)[kept]))
    return found[0], found[1]


def _joined(parts: Sequence[tuple[Ints, Ints]], types: tuple[str, ...]) -> Encoded:
    starts = np.concatenate(([0], *(counts for _, counts in parts))).cumsum()
    return Encoded(types, np.concatenate([ids for ids, _ in parts]), starts, np.zeros(0))


def linked(table: Table, chance: Floats, old: Floats, pairs: Pairs) -> Floats:
    """One EM step for l: the share of each target type's tokens that have a counterpart in their bead."""
    hits = np.zeros(table.width)
    sizes = np.maximum(np.diff(pairs.source.starts), 1)
    for first in range(0, len(pairs.target), BEADS):
        last = min(first + BEADS, len(pairs.target))
        tokens = pairs.target.tokens(first, last)
        types, place = numbered(tokens, table.width)
        masses = mass(pairs.source, first, last, table, place, len(types))
        owners = np.repeat(np.arange(last - first), np.diff(pairs.target.starts[first : last + 1]))
        weights = masses[place[tokens], owners] / sizes[first + owners]
        odds = old[tokens] * weights / chance[tokens]
        hits[types] += np.bincount(place[tokens], odds / np.maximum(1 - old[tokens] + odds, 1e-12), len(types))
    counts = np.bincount(pairs.target.ids, minlength=table.width)
    reached = table.reached
    share = float((hits * reached).sum() + 1) / float((counts * reached).sum() + 2)
    return np.minimum(reached * (hits + PRIOR * share) / (counts + PRIOR), 0.999)


def start(table: Table, chance: Floats, share: float = 0.5) -> Direction:
    """A direction whose types are all linked alike: the first guess."""
    return Direction(table, table.reached * share, chance)


def relinked(way: Direction, pairs: Pairs) -> Direction:
    """The direction with l estimated anew from the beads."""
    return Direction(way.table, linked(way.table, way.chance, way.linked, pairs), way.chance)


def model1(pairs: Pairs) -> tuple[Table, Table]:
    """p(target|source) and p(source|target) by IBM Model 1 (Brown et al. 1993) over beads.

    Counts are discounted, rare pairs dropped; beads of more than LARGEST pairs of types are left out.
    """
    height, width = len(pairs.source.types), len(pairs.target.types)
    counts = Counts.of(pairs)
    rows, columns = counts.rows, counts.columns
    tables = []
    for given, size in ((rows, height), (columns, width)):
        expected = counts.expected(given, size, forth=given is rows)
        kept = (counts.together >= TOGETHER) & (expected > DISCOUNT)
        totals = np.maximum(np.bincount(given, expected, size)[given], 1e-300)
        weights = ((expected - DISCOUNT) / totals)[kept]
        ends = (rows[kept], columns[kept]) if given is rows else (columns[kept], rows[kept])
        tables.append(build(*ends, weights, size, width if given is rows else height))
    return tables[0], tables[1]
