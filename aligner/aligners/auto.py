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
from dataclasses import dataclass

from aligner.aligners._blank import blanks_apart
from aligner.aligners._choice import displaced, kinship, refined, shrinkage
from aligner.aligners._prepared import LEXICONS, prepare
from aligner.aligners.digest import Digest
from aligner.aligners.translation import Translation
from aligner.model import Alignment, Document
from aligner.model.alignment import ordered


@dataclass(frozen=True, slots=True)
class Auto:
    """The aligner that the pipeline uses unless told otherwise.

    `shrunk` is the share (0..1) of the longer text that the shorter one must at least say to be a translation;
    `moved` and `moved_across` the shares of sure links out of order from which on a version counts as reordered,
    in one language and across languages; `linked` the sure links a segment that this must rest on; `cells`
    limits the texts (base x version segments) whose order is looked at. `kin` is how much more alike than chance
    the beads of a translation must be, else the texts are strangers and only what is alike is paired; `telling`
    the segments from which on this shows without a dictionary.
    """

    shrunk: float = 0.68
    moved: float = 0.15
    moved_across: float = 0.5
    linked: float = 0.4
    cells: int = 250_000
    kin: float = 5.0
    telling: int = 15

    def align(self, base: Document, version: Document) -> Alignment:
        """Align two documents by the method that suits them."""
        return blanks_apart(base, version, self._align)

    def _align(self, base: Document, version: Document) -> Alignment:
        size, other = len(base.segments), len(version.segments)
        if min(size, other) == 0 or size == other == 1:
            return Translation().align(base, version)
        texts = prepare(base, version, LEXICONS)
        if shrinkage(base, version) < self.shrunk:
            return Digest().linked(base, version, texts)
        if size * other > self.cells:
            return Translation().traced(base, version, texts)
        free = Digest().linked(base, version, texts)
        linked, moved = displaced(free.beads, min(size, other))
        same = base.language == version.language
        if linked >= self.linked and moved >= (self.moved if same else self.moved_across):
            return free
        found = Translation().traced(base, version, texts)
        if (texts.dictionary or min(size, other) >= self.telling) and (
            kinship(found.beads, base, version, texts) < self.kin
        ):
            return free
        if same:
            found = dataclasses.replace(found, beads=ordered(refined(found.beads, free.beads)))
        return found
