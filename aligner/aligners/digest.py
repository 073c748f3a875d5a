"""Free links: for a version that condenses, reorders or rewrites the base.

Each sentence looks for its like anywhere in the other text. Numbers weigh most, then rare words and, in one
language, strings of characters; across languages the lexicons' renderings stand for the words. Sentences near
pairs already found are preferred, as even a digest mostly keeps the order. Titles pair with titles.

Limits: two texts of more than about 3,000 segments each ask for much memory; sentences that say the same
thing twice are told apart by their neighbours alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from aligner.aligners import _links
from aligner.aligners._corpus import Floats
from aligner.aligners._prepared import LEXICONS, prepare, unpaired
from aligner.aligners._similarity import Bags, bags
from aligner.model import Alignment, Bead, Document, Role
from aligner.model.alignment import ordered

LEAST, LEAST_ACROSS = 0.22, 0.16
"""Likeness that a pair needs in one language and across languages."""

NEAR = 0.06
"""What a pair close by adds to the likeness."""

REACH = 3
"""Segments within which a pair is close by."""


@dataclass(frozen=True, slots=True)
class Digest:
    """The free aligner. `least` is the likeness (0..1) that a pair needs; None: what suits the languages."""

    lexicons: Sequence[str] = LEXICONS
    least: float | None = None

    def align(self, base: Document, version: Document) -> Alignment:
        """Align two documents; beads may cross each other and hold segments that do not adjoin."""
        beads, secondary = unpaired(range(len(base.segments)), range(len(version.segments))), []
        if base.segments and version.segments:
            beads, secondary = self._beads(base, version)
        return Alignment(
            base.id, version.id, ordered(beads), "digest", monotone=False, secondary=ordered(secondary)
        )

    def _beads(self, base: Document, version: Document) -> tuple[list[Bead], list[Bead]]:
        kinds = bags(base, version, prepare(base, version, self.lexicons))
        same = base.language == version.language
        rules = _links.Rules(self.least if self.least is not None else LEAST if same else LEAST_ACROSS)
        plain = sum(kind.cosines() for kind in kinds) / len(kinds)
        plain = _titles(plain, base, version)
        chosen = _links.pairs(plain, rules)
        likeness = plain + NEAR * _support(plain, chosen)
        chosen = _links.pairs(likeness, rules)
        groups = _links.groups(likeness, chosen, lambda a, b: _together(kinds, a, b), rules)
        beads = [Bead(left, right, 0.9) for left, right in groups]
        taken = {i for b in beads for i in b.base}, {j for b in beads for j in b.version}
        rest = unpaired(
            (i for i in range(len(base.segments)) if i not in taken[0]),
            (j for j in range(len(version.segments)) if j not in taken[1]),
        )
        return beads + rest, []


def _together(kinds: Sequence[Bags], base: tuple[int, ...], version: tuple[int, ...]) -> float:
    return sum(kind.together(base, version) for kind in kinds) / len(kinds)


def _titles(likeness: Floats, base: Document, version: Document) -> Floats:
    """A title is no rendering of a body sentence; titles of both texts belong together however they read."""
    ours = np.array([s.role is Role.TITLE for s in base.segments])
    theirs = np.array([s.role is Role.TITLE for s in version.segments])
    mixed = ours[:, None] != theirs[None, :]
    both = ours[:, None] & theirs[None, :]
    return np.where(both, 1.0, np.where(mixed, 0.0, likeness))


def _support(likeness: Floats, chosen: list[tuple[int, int]]) -> Floats:
    """For each cell the likeness of the best pair within reach, in the order of both texts, itself left out."""
    support = np.zeros_like(likeness)
    rows, columns = likeness.shape
    for i, j in chosen:
        for di in range(-REACH, REACH + 1):
            for dj in range(-REACH, REACH + 1):
                if di * dj > 0 or (di == 0) != (dj == 0):
                    if 0 <= i + di < rows and 0 <= j + dj < columns:
                        support[i + di, j + dj] = max(support[i + di, j + dj], min(1.0, likeness[i, j] * 2))
    return support
