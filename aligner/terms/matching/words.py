"""The small words of a language that matter for finding terms (data/words.toml)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from aligner.model.language import primary
from aligner.plugins import resource


@dataclass(frozen=True, slots=True)
class Words:
    """What data/words.toml says of a language; its head explains the fields. `language` is a primary subtag."""

    language: str
    articles: frozenset[str] = frozenset()
    links: frozenset[str] = frozenset()
    joins: tuple[str, ...] = ()
    clitics: frozenset[str] = frozenset()
    define: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    turns: frozenset[str] = frozenset()
    shifts: frozenset[str] = frozenset()
    apart: tuple[str, ...] = ()
    accents: bool = False
    heads_last: bool = False

    def lower(self, text: str) -> str:
        """Small letters as the language has them; accents stay."""
        if self.language in ("tr", "az"):
            text = text.replace("I", "ı").replace("İ", "i")
        return text.lower()


@cache
def words_of(lang: str) -> Words:
    """The words of a language (BCP 47); none where the file does not have it."""
    language = primary(lang)
    listed = _data().get(language, {})
    return Words(
        language,
        frozenset(listed.get("articles", ())),
        frozenset(listed.get("links", ())),
        tuple(listed.get("joins", ())),
        frozenset(listed.get("clitics", ())),
        tuple(listed.get("define", ())),
        tuple(listed.get("titles", ())),
        tuple(listed.get("others", ())),
        frozenset(listed.get("turns", ())),
        frozenset(listed.get("shifts", ())),
        tuple(listed.get("apart", ())),
        bool(listed.get("accents", False)),
        bool(listed.get("heads_last", False)),
    )


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resource("aligner.terms.matching", "data", "words.toml").read_text(encoding="utf-8"))
