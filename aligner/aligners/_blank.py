"""Empty lines of line-aligned files stand alone: nothing tells what they would belong to."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable, Sequence

from aligner.aligners._prepared import Pair, unpaired
from aligner.model import Alignment, Bead, Document
from aligner.model.alignment import ordered


def blanks_apart(pairs: Sequence[Pair], align: Callable[[Sequence[Pair]], Sequence[Alignment]]) -> list[Alignment]:
    """What `align` makes of the segments that hold text; an empty one gets a one-sided bead of its own, unless it
    stands inside a bead."""
    kept = [[[s.index for s in document.segments if s.text.strip()] for document in pair] for pair in pairs]
    found = align([(_only(b, left), _only(v, right)) for (b, v), (left, right) in zip(pairs, kept, strict=True)])
    return [_restored(*each) for each in zip(found, pairs, kept, strict=True)]


def _restored(found: Alignment, pair: Pair, kept: Sequence[list[int]]) -> Alignment:
    """The alignment of the kept segments as one of the whole texts."""
    if all(len(k) == len(document.segments) for k, document in zip(kept, pair, strict=True)):
        return found

    def placed(bead: Bead) -> Bead:
        return Bead(_with_blanks(bead.base, kept[0]), _with_blanks(bead.version, kept[1]), bead.confidence)

    beads = [placed(b) for b in found.beads]
    taken = {i for b in beads for i in b.base}, {j for b in beads for j in b.version}
    free = (sorted(set(range(len(document.segments))) - used) for document, used in zip(pair, taken, strict=True))
    return dataclasses.replace(
        found, beads=ordered([*beads, *unpaired(*free)]), secondary=ordered(map(placed, found.secondary))
    )


def _with_blanks(side: tuple[int, ...], kept: list[int]) -> tuple[int, ...]:
    """Places in the full text; an empty line between two neighbours of one bead belongs to it."""
    full = [kept[i] for i in side[:1]]
    for before, here in itertools.pairwise(side):
        full += range(kept[before] + 1, kept[here] + 1) if here == before + 1 else [kept[here]]
    return tuple(full)


def _only(document: Document, kept: list[int]) -> Document:
    if len(kept) == len(document.segments):
        return document
    segments = (dataclasses.replace(document.segments[i], index=n) for n, i in enumerate(kept))
    return dataclasses.replace(document, segments=tuple(segments))
