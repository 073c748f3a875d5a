"""What tells a translation from a digest: how much shorter one text is, and whether its passages changed places."""

from __future__ import annotations

import dataclasses
from bisect import bisect_left
from collections.abc import Iterable, Sequence

import numpy as np

from aligner.aligners._prepared import Prepared
from aligner.aligners._similarity import bags
from aligner.model import Alignment, Bead, Document

DENSITY = {"zh": 0.31, "yue": 0.31, "wuu": 0.31, "ja": 0.43, "ko": 0.47}
"""Characters, white space left out, for what takes one in English; 1 for all languages that are not named.
Medians over parallel news and prose; single full translations stay within a third of them."""

CHANCE = 0.002
"""Likeness that any two sentences may have."""

SURE = 0.93
"""Confidence of the links whose order is looked at."""


def shrinkage(base: Document, version: Document) -> float:
    """The shorter text's length as a share of the longer one's, 0..1, each measured in what it says."""
    sizes = sorted(_content(document) for document in (base, version))
    return sizes[0] / sizes[1] if sizes[1] else 1.0


def _content(document: Document) -> float:
    characters = sum(len("".join(s.text.split())) for s in document.segments)
    return characters / DENSITY.get(document.language, 1.0)


def displaced(beads: Iterable[Bead], smaller: int) -> tuple[float, float]:
    """Two shares, 0..1: sure links a segment of the `smaller` side; and those of them out of order.

    Links are out of order that stand in no longest rising chain.
    """
    starts = sorted(
        (b.base[0], b.version[0]) for b in beads if b.paired and b.confidence is not None and b.confidence >= SURE
    )
    chain: list[int] = []
    for _, j in starts:
        place = bisect_left(chain, j)
        chain[place : place + 1] = [j]
    return len(starts) / max(smaller, 1), 1 - len(chain) / max(len(starts), 1)


def kinship(beads: Sequence[Bead], base: Document, version: Document, texts: Prepared) -> float:
    """How many times as alike the sides of the beads are as any other sentences of the two texts.

    Full translations of news and novels, 60 sentences each, had 5.9 to 26; texts on other matters 1.2 to 4.4.
    """
    likeness = np.mean([kind.cosines() for kind in bags(base, version, texts)], axis=0)
    inside = np.zeros(likeness.shape, dtype=bool)
    best = []
    for bead in beads:
        if bead.paired:
            cells = np.ix_(bead.base, bead.version)
            inside[cells] = True
            best.append(float(likeness[cells].max()))
    if inside.all() or not best:
        return float("inf")
    return float(np.mean(best)) / (float(likeness[~inside].mean()) + CHANCE)


def doubted(found: Alignment) -> Alignment:
    """The alignment with its links half as sure: between texts that seem to be strangers most are chance."""

    def less(bead: Bead) -> Bead:
        sure = bead.confidence if bead.confidence is None or not bead.paired else round(bead.confidence / 2, 4)
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
