"""What a path teaches: how often types have counterparts, and which words render which (IBM Model 1)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from aligner.aligners._corpus import Encoded, Floats, Ints
from aligner.aligners._evidence import Direction, mass, numbered
from aligner.aligners._lattice import Path
from aligner.aligners._table import Table, build, spread

PRIOR = 10.0
"""Weight of the whole text's share of linked tokens in that of one type."""

ROUNDS = 5
DISCOUNT, TOGETHER = 1.0, 3
"""Expected counts lose DISCOUNT; pairs that share fewer than TOGETHER beads are not learned."""

LARGEST = 250_000
"""Pairs of types in a bead that is learned from: endless lines teach little and would fill the memory."""

BEADS = 64
"""Beads that are worked on at once."""


@dataclass(frozen=True, slots=True)
class Pairs:
    """The tokens on both sides of beads: texts that have a bead where they had a sentence."""

    source: Encoded
    target: Encoded

    @property
    def turned(self) -> Pairs:
        """The same for the other direction."""
        return Pairs(self.target, self.source)


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
    sources, targets = _bags(pairs.source), _bags(pairs.target)
    cells = _cells(sources, targets)
    keys = sources.types[cells.source] * max(width, 1) + targets.types[cells.target]
    keys, entry, together = _entries(keys)
    rows, columns = keys // max(width, 1), keys % max(width, 1)
    tables = []
    for one, other, given, size in (
        (_Side(sources.counts, cells.source), _Side(targets.counts, cells.target), rows, height),
        (_Side(targets.counts, cells.target), _Side(sources.counts, cells.source), columns, width),
    ):
        expected = _expected(one, other, entry, given, size)
        kept = (together >= TOGETHER) & (expected > DISCOUNT)
        totals = np.maximum(np.bincount(given, expected, size)[given], 1e-300)
        weights = ((expected - DISCOUNT) / totals)[kept]
        if given is rows:
            tables.append(build(rows[kept], columns[kept], weights, height, width))
        else:
            tables.append(build(columns[kept], rows[kept], weights, width, height))
    return tables[0], tables[1]


def _entries(keys: Ints) -> tuple[Ints, Ints, Ints]:
    """The different keys in the order they first come, the number of each key's entry, and how often each stands.

    Most stand once: in this order, counting by them goes through the memory from one end to the other.
    """
    found, first, entry, counts = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    order = np.argsort(first)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    return found[order], rank[entry], counts[order]


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of all cells: the items that cells belong to, and how often each stands in its bead."""

    counts: Floats
    items: Ints


def _expected(source: _Side, target: _Side, entry: Ints, given: Ints, size: int) -> Floats:
    """How often the types of each entry are expected to render each other, after the last of ROUNDS rounds."""
    weights: Floats = np.ones(len(given))
    expected = weights
    for _ in range(ROUNDS):
        shares: Floats = weights[entry]
        shares *= source.counts[source.items]
        total = np.bincount(target.items, shares, len(target.counts))
        shares *= (target.counts / np.maximum(total, 1e-300))[target.items]
        expected = np.bincount(entry, shares, len(given)).astype(np.float64)
        weights = expected / np.maximum(np.bincount(given, expected, size)[given], 1e-300)
    return expected


@dataclass(frozen=True, slots=True)
class _Bags:
    """The types of each bead: bead `k` holds items starts[k]:starts[k + 1], each a type and how often it stands."""

    starts: Ints
    types: Ints
    counts: Floats


def _bags(text: Encoded) -> _Bags:
    size = max(len(text.types), 1)
    keys, counts = np.unique(text.owners * size + text.ids, return_counts=True)
    starts = np.searchsorted(keys, np.arange(len(text) + 1) * size)
    return _Bags(starts.astype(np.int64), keys % size, counts.astype(np.float64))


@dataclass(frozen=True, slots=True)
class _Cells:
    """Every pair of a source and a target type of every bead, by the numbers of their items."""

    source: Ints
    target: Ints


def _cells(sources: _Bags, targets: _Bags) -> _Cells:
    heights = np.diff(sources.starts)
    beads = np.repeat(np.arange(len(heights)), heights)
    items = np.flatnonzero((heights * np.diff(targets.starts) <= LARGEST)[beads])
    target, owner = spread(targets.starts, beads[items])
    return _Cells(items[owner], target)
