"""Documents made ready: tokens on both sides, and what the lexicons say about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from aligner import plugins
from aligner.aligners._corpus import Encoded, Ints, encode
from aligner.aligners._structure import openings
from aligner.aligners._table import Table, seed
from aligner.lexicons import InContext, Lexicon
from aligner.model import Bead, Document
from aligner.text.script import SPACELESS
from aligner.text.tokens import tokenise

LEXICONS = (
    "cedict", "korean-words", "sino-korean", "dictionary", "names", "cldr", "transliteration", "cognates",
)  # fmt: skip
"""The sources of renderings that aligners ask unless told otherwise."""

NO_DICTIONARIES = frozenset({"Cognates", "Names", "Cldr", "Transliteration", "Learned", "Concepts"})
"""Lexicons that know names, look-alikes and some terms, or what a few texts taught, but not most ordinary words."""

OTHER_SCRIPTS = SPACELESS | {"ko"}
"""Languages against which capitals tell a name from a word."""

Lexicons = Sequence[str | Lexicon]
"""Plug-in names, or lexicons that were made with options of their own."""

Pair = tuple[Document, Document]
Tokens = Sequence[tuple[str, ...]]
Renderings = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Prepared:
    """Both texts as numbers, and the table p(version type | base type) of all lexicons together."""

    base: Encoded
    version: Encoded
    table: Table
    dictionary: bool
    """Whether a dictionary of words, not only look-alikes and names, had something to say."""
    written: tuple[Sequence[str], Sequence[str]]
    """The segments of both texts as they are written."""
    openings: tuple[Ints, Ints]
    """What each segment of both texts opens (see `_structure`)."""
    anchors: tuple[Bead, ...] = ()
    """Beads that must hold."""

    def in_order(self, order: Ints) -> Prepared:
        """The same with the segments of the version in another order."""
        written = [self.written[1][j] for j in order.tolist()]
        return replace(
            self,
            version=self.version.in_order(order),
            written=(self.written[0], written),
            openings=(self.openings[0], self.openings[1][order]),
        )


def prepare(base: Document, version: Document, lexicons: Lexicons, anchors: Sequence[Bead] = ()) -> Prepared:
    """Tokenise two documents and look their tokens up in the lexicons, as far as these cover the languages."""
    return prepare_many([(base, version)], lexicons, anchors)[0]


def prepare_many(pairs: Sequence[Pair], lexicons: Lexicons, anchors: Sequence[Bead] = ()) -> list[Prepared]:
    """The same for several pairs of the same two languages: they share their types and one table."""
    ours, theirs = pairs[0][0].language, pairs[0][1].language
    loaded = [plugins.load("lexicons", x)() if isinstance(x, str) else x for x in lexicons]
    used: list[Lexicon] = [x for x in loaded if x.covers(ours, theirs)]
    left, right, found = [], [], []
    for base, version in pairs:
        base_texts, version_texts = ([s.text for s in d.segments] for d in (base, version))
        base_tokens = _tokens(base_texts, version_texts, ours, theirs, used)
        version_tokens = _tokens(version_texts, base_texts, theirs, ours, used)
        found.append(_joined(_renderings(used, base_tokens, version_tokens, ours, theirs)))
        left.append((base_texts, base_tokens))
        right.append((version_texts, version_tokens))
    bases, versions = encode(left), encode(right)
    table = seed(bases[0].types, versions[0].types, _strongest(found))
    dictionary = ours == theirs or any(type(x).__name__ not in NO_DICTIONARIES for x in used)
    fixed = tuple(anchors)
    return [
        Prepared(base, version, table, dictionary, (ours, theirs), (openings(pair[0]), openings(pair[1])), fixed)
        for base, version, (ours, _), (theirs, _), pair in zip(bases, versions, left, right, pairs, strict=True)
    ]


def _renderings(
    sources: Sequence[Lexicon], base: Tokens, version: Tokens, ours: str, theirs: str
) -> list[Renderings]:
    types = sorted({t for sentence in base for t in sentence})
    vocabulary = frozenset(t for sentence in version for t in sentence)
    return [
        source.in_context(base, version, ours, theirs)
        if isinstance(source, InContext)
        else source.renderings(types, vocabulary, ours, theirs)
        for source in sources
    ]


def _tokens(
    texts: list[str], others: list[str], language: str, other: str, lexicons: list[Lexicon]
) -> list[tuple[str, ...]]:
    words = frozenset().union(*(x.words(texts, others, language, other) for x in lexicons))
    return tokenise(texts, language, words, names=other in OTHER_SCRIPTS and language not in OTHER_SCRIPTS)


def _joined(found: Sequence[Renderings]) -> dict[str, dict[str, float]]:
    """The sum of all sources' weights, scaled where those of one token exceed 1."""
    joined: dict[str, dict[str, float]] = {}
    for source in found:
        for token, renderings in source.items():
            row = joined.setdefault(token, {})
            for rendering, weight in renderings.items():
                row[rendering] = row.get(rendering, 0.0) + weight
    return _scaled(joined)


def _strongest(found: Sequence[Renderings]) -> Renderings:
    """The highest weight that any document's lexicons give, scaled where those of one token exceed 1."""
    if len(found) == 1:
        return found[0]
    joined: dict[str, dict[str, float]] = {}
    for source in found:
        for token, renderings in source.items():
            row = joined.setdefault(token, {})
            for rendering, weight in renderings.items():
                row[rendering] = max(row.get(rendering, 0.0), weight)
    return _scaled(joined)


def _scaled(joined: dict[str, dict[str, float]]) -> dict[str, dict[str, float]]:
    for row in joined.values():
        total = max(1.0, sum(row.values()))
        for rendering in row:
            row[rendering] /= total
    return joined


def unpaired(base: Iterable[int], version: Iterable[int]) -> list[Bead]:
    """One-sided beads of one segment each, for segments that have no counterpart."""
    return [Bead((i,), ()) for i in base] + [Bead((), (j,)) for j in version]


def one_sided(pair: Pair) -> list[Bead]:
    """One-sided beads for all segments of two documents."""
    base, version = pair
    return unpaired(range(len(base.segments)), range(len(version.segments)))


def by_languages(pairs: Sequence[Pair]) -> Iterable[list[int]]:
    """The numbers of the pairs that have segments on both sides, those of the same two languages together."""
    groups: dict[tuple[str, str], list[int]] = {}
    for k, (base, version) in enumerate(pairs):
        if base.segments and version.segments:
            groups.setdefault((base.language, version.language), []).append(k)
    return groups.values()
