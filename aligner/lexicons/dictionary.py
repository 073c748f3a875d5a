"""Dictionaries that are installed (FreeDict in dictd form) or that the user names (dictd, TSV, CSV).

Installed ones are found in the usual folders by name, `freedict-deu-fra` being German to French; they are read
where they are and serve both directions. A word is looked up by its stem; a long word that no headword has, by the
longest headword it begins or ends with, at half weight. Earlier translations weigh more. A file whose name ends in
two language codes (`press.ko-en.tsv`) serves that pair alone, any other file every pair.

FreeDict's dictionaries are mostly GPL; none comes with this package.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from aligner.lexicons import _glosses
from aligner.lexicons._books import Book, Volume, installed, named
from aligner.lexicons._headwords import ENDING, folded
from aligner.lexicons._weights import capped
from aligner.text.script import SPACELESS
from aligner.text.stems import stem
from aligner.text.tokens import LONGEST

FOLDERS = (Path("/usr/share/dictd"), Path("/usr/local/share/dictd"))
"""Where packages put dictd dictionaries (Debian, Arch, Fedora; local ones)."""

MASS = 0.8
"""What the weights of one word sum to at most: dictionaries do not hold every rendering."""

PART = 0.5
"""Share of that for a word of which only a part is a headword."""

PREFIX = 3
"""Letters of a word that its stem keeps."""

Weights = dict[str, dict[str, float]]


@dataclass(frozen=True, slots=True)
class Dictionary:
    """Renderings by dictionaries in `files` and by those installed in `folders`."""

    files: tuple[Path, ...] = ()
    folders: tuple[Path, ...] = field(default=FOLDERS)

    def covers(self, base_language: str, version_language: str) -> bool:
        """Whether a dictionary of the pair is installed or named, in either direction."""
        pair = (base_language, version_language)
        return base_language != version_language and bool(self._volumes(*pair) or self._volumes(*pair[::-1]))

    def words(
        self, texts: Sequence[str], others: Sequence[str], language: str, other_language: str
    ) -> frozenset[str]:
        """The headwords that stand in texts of a language without spaces."""
        if language not in SPACELESS:
            return frozenset()
        books = [v.open() for v in self._volumes(language, other_language)]
        lines = [folded(text) for text in texts] if books else []
        return frozenset(
            line[i:k]
            for line in lines
            for i in range(len(line))
            for k in range(i + 2, min(len(line), i + LONGEST) + 1)
            if any(line[i:k] in book.headwords for book in books)
        )

    def renderings(
        self, tokens: Sequence[str], vocabulary: frozenset[str], base_language: str, version_language: str
    ) -> Mapping[str, Mapping[str, float]]:
        """What the dictionaries of both directions say together."""
        found: Weights = {}
        for volume in self._volumes(base_language, version_language):
            there = _looked_up(volume.open(), tokens, vocabulary, base_language, version_language)
            _merge(found, ((b, v, w) for b, row in there.items() for v, w in row.items()))
        for volume in self._volumes(version_language, base_language):
            back = _looked_up(volume.open(), sorted(vocabulary), frozenset(tokens), version_language, base_language)
            _merge(found, ((b, v, w) for v, row in back.items() for b, w in row.items()))
        return {token: capped(row, MASS) for token, row in found.items()}

    def _volumes(self, language: str, other: str) -> list[Volume]:
        known = (*named(self.files), *installed(self.folders))
        return [v for v in known if v.serves(language, other)]


def _looked_up(book: Book, tokens: Sequence[str], vocabulary: frozenset[str], language: str, other: str) -> Weights:
    """For tokens of the book's language: those of `vocabulary` that its translations hold."""
    targets = _Targets.of(vocabulary, other)
    found: Weights = {}
    for token in tokens:
        if not token.isalpha():
            continue
        share = 1.0
        keys = book.headwords.matching(token.lower(), language)
        if not keys:
            share, keys = PART, book.headwords.part_of(token.lower(), language)
        row: dict[str, float] = {}
        for key in keys:
            for word, weight in targets.weights(book.translations(key)):
                row[word] = max(row.get(word, 0.0), weight * share)
        if row:
            found[token] = capped(row, MASS)
    return found


@dataclass(frozen=True, slots=True)
class _Targets:
    """The other side's tokens by stem; `beginnings` spare stemming words that cannot be among them."""

    by_stem: dict[str, list[str]]
    beginnings: frozenset[str]
    language: str

    @classmethod
    def of(cls, vocabulary: frozenset[str], language: str) -> _Targets:
        by_stem: dict[str, list[str]] = {}
        for token in sorted(vocabulary):
            by_stem.setdefault(stem(token.lower(), language), []).append(token)
            by_stem.setdefault(token.lower(), []).append(token)
        return cls(by_stem, frozenset(folded(s)[: max(PREFIX, len(s) - 1)] for s in by_stem), language)

    def weights(self, translations: Iterable[str]) -> list[tuple[str, float]]:
        """The tokens that the translations hold: the n-th translation has the weight 1/n of the first."""
        found = []
        for rank, words in enumerate(_glosses.words(translations)):
            weight = MASS / (rank + 1) / len(words) ** 0.5
            for word in words:
                if word in self.by_stem or self._possible(folded(word)):
                    found += [(t, weight) for t in self.by_stem.get(stem(word, self.language), ())]
        return found

    def _possible(self, word: str) -> bool:
        shortest = max(PREFIX, len(word) - ENDING - 1)
        return any(word[:k] in self.beginnings for k in range(shortest, len(word) + 1))


def _merge(found: Weights, entries: Iterable[tuple[str, str, float]]) -> None:
    for base, version, weight in entries:
        row = found.setdefault(base, {})
        row[version] = max(row.get(version, 0.0), weight)
