"""Language tags (BCP 47), as far as the nouns need them."""

from __future__ import annotations


def primary(tag: str) -> str:
    """The primary language subtag of a tag, in small letters: "zh" of "zh-Hans"."""
    return tag.partition("-")[0].lower()
