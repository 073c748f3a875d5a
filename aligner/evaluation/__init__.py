"""How good an alignment is: strict and lax precision, recall and F1, as the field's scorers count them.

A predicted bead is a strict hit when it equals a gold bead, a lax hit when it shares a sentence pair with one.
Precision is taken over all distinct predicted beads, one-sided ones included; recall over the gold beads with
both sides filled, held against the predicted beads with both sides filled. Counts of several documents are added
before any figure is taken (micro average). These are the definitions of Vecalign's score.py (Thompson & Koehn
2019), so figures compare with the literature.

Links are pairs of one base and one version segment that stand in one bead: the figure for digests, where it
matters less how sentences are grouped than which answer which.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from aligner.model import Bead

Pair = tuple[tuple[int, ...], tuple[int, ...]]

KINDS = ("strict", "lax", "links")
FIGURES = tuple(f"{figure}_{kind}" for kind in KINDS for figure in ("precision", "recall", "f1"))
"""The figures that an Evaluation has, each 0..1, higher is better."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Counts of one document or, added up with `+`, of several."""

    strict: int = 0
    lax: int = 0
    predicted: int = 0
    strict_found: int = 0
    lax_found: int = 0
    gold: int = 0
    links: int = 0
    links_predicted: int = 0
    links_gold: int = 0

    def __add__(self, other: Evaluation) -> Evaluation:
        return Evaluation(
            self.strict + other.strict,
            self.lax + other.lax,
            self.predicted + other.predicted,
            self.strict_found + other.strict_found,
            self.lax_found + other.lax_found,
            self.gold + other.gold,
            self.links + other.links,
            self.links_predicted + other.links_predicted,
            self.links_gold + other.links_gold,
        )

    @property
    def precision_strict(self) -> float:
        """Share of the predicted beads that are gold beads; 0 where nothing was predicted."""
        return self.strict / self.predicted if self.predicted else 0.0

    @property
    def recall_strict(self) -> float:
        """Share of the gold beads with both sides that were predicted; 0 where there are none."""
        return self.strict_found / self.gold if self.gold else 0.0

    @property
    def f1_strict(self) -> float:
        """Harmonic mean of strict precision and recall."""
        return _harmonic(self.precision_strict, self.recall_strict)

    @property
    def precision_lax(self) -> float:
        """Share of the predicted beads that share a sentence pair with a gold bead."""
        return self.lax / self.predicted if self.predicted else 0.0

    @property
    def recall_lax(self) -> float:
        """Share of the gold beads with both sides that share a sentence pair with a predicted bead."""
        return self.lax_found / self.gold if self.gold else 0.0

    @property
    def f1_lax(self) -> float:
        """Harmonic mean of lax precision and recall."""
        return _harmonic(self.precision_lax, self.recall_lax)

    @property
    def precision_links(self) -> float:
        """Share of the predicted links that are gold links."""
        return self.links / self.links_predicted if self.links_predicted else 0.0

    @property
    def recall_links(self) -> float:
        """Share of the gold links that were predicted."""
        return self.links / self.links_gold if self.links_gold else 0.0

    @property
    def f1_links(self) -> float:
        """Harmonic mean of the links' precision and recall."""
        return _harmonic(self.precision_links, self.recall_links)


def evaluate(gold: Iterable[Bead], test: Iterable[Bead]) -> Evaluation:
    """Hold the beads of one document against gold beads; order and confidences do not matter."""
    wanted = {(b.base, b.version) for b in gold}
    found = {(b.base, b.version) for b in test}
    strict, lax = _hits(wanted, found)
    strict_found, lax_found = _hits(_paired(found), _paired(wanted))
    ours, theirs = _links(found), _links(wanted)
    return Evaluation(
        strict,
        lax,
        len(found),
        strict_found,
        lax_found,
        len(_paired(wanted)),
        len(ours & theirs),
        len(ours),
        len(theirs),
    )


def _hits(reference: set[Pair], candidates: set[Pair]) -> tuple[int, int]:
    partners: dict[int, set[int]] = {}
    for base, version in reference:
        for i in base:
            partners.setdefault(i, set()).update(version)
    strict = len(candidates & reference)
    lax = sum(
        (base, version) not in reference and any(not partners.get(i, set()).isdisjoint(version) for i in base)
        for base, version in candidates
    )
    return strict, strict + lax


def _paired(beads: set[Pair]) -> set[Pair]:
    return {bead for bead in beads if all(bead)}


def _links(beads: set[Pair]) -> set[tuple[int, int]]:
    return {(i, j) for base, version in beads for i in base for j in version}


def _harmonic(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
