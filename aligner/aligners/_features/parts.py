"""What single sentences of a bead say, and those beside it: who belongs to whom."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aligner.aligners._corpus import Encoded, Ints
from aligner.aligners._features.frame import Column
from aligner.aligners._features.tokens import View
from aligner.aligners._features.window import Window


def features(target: Encoded, view: View, win: Window) -> Iterator[Column]:
    """Names and values."""
    source, a = view.source - win.sources[0], view.sources
    place, b = view.target - win.targets[0], view.targets
    weakest, rate = np.full(len(a), 1e6, dtype=np.float32), np.full(len(a), 1e6)
    negative, explained = np.zeros(len(a)), np.zeros((2, len(a)), dtype=np.float32)
    for q in range(int(b.max(initial=0))):
        rows = np.flatnonzero(q < b)
        many, begin, at = a[rows], source[rows], place[rows] + q
        part = win.odds(many, begin, at)
        weakest[rows] = np.minimum(weakest[rows], part)
        tokens = target.starts[view.target[rows] + q + 1] - target.starts[view.target[rows] + q]
        rate[rows] = np.minimum(rate[rows], part / np.maximum(tokens, 1))
        negative[rows] += part < 0
        for k, row in enumerate((begin, begin + many - 1)):
            explained[k, rows] = np.maximum(explained[k, rows], win.odds(1, row, at))
    merged = b > 1
    yield "weakest part, merged", weakest * merged
    yield "weakest part", np.clip(weakest, -4, 4)
    yield "weakest rate", rate
    yield "negative parts", negative
    for k, name in enumerate(("first", "last")):
        yield f"{name} source alone explains", explained[k] * (a > 1)
    first, last = win.odds(a, source, place), win.odds(a, source, place + b - 1)
    before, after = win.odds(1, source - 1, place), win.odds(1, source + a, place + b - 1)
    for name, mine, other in (("first wants previous", first, before), ("last wants next", last, after)):
        yield name, np.clip(other - np.maximum(mine, 0), 0, 10)
        yield f"{name}, merged", np.clip(other - mine, -10, 10) * merged
    for name, at, beside in (("previous", place - 1, source - 1), ("next", place + b, source + a)):
        own = win.odds(1, beside, at)
        yield f"{name} wants in", np.clip(win.odds(a, source, at) - np.maximum(own, 0), 0, 10)


def alone(source: Ints, target: Ints, win: Window) -> Iterator[Column]:
    """For one-sided beads: what the target sentence has to do with the two sources beside the place `source`."""
    near = [win.odds(1, source - win.sources[0] + d, target - win.targets[0]) for d in (-1, 0)]
    better = np.maximum(*near)
    yield "null attaches", np.clip(better, -8, 8)
    yield "null attaches for", np.clip(better, 0, 20)
