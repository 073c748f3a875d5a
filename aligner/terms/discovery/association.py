"""Which phrase of the version renders which phrase of the base: by the beads in which both stand.

Pairs are ranked by the log-likelihood ratio of meeting (Dunning 1993) and linked greedily, each phrase once:
competitive linking (Melamed 2000, section 4.1), which keeps phrases that merely keep company from being paired.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from aligner.terms.discovery.phrases import Numbers
from aligner.terms.discovery.significance import log_likelihood

LEAST = 3
"""Beads in which both phrases of a pair stand, at least: what meets in two may have done so by chance."""

SURE = 10.83
"""Log-likelihood ratio below which meeting may be chance (chi square with one degree of freedom, p = 0.001)."""

ALIKE, FEW_ALIKE, MANY = 0.6, 0.75, 500
"""Dice coefficient of the beads of both phrases, at least: in texts of `MANY` beads and more, and in fewer, where a
part of what renders a phrase stands in nearly as many beads as the whole."""

MOST_A_BEAD = 60
"""Phrases of one side of a bead that are looked at, the best: a longer bead is a whole text."""

PORTION = 2_000_000
"""Pairs counted at once: bounds the memory to some 100 megabytes."""


@dataclass(frozen=True, slots=True)
class Link:
    """A phrase of the base and one of the version (numbers), the beads that have both, and how sure that is."""

    base: int
    version: int
    beads: Numbers
    ratio: float
    dice: float


def links(base: Sequence[Numbers], version: Sequence[Numbers], total: int) -> list[Link]:
    """The pairs of phrases, the surest first; `base[k]` are the beads (numbers below `total`) of phrase k, sorted.

    Phrases are given best first: where pairs are equally sure, the better phrases win.
    """
    met = _met(base, version, total)
    alike = ALIKE if total >= MANY else FEW_ALIKE
    scored = []
    for (first, second), both in met.items():
        counts = len(base[first]), len(version[second])
        dice = 2 * both / sum(counts)
        ratio = log_likelihood(both, *counts, total)
        if both >= LEAST and dice >= alike and ratio >= SURE:
            scored.append((-ratio, -dice, first + second, first, second))
    scored.sort()
    taken: tuple[set[int], set[int]] = set(), set()
    found = []
    for ratio, dice, _, first, second in scored:
        if first in taken[0] or second in taken[1]:
            continue
        taken[0].add(first)
        taken[1].add(second)
        beads = np.intersect1d(base[first], version[second])
        found.append(Link(first, second, beads, -ratio, -dice))
    return found


def _met(base: Sequence[Numbers], version: Sequence[Numbers], total: int) -> dict[tuple[int, int], int]:
    """In how many beads each pair of phrases stands together."""
    left, right = _by_bead(base, total), _by_bead(version, total)
    width = max(1, len(version))
    counts: dict[int, int] = {}
    portion: list[Numbers] = []
    held = 0
    for first, second in zip(left, right, strict=True):
        if len(first) and len(second):
            portion.append((first[:, None] * width + second[None, :]).ravel())
            held += len(portion[-1])
        if held >= PORTION:
            _count(portion, counts)
            portion, held = [], 0
    _count(portion, counts)
    return {divmod(code, width): n for code, n in counts.items() if n >= LEAST}


def _count(portion: Sequence[Numbers], counts: dict[int, int]) -> None:
    if portion:
        codes, numbers = np.unique(np.concatenate(portion), return_counts=True)
        for code, number in zip(codes.tolist(), numbers.tolist(), strict=True):
            counts[code] = counts.get(code, 0) + number


def _by_bead(phrases: Sequence[Numbers], total: int) -> list[Numbers]:
    """The phrases of each bead, the best first."""
    if not phrases:
        return [np.zeros(0, dtype=np.int64)] * total
    numbers = np.repeat(np.arange(len(phrases)), [len(p) for p in phrases])
    beads = np.concatenate(phrases)
    order = np.argsort(beads, kind="stable")
    borders = np.searchsorted(beads[order], np.arange(1, total))
    return [part[:MOST_A_BEAD] for part in np.split(numbers[order], borders)]
