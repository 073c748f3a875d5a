"""Free links: for a version that condenses, reorders or rewrites the base.

Each sentence looks for its like anywhere in the other text: by what its words, numbers and names cover there
(across languages through lexicons, in one language also by strings of characters), by its lead over rivals, and by
the links close by, as even a digest mostly keeps the order. A small logistic model, trained on condensed and
reordered versions, makes probabilities of this. The surest links make beads; a sentence merged from several, or
split, is found by what each part adds. Titles pair with titles, speakers are heeded. Further likely links are
secondary.

Limits: across languages it is as good as the lexicons; sentences that say the same thing twice are told apart by
their neighbours alone.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from aligner.aligners._anchors import for_one, restored
from aligner.aligners._blank import blanks_apart
from aligner.aligners._corpus import Floats
from aligner.aligners._free.beads import beads
from aligner.aligners._free.model import Measured, measured, shipped
from aligner.aligners._prepared import LEXICONS, Lexicons, Pair, one_sided, prepare
from aligner.model import Alignment, Bead, Document
from aligner.model.alignment import ordered


@dataclass(frozen=True, slots=True)
class Digest:
    """The free aligner.

    `least` is the probability (0..1) that a link needs; `anchors` are beads of a single pair that must hold.
    """

    lexicons: Lexicons = LEXICONS
    least: float = 0.45
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
        texts = prepare(base, version, self.lexicons, self.anchors)
        found = measured(base, version, texts)
        return self.linked(base, version, found, found.probabilities(shipped(found.one_language)))

    def linked(self, base: Document, version: Document, found: Measured, probability: Floats) -> Alignment:
        """The same from candidates measured already and how likely each of them is a link."""
        own, extra = beads(found, probability, self.least)
        return Alignment(base.id, version.id, ordered(own), "digest", monotone=False, secondary=ordered(extra))
