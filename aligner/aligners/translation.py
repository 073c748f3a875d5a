"""Sentence by sentence: for a version that keeps the order of the base.

Finds the best monotone path through both texts by sentence lengths and by words: what dictionaries, names,
numbers, punctuation and look-alikes say first, then what the texts themselves teach (IBM Model 1 on the path
found so far, then the path again). Every bead carries the probability that it is right.

Limits: passages that changed places cannot be followed; short texts in a pair of languages without a dictionary
rest on numbers, names and lengths.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from aligner.aligners._anchors import for_one, refuse_crossing, restored
from aligner.aligners._band import Band
from aligner.aligners._blank import blanks_apart
from aligner.aligners._corpus import Singles
from aligner.aligners._lattice import best_path, posteriors
from aligner.aligners._prepared import LEXICONS, Lexicons, Pair, Prepared, by_languages, one_sided, prepare_many
from aligner.aligners._scorer import Weights, second_look, shipped
from aligner.aligners._search import Scored, begin
from aligner.aligners._structure import structure
from aligner.model import Alignment, Bead, Document
from aligner.model.alignment import ordered

LONG = 2000
"""Base segments of all documents beyond which one pass by lengths and one by words fewer find as good a path."""


@dataclass(frozen=True, slots=True)
class Translation:
    """The monotone aligner.

    `passes` counts how often a table is learned from the path; `anchors` are beads of a single pair that must hold;
    `weights` those of the trained scorer, None being the shipped ones.
    """

    lexicons: Lexicons = LEXICONS
    passes: int = 2
    anchors: Sequence[Bead] = ()
    weights: Weights | None = None

    def align(self, base: Document, version: Document) -> Alignment:
        """Align two documents; beads of up to six segments a side, each with its confidence."""
        return self.align_many([(base, version)])[0]

    def align_many(self, pairs: Sequence[Pair]) -> list[Alignment]:
        """Align several pairs of documents; those of the same two languages learn from each other.

        Returns the alignments in the order of `pairs`.
        """
        fixed = for_one(self.anchors, pairs)
        refuse_crossing(fixed)
        found = blanks_apart(pairs, dataclasses.replace(self, anchors=fixed)._align_many)
        return [restored(a, self.anchors) for a in found]

    def _align_many(self, pairs: Sequence[Pair]) -> list[Alignment]:
        found: dict[int, Alignment] = {}
        for group in by_languages(pairs):
            texts = prepare_many([pairs[k] for k in group], self.lexicons, self.anchors)
            for k, beads in zip(group, self.traced(texts), strict=True):
                found[k] = alignment(pairs[k], beads)
        return [found[k] if k in found else alignment(pair, one_sided(pair)) for k, pair in enumerate(pairs)]

    def traced(self, texts: Sequence[Prepared]) -> Iterator[list[Bead]]:
        """The beads of documents that are prepared together and have segments on both sides."""
        weights = self.weights or shipped()
        for found in self.searched(texts):
            scores, temper = _judged(found, weights)
            yield _beads(scores, temper, found.band)

    def searched(self, texts: Sequence[Prepared]) -> Iterator[Scored]:
        """The same before the trained scorer decides, with all that led to it."""
        search = begin(texts)
        plenty = sum(len(t.base) for t in texts) > LONG
        for _ in range(2 if plenty else 3):
            search = search.by_lengths()
        search = search.by_words()
        for _ in range(1 if plenty else 2):
            search = search.drawn_in().by_words()
        search = search.learned().drawn_in()
        for _ in range(self.passes - 1):
            search = search.by_words().learned().drawn_in()
        return search.last()


def alignment(pair: Pair, beads: Iterable[Bead]) -> Alignment:
    """The alignment of two documents that these beads make."""
    return Alignment(pair[0].id, pair[1].id, ordered(beads), "translation", monotone=True)


def _judged(found: Scored, weights: Weights) -> tuple[Singles, float]:
    """What the beads are chosen by, what segments open heeded, and the factor that makes probabilities of it."""
    scores, temper = second_look(found, weights)
    opened = found.texts.openings
    known = structure([(found.path, opened)])
    return (known.added(scores, found.band, opened) if known else scores), temper


def _beads(scores: Singles, temper: float, band: Band) -> list[Bead]:
    """The beads of the best path with their probabilities."""
    path = best_path(scores, band)
    sure = posteriors(scores, band, path, temper)
    return [
        Bead(tuple(range(i, i + a)), tuple(range(j, j + b)), round(p, 4))
        for (i, j, (a, b)), p in zip(path, sure, strict=True)
    ]
