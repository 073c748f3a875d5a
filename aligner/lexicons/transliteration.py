"""Names and loanwords that another alphabet spells as they sound: Hangul, Cyrillic, Greek against Latin letters.

A word renders a name when both sound alike (see aligner.text.sounds): 스트라빈스키 and Stravinsky. Names are words
that the text never writes in lower case; two or three of them in a row may make one word (뉴욕, New York). Sounds
are few and words short, so many pairs sound alike by chance: a Korean word that is a Chinese one must sound the
same, and where the sentences are known, a pair is kept only if both mostly stand at the same height of their texts.

Limits: names that a language has words of its own for (일본, Japan) are in other lexicons; spelling is taken for
English, so that French or Polish names sound less alike than they are. It uses no data but tables of letters.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from aligner.lexicons._hanja import hanja
from aligner.lexicons._weights import capped
from aligner.text.script import latin
from aligner.text.sounds import latin_sounds, sounds, spelled

WHOLE, LEAST = 0.8, 0.2
"""Weight of a name that sounds the same, and of one at the distance that is just allowed."""

NEAR, MOSTLY = 0.1, 0.4
"""How far apart, in shares of the texts, two words may stand; the share of both words' places that must."""

LONGEST_RUN = 3
"""Words in a row that may be one word of the other language."""

CONSONANT = 3
"""What a consonant counts against a vowel: vowels change from language to language, consonants seldom do."""

SHORTEST, FUZZY = 7, 9
"""Length, vowels counting 1, that a word needs to be looked at, and to be held against what sounds nearly so."""

LETTERS = 40
"""Letters of words that are compared; a longer run of letters is no name."""

ROWS = 512
"""Words that are compared with all of the other side at once: bounds the memory."""

PAIRS = 20_000_000
"""Pairs of words up to which all are compared; of more, those that begin with the same sound."""

Name = tuple[str, ...]
Sentences = Sequence[Sequence[str]]
Renderings = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class Transliteration:
    """Renderings by sound. `most` is the distance (0..1) up to which two words sound alike."""

    most: float = 0.25

    def covers(self, base_language: str, version_language: str) -> bool:
        """Whether the sounds of one language's script are known, and only of one."""
        return spelled(base_language) != spelled(version_language)

    def words(
        self, texts: Sequence[str], others: Sequence[str], language: str, other_language: str
    ) -> frozenset[str]:
        """None: it knows no words of languages without spaces."""
        return frozenset()

    def renderings(
        self, tokens: Sequence[str], vocabulary: frozenset[str], base_language: str, version_language: str
    ) -> Renderings:
        """Words that sound alike, wherever they stand."""
        return self._between(_nowhere(tokens), _nowhere(vocabulary), base_language, version_language)

    def in_context(
        self, base: Sentences, version: Sentences, base_language: str, version_language: str
    ) -> Renderings:
        """Words and names of several words that sound alike and stand at the same height of both texts."""
        ours = _places(base, names=not spelled(base_language))
        return self._between(
            ours, _places(version, names=bool(spelled(base_language))), base_language, version_language
        )

    def _between(self, ours: _Places, theirs: _Places, base_language: str, version_language: str) -> Renderings:
        if not self.covers(base_language, version_language):
            return {}
        turned = spelled(version_language)
        language = version_language if turned else base_language
        foreign, lettered = (theirs, ours) if turned else (ours, theirs)
        words = [w for w in sorted(foreign) if len(w) == 1 and len(w[0]) <= LETTERS and sounds(w[0], language)]
        names = [n for n in sorted(lettered) if _name(n)]
        found: dict[str, dict[str, float]] = {}
        for word, name, weight in self._alike(words, names, language):
            if _together(foreign[word], lettered[name]):
                for part in name:
                    source, target = (part, word[0]) if turned else (word[0], part)
                    row = found.setdefault(source, {})
                    row[target] = max(row.get(target, 0.0), weight / len(name))
        return {word: capped(row, WHOLE) for word, row in found.items()}

    def _alike(
        self, words: Sequence[Name], names: Sequence[Name], language: str
    ) -> Iterator[tuple[Name, Name, float]]:
        """Words and names that sound alike, with weights that fall with the distance."""
        ours = [(_weighed(sounds(word, language)), (word,)) for (word,) in words]
        theirs = [(_weighed(s), name) for name in names for s in latin_sounds("".join(name))]
        for rows, columns in _blocks(ours, theirs):
            for (sounded, word), (heard, name), distance in self._near(rows, columns):
                length = min(len(sounded), len(heard))
                if length >= SHORTEST and (distance == 0 or (length >= FUZZY and not _common(word[0], language))):
                    yield word, name, WHOLE - (WHOLE - LEAST) * distance / self.most

    def _near(
        self, ours: Sequence[_Sounded], theirs: Sequence[_Sounded]
    ) -> Iterator[tuple[_Sounded, _Sounded, float]]:
        """Those at most at the distance that is allowed, with it."""
        from rapidfuzz.distance import Levenshtein
        from rapidfuzz.process import cdist

        heard = [s for s, _ in theirs]
        for start in range(0, len(ours), ROWS):
            rows = [s for s, _ in ours[start : start + ROWS]]
            likeness = cdist(rows, heard, scorer=Levenshtein.normalized_similarity, score_cutoff=1 - self.most)
            for row, column in zip(*likeness.nonzero(), strict=True):
                yield ours[start + row], theirs[column], 1 - float(likeness[row, column])


_Sounded = tuple[str, Name]
"""Sounds, and the word or words that have them."""


def _blocks(
    ours: Sequence[_Sounded], theirs: Sequence[_Sounded]
) -> Iterator[tuple[Sequence[_Sounded], Sequence[_Sounded]]]:
    """What to hold against each other: all, or in large texts what begins with the same sound."""
    if not ours or not theirs:
        return
    if len(ours) * len(theirs) <= PAIRS:
        yield ours, theirs
        return
    for sound in sorted({s[:1] for s, _ in ours} & {s[:1] for s, _ in theirs}):
        yield [o for o in ours if o[0][:1] == sound], [t for t in theirs if t[0][:1] == sound]


_Places = Mapping[Name, Sequence[float]]
"""Words and runs of words with the places, 0..1, where they stand; no places where they are not known."""


def _nowhere(words: Iterable[str]) -> _Places:
    return {(word,): [] for word in words}


def _places(sentences: Sentences, names: bool) -> _Places:
    """Where the words stand, or with `names` the runs of words that may be a name."""
    found: dict[Name, list[float]] = {}
    for i, sentence in enumerate(sentences):
        for length in range(1, LONGEST_RUN + 1) if names else (1,):
            for k in range(len(sentence) - length + 1):
                run = tuple(sentence[k : k + length])
                if not names or _name(run):
                    found.setdefault(run, []).append(i / len(sentences))
    return found


def _name(words: Name) -> bool:
    return all(w[0].isupper() and latin(w) for w in words) and len("".join(words)) <= LETTERS


def _common(word: str, language: str) -> bool:
    """Whether a word is known not to be a foreign name."""
    return language == "ko" and bool(hanja(word))


def _weighed(sounded: str) -> str:
    """Consonants as often as they count."""
    return re.sub("[^aeiou]", lambda m: m.group() * CONSONANT, sounded)


def _together(ours: Sequence[float], theirs: Sequence[float]) -> bool:
    """Whether enough of the places (ascending) on both sides have one of the other side near; yes where none is
    known."""
    return all(
        sum(_near_any(place, others) for place in places) >= MOSTLY * len(places)
        for places, others in ((ours, theirs), (theirs, ours))
    )


def _near_any(place: float, others: Sequence[float]) -> bool:
    after = bisect_left(others, place - NEAR)
    return after < len(others) and others[after] <= place + NEAR
