"""Tables learned from texts: what words rendered which in a translation memory or in aligned works.

`aligner learn` writes such a table, `--lexicon TABLE` uses it, in either direction. Words are held against the
table by the stems that the tokeniser makes of them; capitals do not matter. Source: the user's own texts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner.lexicons._learned_file import LearnedTable, read
from aligner.lexicons._weights import by_key, capped
from aligner.text.script import SPACELESS

MASS = 0.8
"""What the weights of one word sum to at most: no memory holds every rendering."""


@dataclass(frozen=True, slots=True)
class Learned:
    """Renderings by the tables in `files`."""

    files: tuple[Path, ...] = ()

    def covers(self, base_language: str, version_language: str) -> bool:
        """Whether one of the tables is of these two languages."""
        return bool(self._tables(base_language, version_language))

    def words(
        self, texts: Sequence[str], others: Sequence[str], language: str, other_language: str
    ) -> frozenset[str]:
        """The words of the tables that stand in texts of a language without spaces."""
        if language not in SPACELESS:
            return frozenset()
        tables = self._tables(language, other_language)
        known = {
            word
            for table in tables
            for entry in table.entries
            if len(word := entry.first if table.languages[0] == language else entry.second) > 1
        }
        whole = "\n".join(texts)
        return frozenset(word for word in known if word in whole)

    def renderings(
        self, tokens: Sequence[str], vocabulary: frozenset[str], base_language: str, version_language: str
    ) -> Mapping[str, Mapping[str, float]]:
        """What the words of the base were rendered by, as often as the tables say."""
        ours, theirs = by_key(tokens, base_language), by_key(sorted(vocabulary), version_language)
        found: dict[str, dict[str, float]] = {}
        for table in self._tables(base_language, version_language):
            forward = table.languages[0] == base_language
            for entry in table.entries:
                base, version = (entry.first, entry.second) if forward else (entry.second, entry.first)
                weight = (entry.there * entry.back) ** 0.5  # one direction alone takes "the" for a rendering
                if weight and base in ours and version in theirs:
                    for token in ours[base]:
                        row = found.setdefault(token, {})
                        row.update((t, max(weight, row.get(t, 0.0))) for t in theirs[version])
        return {token: capped(row, MASS) for token, row in found.items()}

    def _tables(self, language: str, other: str) -> list[LearnedTable]:
        return [t for t in map(read, self.files) if set(t.languages) == {language, other}]
