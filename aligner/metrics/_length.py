"""How long a text is, in the unit that its language allows."""

from __future__ import annotations

from aligner.text.script import SPACELESS


def letters(text: str) -> int:
    """Letters and digits of any script; punctuation and white space do not count."""
    return sum(c.isalnum() for c in text)


def words(text: str, language: str) -> int:
    """Words between white space that hold a letter or digit; letters where the language has no spaces."""
    if language in SPACELESS:
        return letters(text)
    return sum(any(c.isalnum() for c in word) for word in text.split())
