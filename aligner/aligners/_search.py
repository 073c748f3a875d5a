"""One pass after the other: score every bead of the band, take the best path, learn from it.

Several documents of one pair of languages are searched together: each has its own band, path and ratio of
lengths; the tables of words, how often shapes occur and how far lengths scatter are learned from all of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from aligner.aligners import _lattice, _learning, _length
from aligner.aligners._band import Band, along, around
from aligner.aligners._corpus import Floats
from aligner.aligners._evidence import Direction, evidence, unigrams
from aligner.aligners._held import held
from aligner.aligners._lattice import Path
from aligner.aligners._prepared import Prepared
from aligner.aligners._shapes import SHAPES, priors

WORDS, WORDS_ALONE = 0.35, 0.8
"""Weight of the words against length and shape, with and without a dictionary."""

SEED = 0.8
"""What the lexicons still count when a table has been learned."""


@dataclass(frozen=True, slots=True)
class Trace:
    """One document in a search: which cells are looked at, and the path found last."""

    texts: Prepared
    band: Band
    ratio: float
    """Version characters a base character."""
    path: Path


@dataclass(frozen=True, slots=True)
class Scored:
    """One document at the end of a search: the path, and the scores and tables that it was found with."""

    texts: Prepared
    band: Band
    lengths: _length.Lengths
    forth: Direction
    back: Direction
    scores: Floats
    """For every shape and cell of the band the log score of the bead that begins there (see `_lattice`)."""
    path: Path


@dataclass(frozen=True, slots=True)
class Search:
    """What is known after a pass: the documents' paths, and what was estimated from all of them."""

    traces: tuple[Trace, ...]
    variance: float
    prior: Floats
    forth: Direction
    back: Direction

    def by_lengths(self) -> Search:
        """A pass that looks at lengths and shapes alone."""
        return self._after([_lattice.best_path(self._lengths_only(t), t.band) for t in self.traces])

    def by_words(self) -> Search:
        """A pass with lengths, shapes and words."""
        linked = self._relinked()
        return linked._after([found.path for found in linked.scored()])

    def last(self) -> Iterator[Scored]:
        """The same for the last time: each document with all that led to its path, one after the other."""
        return self._relinked().scored()

    def scored(self) -> Iterator[Scored]:
        """The best path of each document by all that is known, with its scores."""
        for trace in self.traces:
            texts = trace.texts
            weight = WORDS if texts.dictionary else WORDS_ALONE
            words = evidence(texts.base, texts.version, self.forth, self.back, trace.band)
            scores = _lattice.fit(self._lengths_only(trace) + 2 * weight * words, trace.band)
            path = _lattice.best_path(scores, trace.band)
            lengths = _length.Lengths(trace.ratio, self.variance)
            yield Scored(texts, trace.band, lengths, self.forth, self.back, scores, path)

    def learned(self) -> Search:
        """The same with tables learned from the paths, the lexicons added."""
        pairs = self._bead_tokens()
        turned = [(target, source) for source, target in pairs]
        texts = self.traces[0].texts
        height, width = len(texts.base.types), len(texts.version.types)
        forth = _learning.model1(pairs, height, width).plus(texts.table, SEED)
        back = _learning.model1(turned, width, height).plus(texts.table.turned(), SEED)
        return replace(
            self,
            forth=_learning.start(forth, self.forth.chance),
            back=_learning.start(back, self.back.chance),
        )

    def drawn_in(self) -> Search:
        """The same with the bands drawn in around the paths."""
        return replace(self, traces=tuple(replace(t, band=_drawn_in(t)) for t in self.traces))

    def _relinked(self) -> Search:
        pairs = self._bead_tokens()
        return replace(
            self,
            forth=_learning.relinked(self.forth, pairs),
            back=_learning.relinked(self.back, [(target, source) for source, target in pairs]),
        )

    def _bead_tokens(self) -> _learning.Pairs:
        return [pair for t in self.traces for pair in _learning.bead_tokens(t.texts.base, t.texts.version, t.path)]

    def _lengths_only(self, trace: Trace) -> Floats:
        scores = _length_scores(trace, _length.Lengths(trace.ratio, self.variance))
        fitting = _lattice.fit(scores + self.prior[:, None, None], trace.band)
        return held(fitting, trace.band, trace.texts.anchors)

    def _after(self, paths: Sequence[Path]) -> Search:
        traces = tuple(replace(t, path=path) for t, path in zip(self.traces, paths, strict=True))
        singles = [
            (t.ratio * float(t.texts.base.lengths[i]), float(t.texts.version.lengths[j]))
            for t in traces
            for i, j, shape in t.path
            if shape == (1, 1)
        ]
        return replace(
            self,
            traces=traces,
            prior=priors(shape for t in traces for _, _, shape in t.path),
            variance=_length.variance(singles, self.variance),
        )


def begin(texts: Sequence[Prepared]) -> Search:
    """The search before its first pass; the documents share their types and table."""
    table = texts[0].table
    ratio = _length.ratio([(t.base.lengths, t.version.lengths) for t in texts])
    return Search(
        tuple(
            Trace(t, around(t.base, t.version, table, t.anchors), ratio(t.base.lengths, t.version.lengths), [])
            for t in texts
        ),
        _length.VARIANCE,
        priors(),
        _learning.start(table, unigrams([t.version for t in texts])),
        _learning.start(table.turned(), unigrams([t.base for t in texts])),
    )


def _drawn_in(trace: Trace) -> Band:
    end = (len(trace.texts.base), len(trace.texts.version))
    return along([(i, j) for i, j, _ in trace.path] + [end], trace.band)


def _length_scores(trace: Trace, lengths: _length.Lengths) -> Floats:
    """The length odds of every shape at every node of the band; 0 for one-sided beads."""
    base, version, band = trace.texts.base.lengths, trace.texts.version.lengths, trace.band
    nodes = np.minimum(band.nodes, band.size)
    ours = np.concatenate(([0.0], np.cumsum(base)))
    theirs = np.concatenate(([0.0], np.cumsum(version)))
    chances = _length.chances(version)
    scores = np.zeros((len(SHAPES), *nodes.shape))
    for k, (a, b) in enumerate(SHAPES):
        if a == 0 or b == 0 or a >= len(ours):
            continue
        left = (ours[a:] - ours[:-a])[:, None]
        right = theirs[np.minimum(nodes + b, band.size)] - theirs[nodes]
        rows = len(left)
        scores[k, :rows] = lengths.log_odds(left, np.maximum(right[:rows], 1.0), chances[b - 1])
    return scores
