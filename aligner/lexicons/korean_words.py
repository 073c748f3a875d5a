"""Everyday Korean words with their English ones, both directions: what no Chinese dictionary can tell.

A list of some hundred native words, words coined in Korea and common loanwords; a token of a text is looked up
without its particles and endings, verbs by their beginning. Source: written for this project (Apache-2.0).
Limits: a beginner's vocabulary; rarer words rest on their characters, their sound or what the texts teach.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aligner.lexicons._cedict_glosses import MASS, by_stem
from aligner.lexicons._weights import capped
from aligner.plugins import resource
from aligner.text.korean import strip_endings
from aligner.text.stems import stem

LONGEST = 8
"""Syllables that the beginning of a verb has at most."""


@dataclass(frozen=True, slots=True)
class KoreanWords:
    """Renderings of everyday words, Korean to English and English to Korean."""

    def covers(self, base_language: str, version_language: str) -> bool:
        """Whether one side is Korean and the other English."""
        return {base_language, version_language} == {"ko", "en"}

    def words(
        self, texts: Sequence[str], others: Sequence[str], language: str, other_language: str
    ) -> frozenset[str]:
        """None: Korean is written with spaces."""
        return frozenset()

    def renderings(
        self, tokens: Sequence[str], vocabulary: frozenset[str], base_language: str, version_language: str
    ) -> Mapping[str, Mapping[str, float]]:
        """The English words of the list out of `vocabulary`, the first weighing most; or the other way about."""
        if version_language == "ko":
            turned: dict[str, dict[str, float]] = {}
            for korean, row in _listed(sorted(vocabulary), tokens).items():
                for word, weight in row.items():
                    turned.setdefault(word, {})[korean] = weight
            return {word: capped(row, MASS) for word, row in turned.items()}
        return _listed(tokens, vocabulary)


def _listed(korean: Iterable[str], english: Iterable[str]) -> dict[str, dict[str, float]]:
    stems = by_stem(english)
    found: dict[str, dict[str, float]] = {}
    for token in korean:
        row: dict[str, float] = {}
        for rank, word in enumerate(_translations(token)):
            for form in stems.get(word, ()):
                row.setdefault(form, MASS / (rank + 1) ** 0.5)
        if row:
            found[token] = capped(row, MASS)
    return found


def _translations(token: str) -> tuple[str, ...]:
    """The stems of the English words of a token: of the whole, else of the longest beginning of a verb."""
    whole, beginnings = _list()
    if token in whole:
        return whole[token]
    return next(
        (beginnings[token[:n]] for n in range(min(len(token), LONGEST), 0, -1) if token[:n] in beginnings), ()
    )


@lru_cache(maxsize=1)
def _list() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Whole words without endings, and beginnings, each with the stems of its English words."""
    whole: dict[str, tuple[str, ...]] = {}
    beginnings: dict[str, tuple[str, ...]] = {}
    for line in resource("aligner.lexicons", "_korean_words.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            korean, _, english = line.partition("\t")
            stems = tuple(stem(word, "en") for word in english.split())
            for form in korean.split():
                if form.endswith("~"):
                    beginnings.setdefault(form[:-1], stems)
                else:
                    whole.setdefault(strip_endings(form), stems)
    return whole, beginnings
