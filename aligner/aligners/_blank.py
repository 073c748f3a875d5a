"""Empty lines of line-aligned files stand alone: nothing tells what they would belong to."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Callable

from aligner.aligners._prepared import unpaired
from aligner.model import Alignment, Bead, Document
from aligner.model.alignment import ordered


def blanks_apart(base: Document, version: Document, align: Callable[[Document, Document], Alignment]) -> Alignment:
    """What `align` makes of the segments that hold text; an empty one gets a one-sided bead of its own, unless it
    stands inside a bead."""
    kept = [[s.index for s in document.segments if s.text.strip()] for document in (base, version)]
    if len(kept[0]) == len(base.segments) and len(kept[1]) == len(version.segments):
        return align(base, version)
    found = align(_only(base, kept[0]), _only(version, kept[1]))

    def placed(bead: Bead) -> Bead:
        return Bead(_with_blanks(bead.base, kept[0]), _with_blanks(bead.version, kept[1]), bead.confidence)

    beads = [placed(b) for b in found.beads]
    taken = {i for b in beads for i in b.base}, {j for b in beads for j in b.version}
    blank = unpaired(
        sorted(set(range(len(base.segments))) - taken[0]), sorted(set(range(len(version.segments))) - taken[1])
    )
    return dataclasses.replace(
        found, beads=ordered([*beads, *blank]), secondary=ordered(map(placed, found.secondary))
    )


def _with_blanks(side: tuple[int, ...], kept: list[int]) -> tuple[int, ...]:
    """Places in the full text; an empty line between two neighbours of one bead belongs to it."""
    full = [kept[i] for i in side[:1]]
    for before, here in itertools.pairwise(side):
        full += range(kept[before] + 1, kept[here] + 1) if here == before + 1 else [kept[here]]
    return tuple(full)


def _only(document: Document, kept: list[int]) -> Document:
    segments = (dataclasses.replace(document.segments[i], index=n) for n, i in enumerate(kept))
    return dataclasses.replace(document, segments=tuple(segments))
