"""What one language's words say in another: dictionaries, names, cognates. One file per source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol, runtime_checkable


@runtime_checkable
class Lexicon(Protocol):
    """Possible renderings of a token, with weights."""

    def covers(self, base_language: str, version_language: str) -> bool:
        """Whether this source knows anything about the pair (primary language subtags)."""
        ...

    def words(
        self, texts: Sequence[str], others: Sequence[str], language: str, other_language: str
    ) -> frozenset[str]:
        """Words that this source recognises in texts of a language without spaces, held against `others`.

        They steer the tokeniser's longest match; an empty set where the source has none to offer.
        """
        ...

    def renderings(
        self, tokens: Sequence[str], vocabulary: frozenset[str], base_language: str, version_language: str
    ) -> Mapping[str, Mapping[str, float]]:
        """For each base token that has any: the version's tokens (out of `vocabulary`) that may render it, each
        with a weight in 0..1; the weights of one base token sum to at most 1."""
        ...


@runtime_checkable
class InContext(Lexicon, Protocol):
    """A lexicon that guesses, and sees where words stand before it believes itself."""

    def in_context(
        self,
        base: Sequence[Sequence[str]],
        version: Sequence[Sequence[str]],
        base_language: str,
        version_language: str,
    ) -> Mapping[str, Mapping[str, float]]:
        """The same as `renderings`, asked with the tokens of every sentence of both texts, in their order."""
        ...
