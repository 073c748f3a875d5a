"""An interval for a plain share of things counted."""

from __future__ import annotations

from math import sqrt

Z = 1.959964
"""The 97.5 % point of the normal distribution."""


def wilson(hits: float, total: float) -> tuple[float, float]:
    """The 95 % score interval of hits / total (Wilson 1927, "Probable inference").

    Unlike a bootstrap or the normal approximation it stays honest for few things and for shares of 0 and 1 (Brown,
    Cai and DasGupta 2001, "Interval estimation for a binomial proportion"). `total` must be above 0.
    """
    share, width = hits / total, Z * Z / total
    middle = (share + width / 2) / (1 + width)
    reach = Z / (1 + width) * sqrt(share * (1 - share) / total + width / (4 * total))
    return max(0.0, min(share, middle - reach)), min(1.0, max(share, middle + reach))
