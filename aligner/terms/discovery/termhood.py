"""How much of a term a recurring phrase is: C-value and NC-value (Frantzi, Ananiadou and Mima 2000).

C-value (section 3.1): log2 of the length times how often the phrase stands for itself, that is its frequency less
the mean frequency of the longer candidates that it is a part of. The length is counted in words, two Chinese
characters being one, plus one, so that single words are not lost. NC-value (section 3.2): 0.8 C-value + 0.2 times
the weights of the words around, a word weighing as many of the best candidates as it stands next to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from aligner.terms.discovery.phrases import Level, Numbers, Running

BEST = 200
"""Candidates by C-value whose surroundings are learned from."""

OWN = 0.8
"""Share of C-value in NC-value, as in the paper."""

ALONE = 0.3
"""Share of its occurrences in which a nested phrase must stand outside of every longer candidate."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A candidate: its units in a row of texts, how often it stands there, and its NC-value."""

    size: int
    first: int
    count: int
    places: Numbers
    value: float


def candidates(row: Running, found: Sequence[Level], most: int) -> list[Phrase]:
    """The best phrases with the shape of a term, at most `most`, in the order of their NC-value.

    A phrase that hardly ever stands outside of longer candidates is a part of them and none itself.
    """
    whole = _standing_alone(row, found)
    nested = [(np.zeros(len(x.counts)), np.zeros(len(x.counts))) for x in found]
    for long in range(1, len(found)):
        _nest(found, long, whole[long], nested)
    scored: list[tuple[float, int, int]] = []
    for number, level in enumerate(found):
        total, holders = nested[number]
        mean = np.divide(total, holders, out=np.zeros_like(total), where=holders > 0)
        words = level.size / 2 if row.han[level.first].any() else level.size
        value = np.log2(1 + words) * (level.counts - mean)
        for phrase in np.flatnonzero(whole[number] & (value > 0)).tolist():
            scored.append((float(value[phrase]), number, phrase))
    scored.sort(key=lambda s: (-s[0], found[s[1]].first[s[2]], s[1]))
    return _with_context(row, found, scored, most)


def _standing_alone(row: Running, found: Sequence[Level]) -> list[npt.NDArray[np.bool_]]:
    """Which phrases of each level are terms by themselves: often enough outside of every longer one that is."""
    reach = np.zeros(len(row.keys) + 1, dtype=np.int64)
    whole = []
    for level in reversed(found):
        places = np.flatnonzero(level.at >= 0)
        ends = places + level.size
        free = np.maximum.accumulate(reach)[places] < ends
        alone = np.bincount(level.at[places][free], minlength=len(level.counts))
        terms = level.term & (alone >= np.maximum(1, ALONE * level.counts))
        whole.append(terms)
        held = terms[level.at[places]]
        np.maximum.at(reach, places[held], ends[held])
    return whole[::-1]


def _nest(
    found: Sequence[Level],
    long: int,
    whole: npt.NDArray[np.bool_],
    nested: list[tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]],
) -> None:
    """Note the frequencies of the candidates of one level in all shorter phrases that they hold."""
    level = found[long]
    holders = np.flatnonzero(whole)
    first, counts = level.first[holders], level.counts[holders]
    for short in range(long):
        total, number = nested[short]
        for offset in range(level.size - found[short].size + 1):
            inner = found[short].at[first + offset]
            np.add.at(total, inner, counts)
            np.add.at(number, inner, 1)


def _with_context(
    row: Running, found: Sequence[Level], scored: Sequence[tuple[float, int, int]], most: int
) -> list[Phrase]:
    """The candidates with their NC-value."""
    kept = scored[: 2 * most]
    places = _places(found, kept)
    weights = np.zeros(len(row.names) + 1)
    for (_, number, _), where in zip(kept[:BEST], places[:BEST], strict=True):
        around = np.unique(_around(row, where, found[number].size))
        weights[around] += 1
    weights[-1] = 0
    weights /= max(1, min(BEST, len(kept)))
    phrases = []
    for (value, number, phrase), where in zip(kept, places, strict=True):
        level = found[number]
        context = float(weights[_around(row, where, level.size)].sum())
        score = OWN * value + (1 - OWN) * context
        phrases.append(Phrase(level.size, int(level.first[phrase]), len(where), where, score))
    phrases.sort(key=lambda p: (-p.value, p.first, p.size))
    return phrases[:most]


def _places(found: Sequence[Level], kept: Sequence[tuple[float, int, int]]) -> list[Numbers]:
    """Where each candidate stands, in order."""
    result: list[Numbers] = [np.zeros(0, dtype=np.int64)] * len(kept)
    for number, level in enumerate(found):
        wanted = {phrase: k for k, (_, n, phrase) in enumerate(kept) if n == number}
        if not wanted:
            continue
        order = np.argsort(level.at, kind="stable")
        ordered = level.at[order]
        for phrase, k in wanted.items():
            left, right = np.searchsorted(ordered, [phrase, phrase + 1])
            result[k] = order[left:right]
    return result


def _around(row: Running, places: Numbers, size: int) -> Numbers:
    """The units before and after the places of a phrase; -1 where nothing of its sentence stands there."""
    before = np.where(places > 0, row.keys[places - 1], -1)
    behind = places + size
    after = np.where(behind < len(row.keys), row.keys[np.minimum(behind, len(row.keys) - 1)], -1)
    return np.concatenate((before, after))
