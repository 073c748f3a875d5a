"""What each sentence says in the words of the other text, and how much each word tells.

A word of one sentence is covered by another sentence when it stands there itself, when a lexicon knows a rendering
of it there, or, for numbers, when they are alike up to a power of ten: a digest rewords and blunders, but keeps its
figures. Words of the base's own script that a version left untranslated count in full.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aligner.aligners._corpus import Encoded
from aligner.aligners._prepared import OTHER_SCRIPTS, Prepared
from aligner.aligners._table import Table
from aligner.model import Document

HALF = 0.12
"""Scale of a lexicon's weights: dictionaries spread theirs over many renderings; one that is met tells much."""

MAGNITUDE = 0.6
"""How far a number covers one that has the same digits and another power of ten."""

NUMBER, MARK = 1.5, 0.3
"""Weight of a number of two digits and more, and of a punctuation mark, against a word of the same rarity."""

_FOREIGN_RUN = re.compile(r"[㐀-鿿]{2,}|[가-힣]{2,}|[぀-ヿ]{2,}")

Bag = dict[str, float]
Words = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Side:
    """One text: the distinct words of each sentence, how far each sentence covers words of the other text, and
    what each of its own words weighs."""

    words: Words
    covers: tuple[Bag, ...]
    weights: Bag


def sides(base: Document, version: Document, texts: Prepared) -> tuple[Side, Side]:
    """Both texts in each other's words."""
    ours, theirs = _quoted_runs(base, version, _words(texts.base), _words(texts.version))
    forth = _explained(texts.table, texts.base.types, texts.version.types, theirs)
    back: defaultdict[str, Bag] = defaultdict(dict)
    for source, targets in forth.items():
        for target, share in targets.items():
            back[target][source] = share
    ahead, behind = _covers(ours, forth), _covers(theirs, back)
    return Side(ours, ahead, _weights(ours, behind)), Side(theirs, behind, _weights(theirs, ahead))


def _words(text: Encoded) -> list[frozenset[str]]:
    return [frozenset(text.types[t] for t in text.tokens(i, i + 1).tolist()) for i in range(len(text))]


def _quoted_runs(
    base: Document, version: Document, ours: list[frozenset[str]], theirs: list[frozenset[str]]
) -> tuple[Words, Words]:
    """Strings of a script that is not the text's own as words, on both sides, where the other text has them."""
    for here, there, own, other in ((base, version, ours, theirs), (version, base, theirs, ours)):
        if here.language in OTHER_SCRIPTS or there.language not in OTHER_SCRIPTS:
            continue
        for i, segment in enumerate(here.segments):
            for run in _FOREIGN_RUN.findall(segment.text):
                places = [k for k, s in enumerate(there.segments) if run in s.text]
                if places:
                    own[i] = frozenset(w for w in own[i] if w not in run) | {f"={run}"}
                for k in places:
                    other[k] |= {f"={run}"}
    return tuple(tuple(sorted(x)) for x in ours), tuple(tuple(sorted(x)) for x in theirs)


def _explained(
    table: Table, base_types: Sequence[str], version_types: Sequence[str], theirs: Words
) -> dict[str, Bag]:
    """How far each word of the base covers words of the version, 0..1."""
    found: defaultdict[str, Bag] = defaultdict(dict)
    for row, column, weight in zip(
        table.rows.tolist(), table.columns.tolist(), table.weights.tolist(), strict=True
    ):
        found[base_types[row]][version_types[column]] = 1 - math.exp(-weight / HALF)
    digits: defaultdict[str, list[str]] = defaultdict(list)
    vocabulary = sorted({w for words in theirs for w in words})
    for word in vocabulary:
        found[word][word] = 1.0
        if len(_digits(word)) > 1:
            digits[_digits(word)].append(word)
    for word in base_types:
        for other in digits.get(_digits(word), ()):
            found[word].setdefault(other, MAGNITUDE)
    return found


def _digits(word: str) -> str:
    """The digits of a number without its power of ten; empty for words."""
    return word[1:].replace(".", "").strip("0") if word.startswith("#") else ""


def _covers(words: Words, explained: Mapping[str, Bag]) -> tuple[Bag, ...]:
    """For each sentence the words of the other text that its own cover (noisy or)."""
    found = []
    for sentence in words:
        missed: Bag = {}
        for word in sentence:
            for other, share in explained.get(word, {}).items():
                missed[other] = missed.get(other, 1.0) * (1 - share)
        found.append({other: 1 - rest for other, rest in missed.items()})
    return tuple(found)


def _weights(words: Words, covers: Sequence[Bag]) -> Bag:
    """Inverse document frequency over both texts: sentences that cover a word have it too."""
    spread: defaultdict[str, float] = defaultdict(float)
    for sentence in words:
        for word in sentence:
            spread[word] += 1.0
    for cover in covers:
        for word, share in cover.items():
            if word in spread:
                spread[word] += share
    total = len(words) + len(covers)
    return {word: max(0.0, math.log(total / max(n, 1.0))) * _kind(word) for word, n in spread.items()}


def _kind(word: str) -> float:
    if word.startswith("#"):
        return NUMBER if len(_digits(word)) > 1 else 1.0
    return 1.0 if word[0].isalnum() or word[0] == "=" else MARK
