"""The term base of the run: a term of one language stands for the terms of the same concept in the other.

Each word of a term may render each word of the other language's term, all alike; a term counts only where all of
its words stand in the texts. Terms of a language without spaces are offered to the tokeniser as words. Source: the
term base that the user names, or the one that comes with the package.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aligner.lexicons._weights import by_key, capped
from aligner.model import Concept
from aligner.plugins import resource
from aligner.text.script import SPACELESS
from aligner.text.tokens import LONGEST, tokenise

MASS = 0.8
"""What the weights of one word sum to at most: a concept may be put in other words."""


@dataclass(frozen=True, slots=True)
class Concepts:
    """Renderings by the terms of `concepts`, whatever their status: texts hold deprecated terms too."""

    concepts: tuple[Concept, ...] = ()

    def covers(self, base_language: str, version_language: str) -> bool:
        """Whether a concept has terms in both languages, which must differ."""
        return bool(self._shared(base_language, version_language))

    def words(
        self, texts: Sequence[str], others: Sequence[str], language: str, other_language: str
    ) -> frozenset[str]:
        """The terms that stand in texts of a language without spaces."""
        if language not in SPACELESS:
            return frozenset()
        terms = {t.text for c in self._shared(language, other_language) for t in c.in_language(language)}
        whole = "\n".join(texts)
        return frozenset(t for t in terms if 1 < len(t) <= LONGEST and t in whole)

    def renderings(
        self, tokens: Sequence[str], vocabulary: frozenset[str], base_language: str, version_language: str
    ) -> Mapping[str, Mapping[str, float]]:
        """The words of the version's terms for each word of a term of the base."""
        ours, theirs = by_key(tokens, base_language), by_key(sorted(vocabulary), version_language)
        known, wanted = frozenset(ours), frozenset(theirs)
        found: dict[str, dict[str, float]] = {}
        for concept in self._shared(base_language, version_language):
            there = list(_terms(concept, version_language, wanted))
            for parts in _terms(concept, base_language, known) if there else ():
                for token in (t for part in parts for t in ours[part]):
                    row = found.setdefault(token, {})
                    for others in there:
                        for word in (w for other in others for w in theirs[other]):
                            row[word] = max(row.get(word, 0.0), MASS / len(others))
        return {token: capped(row, MASS) for token, row in found.items()}

    def _shared(self, language: str, other: str) -> list[Concept]:
        if language == other:
            return []
        return [c for c in self.concepts if c.in_language(language) and c.in_language(other)]


def _terms(concept: Concept, language: str, known: frozenset[str]) -> Iterator[tuple[str, ...]]:
    """The words of each of a concept's terms that has only words out of `known`; numbers and small words are not
    counted."""
    for term in concept.in_language(language):
        (tokens,) = tokenise([term.text], language, known)
        words = [t for t in tokens if t[0].isalpha()]
        telling = tuple(dict.fromkeys(w for w in words if w not in _small())) or tuple(dict.fromkeys(words))
        if telling and known.issuperset(telling):
            yield telling


@lru_cache(maxsize=1)
def _small() -> frozenset[str]:
    lines = resource("aligner.lexicons", "_stopwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())
