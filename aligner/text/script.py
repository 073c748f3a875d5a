"""Which script a character belongs to, as far as tokenising needs to know."""

from __future__ import annotations

HAN = "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Character-class ranges of Chinese characters, for use inside a regular expression's brackets."""

HANGUL = "\uac00-\ud7a3"
"""Character-class range of Korean syllables."""

KANA = "\u3040-\u30ff"
"""Character-class range of Japanese syllables."""

SPACELESS = frozenset({"zh", "ja", "yue", "wuu", "th", "lo", "km", "my"})
"""Primary language subtags of languages that write no spaces between words."""

HAN_LANGUAGES = frozenset({"zh", "yue", "wuu"})
"""Primary language subtags of what is written in Chinese characters alone."""


def latin(word: str) -> bool:
    """Whether every letter of `word` is Latin (accents and ligatures included)."""
    return all(c < "\u0250" or "\u1e00" <= c <= "\u1eff" or "\u0300" <= c <= "\u036f" for c in word)
