"""Writes `aligner/aligners/_free/weights.tsv`: python tests/training/digest_weights.py FOLDER

FOLDER holds one folder an example with `base.txt`, `version.txt` (one sentence a line), `gold.txt` (a ladder; empty
for texts of other matters) and `example.toml`: base_lang, version_lang, and `weight` of the example (1 for real
digests; .4 for condensed and reordered versions made from full translations, .02 for texts of other matters).
Logistic regression by Newton steps with a ridge; the second model is fitted to the links that the first finds, then
to its own, three times in all. No example names who speaks: that weight is set by hand.
"""

from __future__ import annotations

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from aligner.aligners._corpus import Floats
from aligner.aligners._free.features import FIRST, REFINED
from aligner.aligners._free.model import Measured, logistic, measured
from aligner.aligners._prepared import LEXICONS, prepare
from aligner.formats import read
from aligner.formats.ladder import read_beads
from aligner.plugins import resource
from aligner.segmenters import segment

RIDGE, ROUNDS, STEPS = 1.0, 3, 15
OTHER_SPEAKER = -2.0


@dataclass(frozen=True, slots=True)
class Example:
    found: Measured
    linked: Floats
    weight: float


def example(folder: Path) -> Example:
    facts = tomllib.loads((folder / "example.toml").read_text(encoding="utf-8"))
    base, version = (
        segment(read(folder / f"{side}.txt", lang=facts[f"{side}_lang"], sentences=True), sentences=True)
        for side in ("base", "version")
    )
    gold = read_beads((folder / "gold.txt").read_text(encoding="utf-8"))
    links = {(i, j) for bead in gold for i in bead.base for j in bead.version}
    found = measured(base, version, prepare(base, version, LEXICONS))
    pairs = zip(found.table.pairs.rows.tolist(), found.table.pairs.columns.tolist(), strict=True)
    return Example(found, np.array([float(pair in links) for pair in pairs]), facts["weight"])


def fitted(features: list[Floats], examples: list[Example]) -> Floats:
    rows, linked = np.vstack(features), np.concatenate([e.linked for e in examples])
    weights = np.concatenate([np.full(len(e.linked), e.weight) for e in examples])
    ridge = RIDGE * rows.std(axis=0) ** 2 + 1e-6
    found: Floats = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        chance = logistic(rows @ found)
        slope = rows.T @ (weights * (chance - linked)) + ridge * found
        curve = (rows * (weights * np.maximum(chance * (1 - chance), 1e-4))[:, None]).T @ rows + np.diag(ridge)
        found = found - np.linalg.solve(curve, slope)
    return found


def trained(examples: list[Example]) -> tuple[Floats, Floats]:
    first = fitted([e.found.table.own for e in examples], examples)
    likely = [logistic(e.found.table.own @ first) for e in examples]
    refined = np.zeros(len(REFINED))
    for _ in range(ROUNDS):
        features = [e.found.features(p) for e, p in zip(examples, likely, strict=True)]
        refined = fitted(features, examples)
        likely = [logistic(rows @ refined) for rows in features]
    return first, refined


def main(folder: Path) -> None:
    examples = [example(path) for path in sorted(folder.iterdir()) if path.is_dir()]
    if {e.found.one_language for e in examples} != {False, True}:
        sys.exit(f"{folder}: examples of one language and of two are needed; digest_material.py makes some")
    across, within = (trained([e for e in examples if e.found.one_language == one]) for one in (False, True))
    lines = ["# Weights of the free links (logistic): written by tests/training/digest_weights.py"]
    lines.append("feature\tfirst-across\tfirst-within\trefined-across\trefined-within")
    for k, name in enumerate(REFINED):
        early = [float(found[0][k]) if k < len(FIRST) else 0.0 for found in (across, within)]
        values = [*early, *(float(found[1][k]) for found in (across, within))]
        if name == "other-speaker":
            values = [OTHER_SPEAKER] * 4
        lines.append("\t".join([name, *(f"{value:.3f}" for value in values)]))
    path = resource("aligner.aligners._free", "weights.tsv")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
