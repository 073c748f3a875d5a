"""How unlikely it is that two things meet so often by chance."""

from __future__ import annotations

import math


def by_chance(both: int, first: int, second: int, total: int) -> float:
    """Probability that of `total` passages `both` or more have two things that `first` and `second` of them have.

    The upper tail of the hypergeometric distribution, which is Fisher's exact test, one-sided (Fisher 1935; for
    words that meet in texts Pedersen 1996). Sums at most min(first, second) - both + 1 terms.
    """
    least = min(first, second)
    if not 0 <= both <= least or max(first, second) > total:
        raise ValueError(f"{both} of {first} and {second} in {total}: expected both <= either <= total")
    whole = _ways(total, second)
    start = max(both, first + second - total)
    logs = [_ways(first, k) + _ways(total - first, second - k) - whole for k in range(start, least + 1)]
    return min(1.0, math.fsum(math.exp(x) for x in logs))


def _ways(total: int, chosen: int) -> float:
    """Logarithm of the number of ways to choose."""
    return math.lgamma(total + 1) - math.lgamma(chosen + 1) - math.lgamma(total - chosen + 1)


def log_likelihood(both: int, first: int, second: int, total: int) -> float:
    """The log-likelihood ratio G2 of two things meeting `both` times (Dunning 1993, section 5); 0 where they avoid
    each other."""
    if both * total <= first * second:
        return 0.0
    cells = (
        (both, first * second),
        (first - both, first * (total - second)),
        (second - both, (total - first) * second),
        (total - first - second + both, (total - first) * (total - second)),
    )
    return 2 * sum(k * math.log(k * total / expected) for k, expected in cells if k > 0 and expected > 0)
