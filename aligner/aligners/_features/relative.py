"""Evidence a token held against that of the document's own 1-1 beads: languages and dictionaries differ."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aligner.aligners._candidates import Candidates
from aligner.aligners._corpus import Floats, Singles
from aligner.aligners._features.frame import Column, Frame

RATES = ("rate", "weakest rate")
NAMES = tuple(f"{name}, {way}" for way in ("forth", "back") for name in RATES)
"""What has to be known of all beads first, in the order of the rows of `rates` below."""


def means(frame: Frame, beads: Candidates, rates: Singles) -> Floats:
    """What to divide each of `rates` by: the mean rate of its direction over the 1-1 beads of the base's path."""
    a, b = beads.sizes
    width = len(frame.version) + 1
    own = np.array([i * width + j for i, j, shape in frame.path if shape == (1, 1)], dtype=np.int64)
    chosen = np.flatnonzero((a == 1) & (b == 1) & np.isin(beads.base * width + beads.version, own))
    if not len(chosen):
        return np.ones(len(NAMES))
    forth, back = (rates[NAMES.index(f"rate, {way}"), chosen].astype(np.float64) for way in ("forth", "back"))
    return np.maximum([forth.mean()] * len(RATES) + [back.mean()] * len(RATES), 0.1)


def features(beads: Candidates, rates: Singles, scale: Floats) -> Iterator[Column]:
    """Names and values; `rates` are divided by `scale`."""
    a, b = beads.sizes
    found = dict(zip(NAMES, np.clip(rates / scale[:, None], -1.0, 3.0), strict=True))
    paired = (a > 0) & (b > 0)
    for name in RATES:
        x, y = found[f"{name}, forth"], found[f"{name}, back"]
        yield f"{name}, both", paired * (x + y)
        yield f"{name}, lesser", paired * np.minimum(x, y)
        yield f"{name}, low", paired * np.maximum(0.4 - np.minimum(x, y), 0.0)
    yield "rate, both, merged", paired * (a + b > 2) * (found["rate, forth"] + found["rate, back"])
