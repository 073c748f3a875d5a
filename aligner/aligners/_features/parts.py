"""What single sentences of a bead say, and those beside it: who belongs to whom."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aligner.aligners._corpus import Encoded
from aligner.aligners._features.frame import Column
from aligner.aligners._features.window import Window
from aligner.aligners._features.words import View


def features(target: Encoded, view: View, win: Window) -> Iterator[Column]:
    """Names and values; those of one-sided beads mean nothing."""
    source, a = view.source - win.sources[0], view.sources
    place, b = view.target - win.targets[0], view.targets
    merged, one = b > 1, np.ones_like(a)
    sizes = np.diff(target.starts)
    weakest, rate = np.full(len(a), 1e6), np.full(len(a), 1e6)
    negative, explained = np.zeros(len(a)), [np.zeros(len(a)), np.zeros(len(a))]
    for q in range(int(b.max(initial=0))):
        inside = q < b
        part = win.odds(a, source, place + q)
        weakest = np.where(inside, np.minimum(weakest, part), weakest)
        tokens = np.maximum(sizes[np.minimum(view.target + q, len(sizes) - 1)], 1)
        rate = np.where(inside, np.minimum(rate, part / tokens), rate)
        negative += inside * (part < 0)
        for k, row in enumerate((source, source + a - 1)):
            alone = win.odds(one, row, place + q)
            explained[k] = np.where(inside, np.maximum(explained[k], alone), explained[k])
    yield "weakest part, merged", weakest * merged
    yield "weakest part", np.clip(weakest, -4, 4)
    yield "weakest rate", rate
    yield "negative parts", negative
    for k, name in enumerate(("first", "last")):
        yield f"{name} source alone explains", explained[k] * (a > 1)
    first, last = win.odds(a, source, place), win.odds(a, source, place + b - 1)
    before, after = win.odds(one, source - 1, place), win.odds(one, source + a, place + b - 1)
    for name, mine, other in (("first wants previous", first, before), ("last wants next", last, after)):
        yield name, np.clip(other - np.maximum(mine, 0), 0, 10)
        yield f"{name}, merged", np.clip(other - mine, -10, 10) * merged
    for name, at, row in (("previous", place - 1, source - 1), ("next", place + b, source + a)):
        own = win.odds(one, row, at)
        yield f"{name} wants in", np.clip(win.odds(a, source, at) - np.maximum(own, 0), 0, 10)


def alone(view: View, win: Window) -> Iterator[Column]:
    """For one-sided beads: what the target sentence has to do with the two sources beside it."""
    one, place = np.ones_like(view.target), view.target - win.targets[0]
    near = [win.odds(one, view.source - win.sources[0] + d, place) for d in (-1, 0)]
    better = np.maximum(*near)
    yield "null attaches", np.clip(better, -8, 8)
    yield "null attaches for", np.clip(better, 0, 20)
