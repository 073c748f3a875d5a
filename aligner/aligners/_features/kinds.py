"""What kind of word each type of a text is."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from aligner.aligners._corpus import Encoded, Floats, Singles

MARKS = frozenset('?!":;()…-%$')
RARE = 3
"""Occurrences up to which a word of a text counts as rare."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """For each type of a text 1 or 0, `value` 0..1: how much it says to find it."""

    word: Singles
    number: Singles
    mark: Singles
    rare: Singles
    value: Singles


def kinds(text: Encoded, chance: Floats) -> Kinds:
    """The kinds of a text's types."""
    number = np.array([t.startswith("#") for t in text.types], dtype=np.float64)
    mark = np.array([t in MARKS for t in text.types], dtype=np.float64)
    word = 1 - number - mark
    rare = (text.frequencies <= RARE) * word
    value = np.minimum(-np.log(chance), 8.0) / 8 * (1 - mark)
    return Kinds(*(x.astype(np.float32) for x in (word, number, mark, rare, value)))
