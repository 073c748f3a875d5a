"""From probabilities of links to beads that part the texts: the surest links first, as long as they make stars.

In a star one sentence of one text is linked with several of the other: a sentence merged from several, or split.
What is likely, but would tie two stars together, is a secondary link.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np

from aligner.aligners._corpus import Floats
from aligner.aligners._free.model import Link, Measured
from aligner.model import Bead

MOST = 3
"""Sentences a side of a bead, and links of a sentence."""

ALONE = (0.5, 0.37)
"""Confidence that a sentence stands alone: constant, and weight of the probability that none of its candidates is
a link (fitted on condensed versions; some counterparts share no known word)."""

TITLED = 0.95
"""Confidence that the titles of two texts belong together."""


def beads(found: Measured, probability: Floats, least: float) -> tuple[list[Bead], list[Bead]]:
    """The beads, one-sided ones included, and secondary links; all links are likelier than `least` (0..1).

    The confidence of a bead is the mean of its links', that of a one-sided one the probability that no candidate
    of its sentence is a link. Segments of anchors get no beads.
    """
    rows, columns = found.table.pairs.rows, found.table.pairs.columns
    order = np.lexsort((columns, rows, -probability))
    ranked = [
        (int(rows[k]), int(columns[k]), float(probability[k])) for k in order.tolist() if probability[k] >= least
    ]
    chosen, rest = _stars(ranked)
    chosen |= dict.fromkeys(found.titles, TITLED)
    paired = [
        Bead(base, version, round(float(np.mean([chosen[i, j] for i in base for j in version])), 4))
        for base, version in _joined(list(chosen))
    ]
    count: Counter[tuple[str, int]] = Counter(place for i, j in chosen for place in (("base", i), ("version", j)))
    extra = []
    for i, j, sure in rest:
        if max(count["base", i], count["version", j]) < MOST:
            extra.append(Bead((i,), (j,), round(sure, 4)))
            count.update((("base", i), ("version", j)))
    return [*paired, *_alone(found, probability, chosen)], extra


def _stars(ranked: Sequence[tuple[int, int, float]]) -> tuple[dict[Link, float], list[tuple[int, int, float]]]:
    """The links that make stars, and the rest."""
    of_base: defaultdict[int, list[int]] = defaultdict(list)
    of_version: defaultdict[int, list[int]] = defaultdict(list)
    chosen: dict[Link, float] = {}
    rest = []
    for i, j, sure in ranked:
        mine, yours = of_base[i], of_version[j]
        grows = len(mine) < MOST and all(len(of_version[k]) == 1 for k in mine) and not yours
        widens = len(yours) < MOST and all(len(of_base[k]) == 1 for k in yours) and not mine
        if grows or widens:
            mine.append(j)
            yours.append(i)
            chosen[i, j] = sure
        else:
            rest.append((i, j, sure))
    return chosen, rest


def _joined(links: Sequence[Link]) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """The sides of each star."""
    of_base: defaultdict[int, list[int]] = defaultdict(list)
    of_version: defaultdict[int, list[int]] = defaultdict(list)
    for i, j in sorted(links):
        of_base[i].append(j)
        of_version[j].append(i)
    for i, theirs in of_base.items():
        if len(theirs) > 1 or len(of_version[theirs[0]]) == 1:
            yield (i,), tuple(theirs)
    for j, ours in of_version.items():
        if len(ours) > 1:
            yield tuple(ours), (j,)


def _alone(found: Measured, probability: Floats, chosen: dict[Link, float]) -> Iterator[Bead]:
    """A one-sided bead for each sentence without a link."""
    pairs = found.table.pairs
    sides = (("base", pairs.rows, found.table.height), ("version", pairs.columns, found.table.width))
    for axis, (_, places, size) in enumerate(sides):
        none = np.zeros(size)
        np.add.at(none, places, np.log1p(-np.minimum(probability, 0.9999)))
        taken = {link[axis] for link in (*chosen, *found.anchors)}
        for k in range(size):
            if k not in taken:
                sure = round(ALONE[0] + ALONE[1] * float(np.exp(none[k])), 4)
                yield Bead((k,), (), sure) if axis == 0 else Bead((), (k,), sure)
