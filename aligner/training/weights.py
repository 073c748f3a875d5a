"""The file of weights: a table that can be read."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from aligner.aligners._scorer import BARE_TEMPER, SEEN, TEMPER
from aligner.plugins import resource
from aligner.training.model import Fitted

TEMPERED = {
    TEMPER: "factor on scores before probabilities are taken",
    BARE_TEMPER: "the same for texts without a dictionary",
}


def meanings() -> list[tuple[re.Pattern[str], str]]:
    """Patterns of feature names with what such features mean; the first that matches a name holds."""
    text = resource("aligner.training", "meanings.toml").read_text(encoding="utf-8")
    return [(re.compile(pattern), meaning) for pattern, meaning in tomllib.loads(text).items()]


def meaning(name: str) -> str:
    """What a feature means."""
    found = next((text for pattern, text in meanings() if pattern.search(name)), "")
    if name.endswith(", apart"):
        return f"{found}; by how much the two directions differ"
    return found


def written(names: Sequence[str], fitted: Fitted, tempers: Mapping[str, float], seen: Iterable[str]) -> str:
    """The text of the file: feature, weight (nats a unit), spread of the feature, meaning; before them the tempers
    and the pairs of scripts trained on."""
    rows = [
        "feature\tweight\tspread\tmeaning",
        *(f"{row}\t{tempers[row]}\t\t{text}" for row, text in TEMPERED.items()),
        *(f"{SEEN}{pair}\t1\t\ttrained on texts in these scripts" for pair in sorted(seen)),
    ]
    for name, weight, spread in zip(names, fitted.weights, fitted.spread, strict=True):
        shown = "0" if np.isinf(spread) else f"{weight:.4g}"
        rows.append(f"{name}\t{shown}\t{0 if np.isinf(spread) else spread:.3g}\t{meaning(name)}")
    return "\n".join(rows) + "\n"
