"""A 95 % interval by resampling pairs (Efron 1979; for BLEU: Koehn 2004, "Statistical Significance Tests ...")."""

from __future__ import annotations

from collections.abc import Callable, Sequence

SAMPLES = 1000
SEED = 12345  # sacrebleu's default, so that its intervals and ours are drawn alike
FEWEST = 10  # below that a bootstrap over pairs is far too narrow


def interval(
    statistics: Sequence[tuple[float, ...]], aggregate: Callable[[Sequence[tuple[float, ...]]], float | None]
) -> tuple[float, float] | None:
    """The middle 95 % of the figures of SAMPLES resamples of pairs, drawn with replacement.

    `statistics` must add up. None for fewer than FEWEST pairs, or where a resample leaves the figure undefined.
    """
    if len(statistics) < FEWEST:
        return None
    import numpy as np

    table = np.asarray(statistics, dtype=np.float64)
    draw = np.random.default_rng(SEED)
    size = len(statistics)
    values = []
    for _ in range(SAMPLES):
        times = np.bincount(draw.integers(size, size=size), minlength=size)
        value = aggregate([tuple((times @ table).tolist())])
        if value is None:
            return None
        values.append(value)
    values.sort()
    tail = SAMPLES // 40  # 1/40 from either end
    return values[tail], values[-tail - 1]
