"""Chooses between `translation` and `digest` by what the texts show.

The monotone aligner is for a version that follows the base sentence by sentence, the free one for a version that
condenses or reorders it. Free it is when one text says less than two thirds of the other (in characters, by
what the languages need for the same content) and leaves sentences out, or when sure links show that sentences
changed places; a few whole passages that moved are followed by the monotone aligner. The choice is the `aligner` of
the result, its grounds the `reason`. In one language the free links also take apart what the monotone path merged
too much. Texts that have little in common are linked freely, with low confidence.

Limits: a passage of fewer than three sentences is not seen to have moved, without a dictionary none is; of texts of
very many segments only the lengths are compared.
"""

from __future__ import annotations

import dataclasses
import warnings
from collections.abc import Sequence
from dataclasses import dataclass

from aligner.aligners._anchors import for_one, restored, rising
from aligner.aligners._blank import blanks_apart
from aligner.aligners._choice import Links, complete, displaced, doubted, kinship, line_by_line, refined, shrinkage
from aligner.aligners._free.model import measured, shipped
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

FEW = 2.0
"""Links by chance that short texts of other matters may seem to have."""


STRANGERS = "the texts have little in common"
IN_ORDER = "sentence by sentence"


@dataclass(frozen=True, slots=True)
class Auto:
    """The aligner that the pipeline uses unless told otherwise.

    `shrunk` is the share (0..1) of the longer text that the shorter one must at least say to be a translation,
    `half` the share where every sentence has its counterpart in order, `blind` the share without a dictionary;
    `moved` and `moved_across` the shares of
    sure links out of order from which on a version counts as reordered, in one language and across languages;
    `linked` the sure links a segment that this must rest on; `cells` limits the texts (base x version segments)
    whose order is looked at. `kin` is how likely the beads of a translation must be links by their words alone
    (mean, 0..1, more in short texts; `kin_alone` where no dictionary helps), else the texts are strangers and only
    what is alike is paired; `telling` the segments from which on this shows without a dictionary; `shared` how
    likely a sentence of the shorter text must have a counterpart at all for free links to be trusted. `anchors`
    are beads of a single pair that must hold; where they cross each other the version counts as reordered.
    """

    lexicons: Lexicons = LEXICONS
    shrunk: float = 0.68
    half: float = 0.6
    blind: float = 0.45
    moved: float = 0.15
    moved_across: float = 0.5
    linked: float = 0.4
    cells: int = 3_000_000
    kin: float = 0.2
    kin_alone: float = 0.08
    telling: int = 15
    shared: float = 0.42
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
        own = dataclasses.replace(self, anchors=fixed)
        in_lines = [line_by_line(*pair) for pair in pairs]
        found = blanks_apart(pairs, lambda kept: own._align_many(kept, in_lines))
        return [restored(a, self.anchors) for a in found]

    def _align_many(self, pairs: Sequence[Pair], in_lines: Sequence[bool]) -> list[Alignment]:
        found: dict[int, Alignment] = {}
        for group in by_languages(pairs):
            prepared = prepare_many([pairs[k] for k in group], self.lexicons, self.anchors)
            texts = dict(zip(group, prepared, strict=True))
            free = {k: None if in_lines[k] else self._free(pairs[k], texts[k]) for k in group}
            for k, links in free.items():
                reason = self._loose(pairs[k], links, texts[k].dictionary) if links else ""
                if links and reason:
                    found[k] = self._linked(links, texts[k].dictionary, reason)
            rest = [k for k in group if k not in found]
            if rest:
                traced = Translation(self.lexicons).traced([texts[k] for k in rest])
                found |= {
                    k: self._settled(pairs[k], texts[k], beads, free[k])
                    for k, beads in zip(rest, traced, strict=True)
                }
        return [found[k] if k in found else alignment(pair, one_sided(pair)) for k, pair in enumerate(pairs)]

    def _free(self, pair: Pair, texts: Prepared) -> Links | None:
        """The free links where they are asked for: not for a sentence against a sentence, nor for large texts."""
        size, other = len(texts.base), len(texts.version)
        if size == other == 1 or (size * other > self.cells and shrinkage(*pair) >= self.shrunk):
            return None
        found = measured(*pair, texts)
        probability = found.probabilities(shipped(found.one_language))
        return Links(found, probability, Digest().linked(*pair, found, probability))

    def _linked(self, links: Links, dictionary: bool, reason: str) -> Alignment:
        """The free links, doubted where the texts seem to be strangers."""
        if dictionary and links.found.table.share(links.probability) < self.shared:
            return dataclasses.replace(doubted(links.alignment), reason=STRANGERS)
        return dataclasses.replace(links.alignment, reason=reason)

    def _loose(self, pair: Pair, links: Links, dictionary: bool) -> str:
        """Why the texts are linked freely: one says much less, or its sentences changed places; empty if not."""
        base, version = pair
        beads = links.alignment.beads
        sizes = len(base.segments), len(version.segments)
        linked, moved = displaced(beads, links.order, min(sizes))
        if linked >= self.linked and moved >= (
            self.moved if base.language == version.language else self.moved_across
        ):
            return f"{moved:.0%} of the sure links are out of order"
        less = shrinkage(base, version)
        if less >= self.shrunk or (less >= self.half and not moved and complete(beads, sizes)):
            return ""
        if not dictionary and less >= self.blind:
            return ""  # numbers and names alone link too little; a path at least keeps what it has in order
        return f"the shorter text says about {less:.0%} of the other"

    def _settled(self, pair: Pair, texts: Prepared, beads: list[Bead], links: Links | None) -> Alignment:
        """The translation, moved passages followed; the free links where the texts are strangers."""
        if links is None:
            return dataclasses.replace(alignment(pair, beads), reason=IN_ORDER)
        moved = False
        if texts.dictionary:  # numbers and names alone have led astray, with confidence
            beads, moved = links.followed(texts, beads, self._traced)
        size = min(len(texts.base), len(texts.version))
        needed = self.kin + FEW / size if texts.dictionary else self.kin_alone
        strangers = kinship(beads, links.found, links.probability) < needed
        if strangers and (texts.dictionary or size >= self.telling):
            return dataclasses.replace(doubted(links.alignment), reason=STRANGERS)
        if pair[0].language == pair[1].language:
            beads = refined(beads, links.alignment.beads)
        reason = "sentence by sentence, some passages moved" if moved else IN_ORDER
        return dataclasses.replace(alignment(pair, beads), monotone=not moved, reason=reason)

    def _traced(self, texts: Prepared) -> list[Bead]:
        """The monotone beads of one pair."""
        return next(iter(Translation(self.lexicons).traced([texts])))
