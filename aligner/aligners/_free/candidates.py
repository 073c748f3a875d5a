"""Which pairs of sentences are worth a look: for each sentence the most alike ones of the other text.

An inverted index over words and, in one language, character n-grams (3 to 5) gives the likeness of one sentence to
all of the other text at a time, so that the memory needed grows with the sentences and not with the pairs.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from aligner.aligners._corpus import Floats, Ints
from aligner.aligners._free.wording import Bag, Side
from aligner.model import Document

MOST = 10
"""Candidates that each sentence of both texts keeps."""

LONG = 400
"""Sentences from which on a feature is too common to lead to candidates."""

GRAMS = (3, 4, 5)
COMMON, FEW = 0.3, 8
"""N-grams in more than this share of all sentences, and in more sentences than this, say nothing."""

Index = dict[str, tuple[Ints, Floats]]


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs (rows[k], columns[k]) in ascending order; `spelling` is the cosine of their n-grams (0 across
    languages), `total` the likeness of all pairs of the texts together."""

    rows: Ints
    columns: Ints
    spelling: Floats
    total: float


def candidates(base: Document, version: Document, ours: Side, theirs: Side) -> Candidates:
    """The most alike pairs of two texts."""
    size = len(theirs.words)
    known = _index([{w: theirs.weights[w] for w in words} for words in theirs.words])
    said = _index(theirs.covers)
    grams = _grams(base, version) if base.language == version.language else ([], [])
    spelled = _index(grams[1])
    own = np.maximum([sum(theirs.weights[w] for w in words) for words in theirs.words], 1e-9)
    keep = _Keep(size)
    total = 0.0
    for i, words in enumerate(ours.words):
        covered = _hits(ours.covers[i], known, size)
        covering = _hits({w: ours.weights[w] for w in words}, said, size)
        mass = max(sum(ours.weights[w] for w in words), 1e-9)
        alike = np.sqrt(covered * covering / (own * mass))
        spelling = _hits(grams[0][i], spelled, size) if grams[0] else np.zeros(size)
        likeness = (alike + spelling) / 2 if grams[0] else alike
        total += float(likeness.sum())
        keep.add(i, likeness, spelling)
    return keep.result(total)


class _Keep:
    """The best pairs of each row and column seen so far."""

    def __init__(self, size: int) -> None:
        self.value = np.zeros((MOST, size))
        self.row = np.full((MOST, size), -1, dtype=np.int64)
        self.spelling = np.zeros((MOST, size))
        self.found: dict[tuple[int, int], float] = {}

    def add(self, i: int, likeness: Floats, spelling: Floats) -> None:
        order = np.argsort(-likeness, kind="stable")[:MOST]
        for j in order.tolist():
            if likeness[j] > 0:
                self.found[i, j] = float(spelling[j])
        worst = np.argmin(self.value, axis=0)
        columns = np.nonzero(likeness > self.value[worst, np.arange(len(worst))])[0]
        places = worst[columns]
        self.value[places, columns] = likeness[columns]
        self.row[places, columns] = i
        self.spelling[places, columns] = spelling[columns]

    def result(self, total: float) -> Candidates:
        for k, j in zip(*np.nonzero(self.row >= 0), strict=True):
            self.found[int(self.row[k, j]), int(j)] = float(self.spelling[k, j])
        pairs = sorted(self.found)
        places = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        return Candidates(places[:, 0], places[:, 1], np.array([self.found[p] for p in pairs]), total)


def _index(bags: Sequence[Mapping[str, float]]) -> Index:
    """For each feature that is not in too many sentences: where it stands and with which weight."""
    places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for i, bag in enumerate(bags):
        for feature, weight in bag.items():
            places[feature].append((i, weight))
    return {
        feature: (np.array([i for i, _ in found]), np.array([w for _, w in found]))
        for feature, found in places.items()
        if len(found) <= LONG
    }


def _hits(bag: Mapping[str, float], index: Index, size: int) -> Floats:
    """The product of a bag with all indexed ones."""
    met = [(index[f], weight) for f, weight in bag.items() if f in index]
    if not met:
        return np.zeros(size)
    places = np.concatenate([where for (where, _), _ in met])
    weights = np.concatenate([other * weight for (_, other), weight in met])
    return np.bincount(places, weights, minlength=size).astype(np.float64)


def _grams(base: Document, version: Document) -> tuple[list[Bag], list[Bag]]:
    """Bags of n-grams with idf weights, each of length 1."""
    counts = [[Counter(_strings(s.text)) for s in d.segments] for d in (base, version)]
    spread = Counter(gram for side in counts for bag in side for gram in bag)
    total = len(base.segments) + len(version.segments)
    most = max(COMMON * total, FEW)
    idf = {gram: math.log(total / n) for gram, n in spread.items() if n <= most}
    ours, theirs = ([_unit(bag, idf) for bag in side] for side in counts)
    return ours, theirs


def _strings(text: str) -> Iterator[str]:
    plain = f" {' '.join(text.lower().split())} "
    for size in GRAMS:
        for i in range(len(plain) - size + 1):
            yield plain[i : i + size]


def _unit(bag: Mapping[str, int], idf: Mapping[str, float]) -> Bag:
    weights = {f: count**0.5 * idf[f] for f, count in bag.items() if f in idf}
    norm = _length(weights.values())
    return {f: w / norm for f, w in weights.items()} if norm else {}


def _length(weights: Iterable[float]) -> float:
    return math.sqrt(math.fsum(w * w for w in weights))
