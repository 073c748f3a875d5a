"""One pass after the other: score every bead of the band, take the best path, learn from it."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from aligner.aligners import _lattice, _learning, _length
from aligner.aligners._band import Band, along, around
from aligner.aligners._corpus import Floats
from aligner.aligners._evidence import Direction, evidence, unigrams
from aligner.aligners._lattice import Path
from aligner.aligners._prepared import Prepared
from aligner.aligners._shapes import SHAPES, priors

WORDS, WORDS_ALONE = 0.5, 0.8
"""Weight of the words against length and shape, with and without a dictionary."""

SEED = 0.8
"""What the lexicons still count when a table has been learned."""


@dataclass(frozen=True, slots=True)
class Search:
    """What is known after a pass: the path, the scores that it was found with, and what was estimated from it."""

    texts: Prepared
    band: Band
    lengths: _length.Lengths
    prior: Floats
    path: Path
    scores: Floats
    forth: Direction
    back: Direction

    def by_lengths(self) -> Search:
        """A pass that looks at lengths and shapes alone."""
        return self._pass(_length_scores(self))

    def by_words(self) -> Search:
        """A pass with lengths, shapes and words."""
        pairs = _learning.bead_tokens(self.texts.base, self.texts.version, self.path)
        forth = _learning.relinked(self.forth, pairs)
        back = _learning.relinked(self.back, [(target, source) for source, target in pairs])
        weight = WORDS if self.texts.dictionary else WORDS_ALONE
        words = evidence(self.texts.base, self.texts.version, forth, back, self.band)
        return replace(self, forth=forth, back=back)._pass(_length_scores(self) + 2 * weight * words)

    def learned(self) -> Search:
        """The same with tables learned from the path, the lexicons added."""
        base, version = self.texts.base, self.texts.version
        pairs = _learning.bead_tokens(base, version, self.path)
        turned = [(target, source) for source, target in pairs]
        forth = _learning.model1(pairs, len(base.types), len(version.types)).plus(self.texts.table, SEED)
        back = _learning.model1(turned, len(version.types), len(base.types)).plus(self.texts.table.turned(), SEED)
        return replace(
            self,
            forth=_learning.start(forth, self.forth.chance),
            back=_learning.start(back, self.back.chance),
        )

    def drawn_in(self) -> Search:
        """The same with the band drawn in around the path."""
        end = (len(self.texts.base), len(self.texts.version))
        return replace(self, band=along([(i, j) for i, j, _ in self.path] + [end], self.band))

    def _pass(self, scores: Floats) -> Search:
        scores = _lattice.fit(scores + self.prior[:, None, None], self.band)
        path = _lattice.best_path(scores, self.band)
        singles = [
            (float(self.texts.base.lengths[i]), float(self.texts.version.lengths[j]))
            for i, j, shape in path
            if shape == (1, 1)
        ]
        return replace(
            self,
            path=path,
            scores=scores,
            prior=priors(shape for _, _, shape in path),
            lengths=self.lengths.refined(singles),
        )


def begin(texts: Prepared) -> Search:
    """The search before its first pass."""
    base, version = texts.base, texts.version
    return Search(
        texts,
        around(base, version, texts.table),
        _length.start(base.lengths, version.lengths),
        priors(),
        [],
        np.zeros((0, 0, 0)),
        _learning.start(texts.table, unigrams(version)),
        _learning.start(texts.table.turned(), unigrams(base)),
    )


def _length_scores(search: Search) -> Floats:
    """The length odds of every shape at every node of the band; 0 for one-sided beads."""
    base, version, band = search.texts.base.lengths, search.texts.version.lengths, search.band
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
        scores[k, :rows] = search.lengths.log_odds(left, np.maximum(right[:rows], 1.0), chances[b - 1])
    return scores
