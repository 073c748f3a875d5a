"""What CC-CEDICT says in English: the stems of the words in a headword's glosses, earlier senses weighing more.

Remarks in brackets, pronunciations, classifiers and cross-references are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from aligner.lexicons._cedict_file import entries
from aligner.plugins import resource
from aligner.text.stems import stem

MASS = 0.8
"""What the weights of one word sum to at most: dictionaries do not hold every rendering."""

_REMARK = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|CL:.*")
_REFERENCE = re.compile(r"^(?:variant of|old variant of|see|also written|abbr\. for|Japanese variant of)\b")
_LATIN_WORD = re.compile(r"[a-z]+(?:'s\b)?")


@lru_cache(maxsize=50_000)
def gloss_stems(chinese: str) -> tuple[tuple[str, float], ...]:
    """(English stem, weight) of the words of all glosses: the n-th gloss has the weight 1/n of the first."""
    weights: dict[str, float] = {}
    glosses = [g for entry in entries(chinese) for sense in entry.senses for g in _glosses(sense)]
    for rank, gloss in enumerate(glosses):
        for word in gloss:
            found = stem(word.removesuffix("'s"), "en")
            weights[found] = max(weights.get(found, 0.0), MASS / (rank + 1) / len(gloss) ** 0.5)
    return tuple(sorted(weights.items()))


def by_stem(tokens: Iterable[str]) -> dict[str, list[str]]:
    """The tokens of an English text that each stem stands for; capitals do not matter."""
    found: dict[str, list[str]] = {}
    for token in sorted(tokens):
        found.setdefault(stem(token.lower(), "en"), []).append(token)
    return found


def _glosses(sense: str) -> Iterator[list[str]]:
    if _REFERENCE.match(sense):
        return
    for gloss in _REMARK.sub(" ", sense).split(";"):
        words = _LATIN_WORD.findall(gloss.lower().replace("surname ", ""))
        telling = [w for w in words if w not in _stopwords()]
        if telling or words:
            yield telling or words


@lru_cache(maxsize=1)
def _stopwords() -> frozenset[str]:
    lines = resource("aligner.lexicons", "_stopwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(w for line in lines if not line.startswith("#") for w in line.split())
