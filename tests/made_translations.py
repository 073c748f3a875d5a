"""Made-up texts and their 'translations', of any size, for measuring and for tests of speed and of bands.

Words are drawn by Zipf's law without end, so that the vocabulary grows with the text as in real ones; each has a
few renderings in the other language, some are dropped, added or change places, and now and then sentences are
merged, split, left out or added, whole sections too. All from one seed.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from aligner.model import Bead, Document, Segment
from aligner.model.document import Block, Role
from aligner.model.span import Span

SYLLABLES = {
    side: [consonant + vowel for consonant in consonants.split(" ") for vowel in vowels]
    for side, consonants, vowels in (
        ("base", "b br d f gl k l m n p s st t v w", "aeiou"),
        ("version", " ch d g h j kr l m r sch t tz z", "aeiouy"),
    )
}
"""Two languages that share few spellings."""

FLATTENED, COMMON = 2.7, 6000
"""Frequency is proportional to 1 / (rank + FLATTENED), falling faster beyond COMMON: so the vocabulary grows with
the root of the text, as in real ones (Ferrer i Cancho & Sole 2001)."""

TYPES = 1_000_000
"""Ranks that words are drawn from: more than any text here holds."""

LENGTH, SPREAD = 2.8, 0.5
"""Mean and deviation of the log number of words in a sentence: a median of 16."""

SHARES = {
    (1, 1): 0.82,
    (2, 1): 0.05,
    (1, 2): 0.06,
    (1, 0): 0.02,
    (0, 1): 0.02,
    (2, 2): 0.01,
    (3, 1): 0.01,
    (1, 3): 0.01,
}
"""How often each shape of bead is made."""


@dataclass(frozen=True, slots=True)
class Made:
    """Two texts and the truth about them."""

    base: Document
    version: Document
    beads: tuple[Bead, ...]


def made(size: int, seed: int = 1, *, jumps: int = 1, section: int = 300) -> Made:
    """About `size` segments a side; `jumps` sections of `section` segments are missing on each side, in turn."""
    return _Maker(seed).run(size, jumps, section)


def document(name: str, lang: str, sentences: list[str]) -> Document:
    """Sentences as a document of one block each."""
    blocks = tuple(Block(Role.BODY, s) for s in sentences)
    segments = tuple(Segment(i, s, Span(0, len(s)), i) for i, s in enumerate(sentences))
    return Document(name, lang, blocks, segments)


class _Maker:
    """Draws words, sentences and beads from one source of chance."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.words = np.random.default_rng(seed)
        ranks = np.arange(TYPES)
        self.heap = np.cumsum(1 / ((ranks + FLATTENED) * (1 + ranks / COMMON)))
        self.pool: list[int] = []
        self.spelled: dict[tuple[str, int], str] = {}

    def run(self, size: int, jumps: int, section: int) -> Made:
        sides: tuple[list[str], list[str]] = ([], [])
        beads: list[Bead] = []

        def add(ours: list[str], theirs: list[str]) -> None:
            first = len(sides[0]), len(sides[1])
            sides[0].extend(ours)
            sides[1].extend(theirs)
            beads.append(Bead(tuple(range(first[0], len(sides[0]))), tuple(range(first[1], len(sides[1])))))

        steps = [size * (k + 1) // (2 * jumps + 1) for k in range(2 * jumps)]
        shapes, shares = list(SHARES), list(SHARES.values())
        while min(len(sides[0]), len(sides[1])) < size:
            if steps and len(sides[0]) >= steps[0]:
                steps.pop(0)
                for _ in range(section):
                    lone = self.sentence("base" if len(steps) % 2 else "version")
                    add(*(([lone], []) if len(steps) % 2 else ([], [lone])))
            add(*self.bead(*self.chance.choices(shapes, shares)[0]))
        return Made(document("base", "en", sides[0]), document("version", "de", sides[1]), tuple(beads))

    def bead(self, a: int, b: int) -> tuple[list[str], list[str]]:
        if a == 0 or b == 0:
            return [self.sentence("base") for _ in range(a)], [self.sentence("version") for _ in range(b)]
        tokens = [self.tokens() for _ in range(max(a, b))]
        ours = _regrouped(tokens, a)
        theirs = _regrouped([list(self.rendered(t)) for t in tokens], b)
        return [_written(self.spelling("base", s)) for s in ours], [
            _written(self.spelling("version", s)) for s in theirs
        ]

    def sentence(self, side: str) -> str:
        return _written(self.spelling(side, self.tokens()))

    def tokens(self) -> list[int | str]:
        """Ranks of words; numbers and names stand as they are written."""
        count = max(2, min(60, int(self.words.lognormal(LENGTH, SPREAD))))
        found: list[int | str] = []
        for rank in self.ranks(count):
            kind = self.chance.random()
            if kind < 0.015:
                found.append(str(self.chance.choice((2, 3, 5, 10, 20, 100, 2024, self.chance.randrange(3000)))))
            elif kind < 0.04:
                found.append(self.word("base", 7 * int(rank) + 3).capitalize())
            else:
                found.append(int(rank))
        return found

    def ranks(self, count: int) -> list[int]:
        if len(self.pool) < count:
            self.pool = np.searchsorted(self.heap, self.words.random(100_000) * self.heap[-1]).tolist()
        drawn = self.pool[-count:]
        del self.pool[-count:]
        return drawn

    def rendered(self, tokens: list[int | str]) -> Iterator[int | str]:
        """The tokens as the version has them: one of a few renderings, some lost, some put in, some moved."""
        keyed = sorted(enumerate(tokens), key=lambda t: t[0] + self.chance.uniform(0, 3))
        for _, token in keyed:
            if isinstance(token, str):
                yield token
                continue
            fate = self.chance.random()
            if fate < 0.15:
                continue
            if fate < 0.3:
                yield self.ranks(1)[0]
            yield token if fate < 0.75 else token * 3 + 1

    def spelling(self, side: str, tokens: list[int | str]) -> list[str]:
        return [t if isinstance(t, str) else self.word(side, t) for t in tokens]

    def word(self, side: str, rank: int) -> str:
        """The word of a rank: rarer ones are longer; the same in every run."""
        if (side, rank) not in self.spelled:
            source = random.Random(f"{side} {rank}")
            count = max(1, min(5, round(np.log10(rank + 2) * 0.6 + source.uniform(0.2, 1.4))))
            self.spelled[side, rank] = "".join(source.choices(SYLLABLES[side], k=count))
        return self.spelled[side, rank]


def _regrouped(tokens: list[list[int | str]], parts: int) -> list[list[int | str]]:
    """The same tokens in `parts` sentences: the last ones joined."""
    return [*tokens[: parts - 1], [t for rest in tokens[parts - 1 :] for t in rest]]


def _written(words: list[str]) -> str:
    text = " ".join(words) or "so"
    return text[0].upper() + text[1:] + "."
