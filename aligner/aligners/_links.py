"""From likenesses of sentences to beads that part the texts: pairs first, then what belongs to them.

A pair is made of two sentences that are nearly the best for each other. A sentence left over joins a pair when
the whole becomes more alike by it: that is how two sentences merged into one are found. What is alike, but
adds nothing, is a secondary link.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from aligner.aligners._corpus import Floats

Group = tuple[tuple[int, ...], tuple[int, ...]]
SURE = (2.2, 0.3, 2.0)
"""Weights of a link's confidence: constant, likeness over the threshold, lead over the next best."""

ALONE = (1.6, 0.3)
"""Weights of the confidence of a one-sided bead: constant, likeness of the best candidate."""

Together = Callable[[tuple[int, ...], tuple[int, ...]], float]


@dataclass(frozen=True, slots=True)
class Rules:
    """Thresholds of linking; likenesses are 0..1."""

    least: float
    """Likeness that a pair needs."""
    near: float = 0.85
    """Share of the best likeness of either sentence that a pair needs."""
    joining: float = 0.5
    """Share of `least` that a sentence needs to join a pair."""
    gain: float = 1.08
    """How much more alike the whole must become for a sentence to join."""
    reach: int = 4
    """How many places from a sentence of the group it may stand: what is merged stood close together."""
    moved: float = 1.6
    """Share of `least` that a pair out of order needs by itself: one name in common moves no passage."""
    most: int = 3
    """Sentences a side of a bead, and links of a sentence."""


def pairs(likeness: Floats, rules: Rules) -> list[tuple[int, int]]:
    """Pairs of sentences, each in one pair at most; the most alike first, ties in reading order."""
    best_of_base = likeness.max(axis=1, keepdims=True)
    best_of_version = likeness.max(axis=0, keepdims=True)
    fit = (likeness >= rules.least) & (likeness >= rules.near * np.maximum(best_of_base, best_of_version))
    rows, columns = np.nonzero(fit)
    order = np.lexsort((columns, rows, -likeness[rows, columns]))
    chosen: list[tuple[int, int]] = []
    used: tuple[set[int], set[int]] = (set(), set())
    for i, j in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        if i not in used[0] and j not in used[1]:
            chosen.append((i, j))
            used[0].add(i)
            used[1].add(j)
    return chosen


def settled(likeness: Floats, chosen: list[tuple[int, int]], rules: Rules) -> list[tuple[int, int]]:
    """The pairs without those out of order whose own `likeness` is weak (out of the heaviest rising chain)."""
    best: list[tuple[float, int]] = []
    ordered = sorted(chosen)
    for k, (i, j) in enumerate(ordered):
        before = max(
            ((best[h][0], h) for h in range(k) if ordered[h][0] < i and ordered[h][1] < j), default=(0.0, -1)
        )
        best.append((before[0] + float(likeness[i, j]), before[1]))
    chain = set()
    k = max(range(len(best)), key=lambda h: best[h][0], default=-1)
    while k >= 0:
        chain.add(ordered[k])
        k = best[k][1]
    return [p for p in chosen if p in chain or likeness[p] >= rules.moved * rules.least]


def groups(likeness: Floats, chosen: list[tuple[int, int]], together: Together, rules: Rules) -> list[Group]:
    """The pairs, grown by the sentences that make them more alike as a whole."""
    grown: list[Group] = [((i,), (j,)) for i, j in chosen]
    free = set(range(likeness.shape[0])) - {i for i, _ in chosen}
    grown = _grow(grown, likeness, free, together, rules)
    turned = [(version, base) for base, version in grown]
    free = set(range(likeness.shape[1])) - {j for _, j in chosen}
    turned = _grow(turned, likeness.T, free, lambda a, b: together(b, a), rules)
    return [(base, version) for version, base in turned]


def _grow(grown: list[Group], likeness: Floats, free: set[int], together: Together, rules: Rules) -> list[Group]:
    """Let free sentences of the first side join groups, the best gain first; a group grows on one side only.

    Sentences out of reach make a rival group; where that is more alike as a whole, it takes the place.
    """
    place = {other: k for k, (_, others) in enumerate(grown) if len(others) == 1 for other in others}
    waiting = sorted(
        (
            (-float(likeness[i, j]), i, j)
            for j in place
            for i in np.nonzero(likeness[:, j] >= rules.joining * rules.least)[0].tolist()
            if i in free
        ),
    )
    rivals: dict[int, tuple[int, ...]] = {}
    for _, i, j in waiting:
        if i not in free:
            continue
        own, others = grown[place[j]]
        wider = _joined(own, i, others, together, rules)
        if wider:
            grown[place[j]] = (wider, others)
            free.discard(i)
        else:
            rival = rivals.get(j, ())
            rivals[j] = (_joined(rival, i, others, together, rules) or rival) if rival else (i,)
    for j, rival in rivals.items():
        own, others = grown[place[j]]
        if free.issuperset(rival) and together(rival, others) >= rules.gain * together(own, others):
            grown[place[j]] = (rival, others)
            free = (free | {*own}) - {*rival}
    return grown


def _joined(
    group: tuple[int, ...], i: int, others: tuple[int, ...], together: Together, rules: Rules
) -> tuple[int, ...] | None:
    """The group with sentence `i`; None where it is full, out of reach or no more alike with it."""
    if len(group) >= rules.most or min(abs(i - k) for k in group) > rules.reach:
        return None
    wider = tuple(sorted((*group, i)))
    return wider if together(wider, others) >= rules.gain * together(group, others) else None


def secondary(likeness: Floats, grown: list[Group], rules: Rules) -> list[tuple[int, int]]:
    """Further pairs as good as what a sentence has: at most `most` links a sentence, beads included."""
    links = {(i, j) for base, version in grown for i in base for j in version}
    counts = Counter(("base", i) for i, _ in links) + Counter(("version", j) for _, j in links)
    bar = rules.near * np.maximum(likeness.max(axis=1, keepdims=True), likeness.max(axis=0, keepdims=True))
    rows, columns = np.nonzero((likeness >= rules.least) & (likeness >= bar))
    order = np.lexsort((columns, rows, -likeness[rows, columns]))
    found: list[tuple[int, int]] = []
    for i, j in zip(rows[order].tolist(), columns[order].tolist(), strict=True):
        if (i, j) not in links and max(counts["base", i], counts["version", j]) < rules.most:
            found.append((i, j))
            counts.update((("base", i), ("version", j)))
    return sorted(found)


def confidence(likeness: Floats, i: int, j: int, rules: Rules) -> float:
    """How sure a link is, 0..1: by its likeness over the threshold and its lead over the next best.

    Logistic weights fitted on invented news items in two languages.
    """
    own = float(likeness[i, j])
    others = max(
        float(np.delete(likeness[i], j).max(initial=0.0)), float(np.delete(likeness[:, j], i).max(initial=0.0))
    )
    return _logistic(SURE[0] + SURE[1] * min(own / rules.least - 1, 2.0) + SURE[2] * (own - others) / own)


def alone(best: float, rules: Rules) -> float:
    """How sure it is that a sentence without a link has no counterpart: less, the more like the best one is."""
    return _logistic(ALONE[0] - ALONE[1] * best / rules.least)


def _logistic(x: float) -> float:
    return round(float(1 / (1 + np.exp(-x))), 4)
