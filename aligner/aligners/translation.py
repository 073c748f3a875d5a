"""Sentence by sentence: for a version that keeps the order of the base.

Finds the best monotone path through both texts by sentence lengths and by words: what dictionaries, names,
numbers, punctuation and look-alikes say first, then what the texts themselves teach (IBM Model 1 on the path
found so far, then the path again). Every bead carries the probability that it is right.

Limits: passages that changed places cannot be followed; short texts in a pair of languages without a dictionary
rest on numbers, names and lengths.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from aligner.aligners._blank import blanks_apart
from aligner.aligners._lattice import posteriors
from aligner.aligners._prepared import LEXICONS, Prepared, prepare, unpaired
from aligner.aligners._search import Search, begin
from aligner.model import Alignment, Bead, Document
from aligner.model.alignment import ordered

TEMPER = 0.43
"""Factor on the scores before probabilities are taken: words of a sentence are not independent witnesses."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The monotone aligner. `passes` counts how often a table is learned from the path."""

    lexicons: Sequence[str] = LEXICONS
    passes: int = 2

    def align(self, base: Document, version: Document) -> Alignment:
        """Align two documents; beads of up to six segments a side, each with its confidence."""
        return blanks_apart(base, version, self._align)

    def _align(self, base: Document, version: Document) -> Alignment:
        if not base.segments or not version.segments:
            rest = unpaired(range(len(base.segments)), range(len(version.segments)))
            return Alignment(base.id, version.id, ordered(rest), "translation", monotone=True)
        return self.traced(base, version, prepare(base, version, self.lexicons))

    def traced(self, base: Document, version: Document, texts: Prepared) -> Alignment:
        """The same for two documents that have segments and are prepared already."""
        search = begin(texts)
        for _ in range(3):
            search = search.by_lengths()
        search = search.by_words()
        for _ in range(2):
            search = search.drawn_in().by_words()
        for _ in range(self.passes):
            search = search.learned().drawn_in().by_words()
        return Alignment(base.id, version.id, ordered(_beads(search)), "translation", monotone=True)


def _beads(search: Search) -> list[Bead]:
    """The beads of the path with their probabilities."""
    sure = posteriors(search.scores * TEMPER, search.band, search.path)
    return [
        Bead(tuple(range(i, i + a)), tuple(range(j, j + b)), round(p, 4))
        for (i, j, (a, b)), p in zip(search.path, sure, strict=True)
    ]
