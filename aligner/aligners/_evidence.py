"""What the words say: log odds of each bead's words against chance, for every cell of a band.

For a bead of base sentences S and version sentences T the forward evidence is, over the tokens t of T,

    log(1 - l_t + l_t * sum over s in S of p(t|s) / (|S| u(t)))

with |S| the tokens of S, u the frequency of t by chance and l_t how likely a token of this type has a counterpart
at all; backward evidence the same with the sides exchanged. It is additive over the sentences of T, so the odds
of single sentences against stretches of the other side are computed once and summed for every shape of bead.
The sum over s is that of IBM Model 1 (Brown et al. 1993, section 4.1), mixed with chance for words that have no
counterpart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from aligner.aligners._band import Band
from aligner.aligners._corpus import Encoded, Floats, Ints, Singles
from aligner.aligners._shapes import SHAPES, WIDEST, Shape
from aligner.aligners._table import Table, spread

SCALE = 2500.0
"""Tokens that a text is taken to have at least: in a tiny one every word would seem common."""

ROWS = 32
"""Base sentences that are worked on at once."""

TARGETS = 128
"""Sentences whose words are held against stretches of the other side at once."""

PRODUCT = 250_000
"""Multiplications of one matrix product: OpenBLAS does no more than 4 * 65,536 on one thread, and on a busy machine
to wait for a second thread at every small product takes many times as long as the product."""

MERGED = 1.0
"""Nats charged for each sentence of a merged side whose own words speak against the bead."""


@dataclass(frozen=True, slots=True)
class Direction:
    """One direction of evidence: p(target|source), l and u of each target type."""

    table: Table
    linked: Floats
    chance: Floats


def unigrams(texts: Sequence[Encoded]) -> Floats:
    """How likely each type is by chance in any of the documents.

    Never less than once in a document: pooling many must not make rare words outweigh all others.
    """
    counts = np.sum([text.frequencies for text in texts], axis=0)
    total = float(counts.sum())
    return np.asarray(np.maximum(counts / max(total, SCALE), len(texts) / max(total, 1.0)))


def evidence(
    base: Encoded,
    version: Encoded,
    forth: Direction,
    back: Direction,
    band: Band,
    rows: tuple[int, int] | None = None,
) -> Singles:
    """Mean of forward and backward evidence: shapes x cells of the band, or of its rows start..stop-1.

    0 for one-sided shapes; what the cells of beads that leave the text hold means nothing.
    """
    n, m = len(base), len(version)
    begin, end = rows or (0, n + 1)
    offset = band.starts[begin]
    scores = np.zeros((len(SHAPES), band.starts[end] - offset), dtype=np.float32)
    for start in range(begin, min(n, end), ROWS):
        stop = min(n, end, start + ROWS)
        low, high = int(band.first[start]), min(m, int(band.last[stop - 1]) + 1)
        if low >= high:
            continue
        below, right = min(n, stop + WIDEST - 1), min(m, high + WIDEST - 1)
        ahead = _stretches(base, (start, stop, below), version, (low, right), forth)
        behind = _stretches(version, (low, high, right), base, (start, below), back)
        heights, columns = band.nodes(start, stop)
        places = (heights - start) * (high - low) + np.minimum(columns - low, high - low - 1)
        cells = slice(band.starts[start] - offset, band.starts[stop] - offset)
        for k, found in _beads(ahead, behind, stop - start, high - low):
            scores[k, cells] = found.take(places)
    return scores


def _stretches(
    source: Encoded, sources: tuple[int, int, int], target: Encoded, targets: tuple[int, int], way: Direction
) -> Singles:
    """Odds of each target sentence against stretches of 1..WIDEST sources beginning at each source.

    `sources` are the first and the last source that stretches begin with and the last that they reach (both ends
    exclusive). Stretches x targets x sources. A stretch that would run past the last source holds what is left.
    """
    first, last, end = sources
    ends = np.minimum(np.arange(first, last) + np.arange(1, WIDEST + 1)[:, None], end)
    sizes = np.maximum(source.starts[ends] - source.starts[first:last], 1)
    shares = (1 / sizes).astype(np.float32)[:, None, :]
    tiles = range(*targets, TARGETS)
    found = [_tile(source, (first, end), target, (t, min(t + TARGETS, targets[1])), way, shares) for t in tiles]
    return np.concatenate(found, axis=1)


def _tile(
    source: Encoded,
    sources: tuple[int, int],
    target: Encoded,
    targets: tuple[int, int],
    way: Direction,
    shares: Singles,
) -> Singles:
    """The same for a few targets; types that nothing renders here weigh log(1 - l) whatever they stand against."""
    tokens = target.tokens(*targets)
    owners = np.repeat(np.arange(targets[1] - targets[0]), np.diff(target.starts[targets[0] : targets[1] + 1]))
    alone = np.bincount(owners, np.log1p(-way.linked[tokens]), targets[1] - targets[0])
    types, place = numbered(tokens, way.table.width)
    masses = mass(source, *sources, way.table, place, len(types))
    rendered = np.flatnonzero(masses.any(axis=1))
    linked, chance = way.linked[types[rendered]], way.chance[types[rendered]]
    masses = masses[rendered] * (linked / ((1 - linked) * chance)).astype(np.float32)[:, None]
    uses = np.zeros((targets[1] - targets[0], len(types)), dtype=np.float32)
    np.add.at(uses, (owners, place[tokens]), np.float32(1))
    odds = np.zeros((WIDEST, len(rendered), shares.shape[2]), dtype=np.float32)
    for k in range(WIDEST):
        reach = max(0, min(shares.shape[2], masses.shape[1] - k))
        odds[k] = odds[k - 1]
        odds[k, :, :reach] += masses[:, k : k + reach]
    odds *= shares
    odds += 1
    np.log(odds, out=odds)
    found = _summed(uses[:, rendered], odds)
    found += alone.astype(np.float32)[:, None]
    return found


def _summed(uses: Singles, odds: Singles) -> Singles:
    """Stretches x targets x sources: the odds of the types that each target uses, added up."""
    found = np.empty((len(odds), len(uses), odds.shape[2]), dtype=np.float32)
    rows = max(1, PRODUCT // max(odds[0].size, 1))
    for start in range(0, len(uses), rows):
        np.matmul(uses[start : start + rows], odds, out=found[:, start : start + rows])
    return found


def numbered(tokens: Ints, size: int) -> tuple[Ints, Ints]:
    """The types of some tokens, ascending, and for each of `size` types its place among them or -1."""
    seen = np.zeros(size, dtype=bool)
    seen[tokens] = True
    types = np.flatnonzero(seen)
    place = np.full(size, -1)
    place[types] = np.arange(len(types))
    return types, place


def renderings(source: Encoded, first: int, end: int, table: Table, row: Ints) -> tuple[Ints, Ints, Floats]:
    """Each token of the sentences first..end-1 with each type that it renders, where `row` has one (-1: none).

    Returns the place of the token among theirs, the row and the weight of the table, in the order of the tokens.
    """
    tokens = source.tokens(first, end)
    ours, number = numbered(tokens, len(table.starts) - 1)
    entries, counts = table.entries(ours)
    rows = row[table.columns[entries]]
    inside = rows >= 0
    entries, rows = entries[inside], rows[inside]
    kept = np.concatenate(([0], np.cumsum(inside)))[np.concatenate(([0], np.cumsum(counts)))]
    which, token = spread(kept, number[tokens])
    return token, rows[which], table.weights[entries[which]]


def mass(source: Encoded, first: int, end: int, table: Table, place: Ints, height: int) -> Singles:
    """The summed weights with which the sentences first..end-1 of the source render each target type.

    Target types, numbered 0..height-1 by `place`, x sentences.
    """
    token, rows, weights = renderings(source, first, end, table, place)
    sentence = np.repeat(np.arange(end - first), np.diff(source.starts[first : end + 1]))[token]
    cells = rows * (end - first) + sentence
    summed = np.bincount(cells, weights, minlength=height * (end - first))
    return summed.reshape(height, end - first).astype(np.float32)


def _beads(ahead: Singles, behind: Singles, rows: int, columns: int) -> Iterator[tuple[int, Singles]]:
    """For each shape the sums, rows x columns: `ahead` over its version sentences, `behind` over its base ones."""
    version_sides = _sums(ahead, columns)
    base_sides = _sums(behind, rows)
    for k, (a, b) in enumerate(SHAPES):
        if a and b:
            yield k, np.float32(0.5) * (version_sides[a, b].T + base_sides[b, a])


def _sums(single: Singles, places: int) -> dict[Shape, Singles]:
    """Odds of 1, 2, ... targets beginning at each of the first `places` against each stretch of sources.

    Each target of several is charged MERGED where its words speak against the bead.
    """
    found: dict[Shape, Singles] = {}
    for length in range(1, WIDEST + 1):
        alone = single[length - 1]
        found[length, 1] = alone[:places]
        most = max(other for one, other in (*SHAPES, *((b, a) for a, b in SHAPES)) if one == length)
        charged = np.zeros((places + WIDEST, alone.shape[1]), dtype=np.float32)
        charged[: len(alone)] = np.where(alone < 0, alone - np.float32(MERGED), alone)
        total = charged[:places]
        for more in range(1, most):
            total = total + charged[more : more + places]
            found[length, more + 1] = total
    return found
