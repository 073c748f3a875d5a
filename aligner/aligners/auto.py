"""Chooses between `translation` and `digest` by what the texts show.

The monotone aligner is for a version that follows the base sentence by sentence, the free one for a version that
condenses or reorders it. Free it is when one text says less than two thirds of the other (in characters, by
what the languages need for the same content), or when sure links show that passages changed places: in one
language a few of them, across languages, where chance crosses more links, most of them. The choice is the
`aligner` of the result. In one language the free links also take apart what the monotone path merged too much.

Limits: a full translation with one passage moved is still taken for a translation across languages; of texts
of very many segments only the lengths are compared.
"""

from __future__ import annotations

import dataclasses
import warnings
from collections.abc import Sequence
from dataclasses import dataclass

from aligner.aligners._anchors import for_one, restored, rising
from aligner.aligners._blank import blanks_apart
from aligner.aligners._choice import displaced, doubted, kinship, refined, shrinkage
from aligner.aligners._prepared import (
    LEXICONS,
    Lexicons,
    Pair,
    Prepared,
    by_languages,
    one_sided,
    prepare_many,
)
from aligner.aligners.digest import Digest
from aligner.aligners.translation import Translation, alignment
from aligner.model import Alignment, Bead, Document


@dataclass(frozen=True, slots=True)
class Auto:
    """The aligner that the pipeline uses unless told otherwise.

    `shrunk` is the share (0..1) of the longer text that the shorter one must at least say to be a translation;
    `moved` and `moved_across` the shares of sure links out of order from which on a version counts as reordered,
    in one language and across languages; `linked` the sure links a segment that this must rest on; `cells`
    limits the texts (base x version segments) whose order is looked at. `kin` is how much more alike than chance
    the beads of a translation must be, else the texts are strangers and only what is alike is paired; `telling`
    the segments from which on this shows without a dictionary. `anchors` are beads of a single pair that must
    hold; where they cross each other the version counts as reordered.
    """

    lexicons: Lexicons = LEXICONS
    shrunk: float = 0.68
    moved: float = 0.15
    moved_across: float = 0.5
    linked: float = 0.4
    cells: int = 250_000
    kin: float = 5.0
    telling: int = 15
    anchors: Sequence[Bead] = ()

    def align(self, base: Document, version: Document) -> Alignment:
        """Align two documents by the method that suits them."""
        return self.align_many([(base, version)])[0]

    def align_many(self, pairs: Sequence[Pair]) -> list[Alignment]:
        """Align several pairs, each by the method that suits it; translations of the same two languages learn
        from each other. Returns the alignments in the order of `pairs`."""
        fixed = for_one(self.anchors, pairs)
        if not rising(fixed):
            warnings.warn("the anchors cross each other: linked freely (digest)", stacklevel=2)
            return Digest(self.lexicons, anchors=self.anchors).align_many(pairs)
        found = blanks_apart(pairs, dataclasses.replace(self, anchors=fixed)._align_many)
        return [restored(a, self.anchors) for a in found]

    def _align_many(self, pairs: Sequence[Pair]) -> list[Alignment]:
        found: dict[int, Alignment] = {}
        for group in by_languages(pairs):
            texts = dict(
                zip(group, prepare_many([pairs[k] for k in group], self.lexicons, self.anchors), strict=True)
            )
            free = {k: self._free(pairs[k], texts[k]) for k in group}
            found.update({k: a for k, a in free.items() if a and self._reordered(pairs[k], a)})
            rest = [k for k in group if k not in found]
            if rest:
                traced = Translation(self.lexicons).traced([texts[k] for k in rest])
                found |= {
                    k: self._settled(pairs[k], texts[k], beads, free[k])
                    for k, beads in zip(rest, traced, strict=True)
                }
        return [found[k] if k in found else alignment(pair, one_sided(pair)) for k, pair in enumerate(pairs)]

    def _free(self, pair: Pair, texts: Prepared) -> Alignment | None:
        """The free links where they are asked for: not for a sentence against a sentence, nor for large texts."""
        size, other = len(texts.base), len(texts.version)
        shrunk = shrinkage(*pair) < self.shrunk
        if size == other == 1 or (size * other > self.cells and not shrunk):
            return None
        return Digest().linked(*pair, texts)

    def _reordered(self, pair: Pair, free: Alignment) -> bool:
        """Whether a version says much less, or its passages changed places."""
        if shrinkage(*pair) < self.shrunk:
            return True
        linked, moved = displaced(free.beads, min(len(d.segments) for d in pair))
        same = pair[0].language == pair[1].language
        return linked >= self.linked and moved >= (self.moved if same else self.moved_across)

    def _settled(self, pair: Pair, texts: Prepared, beads: list[Bead], free: Alignment | None) -> Alignment:
        """The translation, unless the texts are strangers; in one language without needless merges."""
        if free is None:
            return alignment(pair, beads)
        telling = texts.dictionary or min(len(d.segments) for d in pair) >= self.telling
        if telling and kinship(beads, *pair, texts) < self.kin:
            return doubted(free)
        same = pair[0].language == pair[1].language
        return alignment(pair, refined(beads, free.beads) if same else beads)
