"""One pass after the other: score every bead of the band, take the best path, learn from it.

Several documents of one pair of languages are searched together: each has its own band, path and ratio of
lengths; the tables of words, how often shapes occur and how far lengths scatter are learned from all of them.

After Moore (2002): lengths find beads that teach a word model (IBM Model 1), and the model, added to the lengths,
finds better ones. After Varga et al. (2005): a dictionary is asked first, and what the alignment teaches is added.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from aligner.aligners import _lattice, _learning, _length
from aligner.aligners._band import Band, along, around
from aligner.aligners._corpus import Floats, Singles
from aligner.aligners._counts import Pairs
from aligner.aligners._evidence import Direction, unigrams
from aligner.aligners._lattice import Path
from aligner.aligners._prepared import Prepared
from aligner.aligners._scores import Scores
from aligner.aligners._shapes import priors

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
    scores: Singles
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
        return self._after([_lattice.best_path(self._scores(t).rows, t.band) for t in self.traces])

    def by_words(self) -> Search:
        """A pass with lengths, shapes and words."""
        linked = self._relinked()
        return linked._after([_lattice.best_path(linked._with_words(t).rows, t.band) for t in self.traces])

    def last(self) -> Iterator[Scored]:
        """The same for the last time: each document with all that led to its path, one after the other."""
        return self._relinked().scored()

    def scored(self) -> Iterator[Scored]:
        """The best path of each document by all that is known, with its scores."""
        for trace in self.traces:
            known = self._with_words(trace)
            scores = known.all()
            path = _lattice.best_path(scores, trace.band)
            yield Scored(trace.texts, trace.band, known.lengths, self.forth, self.back, scores, path)

    def learned(self) -> Search:
        """The same with tables learned from the paths, the lexicons added."""
        pairs = self._bead_tokens()
        texts = self.traces[0].texts
        forth, back = _learning.model1(pairs)
        forth, back = forth.plus(texts.table, SEED), back.plus(texts.table.turned(), SEED)
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
            back=_learning.relinked(self.back, pairs.turned),
        )

    def _bead_tokens(self) -> Pairs:
        return _learning.bead_tokens([(t.texts.base, t.texts.version, t.path) for t in self.traces])

    def _scores(self, trace: Trace) -> Scores:
        return Scores(trace.texts, trace.band, _length.Lengths(trace.ratio, self.variance), self.prior)

    def _with_words(self, trace: Trace) -> Scores:
        weight = WORDS if trace.texts.dictionary else WORDS_ALONE
        return replace(self._scores(trace), words=(self.forth, self.back, weight))

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
