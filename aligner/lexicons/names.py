"""Names across scripts: Chinese characters read in pinyin, Korean read aloud, against capitalised English words.

A Chinese name is matched when the toneless readings of one to three consecutive characters spell the English
word; a Korean word when its romanisation sounds like the English word (see aligner.text.sounds), so that
both the Revised and the customary spellings (Lee, Park, Seoul) and loanwords meet.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aligner.lexicons._cedict_file import readings
from aligner.text.script import HAN, HAN_LANGUAGES, HANGUL, latin
from aligner.text.sounds import foreign_sounds, korean_sounds

WHOLE, SYLLABLE, PART = 0.8, 0.5, 0.3
"""Weights of a name of several syllables, of one syllable, and of one character of a longer word."""

LONGEST_NAME = 3
"""Characters of a name written as one word in pinyin (Xiaoping, Qingyang, Gaoyuanyuan)."""

LONGEST_WORD = 40
"""Letters of words that are compared by sound."""

_HAN_RUN = re.compile(rf"[{HAN}]+")
_HANGUL_WORD = re.compile(rf"[{HANGUL}]{{2,12}}")
_CAPITALISED = re.compile(r"\b[A-Z][a-zA-Z'’]+")


@dataclass(frozen=True, slots=True)
class Names:
    """Transliterated names. `least` is the likeness of sound (0..1) that a Korean and an English word need."""

    least: float = 0.75

    def covers(self, base_language: str, version_language: str) -> bool:
        """Whether one side is Chinese or Korean and the other English."""
        pair = {base_language, version_language}
        return "en" in pair and len(pair & (HAN_LANGUAGES | {"ko"})) == 1

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
        korean = "ko" in (base_language, version_language)
        pairs = self._korean(foreign, names) if korean else _chinese(foreign, names)
        found: dict[str, dict[str, float]] = {}
        for word, name, weight in pairs:
            ours, theirs = (name, word) if turned else (word, name)
            found.setdefault(ours, {})[theirs] = weight
        return {t: _capped(r) for t, r in found.items()}

    def _korean(self, words: Sequence[str], names: Sequence[str]) -> Iterator[tuple[str, str, float]]:
        from rapidfuzz.distance import Levenshtein
        from rapidfuzz.process import cdist

        spoken = [w for w in words if _HANGUL_WORD.fullmatch(w)]
        heard = [n for n in names if 1 < len(n) <= LONGEST_WORD]
        if not spoken or not heard:
            return
        ours, theirs = [korean_sounds(w) for w in spoken], [foreign_sounds(n) for n in heard]
        likeness = cdist(ours, theirs, scorer=Levenshtein.normalized_similarity, score_cutoff=self.least)
        for row, column in zip(*likeness.nonzero(), strict=True):
            closeness = (float(likeness[row, column]) - self.least) / (1 - self.least)
            if min(len(ours[row]), len(theirs[column])) > 1:
                yield spoken[row], heard[column], WHOLE * (0.25 + 0.75 * closeness)


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


def _capped(weights: dict[str, float]) -> dict[str, float]:
    scale = min(1.0, WHOLE / sum(weights.values()))
    return {word: weight * scale for word, weight in weights.items()}
