"""What kind of term or concept one is: a name, a common word, one with another of its own or of its family."""

from __future__ import annotations

from functools import lru_cache

from aligner.checks._terms.names import TIGHT, key, language_of
from aligner.checks._terms.words import WORD, small_words
from aligner.model import Concept, Term

_WORD_LENGTH = 2
"""Characters of a single word in scripts without spaces; longer terms are compounds."""


@lru_cache(maxsize=20_000)
def proper(term: Term) -> bool:
    """Whether a term is a name: said so, or every word of it has a capital (never known of scripts without)."""
    if term.part_of_speech == "properNoun":
        return True
    joining = small_words("joining", language_of(term))
    words = [w for w in WORD.findall(term.text) if w.lower() not in joining]
    return bool(words) and all(w[0].isupper() for w in words)


def is_name(concept: Concept) -> bool:
    """Whether a concept is a particular (a place, an office, a document), as its terms in capitals show."""
    known = [t for t in concept.terms if t.status.accepted and (t.part_of_speech or t.text != t.text.swapcase())]
    return bool(known) and all(proper(t) for t in known)


def is_word(term: Term) -> bool:
    """Whether a term is a single word and no compound."""
    text = term.text.strip()
    if TIGHT.fullmatch(text):
        return len(text) <= _WORD_LENGTH
    return len(text.split()) == 1


def is_common(term: Term) -> bool:
    """Whether a term is a single word and no name: it may well mean something else."""
    return is_word(term) and not proper(term)


@lru_cache(maxsize=20_000)
def twins(one: Concept, other: Concept) -> bool:
    """Whether two concepts, of two term bases, are one: they accept a term in common."""
    return not {(language_of(t), key(t)) for t in one.terms if t.status.accepted}.isdisjoint(
        (language_of(t), key(t)) for t in other.terms if t.status.accepted
    )


@lru_cache(maxsize=20_000)
def kin(one: Concept, other: Concept) -> bool:
    """Whether terms of two concepts share a name ("one-China policy", "one-China principle").

    A name is a word with a capital; without any term in a script that has them, the larger part of a term.
    """
    first, second = (_capitalised(c) for c in (one, other))
    if first and second:
        return not first.isdisjoint(second)
    keys = [{(language_of(t), key(t)) for t in c.terms if t.status.accepted} for c in (one, other)]
    return any(a == b and _starts_alike(x, y) for a, x in keys[0] for b, y in keys[1])


def _capitalised(concept: Concept) -> frozenset[str]:
    words = (w for t in concept.terms if t.status.accepted for w in WORD.findall(t.text))
    return frozenset(w for w in words if len(w) > 1 and w[0] != w[0].lower())


def _starts_alike(one: str, other: str) -> bool:
    shared = next(
        (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
    return 2 * shared > min(len(one), len(other)) and shared > _WORD_LENGTH
