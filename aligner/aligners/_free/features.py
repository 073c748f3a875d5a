"""What is measured about each candidate pair: its own words, its rivals, and the links around it.

A candidate's words come first: how much of either sentence the other covers, and how far the pair leads over the
rivals of both. With probabilities from a first look come the links close by (before both, after both, beside one of
the two), the best other link of either sentence, and what the pair covers that this other link does not: so
sentences that were merged into one are told from two that say the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from aligner.aligners._corpus import Floats, Ints
from aligner.aligners._free.candidates import Candidates
from aligner.aligners._free.wording import Side

REACH = 3
"""Segments within which a link is close by."""

LEAN = 0.25
"""Share of a usual sentence's weight that is added to each: in a short one a single word covers much."""

FIRST = (
    "constant", "likeness", "root-likeness", "version-covered", "base-covered", "mass", "relative",
    "lead-in-base", "lead-in-version", "displaced", "size", "spelling", "other-speaker", "usual",
)  # fmt: skip
"""Names of the features that need no links."""

REFINED = (
    *FIRST, "between-links", "framed", "beside-base", "beside-version", "rival-of-base", "rival-of-version",
    "new-in-version", "new-in-base", "linked-share",
)  # fmt: skip
"""Names of all features."""


@dataclass(frozen=True, slots=True)
class Cover:
    """A sentence's words with their weights, and how far each of its candidates covers each of them."""

    places: Ints
    shares: Floats
    weights: Floats

    @property
    def masses(self) -> Floats:
        """What each candidate covers."""
        found: Floats = self.shares @ self.weights
        return found

    def beyond(self, probability: Floats) -> Floats:
        """For each candidate the share of the sentence that it covers and its surest rival does not."""
        order = np.argsort(-probability, kind="stable")
        top = order[0]
        known = self.shares[top] * min(1.0, 2 * float(probability[top]))
        second = self.shares[order[1]] * min(1.0, 2 * float(probability[order[1]])) if len(order) > 1 else 0.0
        found = np.maximum(self.shares - known, 0.0) @ self.weights
        found[top] = float(np.maximum(self.shares[top] - second, 0.0) @ self.weights)
        return np.asarray(found / max(float(self.weights.sum()), 1e-9))


@dataclass(frozen=True, slots=True)
class Table:
    """The candidates of two texts with what is needed to measure them."""

    pairs: Candidates
    height: int
    width: int
    by_row: tuple[Cover, ...]
    by_column: tuple[Cover, ...]
    likeness: Floats
    own: Floats
    """The features that need no links, candidates x FIRST."""

    def with_links(self, probability: Floats, fixed: Sequence[tuple[int, int]] = ()) -> Floats:
        """All features, given how likely each candidate is; `fixed` links are certain."""
        near = _Near.of(self, probability, fixed)
        before, after = near.order(-1), near.order(1)
        rows, columns = self.pairs.rows, self.pairs.columns
        fresh = [np.zeros(len(rows)), np.zeros(len(rows))]
        for cover, into in ((self.by_column, fresh[0]), (self.by_row, fresh[1])):
            for one in cover:
                if len(one.places):
                    into[one.places] = one.beyond(probability[one.places])
        context = [
            before + after, before * after, near.beside(rows=True), near.beside(rows=False),
            rivals(probability, rows), rivals(probability, columns), np.sqrt(fresh[0]), np.sqrt(fresh[1]),
            np.full(len(rows), self.share(probability)),
        ]  # fmt: skip
        return np.concatenate((self.own, np.stack(context, axis=1)), axis=1)

    def share(self, probability: Floats) -> float:
        """How likely a sentence of the shorter text has a counterpart: mean of its surest links, 0..1."""
        pairs = self.pairs
        side = (pairs.columns, self.width) if self.width <= self.height else (pairs.rows, self.height)
        return float(_best(probability, *side).mean())


def table(pairs: Candidates, ours: Side, theirs: Side, admitted: Floats, one_language: bool) -> Table:
    """Measure the candidates; `admitted` is a factor on the likeness of each, 0 for what cannot be."""
    by_row = _covers(ours, theirs, pairs.rows, pairs.columns)
    by_column = _covers(theirs, ours, pairs.columns, pairs.rows)
    forward, backward = np.zeros(len(pairs.rows)), np.zeros(len(pairs.rows))
    for covers, into in ((by_column, forward), (by_row, backward)):
        for one in covers:
            into[one.places] = one.masses
    weights = [np.array([float(one.weights.sum()) for one in covers]) for covers in (by_row, by_column)]
    left, right = weights[0][pairs.rows], weights[1][pairs.columns]
    words = np.sqrt(forward * backward) / np.maximum(np.sqrt(left * right), 1e-9)
    likeness = ((words + pairs.spelling) / 2 if one_language else words) * (admitted > 0)
    height, width = len(ours.words), len(theirs.words)
    shorter = (pairs.columns, width) if width <= height else (pairs.rows, height)
    usual = max(0.05, float(np.median(_best(words, *shorter)))) if len(words) else 1.0
    middle = [LEAN * float(np.median(w)) for w in weights]
    position = (pairs.rows + 0.5) / height - (pairs.columns + 0.5) / width
    own = [
        np.ones(len(words)), likeness, np.sqrt(likeness),
        np.sqrt(forward / np.maximum(right + middle[1], 1e-9)),
        np.sqrt(backward / np.maximum(left + middle[0], 1e-9)),
        np.log1p(np.minimum(forward, backward)), np.log(0.01 + likeness / usual),
        np.clip(likeness - rivals(likeness, pairs.rows), -0.5, 0.5),
        np.clip(likeness - rivals(likeness, pairs.columns), -0.5, 0.5),
        np.abs(position), np.full(len(words), np.log(height * width) / 10), pairs.spelling,
        (admitted < 1).astype(np.float64), np.full(len(words), np.log(usual)),
    ]  # fmt: skip
    return Table(pairs, height, width, by_row, by_column, likeness, np.stack(own, axis=1))


def rivals(values: Floats, groups: Ints) -> Floats:
    """For each member of a group the highest value of the others; 0 where it is alone. Values are >= 0."""
    order = np.lexsort((-values, groups))
    ranked, kind = values[order], groups[order]
    first = np.r_[True, kind[1:] != kind[:-1]] if len(kind) else np.zeros(0, dtype=bool)
    heads = np.nonzero(first)[0]
    inside = np.r_[kind[1:] == kind[:-1], False] if len(kind) else np.zeros(0, dtype=bool)
    second = np.where(inside, np.r_[ranked[1:], 0.0], 0.0)
    group = np.cumsum(first) - 1
    found = np.empty(len(values))
    found[order] = np.where(first, second[heads][group], ranked[heads][group]) if len(kind) else ranked
    return found


def _best(values: Floats, groups: Ints, size: int) -> Floats:
    best = np.zeros(size)
    np.maximum.at(best, groups, values)
    return best


def _covers(own: Side, other: Side, mine: Ints, theirs: Ints) -> tuple[Cover, ...]:
    """For each sentence of one text how its candidates of the other cover it."""
    order = np.argsort(mine, kind="stable")
    starts = np.searchsorted(mine[order], np.arange(len(own.words) + 1))
    found = []
    for i, words in enumerate(own.words):
        places = order[starts[i] : starts[i + 1]]
        shares = [[other.covers[k].get(w, 0.0) for w in words] for k in theirs[places].tolist()]
        matrix = np.array(shares, dtype=np.float64).reshape(len(places), len(words))
        found.append(Cover(places, matrix, np.array([own.weights[w] for w in words], dtype=np.float64)))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Near:
    """Probabilities by place, to look up what stands around each candidate; the ends of the texts are links."""

    keys: Ints
    values: Floats
    rows: Ints
    columns: Ints
    stride: int

    @classmethod
    def of(cls, found: Table, probability: Floats, fixed: Sequence[tuple[int, int]]) -> _Near:
        stride = found.width + 2
        rows = np.r_[found.pairs.rows, -1, found.height, np.array([i for i, _ in fixed], dtype=np.int64)]
        columns = np.r_[found.pairs.columns, -1, found.width, np.array([j for _, j in fixed], dtype=np.int64)]
        keys = (rows + 1) * stride + columns + 1
        values = np.r_[probability, np.ones(2 + len(fixed))]
        order = np.argsort(keys, kind="stable")
        return cls(keys[order], values[order], found.pairs.rows, found.pairs.columns, stride)

    def at(self, di: int, dj: int) -> Floats:
        rows, columns = self.rows + di + 1, self.columns + dj + 1
        wanted = rows * self.stride + columns
        places = np.minimum(np.searchsorted(self.keys, wanted), len(self.keys) - 1)
        inside = (self.keys[places] == wanted) & (rows >= 0) & (columns >= 0) & (columns < self.stride)
        found: Floats = np.where(inside, self.values[places], 0.0)
        return found

    def order(self, sign: int) -> Floats:
        """The surest link before (-1) or after (1) both sentences, less the farther and the more aslant."""
        steps: Iterator[Floats] = (
            (1 - 0.15 * abs(d - e)) * (1.1 - 0.1 * min(d, e)) * self.at(sign * d, sign * e)
            for d in range(1, REACH + 1)
            for e in range(1, REACH + 1)
        )
        return np.asarray(np.max(list(steps), axis=0))

    def beside(self, rows: bool) -> Floats:
        """The surest link of one of the sentences with a neighbour of the other."""
        steps = [
            (1.2 - 0.2 * abs(d)) * (self.at(d, 0) if rows else self.at(0, d)) for d in range(-REACH, REACH + 1) if d
        ]
        return np.asarray(np.max(steps, axis=0))
