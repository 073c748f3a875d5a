"""Same strings on both sides, and look-alikes in Latin script.

Numbers, punctuation marks and words that stand unchanged on both sides are renderings of each other; words of
four letters and more are when their spellings are close (Jaro-Winkler similarity, accents folded).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aligner.lexicons._weights import capped
from aligner.text.script import HAN_LANGUAGES, latin

NUMBER, ROUND, WORD, MARK = 0.8, 0.4, 0.5, 0.5
"""Weights of a number, a power of ten, a word and a punctuation mark that stand on both sides."""

FOREIGN = 0.8
"""Weight of a word in Latin letters that stands in a text of another script too."""

LOOKALIKE = 0.4
"""Weight of two spellings of similarity 1; it falls to 0 at `least`."""


_ROUND = re.compile("#10+")
"""Hundreds and thousands are said of many things."""

OTHER_SCRIPTS = HAN_LANGUAGES | {"ko", "ja"}
"""Languages not written in Latin letters, where a word in them is copied."""

LONGEST = 40
"""Letters of words that are compared; a longer run of letters is no word."""

PAIRS = 50_000_000
"""Pairs of words up to which all are compared; their number grows faster than the texts. Beyond it only words that
begin with the same letter are."""

ROWS = 512
"""Words that are compared with all of the other side at once: bounds the memory."""


@dataclass(frozen=True, slots=True)
class Cognates:
    """Identical and similar spellings. `least` is the Jaro-Winkler similarity (0..1) that two words need."""

    least: float = 0.85
    shortest: int = 4

    def covers(self, base_language: str, version_language: str) -> bool:
        """Always: numbers and punctuation are shared by all languages."""
        return True

    def words(
        self, texts: Sequence[str], others: Sequence[str], language: str, other_language: str
    ) -> frozenset[str]:
        """None: it knows no words of languages without spaces."""
        return frozenset()

    def renderings(
        self, tokens: Sequence[str], vocabulary: frozenset[str], base_language: str, version_language: str
    ) -> Mapping[str, Mapping[str, float]]:
        """The same string, and for Latin words of other languages the similar ones."""
        folded: dict[str, list[str]] = {}
        for token in sorted(vocabulary):
            folded.setdefault(token.lower(), []).append(token)
        other = not OTHER_SCRIPTS.isdisjoint((base_language, version_language))
        found = {t: {same: _weight(t, other) for same in folded.get(t.lower(), ())} for t in tokens}
        if base_language != version_language:
            for token, similar in self._similar(tokens, vocabulary).items():
                found[token] = similar | found[token]
        return {t: capped(r, NUMBER) for t, r in found.items() if r}

    def _similar(self, tokens: Sequence[str], vocabulary: frozenset[str]) -> dict[str, dict[str, float]]:
        from rapidfuzz.distance import JaroWinkler
        from rapidfuzz.process import cdist

        ours, theirs = self._candidates(tokens), self._candidates(vocabulary)
        if not ours or not theirs:
            return {}
        found: dict[str, dict[str, float]] = {}
        for some, others in _compared(ours, theirs):
            folded = [_fold(w) for w in others]
            for start in range(0, len(some), ROWS):
                rows = [_fold(w) for w in some[start : start + ROWS]]
                similarity = cdist(rows, folded, scorer=JaroWinkler.similarity, score_cutoff=self.least)
                for row, column in zip(*(similarity > 0).nonzero(), strict=True):
                    weight = LOOKALIKE * (float(similarity[row, column]) - self.least) / (1 - self.least)
                    found.setdefault(some[start + row], {})[others[column]] = weight
        return found

    def _candidates(self, tokens: Sequence[str] | frozenset[str]) -> list[str]:
        return sorted(t for t in tokens if self.shortest <= len(t) <= LONGEST and t.isalpha() and latin(t))


def _compared(ours: list[str], theirs: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """The words that are held against each other: all against all, or in long texts those that begin alike."""
    if len(ours) * len(theirs) <= PAIRS:
        yield ours, theirs
        return
    initials: dict[str, tuple[list[str], list[str]]] = {}
    for side, words in enumerate((ours, theirs)):
        for word in words:
            initials.setdefault(_fold(word)[0], ([], []))[side].append(word)
    yield from (pair for pair in initials.values() if all(pair))


def _weight(token: str, other_script: bool) -> float:
    if token.startswith("#"):
        return ROUND if _ROUND.fullmatch(token) else NUMBER
    if token.isalpha():
        return FOREIGN if other_script and latin(token) and len(token) > 1 else WORD
    return MARK


def _fold(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))
