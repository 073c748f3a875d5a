"""What lexicons do alike with tokens and weights."""

from __future__ import annotations

from collections.abc import Iterable

from aligner.text.stems import stem


def by_key(tokens: Iterable[str], language: str) -> dict[str, list[str]]:
    """The tokens by their lower-case stem: names keep their capitals in texts, but not in tables and term bases."""
    found: dict[str, list[str]] = {}
    for token in tokens:
        key = token if token == token.lower() else stem(token.lower(), language)
        found.setdefault(key, []).append(token)
    return found


def capped(weights: dict[str, float], most: float) -> dict[str, float]:
    """The weights of one token, scaled down where they sum to more than `most`."""
    scale = most / max(sum(weights.values()), most)
    return {word: weight * scale for word, weight in weights.items()}
