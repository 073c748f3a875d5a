"""Two documents made ready: tokens on both sides, and what the lexicons say about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from aligner import plugins
from aligner.aligners._corpus import Encoded, encode
from aligner.aligners._table import Table, seed
from aligner.lexicons import Lexicon
from aligner.model import Bead, Document
from aligner.text.script import SPACELESS
from aligner.text.tokens import tokenise

LEXICONS = ("cedict", "names", "cognates")
"""The sources of renderings that aligners ask unless told otherwise."""

OTHER_SCRIPTS = SPACELESS | {"ko"}
"""Languages against which capitals tell a name from a word."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """Both texts as numbers, and the table p(version type | base type) of all lexicons together."""

    base: Encoded
    version: Encoded
    table: Table
    dictionary: bool
    """Whether a dictionary of words, not only look-alikes and names, had something to say."""


def prepare(base: Document, version: Document, lexicons: Sequence[str]) -> Prepared:
    """Tokenise both documents and look their tokens up in the named lexicons, as far as these cover the pair."""
    ours, theirs = base.language, version.language
    sources: dict[str, Lexicon] = {name: plugins.load("lexicons", name)() for name in lexicons}
    used = {name: source for name, source in sources.items() if source.covers(ours, theirs)}
    base_texts = [s.text for s in base.segments]
    version_texts = [s.text for s in version.segments]
    base_tokens = _tokens(base_texts, version_texts, ours, theirs, list(used.values()))
    version_tokens = _tokens(version_texts, base_texts, theirs, ours, list(used.values()))
    left, right = encode(base_texts, base_tokens), encode(version_texts, version_tokens)
    vocabulary = frozenset(right.types)
    found = [source.renderings(left.types, vocabulary, ours, theirs) for source in used.values()]
    dictionary = ours == theirs or not used.keys() <= {"cognates", "names"}
    return Prepared(left, right, seed(left, right, _joined(found)), dictionary)


def _tokens(
    texts: list[str], others: list[str], language: str, other: str, lexicons: list[Lexicon]
) -> list[tuple[str, ...]]:
    words = frozenset().union(*(x.words(texts, others, language, other) for x in lexicons))
    return tokenise(texts, language, words, names=other in OTHER_SCRIPTS and language not in OTHER_SCRIPTS)


def _joined(found: Sequence[Mapping[str, Mapping[str, float]]]) -> dict[str, dict[str, float]]:
    """The sum of all sources' weights, scaled where those of one token exceed 1."""
    joined: dict[str, dict[str, float]] = {}
    for source in found:
        for token, renderings in source.items():
            row = joined.setdefault(token, {})
            for rendering, weight in renderings.items():
                row[rendering] = row.get(rendering, 0.0) + weight
    for row in joined.values():
        total = max(1.0, sum(row.values()))
        for rendering in row:
            row[rendering] /= total
    return joined


def unpaired(base: Iterable[int], version: Iterable[int]) -> list[Bead]:
    """One-sided beads of one segment each, for segments that have no counterpart."""
    return [Bead((i,), ()) for i in base] + [Bead((), (j,)) for j in version]
