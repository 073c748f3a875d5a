"""Which cells of the table of two texts are looked at: everything when it is small, else a band along anchors.

An anchor is a pair of sentences that share rare words. The heaviest chain of anchors that rises in both texts
is found with a Fenwick tree; each row of the band spans from the anchor before it to the anchor after it, so that
the band is narrow where anchors are dense and wide where a passage was left out.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from aligner.aligners._anchors import between, led
from aligner.aligners._corpus import Encoded, Ints
from aligner.aligners._table import Table
from aligner.model import Bead

WHOLE = 40_000
"""Cells up to which the whole table is looked at."""

RARE, SURE = 4, 0.2
"""An anchor word stands in at most RARE sentences of both texts, its rendering weighs at least SURE."""

MARGIN = 12
"""Segments of slack around an anchor: one that is wrong by a few must not shut the right path out."""


SLACK = 200
"""Segments around the straight line between two anchors more than twice as far apart in both texts: texts that
give no anchors for so long (they repeat themselves) would otherwise ask for their whole table."""

CORRIDOR = 15
"""Segments on either side of a path that words have found, for the passes that refine it."""


@dataclass(frozen=True, slots=True)
class Band:
    """Node (i, j), i base and j version segments done, is looked at when first[i] <= j < first[i] + width.

    `first` is ascending and has an entry for each i in 0..n; nodes beyond `size` version segments are void.
    """

    first: Ints
    width: int
    size: int

    @property
    def nodes(self) -> Ints:
        """The version index of every cell, rows x width."""
        grid: Ints = self.first[:, None] + np.arange(self.width)[None, :]
        return grid


def whole(n: int, m: int) -> Band:
    """All cells."""
    return Band(np.zeros(n + 1, dtype=np.int64), m + 1, m)


def around(base: Encoded, version: Encoded, table: Table, fixed: Sequence[Bead] = ()) -> Band:
    """The band for two texts: whole when small, else along `fixed` links and the anchors that `table` gives."""
    n, m = len(base), len(version)
    if (n + 1) * (m + 1) <= WHOLE:
        return whole(n, m)
    chain = [*_bridged([(0, 0), *led(_chain(between(_anchors(base, version, table), fixed)), fixed), (n, m)])]
    low, high = np.full(n + 1, m), np.zeros(n + 1, dtype=np.int64)
    for (i1, j1), (i2, j2) in itertools.pairwise(chain):
        rows = slice(max(0, i1 - MARGIN), min(n, i2 + MARGIN) + 1)
        low[rows] = np.minimum(low[rows], max(0, j1 - MARGIN))
        high[rows] = np.maximum(high[rows], min(m, j2 + MARGIN))
    first = np.minimum.accumulate(low[::-1])[::-1].astype(np.int64)
    return Band(first, int((high - first).max()) + 1, m)


def _bridged(chain: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The chain, with steps on the straight line across stretches that are long in both texts."""
    yield chain[0]
    for (i1, j1), (i2, j2) in itertools.pairwise(chain):
        steps = min(i2 - i1, j2 - j1) // (2 * SLACK) + 1
        for k in range(1, steps):
            yield i1 + (i2 - i1) * k // steps, j1 + (j2 - j1) * k // steps
        yield i2, j2


def _anchors(base: Encoded, version: Encoded, table: Table) -> dict[tuple[int, int], float]:
    """Sentence pairs with the weight of the rare words that link them."""
    ours, theirs = _places(base), _places(version)
    weights: dict[tuple[int, int], float] = {}
    for s, t, weight in zip(table.rows.tolist(), table.columns.tolist(), table.weights.tolist(), strict=True):
        if weight < SURE or s not in ours or t not in theirs:
            continue
        share = weight / (len(ours[s]) * len(theirs[t]))
        for i in ours[s]:
            for j in theirs[t]:
                weights[i, j] = weights.get((i, j), 0.0) + share
    return {pair: weight for pair, weight in weights.items() if weight >= SURE}


def _places(text: Encoded) -> dict[int, list[int]]:
    """The sentences of each rare type."""
    owners = text.owners
    keys = np.unique(text.ids * len(text) + owners)
    types, sentences = keys // len(text), keys % len(text)
    spread = np.bincount(types, minlength=len(text.types))
    places: dict[int, list[int]] = {}
    for t, i in zip(types.tolist(), sentences.tolist(), strict=True):
        if spread[t] <= RARE:
            places.setdefault(t, []).append(i)
    return places


def _chain(anchors: dict[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The heaviest chain that rises strictly in both texts (Fenwick tree over version segments)."""
    columns = sorted({j for _, j in anchors})
    tree: list[tuple[float, tuple[int, int] | None]] = [(0.0, None)] * (len(columns) + 1)
    best: dict[tuple[int, int], tuple[float, tuple[int, int] | None]] = {}
    for pair in sorted(anchors, key=lambda p: (p[0], -p[1])):
        place = bisect_left(columns, pair[1])
        before: tuple[float, tuple[int, int] | None] = (0.0, None)
        k = place
        while k > 0:
            before = max(before, tree[k], key=lambda entry: entry[0])
            k -= k & -k
        best[pair] = (before[0] + anchors[pair], before[1])
        k = place + 1
        while k <= len(columns):
            if best[pair][0] > tree[k][0]:
                tree[k] = (best[pair][0], pair)
            k += k & -k
    link = max(best, key=lambda p: (best[p][0], (-p[0], -p[1])), default=None)
    chain: list[tuple[int, int]] = []
    while link is not None:
        chain.append(link)
        link = best[link][1]
    return chain[::-1]


def along(nodes: list[tuple[int, int]], old: Band) -> Band:
    """The band CORRIDOR segments around a path, given by all of its nodes; `old` where that is no wider.

    Nodes ascend and include the first and the last of the texts.
    """
    rows, columns = (np.array(side) for side in zip(*nodes, strict=True))
    every = np.arange(len(old.first))
    before = columns[np.searchsorted(rows, every - CORRIDOR, side="left").clip(0, len(rows) - 1)]
    after = columns[(np.searchsorted(rows, every + CORRIDOR, side="right") - 1).clip(0)]
    low, high = np.maximum(before - CORRIDOR, 0), np.minimum(after + CORRIDOR, old.size)
    width = int((high - low).max()) + 1
    return Band(low.astype(np.int64), width, old.size) if width < old.width else old
