"""Small words of each language that the checks of terms look at, and the words of a text beside them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from typing import Any

from aligner.plugins import resource
from aligner.text.script import SPACELESS
from aligner.text.stems import stem

WORD = re.compile(r"[^\W_]+")


@cache
def small_words(kind: str, language: str) -> frozenset[str]:
    """The words of a kind ("joining", "pointing", "glossing") of a language; none where the data has none."""
    return frozenset(_data().get(kind, {}).get(language, ()))


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resource("aligner.checks", "data", "term_words.toml").read_text(encoding="utf-8"))


def points(text: str, language: str) -> bool:
    """Whether a text takes something up by a pronoun or demonstrative."""
    known = small_words("pointing", language)
    if language in SPACELESS:
        return any(w in text for w in known)
    return any(w.lower() in known for w in WORD.findall(text))


def stems(text: str, language: str) -> frozenset[str]:
    """What a text's words have in common with others of their family; pairs of characters without spaces."""
    joining = small_words("joining", language)
    words = [w.lower() for w in WORD.findall(text)]
    if language in SPACELESS:
        return frozenset(w[i : i + 2] for w in words for i in range(max(1, len(w) - 1)))
    return frozenset(stem(w, language) for w in words if w not in joining)
