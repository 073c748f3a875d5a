"""Terms in the title of a work: the film “Bad Plan” is nobody's plan."""

from __future__ import annotations

import bisect
from functools import lru_cache

from aligner.checks._terms.kinds import proper
from aligner.checks._terms.names import language_of
from aligner.checks._terms.occurrences import Occurrence
from aligner.checks._terms.words import WORD, small_words
from aligner.model import Term
from aligner.text.quotes import Quotation, quotations

_NESTED = 4
"""Quotations that may lie in each other."""
_FEWEST = 2
"""Words of the shortest title in quotation marks; one word with a capital may just begin a sentence."""


def in_title(place: Occurrence, term: Term) -> bool:
    """Whether a term stands between the marks of a title, or in quotation marks with a capital on every word.

    A name has its capitals everywhere; they tell nothing of it.
    """
    if proper(term):
        return False
    language = language_of(term)
    found = _quotations(place.sentence, language)
    at = bisect.bisect_right(found, place.start, key=lambda q: q.span.start)
    held = (q for q in found[max(0, at - _NESTED) : at] if place.start + len(place.text) <= q.span.stop)
    return any(q.title or (q.closed and _capitals(q.span.of(place.sentence), language)) for q in held)


def _capitals(text: str, language: str) -> bool:
    joining = small_words("joining", language)
    words = WORD.findall(text)
    return (
        len(words) >= _FEWEST
        and not text.isupper()
        and words[0][0].isupper()
        and all(w[0].isupper() or w[0].isdecimal() or w in joining for w in words)
    )


@lru_cache(maxsize=256)
def _quotations(text: str, language: str) -> tuple[Quotation, ...]:
    return quotations(text, language)
