"""What tells a translation from a digest: how much shorter one text is, and whether its passages changed places."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product

import numpy as np

from aligner.aligners._corpus import Floats, Ints
from aligner.aligners._free.model import Measured
from aligner.aligners._moved import base_order, put_back
from aligner.aligners._prepared import Prepared
from aligner.model import Alignment, Bead, Document

DENSITY = {"zh": 0.31, "yue": 0.31, "wuu": 0.31, "ja": 0.43, "ko": 0.47}
"""Characters, white space left out, for what takes one in English; 1 for all languages that are not named.
Medians over parallel news and prose; single full translations stay within a third of them."""

COMPLETE = 0.9
"""Share of the segments of a text that are nearly all."""

GAIN = 2.0
"""Free links that must be won for passages to count as moved."""

SURE = 0.9
"""Confidence of the links whose order is looked at."""


@dataclass(frozen=True, slots=True)
class Links:
    """The free links of two texts, and all that was measured to find them."""

    found: Measured
    probability: Floats
    alignment: Alignment

    @property
    def order(self) -> Ints | None:
        """The version's segments in the order of the base, where whole passages moved; else None."""
        table = self.found.table
        if self.found.anchors:
            return None
        columns = (table.pairs.rows.tolist(), table.pairs.columns.tolist(), self.probability.tolist())
        titles = [(i, j, 1.0) for i, j in self.found.titles]
        return base_order([*zip(*columns, strict=True), *titles], table.height, table.width)

    def followed(
        self, texts: Prepared, beads: list[Bead], trace: Callable[[Prepared], list[Bead]]
    ) -> tuple[list[Bead], bool]:
        """The monotone beads, found anew with `trace` around and inside of passages that moved; whether any did.

        They stay as they are where the free links agree no better with what is found anew.
        """
        order = self.order
        if order is None:
            return beads, False
        anew = put_back(trace(texts.in_order(order)), order)
        gain = self.agreed(anew) - self.agreed(beads)
        return (anew, True) if gain >= GAIN else (beads, False)

    def agreed(self, beads: Iterable[Bead]) -> float:
        """How many of the free links the beads hold."""
        pairs = zip(self.found.table.pairs.rows.tolist(), self.found.table.pairs.columns.tolist(), strict=True)
        sure = dict(zip(pairs, self.probability.tolist(), strict=True))
        return float(sum(sure.get(p, 0.0) for b in beads for p in product(b.base, b.version)))


def shrinkage(base: Document, version: Document) -> float:
    """The shorter text's length as a share of the longer one's, 0..1, each measured in what it says."""
    sizes = sorted(_content(document) for document in (base, version))
    return sizes[0] / sizes[1] if sizes[1] else 1.0


def _content(document: Document) -> float:
    characters = sum(len("".join(s.text.split())) for s in document.segments)
    return characters / DENSITY.get(document.language, 1.0)


def displaced(beads: Iterable[Bead], order: Ints | None, smaller: int) -> tuple[float, float]:
    """Two shares, 0..1: sure links a segment of the `smaller` side; and those of them out of order.

    Links are out of order that stand in no longest rising chain when the version is read in `order`.
    """
    place = {int(j): k for k, j in enumerate(order)} if order is not None else {}
    starts = sorted(
        (b.base[0], place.get(b.version[0], b.version[0]))
        for b in beads
        if b.paired and b.confidence is not None and b.confidence >= SURE
    )
    chain: list[int] = []
    for _, j in starts:
        at = bisect_left(chain, j)
        chain[at : at + 1] = [j]
    return len(starts) / max(smaller, 1), 1 - len(chain) / max(len(starts), 1)


def kinship(beads: Iterable[Bead], found: Measured, probability: Floats) -> float:
    """How likely the beads' sides are linked by their words alone, wherever they stand; mean over the beads, 0..1.

    Translations in windows of 10 to 40 sentences had .64 and more (.33 once) where a dictionary helped, .03 to .87
    where none did; texts on other matters at most .37 (.57 once), and .22.
    """
    pairs = zip(found.table.pairs.rows.tolist(), found.table.pairs.columns.tolist(), strict=True)
    place = dict(zip((*pairs, *found.titles), (*probability.tolist(), *(1.0 for _ in found.titles)), strict=True))
    best = [max(place.get(p, 0.0) for p in product(b.base, b.version)) for b in beads if b.paired]
    return float(np.mean(best)) if best else 0.0


def line_by_line(base: Document, version: Document) -> bool:
    """Whether the version keeps an empty line where it leaves one of the base out."""
    blank = [{s.index for s in document.segments if not s.text.strip()} for document in (base, version)]
    return len(base.segments) == len(version.segments) and blank[0] != blank[1]


def complete(beads: Iterable[Bead], sizes: tuple[int, int]) -> bool:
    """Whether nearly all segments of both texts are in paired beads."""
    paired = [b for b in beads if b.paired]
    linked = (sum(len(b.base) for b in paired), sum(len(b.version) for b in paired))
    return all(n >= COMPLETE * size for n, size in zip(linked, sizes, strict=True))


def doubted(found: Alignment) -> Alignment:
    """The alignment half as sure: between texts that seem to be strangers most links are chance, and what has none
    may be misunderstood."""

    def less(bead: Bead) -> Bead:
        sure = None if bead.confidence is None else round(bead.confidence / 2, 4)
        return dataclasses.replace(bead, confidence=sure)

    return dataclasses.replace(
        found, beads=tuple(map(less, found.beads)), secondary=tuple(map(less, found.secondary))
    )


def refined(beads: Iterable[Bead], free: Iterable[Bead]) -> list[Bead]:
    """The monotone beads, each merged one taken apart where the free links explain it from within.

    That is where the free beads that touch it stay inside it and pair something: a sentence that a monotone path
    swallowed, to skip being dear, stands alone again. Only words show that, so it is for texts of one language.
    """
    by_base: dict[int, Bead] = {}
    by_version: dict[int, Bead] = {}
    for bead in free:
        by_base.update(dict.fromkeys(bead.base, bead))
        by_version.update(dict.fromkeys(bead.version, bead))
    found: list[Bead] = []
    for bead in beads:
        parts = {by_base[i] for i in bead.base} | {by_version[j] for j in bead.version}
        inside = all({*p.base} <= {*bead.base} and {*p.version} <= {*bead.version} for p in parts)
        apart = len(bead.base) + len(bead.version) > 2 and inside and any(p.paired for p in parts)
        found += parts if apart else [bead]
    return found
