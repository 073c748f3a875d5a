"""How alike single sentences of two texts are, wherever they stand.

In one language: cosine of idf-weighted words and of character n-grams (3 to 5). Across languages the words of the
base are replaced by what the lexicons make of them. Numbers weigh more than words: a digest rewords, but keeps
its figures.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from aligner.aligners._corpus import Encoded, Floats, Ints
from aligner.aligners._prepared import Prepared
from aligner.model import Document

NUMBER = 1.5
"""Weight of a number against a word of the same rarity."""

GRAMS = (3, 4, 5)
COMMON = 0.3
"""Features in more than this share of all sentences say nothing about any of them."""

FEW = 8
"""Sentences that a feature may stand in however small the texts are."""

Bag = dict[str, float]


@dataclass(frozen=True, slots=True)
class Bags:
    """One kind of features: a weighted bag for each sentence of both texts."""

    base: tuple[Bag, ...]
    version: tuple[Bag, ...]

    def cosines(self) -> Floats:
        """Base x version cosines."""
        found = [[0.0] * len(self.version) for _ in self.base]
        theirs = _postings(self.version)
        for row, bag in zip(found, self.base, strict=True):
            for feature, weight in bag.items():
                for column, other in theirs.get(feature, ()):
                    row[column] += weight * other
        return np.array(found)

    def together(self, base: Iterable[int], version: Iterable[int]) -> float:
        """The cosine of several sentences of each side taken as one."""
        left, right = _sum(self.base[i] for i in base), _sum(self.version[j] for j in version)
        product = sum(weight * right[f] for f, weight in left.items() if f in right)
        norms = sum(w * w for w in left.values()) * sum(w * w for w in right.values())
        return product / norms**0.5 if norms else 0.0


def bags(base: Document, version: Document, texts: Prepared) -> tuple[Bags, ...]:
    """The kinds of features that the pair of languages allows: words, and in one language character n-grams."""
    theirs = _words(texts.version)
    if base.language != version.language:
        rendered = [_rendered(np.unique(texts.base.tokens(i, i + 1)), texts) for i in range(len(texts.base))]
        return (_weighted(rendered, theirs),)
    grams = [[Counter(_grams(s.text)) for s in document.segments] for document in (base, version)]
    return _weighted(_words(texts.base), theirs), _weighted(*grams)


def _words(text: Encoded) -> list[Mapping[str, float]]:
    return [Counter(text.types[t] for t in text.tokens(i, i + 1).tolist()) for i in range(len(text))]


def _rendered(types: Ints, texts: Prepared) -> Bag:
    """What the lexicons make of a sentence of the base: each version token with its weight, at most 1."""
    table = texts.table
    found: defaultdict[str, float] = defaultdict(float)
    for row in types.tolist():
        for k in range(int(table.starts[row]), int(table.starts[row + 1])):
            found[texts.version.types[table.columns[k]]] += float(table.weights[k])
    return {token: min(1.0, weight) for token, weight in found.items()}


def _grams(text: str) -> Iterator[str]:
    plain = f" {' '.join(text.lower().split())} "
    for size in GRAMS:
        for i in range(len(plain) - size + 1):
            yield plain[i : i + size]


def _weighted(base: Sequence[Mapping[str, float]], version: Sequence[Mapping[str, float]]) -> Bags:
    """Bags with idf weights, each of length 1."""
    spread = Counter(feature for bag in (*base, *version) for feature in bag)
    total = len(base) + len(version)
    idf = {
        f: math.log(total / n) * (NUMBER if f.startswith("#") else 1.0)
        for f, n in spread.items()
        if n <= max(COMMON * total, FEW)
    }
    return Bags(tuple(_unit(bag, idf) for bag in base), tuple(_unit(bag, idf) for bag in version))


def _unit(bag: Mapping[str, float], idf: Mapping[str, float]) -> Bag:
    weights = {f: count**0.5 * idf[f] for f, count in bag.items() if f in idf}
    norm = sum(w * w for w in weights.values()) ** 0.5
    return {f: w / norm for f, w in sorted(weights.items())} if norm else {}


def _postings(bags: Sequence[Bag]) -> dict[str, list[tuple[int, float]]]:
    """For each feature the sentences that have it, with its weight there."""
    found: dict[str, list[tuple[int, float]]] = {}
    for i, bag in enumerate(bags):
        for feature, weight in bag.items():
            found.setdefault(feature, []).append((i, weight))
    return found


def _sum(bags: Iterable[Bag]) -> Bag:
    total: defaultdict[str, float] = defaultdict(float)
    for bag in bags:
        for feature, weight in bag.items():
            total[feature] += weight
    return total
