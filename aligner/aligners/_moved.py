"""Passages that changed places in a version that is else a translation sentence by sentence.

Free links show them: a run of links that follow each other in both texts, but stand off the line that the
heaviest rising chain of links draws. The version is then read in the order of the base, each moved run where the
base has it, so that a monotone path can be found through both texts, inside each run and around it.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from aligner.aligners._corpus import Ints
from aligner.model import Bead

SURE = 0.5
"""Probability from which on a link tells the order."""

GAP = 4
"""Segments without a link that a run may skip on either side."""

FEWEST, MASS, DENSE = 3, 2.4, 0.5
"""Links that a moved run has at least, the sum of their probabilities, and their share of its segments."""

Weighted = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class Run:
    """Links that rise together, ascending."""

    links: tuple[Weighted, ...]

    @property
    def moved(self) -> bool:
        """Whether it is long and dense enough to be a passage."""
        first, last = self.links[0], self.links[-1]
        size = max(last[0] - first[0], last[1] - first[1]) + 1
        mass = sum(weight for _, _, weight in self.links)
        return len(self.links) >= FEWEST and mass >= MASS and len(self.links) >= DENSE * size


def base_order(links: Iterable[Weighted], height: int, width: int) -> Ints | None:
    """The version's segments in the order in which the base has them; None where nothing has moved.

    `links` are (base segment, version segment, probability).
    """
    sure = sorted(link for link in links if link[2] >= SURE)
    line = chain(sure)
    on_line = set(line)
    moved = [run for run in runs([x for x in sure if x not in on_line]) if run.moved]
    if not moved:
        return None
    taken = {j for _, j, _ in line}
    spans = []
    for run in sorted(moved, key=lambda r: (-sum(x[2] for x in r.links), r.links)):
        span = _span(run, sure, height, width)
        if taken.isdisjoint(span):
            taken.update(span)
            spans.append((run, span))
    inside = {j for _, span in spans for j in span}
    order = [j for j in range(width) if j not in inside]
    for run, span in sorted(spans, key=lambda s: s[0].links[0]):
        before = {j for i, j, _ in line if i < run.links[0][0]}
        before.update(j for other, s in spans for j in s if other.links[0] < run.links[0])
        place = max((k + 1 for k, j in enumerate(order) if j in before), default=0)
        order[place:place] = span
    return np.array(order) if order != list(range(width)) else None


def chain(links: Sequence[Weighted]) -> list[Weighted]:
    """The heaviest chain of links that rise in both texts; several links of one segment may stand in it."""
    best: list[tuple[float, int]] = []
    tops: list[tuple[int, float, int]] = []
    for k, (_, j, weight) in enumerate(links):
        at = bisect_left(tops, (j + 1, float("-inf"), -1)) - 1
        before = (tops[at][1], tops[at][2]) if at >= 0 else (0.0, -1)
        best.append((before[0] + weight, before[1]))
        _raise(tops, j, best[-1][0], k)
    k = max(range(len(best)), key=lambda h: (best[h][0], -h), default=-1)
    found = []
    while k >= 0:
        found.append(links[k])
        k = best[k][1]
    return found[::-1]


def _raise(tops: list[tuple[int, float, int]], j: int, value: float, k: int) -> None:
    """Note the best chain that ends at version segment `j` or before; what it beats goes."""
    at = bisect_left(tops, (j, float("-inf"), -1))
    if at < len(tops) and tops[at][0] == j:
        if tops[at][1] >= value:
            return
        tops[at] = (j, value, k)
    elif at and tops[at - 1][1] >= value:
        return
    else:
        tops.insert(at, (j, value, k))
    while at + 1 < len(tops) and tops[at + 1][1] <= value:
        del tops[at + 1]


def runs(links: Sequence[Weighted]) -> list[Run]:
    """The links, ascending, in runs that rise with small gaps."""
    open_: list[list[Weighted]] = []
    for link in links:
        near = [
            r
            for r in open_
            if 0 <= link[0] - r[-1][0] <= GAP and 0 <= link[1] - r[-1][1] <= GAP and link[:2] != r[-1][:2]
        ]
        if near:
            max(near, key=lambda r: (r[-1], len(r))).append(link)
        else:
            open_.append([link])
    return [Run(tuple(r)) for r in open_]


def _span(run: Run, sure: Sequence[Weighted], height: int, width: int) -> range:
    """The version segments of a run, with those at its ends that stand beside base segments without a link too."""
    ours, theirs = {i for i, _, _ in sure}, {j for _, j, _ in sure}
    first, last = run.links[0], run.links[-1]
    start, stop = first[1], last[1] + 1
    above, below = first[0] - 1, last[0] + 1
    while start > 0 and start - 1 not in theirs and above >= 0 and above not in ours:
        start, above = start - 1, above - 1
    while stop < width and stop not in theirs and below < height and below not in ours:
        stop, below = stop + 1, below + 1
    return range(start, stop)


def put_back(beads: Iterable[Bead], order: Ints) -> list[Bead]:
    """Beads found in the other order, by the segments' own places; one whose parts no longer adjoin keeps the
    larger of them, the rest stands alone."""
    found = []
    for bead in beads:
        parts = _adjoining(sorted(int(order[j]) for j in bead.version))
        main = max(parts, key=len, default=())
        found.append(replace(bead, version=main))
        found += [Bead((), (j,), bead.confidence) for part in parts if part != main for j in part]
    return found


def _adjoining(places: Sequence[int]) -> list[tuple[int, ...]]:
    groups = itertools.groupby(enumerate(places), key=lambda pair: pair[1] - pair[0])
    return [tuple(j for _, j in group) for _, group in groups]
