"""Word stems: what is left of a form when endings are gone. Good for matching, not for showing."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Any

from aligner.text.korean import strip_endings

SNOWBALL = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish",
    "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian",
    "lt": "lithuanian", "nb": "norwegian", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish",
}  # fmt: skip
"""Primary language subtag -> name of its snowball stemmer."""


SHORTEST, LONGEST = 3, 40
"""Letters of words that are stemmed; a longer run of letters is no word."""


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(SNOWBALL[language])


@lru_cache(maxsize=200_000)
def stem(word: str, language: str) -> str:
    """The stem of a lower-case word; the word itself in a language without a stemmer.

    Korean words lose particles and endings (see aligner.text.korean).
    """
    if language == "ko":
        return strip_endings(word)
    if language not in SNOWBALL or not SHORTEST <= len(word) <= LONGEST:
        return word
    return str(_stemmer(language).stemWord(word))
