"""Which cells of the table of two texts are looked at: everything when it is small, else a band along anchors.

An anchor is a pair of sentences that share rare words. The heaviest chain of anchors that rises in both texts
is found with a Fenwick tree; each row of the band spans from the anchor before it to the anchor after it, so that
the band is narrow where anchors are dense and wide where a passage was left out. Sure pairs first, then a path
between them, is the order of Liu & Zhu (2022); that each pass searches near the path of the pass before, so that
time grows with the length of the texts alone, is an idea of Thompson & Koehn (2019).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from aligner.aligners._anchors import between, led
from aligner.aligners._corpus import Encoded, Ints
from aligner.aligners._table import Table
from aligner.model import Bead

WHOLE = 250_000
"""Cells up to which the whole table is looked at: two texts of 500 segments cost half a second a pass."""

RARE, SURE = 4, 0.2
"""An anchor word stands in at most RARE sentences of both texts, its rendering weighs at least SURE."""

MARGIN = 12
"""Segments of slack around an anchor: one that is wrong by a few must not shut the right path out."""


SLACK = 200
"""Segments around the straight line between two anchors more than twice as far apart in both texts: texts that
give no anchors for so long (they repeat themselves) would otherwise ask for their whole table."""

CORRIDOR, WIDER = 6, 25
"""Segments on either side of a path that words have found, for the passes that refine it: few where it pairs one
segment after the other, more where it leaves some out, for there it can be wrong by many."""


@dataclass(frozen=True, slots=True)
class Band:
    """Node (i, j), i base and j version segments done, is looked at when first[i] <= j <= last[i].

    Both bounds ascend, have an entry for each i in 0..n and never pass `size`, the version segments. What is known
    of the nodes stands in flat arrays, row after row: `starts[i]` is the place of the first node of row i there.
    """

    first: Ints
    last: Ints
    size: int
    starts: Ints = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "starts", np.concatenate(([0], np.cumsum(self.last - self.first + 1))))

    @property
    def cells(self) -> int:
        """How many nodes are looked at."""
        return int(self.starts[-1])

    def place(self, base: Ints | int, version: Ints | int) -> Ints:
        """Where nodes of the band stand in flat arrays."""
        place: Ints = self.starts[base] + version - self.first[base]
        return place

    def nodes(self, start: int = 0, stop: int | None = None) -> tuple[Ints, Ints]:
        """Base and version segments done at each node of rows start..stop-1 (all unless told otherwise)."""
        stop = len(self.first) if stop is None else stop
        cells = np.arange(self.starts[start], self.starts[stop])
        rows = np.repeat(np.arange(start, stop), np.diff(self.starts[start : stop + 1]))
        return rows, cells + (self.first - self.starts[:-1])[rows]

    def blocks(self, cells: int, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Rows start..end-1 (all unless told otherwise) in stretches of at most `cells` nodes, a row at least."""
        end = len(self.first) if end is None else end
        while start < end:
            stop = int(np.searchsorted(self.starts, self.starts[start] + cells, side="right")) - 1
            stop = min(max(start + 1, stop), end)
            yield start, stop
            start = stop


def whole(n: int, m: int) -> Band:
    """All cells."""
    return Band(np.zeros(n + 1, dtype=np.int64), np.full(n + 1, m), m)


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
    return Band(first, np.maximum.accumulate(high), m)


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
    found = table.weights >= SURE
    weights: dict[tuple[int, int], float] = {}
    entries = zip(
        table.rows[found].tolist(), table.columns[found].tolist(), table.weights[found].tolist(), strict=True
    )
    for s, t, weight in entries:
        if s not in ours or t not in theirs:
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
    pairs = sorted(anchors, key=lambda p: (p[0], -p[1]))
    place = {j: k for k, j in enumerate(sorted({j for _, j in pairs}))}
    heights, tops = [0.0] * (len(place) + 1), [-1] * (len(place) + 1)
    values, links = [], []
    for number, pair in enumerate(pairs):
        height, link = 0.0, -1
        k = place[pair[1]]
        while k > 0:
            if heights[k] > height:
                height, link = heights[k], tops[k]
            k -= k & -k
        values.append(height + anchors[pair])
        links.append(link)
        k = place[pair[1]] + 1
        while k <= len(place):
            if values[number] > heights[k]:
                heights[k], tops[k] = values[number], number
            k += k & -k
    link = max(range(len(pairs)), key=lambda p: (values[p], (-pairs[p][0], -pairs[p][1])), default=-1)
    chain: list[tuple[int, int]] = []
    while link >= 0:
        chain.append(pairs[link])
        link = links[link]
    return chain[::-1]


def along(nodes: list[tuple[int, int]], old: Band) -> Band:
    """The band around a path, given by all of its nodes; `old` where that has no more cells.

    Nodes ascend and include the first and the last of the texts. The band is CORRIDOR segments wide on either side
    where the path steadily pairs segments, WIDER where it may leave some out: there it errs by more.
    """
    rows, columns = (np.array(side) for side in zip(*nodes, strict=True))
    every = np.arange(len(old.first))
    reach = np.where(_doubtful(rows, columns, len(every)), WIDER, CORRIDOR)
    before = columns[np.searchsorted(rows, every - reach, side="left").clip(0, len(rows) - 1)]
    after = columns[(np.searchsorted(rows, every + reach, side="right") - 1).clip(0)]
    low = np.minimum.accumulate(np.maximum(before - reach, 0)[::-1])[::-1]
    high = np.maximum.accumulate(np.minimum(after + reach, old.size))
    drawn = Band(low.astype(np.int64), high.astype(np.int64), old.size)
    return drawn if drawn.cells < old.cells else old


def _doubtful(rows: Ints, columns: Ints, height: int) -> npt.NDArray[np.bool_]:
    """For each row whether the path leaves out two segments in a row within WIDER rows of it."""
    alone = (np.diff(rows) == 0) | (np.diff(columns) == 0)
    runs = np.flatnonzero(alone[1:] & alone[:-1])
    marks = np.zeros(height + 1, dtype=np.int64)
    np.add.at(marks, (rows[runs] - WIDER).clip(0), 1)
    np.add.at(marks, (rows[runs + 2] + WIDER + 1).clip(max=height), -1)
    return np.cumsum(marks)[:-1] > 0
