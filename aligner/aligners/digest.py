"""Free links: for a version that condenses, reorders or rewrites the base.

Each sentence looks for its like anywhere in the other text. Numbers weigh most, then rare words and, in one
language, strings of characters; across languages the lexicons' renderings stand for the words. Speakers are
heeded, titles pair with titles, and sentences near pairs already found are preferred, as even a digest mostly
keeps the order. Sentences that were merged or split are found by what they add to a pair; links that add nothing
(the same thing said twice) are kept as secondary.

Limits: two texts of more than about 3,000 segments each ask for much memory; sentences that say the same
thing twice are told apart by their neighbours alone.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from aligner.aligners import _links
from aligner.aligners._anchors import apart, for_one, linked, restored
from aligner.aligners._blank import blanks_apart
from aligner.aligners._context import admitted, supported
from aligner.aligners._corpus import Floats
from aligner.aligners._prepared import LEXICONS, Lexicons, Pair, Prepared, one_sided, prepare
from aligner.aligners._similarity import Bags, bags
from aligner.model import Alignment, Bead, Document
from aligner.model.alignment import ordered

LEAST, LEAST_ACROSS = 0.24, 0.18
"""Likeness, neighbours counted, that a pair needs in one language and across languages."""

ROUNDS = 3
"""How often pairs are chosen anew in the light of those close by."""


@dataclass(frozen=True, slots=True)
class Digest:
    """The free aligner.

    `least` is the likeness (0..1) that a pair needs, None: what suits the languages; `anchors` are beads of a
    single pair that must hold.
    """

    lexicons: Lexicons = LEXICONS
    least: float | None = None
    anchors: Sequence[Bead] = ()

    def align(self, base: Document, version: Document) -> Alignment:
        """Align two documents; beads may cross each other and hold segments that do not adjoin."""
        return self.align_many([(base, version)])[0]

    def align_many(self, pairs: Sequence[Pair]) -> list[Alignment]:
        """Align several pairs of documents, each by itself; returns the alignments in the order of `pairs`."""
        own = dataclasses.replace(self, anchors=for_one(self.anchors, pairs))
        found = blanks_apart(pairs, lambda kept: [own._align(*pair) for pair in kept])
        return [restored(a, self.anchors) for a in found]

    def _align(self, base: Document, version: Document) -> Alignment:
        if not base.segments or not version.segments:
            rest = ordered(one_sided((base, version)))
            return Alignment(base.id, version.id, rest, "digest", monotone=False)
        return self.linked(base, version, prepare(base, version, self.lexicons, self.anchors))

    def linked(self, base: Document, version: Document, texts: Prepared) -> Alignment:
        """The same for two documents that have segments and are prepared already."""
        kinds = bags(base, version, texts)
        rules = _links.Rules(self._threshold(base, version))
        plain = admitted(np.mean([kind.cosines() for kind in kinds], axis=0), base, version)
        plain, fixed = apart(plain, texts.anchors), linked(texts.anchors)
        likeness, chosen = plain, _links.pairs(plain, rules)
        for _ in range(ROUNDS):
            likeness = supported(plain, [*fixed, *chosen])
            chosen = _links.pairs(likeness, rules)
        if texts.dictionary and base.language != version.language:
            chosen = _links.settled(plain, chosen, rules)
        groups = _links.groups(likeness, chosen, lambda a, b: _together(kinds, a, b), rules)
        beads = _beads(groups, likeness, rules)
        extra = [
            Bead((i,), (j,), _links.confidence(likeness, i, j, rules))
            for i, j in _links.secondary(likeness, groups, rules)
        ]
        return Alignment(base.id, version.id, ordered(beads), "digest", monotone=False, secondary=ordered(extra))

    def _threshold(self, base: Document, version: Document) -> float:
        if self.least is not None:
            return self.least
        return LEAST if base.language == version.language else LEAST_ACROSS


def _together(kinds: Sequence[Bags], base: tuple[int, ...], version: tuple[int, ...]) -> float:
    return sum(kind.together(base, version) for kind in kinds) / len(kinds)


def _beads(groups: Iterable[_links.Group], likeness: Floats, rules: _links.Rules) -> list[Bead]:
    """The groups and, one-sided, all that is in none; each with its confidence."""
    beads = [
        Bead(base, version, max(_links.confidence(likeness, i, j, rules) for i in base for j in version))
        for base, version in groups
    ]
    for axis, size in enumerate(likeness.shape):
        taken = {k for bead in beads for k in (bead.base, bead.version)[axis]}
        best = np.asarray(likeness.max(axis=1 - axis))
        for k in sorted(set(range(size)) - taken):
            sure = _links.alone(float(best[k]), rules)
            beads.append(Bead((k,), (), sure) if axis == 0 else Bead((), (k,), sure))
    return beads
