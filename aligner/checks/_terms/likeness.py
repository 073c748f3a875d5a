"""How alike the names of two concepts are: those that differ in one word only are easily exchanged."""

from __future__ import annotations

from enum import IntEnum
from functools import lru_cache

from aligner.checks._terms.kinds import is_word
from aligner.checks._terms.names import TIGHT, content, key, language_of
from aligner.checks._terms.words import WORD
from aligner.model import Concept, Term

_HEAD = 2
"""Characters of the head of a compound in scripts without spaces: "原则", "政策"."""
_COMPARED = 8
"""Terms of a concept that are compared in each language."""


class Likeness(IntEnum):
    """What two names share: nothing, a content word, or all of their words but the last, which is the head.

    To be alike but for the head they share several words, a name, or most of a compound: "financial markets" and
    "financial services" have but a common word in common.
    """

    NONE = 0
    WORD = 1
    HEAD = 2


@lru_cache(maxsize=20_000)
def likeness(one: Concept, other: Concept, language: str) -> Likeness:
    """How alike the most similar accepted terms of two concepts are in a language (a primary subtag).

    Single words are never alike, nor are terms of which one holds the other: that is a narrower or a shorter name.
    """
    pairs = ((a, b) for a in _names(one, language) for b in _names(other, language))
    return max((_alike(a, b) for a, b in pairs), default=Likeness.NONE)


def _names(concept: Concept, language: str) -> list[Term]:
    known = (t for t in concept.terms if t.status.accepted and language_of(t) in (language, "und"))
    return [t for t in known if not is_word(t)][:_COMPARED]


def _alike(one: Term, other: Term) -> Likeness:
    if TIGHT.fullmatch(one.text) and TIGHT.fullmatch(other.text):
        return _compounds(key(one), key(other))
    first, second = content(one), content(other)
    shared = first & second
    if not shared or first <= second or second <= first:
        return Likeness.NONE
    return Likeness.HEAD if _but_head(one, other) else Likeness.WORD


def _but_head(one: Term, other: Term) -> bool:
    """Whether all words but the last are the same, and say enough."""
    words, others = (WORD.findall(t.text)[:-1] for t in (one, other))
    same = [w.lower() for w in words] == [w.lower() for w in others]
    return same and (len(words) > 1 or any(w[0] != w[0].lower() for w in words))


def _compounds(one: str, other: str) -> Likeness:
    """Compounds written as one word share their beginning, or their head behind different beginnings."""
    if one in other or other in one:
        return Likeness.NONE
    if len(one) == len(other) and one[:-_HEAD] == other[:-_HEAD]:
        return Likeness.HEAD
    return Likeness.WORD if one[:_HEAD] == other[:_HEAD] or one[-_HEAD:] == other[-_HEAD:] else Likeness.NONE
