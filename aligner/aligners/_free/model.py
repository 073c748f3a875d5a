"""How likely each candidate is a link: two logistic models, one for the first look and one that sees the links.

Weights stand in `weights.tsv`, one column for pairs of one language and one across languages for each model;
`tests/training/digest_weights.py` writes it. The second model is applied to its own result a few times, so that
links close by help each other (iterated conditional modes over soft links; Besag 1986).
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
import numpy.typing as npt

from aligner.aligners._corpus import Floats
from aligner.aligners._free.candidates import Candidates, candidates
from aligner.aligners._free.features import FIRST, REFINED, Table, table
from aligner.aligners._free.wording import sides
from aligner.aligners._prepared import Prepared
from aligner.model import Document, Role, Segment
from aligner.plugins import resource

ROUNDS = 4
"""How often the second model looks at its own links."""

OTHER_SPEAKER = 0.8
"""Mark of a pair that different people say; `features` asks only whether it is below 1."""

CLOSING = "\"'”’»」』)）】"
"""What may stand after the last word of a headline or of a sentence."""

Link = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Weights:
    """Of the first look and of the later ones, in the order of FIRST and REFINED."""

    first: Floats
    refined: Floats


@dataclass(frozen=True, slots=True)
class Measured:
    """Two texts measured: the candidates, the title pair if there is one, and links that are certain."""

    table: Table
    titles: tuple[Link, ...]
    anchors: tuple[Link, ...]
    one_language: bool

    def probabilities(self, weights: Weights) -> Floats:
        """How likely each candidate is a link, 0..1."""
        found = logistic(self.table.own @ weights.first)
        for _ in range(ROUNDS):
            found = logistic(self.features(found) @ weights.refined)
        return found

    def features(self, probability: Floats) -> Floats:
        """All features of the candidates, given how likely they are."""
        return self.table.with_links(probability, (*self.titles, *self.anchors))


def measured(base: Document, version: Document, texts: Prepared) -> Measured:
    """Find and measure the candidates of two documents that have segments."""
    ours, theirs = sides(base, version, texts)
    anchors = tuple((i, j) for bead in texts.anchors for i in bead.base for j in bead.version)
    fixed = [{i for b in texts.anchors for i in b.base}, {j for b in texts.anchors for j in b.version}]
    titles = tuple(t for t in _titles(base, version) if t[0] not in fixed[0] and t[1] not in fixed[1])
    for i, j in titles:
        fixed[0].add(i)
        fixed[1].add(j)
    pairs = _admitted(candidates(base, version, ours, theirs), base, version, fixed)
    one_language = base.language == version.language
    heard = _heard(pairs, base, version) if one_language else np.ones(len(pairs.rows))
    return Measured(table(pairs, ours, theirs, heard, one_language), titles, anchors, one_language)


def logistic(x: Floats) -> Floats:
    """1 / (1 + e^-x)."""
    found: Floats = 1 / (1 + np.exp(-np.clip(x, -30, 30)))
    return found


@cache
def shipped(one_language: bool) -> Weights:
    """The weights that come with the package."""
    path = resource("aligner.aligners._free", "weights.tsv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = {r["feature"]: r for r in csv.DictReader((x for x in file if x[0] != "#"), delimiter="\t")}
    kind = "within" if one_language else "across"
    return Weights(
        np.array([float(rows[name][f"first-{kind}"]) for name in FIRST]),
        np.array([float(rows[name][f"refined-{kind}"]) for name in REFINED]),
    )


def _admitted(pairs: Candidates, base: Document, version: Document, fixed: Sequence[set[int]]) -> Candidates:
    """The candidates without segments that are fixed, and without titles against body sentences."""
    kept = np.array(
        [
            i not in fixed[0]
            and j not in fixed[1]
            and (base.segments[i].role is Role.TITLE) == (version.segments[j].role is Role.TITLE)
            for i, j in zip(pairs.rows.tolist(), pairs.columns.tolist(), strict=True)
        ],
        dtype=bool,
    )
    return replace(pairs, rows=pairs.rows[kept], columns=pairs.columns[kept], spelling=pairs.spelling[kept])


def _titles(base: Document, version: Document) -> list[Link]:
    """The titles of both texts belong together however they read; where roles are unknown, headlines at the top."""
    found = [next((s.index for s in d.segments if s.role is Role.TITLE), None) for d in (base, version)]
    if found == [None, None] and _headed(base) and _headed(version):
        return [(0, 0)]
    return [(found[0], found[1])] if found[0] is not None and found[1] is not None else []


def _headed(document: Document) -> bool:
    """Whether the first of several segments ends like a headline, without a full stop."""
    first = document.segments[0].text.strip().rstrip(CLOSING)
    return len(document.segments) > 2 and first[-1:].isalnum()


def _heard(pairs: Candidates, base: Document, version: Document) -> Floats:
    """Lower than 1 where both sentences have a speaker and the names share no word."""
    ours, theirs = [_name(s) for s in base.segments], [_name(s) for s in version.segments]
    strangers: npt.NDArray[np.bool_] = np.array(
        [
            bool(ours[i] and theirs[j]) and ours[i].isdisjoint(theirs[j])
            for i, j in zip(pairs.rows.tolist(), pairs.columns.tolist(), strict=True)
        ],
        dtype=bool,
    )
    return np.where(strangers, OTHER_SPEAKER, 1.0)


def _name(segment: Segment) -> frozenset[str]:
    return frozenset((segment.speaker or "").casefold().replace("-", " ").split())
