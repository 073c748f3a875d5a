"""Counts of wordings by concept, as figures on consistency and likeness of terms need them.

A passage's statistics are triples (concept, slot, count), one after the other: the number of the concept, which of
its wordings (or whose), how often. They concatenate; passages of other concepts need no room.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

from aligner.metrics._bootstrap import FEWEST, SAMPLES, SEED

TAIL = 0.025
_AT_ONCE = 50  # resamples drawn together: memory stays below a few dozen megabytes for long texts


@dataclass(frozen=True, slots=True)
class Table:
    """Counts by passage (rows) and wording (columns); the columns of one concept stand together.

    `slots` is the slot of each column, `starts` the first column of each concept. All three are numpy arrays.
    """

    counts: Any
    slots: Any
    starts: Any


Formula = Callable[[Any, Table], Any]
"""From counts (samples x columns) to one figure a sample, NaN where it is undefined."""


def triples(found: Iterable[tuple[int, int]]) -> tuple[float, ...]:
    """The statistics of a passage from (concept, slot) of each occurrence."""
    counts: dict[tuple[int, int], int] = {}
    for place in found:
        counts[place] = counts.get(place, 0) + 1
    return tuple(float(x) for (concept, slot), n in sorted(counts.items()) for x in (concept, slot, n))


def table(statistics: Sequence[tuple[float, ...]]) -> Table | None:
    """The statistics of passages as a table; None where they hold nothing."""
    import numpy as np

    cells = sorted({s[i : i + 2] for s in statistics for i in range(0, len(s), 3)})
    if not cells:
        return None
    column = {cell: n for n, cell in enumerate(cells)}
    counts = np.zeros((len(statistics), len(cells)))
    for row, passage in enumerate(statistics):
        for i in range(0, len(passage), 3):
            counts[row, column[passage[i : i + 2]]] += passage[i + 2]
    concepts = np.asarray([c for c, _ in cells])
    starts = np.flatnonzero(np.r_[True, concepts[1:] != concepts[:-1]])
    return Table(counts, np.asarray([s for _, s in cells], dtype=int), starts)


def figure(statistics: Sequence[tuple[float, ...]], formula: Formula) -> float | None:
    """The figure of all passages together; None where it is undefined."""
    import numpy as np

    found = table(statistics)
    if found is None:
        return None
    value = float(formula(found.counts.sum(axis=0, keepdims=True), found)[0])
    return None if np.isnan(value) else value


def limits(statistics: Sequence[tuple[float, ...]], formula: Formula) -> tuple[float, float] | None:
    """A 95 % interval by resampling passages with replacement, corrected for bias (Efron 1987, "Better
    bootstrap confidence intervals", the BC method).

    The correction is needed: resampled wordings are always more alike than those they are drawn from. None for
    fewer than FEWEST passages, and where nothing varies: an interval of no width would look sure.
    """
    import numpy as np

    found, value = table(statistics), figure(statistics, formula)
    if found is None or value is None or len(statistics) < FEWEST:
        return None
    draw, size = np.random.default_rng(SEED), len(statistics)
    chances = np.full(size, 1 / size)
    drawn = [draw.multinomial(size, chances, _AT_ONCE) @ found.counts for _ in range(SAMPLES // _AT_ONCE)]
    values = np.sort(formula(np.concatenate(drawn), found))
    values = values[~np.isnan(values)]
    if not len(values) or values[0] == values[-1]:
        return None
    below = float((values < value).mean() + (values == value).mean() / 2)
    normal, edge = NormalDist(), 1 / (2 * len(values))
    shift = 2 * normal.inv_cdf(min(max(below, edge), 1 - edge))
    low, high = (float(np.quantile(values, normal.cdf(shift + normal.inv_cdf(p)))) for p in (TAIL, 1 - TAIL))
    return min(low, value), max(high, value)


def totals(counts: Any, found: Table) -> Any:
    """The count of each concept (samples x concepts)."""
    import numpy as np

    return np.add.reduceat(counts, found.starts, axis=1)


def repeated(statistics: Sequence[tuple[float, ...]]) -> int:
    """How many occurrences belong to concepts that occur more than once: the others cannot vary."""
    found = table(statistics)
    if found is None:
        return 0
    sums = totals(found.counts.sum(axis=0, keepdims=True), found)
    return int(sums[sums >= 2].sum())


def weighted(values: Any, weights: Any) -> Any:
    """The mean of each sample's concepts by weight; NaN where nothing weighs."""
    import numpy as np

    total = weights.sum(axis=1)
    sums = np.where(weights > 0, values * weights, 0.0).sum(axis=1)
    return np.divide(sums, total, out=np.full(len(total), np.nan), where=total > 0)
