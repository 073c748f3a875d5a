"""Learning a lexicon from paired segments: which words render which, in both directions.

IBM Model 1 (Brown et al. 1993) over the tokens by which texts are aligned; aligner.lexicons.learned uses the table.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from aligner import plugins
from aligner.aligners._corpus import encode
from aligner.aligners._learning import bead_tokens, model1
from aligner.aligners._prepared import LEXICONS
from aligner.aligners._table import Table
from aligner.errors import InputError
from aligner.lexicons._learned_file import LONGEST, Entry, LearnedTable
from aligner.text.tokens import tokenise

LEAST = 0.02
"""Probability that a rendering needs in one direction to be kept."""

MOST_TOKENS = 100
"""Tokens of a segment that teach: what is longer is no sentence, and its words meet by chance."""


def learn(segments: Sequence[tuple[str, str]], languages: tuple[str, str]) -> LearnedTable:
    """The table of two languages (primary subtags) from segments with their renderings.

    Raises InputError where they teach nothing: too few, or nothing in common.
    """
    firsts, seconds = [first for first, _ in segments], [second for _, second in segments]
    left = _tokens(firsts, seconds, languages)
    right = _tokens(seconds, firsts, (languages[1], languages[0]))
    first, second = encode([(firsts, left)])[0], encode([(seconds, right)])[0]
    sizes = zip(np.diff(first.starts).tolist(), np.diff(second.starts).tolist(), strict=True)
    short = [(i, i, (1, 1)) for i, pair in enumerate(sizes) if max(pair) <= MOST_TOKENS]
    there, back = (_cells(table) for table in model1(bead_tokens([(first, second, short)])))
    shares = {key: (p, 0.0) for key, p in there.items()}
    for (target, source), p in back.items():
        shares[source, target] = (shares.get((source, target), (0.0, 0.0))[0], p)
    entries = tuple(
        Entry(first.types[s], second.types[t], p, q)
        for (s, t), (p, q) in sorted(shares.items())
        if max(p, q) >= LEAST and _is_word(first.types[s]) and _is_word(second.types[t])
    )
    if not entries:
        raise InputError(f"{len(segments)} paired segments teach no word; give more text, some hundred segments")
    return LearnedTable(languages, len(segments), entries)


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
