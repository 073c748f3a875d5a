"""Links that a person has fixed (anchors): whether a path can hold them, and how they stand in the result."""

from __future__ import annotations

import dataclasses
import itertools
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence

from aligner.errors import UsageError
from aligner.model import Alignment, Bead, Document
from aligner.model.alignment import ordered

Cell = tuple[int, int]


def rising(anchors: Iterable[Bead]) -> bool:
    """Whether one monotone path can hold them all: no gaps within a side, the same order in both texts."""
    pairs = _pairs(anchors)
    unbroken = all(side[-1] - side[0] == len(side) - 1 for b in pairs for side in (b.base, b.version))
    return unbroken and all(
        one.base[-1] < two.base[0] and one.version[-1] < two.version[0] for one, two in itertools.pairwise(pairs)
    )


def refuse_crossing(anchors: Iterable[Bead]) -> None:
    """Raise UsageError where the anchors cannot stand on one monotone path."""
    pairs = _pairs(anchors)
    for two in pairs:
        for side in (two.base, two.version):
            if side[-1] - side[0] != len(side) - 1:
                raise UsageError(f"anchor {_shown(two)} skips segments; use --aligner digest, or leave it out")
    for one, two in itertools.pairwise(pairs):
        if not rising((one, two)):
            raise UsageError(
                f"anchors {_shown(one)} and {_shown(two)} cross; use --aligner digest, or leave one out"
            )


def for_one(anchors: Sequence[Bead], pairs: Sequence[tuple[Document, Document]]) -> tuple[Bead, ...]:
    """The anchors of the only pair, by the places of segments that hold text (see `inside`).

    Raises UsageError for several pairs: it could not be told whose segments are meant.
    """
    if anchors and len(pairs) != 1:
        raise UsageError(f"anchors are for one pair of texts, not for {len(pairs)}; align that pair by itself")
    return inside(anchors, *pairs[0]) if anchors else ()


def inside(anchors: Iterable[Bead], base: Document, version: Document) -> tuple[Bead, ...]:
    """The anchors by the places of the segments that hold text; what is left of each is empty lines else."""
    places = [
        {s.index: n for n, s in enumerate(s for s in document.segments if s.text.strip())}
        for document in (base, version)
    ]
    found = []
    for anchor in anchors:
        sides = [
            tuple(place[i] for i in side if i in place)
            for side, place in zip((anchor.base, anchor.version), places, strict=True)
        ]
        if any(sides):
            found.append(Bead(sides[0], sides[1]))
    return tuple(found)


def restored(alignment: Alignment, anchors: Sequence[Bead]) -> Alignment:
    """The alignment with exactly these anchors in it, sure; their segments stand nowhere else."""
    if not anchors:
        return alignment
    fixed = {i for b in anchors for i in b.base}, {j for b in anchors for j in b.version}

    def freed(bead: Bead) -> Iterable[Bead]:
        base = tuple(i for i in bead.base if i not in fixed[0])
        version = tuple(j for j in bead.version if j not in fixed[1])
        if base or version:
            yield Bead(base, version, bead.confidence)

    beads = [part for bead in alignment.beads for part in freed(bead)]
    beads += [dataclasses.replace(anchor, confidence=1.0) for anchor in anchors]
    kept = [b for b in alignment.secondary if fixed[0].isdisjoint(b.base) and fixed[1].isdisjoint(b.version)]
    return dataclasses.replace(alignment, beads=ordered(beads), secondary=ordered(kept))


def corners(anchors: Iterable[Bead]) -> list[tuple[Cell, Cell]]:
    """Where the path enters and leaves each two-sided anchor."""
    return [((b.base[0], b.version[0]), (b.base[-1] + 1, b.version[-1] + 1)) for b in _pairs(anchors)]


def between(links: Mapping[Cell, float], anchors: Sequence[Bead]) -> dict[Cell, float]:
    """The links (base segment, version segment) that lie in one stretch between the anchors in both texts."""
    rectangles = corners(anchors)
    if not rectangles:
        return dict(links)
    starts, stops = [r[0] for r in rectangles], [r[1] for r in rectangles]

    def fits(cell: Cell) -> bool:
        k = bisect_right(starts, cell[0], key=lambda corner: corner[0])
        after = k == 0 or (cell[0] >= stops[k - 1][0] and cell[1] >= stops[k - 1][1])
        return after and (k == len(starts) or cell[1] < starts[k][1])

    return {cell: weight for cell, weight in links.items() if fits(cell)}


def led(chain: Iterable[Cell], anchors: Sequence[Bead]) -> list[Cell]:
    """The chain of cells with the corners of the anchors in it."""
    return sorted({*chain, *(corner for rectangle in corners(anchors) for corner in rectangle)})


def _pairs(anchors: Iterable[Bead]) -> list[Bead]:
    return sorted((b for b in anchors if b.paired), key=lambda b: (b.base, b.version))


def _shown(bead: Bead) -> str:
    return f"{list(bead.base)}:{list(bead.version)}"
