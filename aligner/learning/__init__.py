"""Learning a lexicon from paired segments: which words render which, in both directions.

IBM Model 1 (Brown et al. 1993) over the tokens by which texts are aligned; aligner.lexicons.learned uses the table.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from aligner import plugins
from aligner.aligners._corpus import Encoded, encode
from aligner.aligners._lattice import Path
from aligner.aligners._learning import bead_tokens, model1
from aligner.aligners._prepared import LEXICONS
from aligner.aligners._table import Table, build
from aligner.errors import InputError
from aligner.lexicons._learned_file import LONGEST, MOST, Entry, LearnedTable
from aligner.text.tokens import tokenise

PORTION = 10_000
"""Segments that are learned from at once: bounds the memory to about half a gigabyte."""

NOTHING = np.zeros(0, dtype=np.int64)

LEAST = 0.02
"""Probability that a rendering needs in one direction to be kept."""

MOST_TOKENS = 100
"""Tokens of a segment that teach: what is longer is no sentence, and its words meet by chance."""


def learn(segments: Sequence[tuple[str, str]], languages: tuple[str, str]) -> LearnedTable:
    """The table of two languages (primary subtags) from segments with their renderings.

    Of more pairs of words than a table may hold the likeliest are kept. Raises InputError where the segments teach
    nothing: too few, or nothing in common.
    """
    firsts, seconds = [first for first, _ in segments], [second for _, second in segments]
    left = _tokens(firsts, seconds, languages)
    right = _tokens(seconds, firsts, (languages[1], languages[0]))
    first, second = encode([(firsts, left)])[0], encode([(seconds, right)])[0]
    sizes = zip(np.diff(first.starts).tolist(), np.diff(second.starts).tolist(), strict=True)
    short = [(i, i, (1, 1)) for i, pair in enumerate(sizes) if max(pair) <= MOST_TOKENS]
    there, back = (_cells(table) for table in _tables(first, second, short))
    shares = {key: (p, 0.0) for key, p in there.items()}
    for (target, source), p in back.items():
        shares[source, target] = (shares.get((source, target), (0.0, 0.0))[0], p)
    entries = tuple(
        Entry(first.types[s], second.types[t], p, q)
        for (s, t), (p, q) in sorted(shares.items())
        if max(p, q) >= LEAST and _is_word(first.types[s]) and _is_word(second.types[t])
    )
    if len(entries) > MOST:
        likeliest = sorted(range(len(entries)), key=lambda k: -max(entries[k].there, entries[k].back))[:MOST]
        entries = tuple(entries[k] for k in sorted(likeliest))
    if not entries:
        raise InputError(f"{len(segments)} paired segments teach no word; give more text, some hundred segments")
    return LearnedTable(languages, len(segments), entries)


def _tables(first: Encoded, second: Encoded, path: Path) -> tuple[Table, Table]:
    """p(second|first) and p(first|second): the mean over portions of the text, by frequency of the words."""
    sizes = (len(first.types), len(second.types))
    totals = [np.zeros(size) for size in sizes]
    sums = [build(NOTHING, NOTHING, np.zeros(0), *sizes), build(NOTHING, NOTHING, np.zeros(0), *sizes[::-1])]
    for start in range(0, len(path), PORTION):
        pairs = bead_tokens([(first, second, path[start : start + PORTION])])
        for side, table in enumerate(model1(pairs)):
            counts = (pairs.source, pairs.target)[side].frequencies
            totals[side] += counts
            weighted = build(table.rows, table.columns, table.weights * counts[table.rows], *_shape(table))
            sums[side] = sums[side].plus(weighted, 1.0)
    there, back = (
        build(t.rows, t.columns, t.weights / np.maximum(totals[side][t.rows], 1.0), *_shape(t))
        for side, t in enumerate(sums)
    )
    return there, back


def _shape(table: Table) -> tuple[int, int]:
    return len(table.starts) - 1, table.width


def _is_word(token: str) -> bool:
    """Whether a token is worth a line: numbers and marks are known without a table."""
    return token[0].isalpha() and len(token) <= LONGEST


def _cells(table: Table) -> dict[tuple[int, int], float]:
    places = zip(table.rows.tolist(), table.columns.tolist(), strict=True)
    return dict(zip(places, table.weights.tolist(), strict=True))


def _tokens(texts: Sequence[str], others: Sequence[str], languages: tuple[str, str]) -> list[tuple[str, ...]]:
    lexicons = [plugins.load("lexicons", name)() for name in LEXICONS]
    used = [x for x in lexicons if x.covers(*languages)]
    words = frozenset().union(*(x.words(texts, others, *languages) for x in used))
    return tokenise(texts, languages[0], words)
