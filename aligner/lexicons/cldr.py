"""Names that Unicode's CLDR holds in every language: countries, languages, cities, currencies, units, dates.

For any two languages: what one calls 독일, another calls Germany or Allemagne. Names of several words are taken
apart by how often the words meet in names of the same thing, so that New and York share 뉴욕, and words such as
"Islands" that stand in many names say little about each.

Data: CLDR (Unicode License v3) as installed with babel; read only when asked about a pair of languages. Limits:
names as they are today and in the form of a list (South Korea, not Republic of Korea); cities only where a time
zone is named after them; no adjectives (German) except where they name a language.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aligner.lexicons._cldr_names import Key, covered, names
from aligner.text.script import SPACELESS
from aligner.text.stems import stem
from aligner.text.tokens import tokenise

MASS = 0.8
"""What the weights of one word sum to at most."""

ROUNDS = 3
"""Rounds of learning which word of a name renders which (IBM Model 1)."""

LEAST = 0.05
"""Renderings that weigh less are dropped."""

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cldr:
    """Renderings of the words of CLDR's names, between any two languages that CLDR has."""

    def covers(self, base_language: str, version_language: str) -> bool:
        """Whether CLDR has both languages, and they are two."""
        return base_language != version_language and covered(base_language) and covered(version_language)

    def words(
        self, texts: Sequence[str], others: Sequence[str], language: str, other_language: str
    ) -> frozenset[str]:
        """The names that stand in texts of a language without spaces."""
        if language not in SPACELESS:
            return frozenset()
        whole = "\n".join(texts)
        known = {name for forms in names(language).values() for name in forms if len(name) > 1}
        return frozenset(name for name in known if name in whole)

    def renderings(
        self, tokens: Sequence[str], vocabulary: frozenset[str], base_language: str, version_language: str
    ) -> Mapping[str, Mapping[str, float]]:
        """For each word of a name the words of that name in the other language, as far as these occur."""
        ours, theirs = _by_key(tokens, base_language), _by_key(vocabulary, version_language)
        bases, versions = _cut(base_language), _cut(version_language)
        pairs = [
            (b, v)
            for key in sorted(bases.keys() & versions.keys())
            for b in bases[key]
            for v in versions[key]
            if all(word in ours for word in b) and all(word in theirs for word in v)
        ]
        found: dict[str, dict[str, float]] = {}
        for word, weights in _learned(pairs).items():
            row = {t: MASS * p for v, p in weights.items() if p >= LEAST for t in theirs[v]}
            scale = min(1.0, MASS / max(sum(row.values()), MASS))
            found |= {token: {t: w * scale for t, w in row.items()} for token in ours[word] if row}
        return found


def _by_key(tokens: Iterable[str], language: str) -> dict[str, list[str]]:
    """The tokens of a text that each word of a name stands for: names keep their capitals in some texts."""
    found: dict[str, list[str]] = {}
    for token in sorted(tokens):
        found.setdefault(stem(token.lower(), language), []).append(token)
    return found


@lru_cache(maxsize=16)
def _cut(language: str) -> dict[Key, tuple[Words, ...]]:
    """The words of every name in a language, each once a key; names with numbers (5월) are left out."""
    known = names(language)
    spelled = [(key, name) for key, forms in known.items() for name in forms]
    whole = frozenset(name for _, name in spelled) if language in SPACELESS else frozenset()
    found: dict[Key, dict[Words, None]] = {}
    for (key, _), tokens in zip(spelled, tokenise([n.lower() for _, n in spelled], language, whole), strict=True):
        words = tuple(t for t in tokens if t.isalpha())
        if words and len(words) == len(tokens):
            found.setdefault(key, {})[words] = None
    return {key: tuple(forms) for key, forms in found.items()}


def _learned(pairs: Sequence[tuple[Words, Words]]) -> dict[str, dict[str, float]]:
    """p(version word | base word) over pairs of names."""
    table: dict[str, dict[str, float]] = {}
    for _ in range(ROUNDS):
        counts: dict[str, dict[str, float]] = {}
        for base, word, share in _shares(pairs, table):
            row = counts.setdefault(base, {})
            row[word] = row.get(word, 0.0) + share
        table = {b: {v: n / sum(row.values()) for v, n in row.items()} for b, row in counts.items()}
    return table


def _shares(
    pairs: Iterable[tuple[Words, Words]], table: Mapping[str, Mapping[str, float]]
) -> Iterator[tuple[str, str, float]]:
    """(base word, version word, expected count): each version word is shared out among the base words."""
    for base, version in pairs:
        for word in version:
            chances = [table[b].get(word, 0.0) if table else 1.0 for b in base]
            for b, chance in zip(base, chances, strict=True):
                yield b, word, chance / (sum(chances) or 1.0)
