"""Which sentence says again what another says: by the share of its words, rare ones counting more.

A word's count is log(n/df), the inverse document frequency of Sparck Jones (1972), over the sentences of a text.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise

from aligner.text.script import SPACELESS
from aligner.text.tokens import tokenise

_COMMON = 40
"""Words in more sentences than this, and in more than a quarter of them, find no candidates: they weigh little."""


class Repeats:
    """The sentences of one text, ready to be searched for the content of another sentence."""

    def __init__(self, texts: Sequence[str], language: str) -> None:
        self.language = language
        self.bags = self.words(texts)
        counts = Counter(word for bag in self.bags for word in bag)
        size = len(self.bags)
        self.idf = {word: math.log((size + 1) / count) for word, count in counts.items()}
        self.unseen = math.log(size + 1)
        limit = max(_COMMON, size // 4)
        self.places: dict[str, list[int]] = defaultdict(list)
        for number, bag in enumerate(self.bags):
            for word in bag:
                if counts[word] <= limit:
                    self.places[word].append(number)

    def words(self, texts: Sequence[str]) -> list[frozenset[str]]:
        """The words of each text, in the form in which they are compared."""
        return [_bag(tokens, self.language) for tokens in tokenise(texts, self.language)]

    def mass(self, number: int) -> float:
        """The content of sentence `number`: the sum of its words' counts."""
        return sum(self.idf[word] for word in self.bags[number])

    def nearest(self, bag: frozenset[str], among: frozenset[int]) -> tuple[float, int | None]:
        """The sentence of `among` that holds most of a bag of words, and the share (0..1) that it holds."""
        total = sum(self.idf.get(word, self.unseen) for word in bag)
        shares: dict[int, float] = defaultdict(float)
        for word in sorted(bag):
            for number in self.places.get(word, ()):
                if number in among:
                    shares[number] += self.idf[word]
        best = max(shares, key=lambda n: (shares[n], -n), default=None)
        return (shares[best] / total, best) if best is not None and total else (0.0, None)


def _bag(tokens: tuple[str, ...], language: str) -> frozenset[str]:
    """The words of a sentence; in a language without spaces pairs of neighbouring characters and the numbers."""
    words = [t for t in tokens if t[0].isalnum() or t[0] == "#"]
    if language in SPACELESS:
        return frozenset([a + b for a, b in pairwise(words)] + [w for w in words if w[0] == "#"])
    return frozenset(words)
