"""Which words of a term must have their capitals where stems are compared, which fold case: US is not "us"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from aligner.model import Term
from aligner.terms.matching.keys import Keyed
from aligner.terms.matching.rows import Unit


class Capital(NamedTuple):
    """A word of a term: its unit, its letters, and whether the term base itself says that case matters."""

    text: str
    cased: str
    strict: bool


def acronym(cased: str) -> bool:
    """Whether a word is all capitals, beside the s of its plural; in small letters it would be another word."""
    capitals = cased[:-1] if cased[-1:] == "s" and len(cased) > 2 else cased
    return len(capitals) > 1 and capitals.isupper() and capitals.isalpha()


def capitals(units: Iterable[Unit], key: Keyed, term: Term) -> tuple[Capital, ...]:
    """The words of a term, given as units of its key, whose case matters."""
    words = ((u, key.cased[u.start : u.stop]) for u in units)
    strict = term.case_sensitive
    return tuple(Capital(u.text, cased, strict) for u, cased in words if strict or acronym(cased))


def kept(wanted: Sequence[Capital], units: Sequence[Unit], key: Keyed) -> bool:
    """Whether these units of a text have the capitals that are wanted of those among them."""
    return all(
        any(u.text == one.text and _agrees(one, key.cased[u.start : u.stop]) for u in units)
        for one in wanted
        if any(u.text == one.text for u in units)
    )


def _agrees(wanted: Capital, cased: str) -> bool:
    if " " in cased:  # the words that an acronym is short for
        return not wanted.strict or sum(w[0].isupper() for w in cased.split()) >= 2
    if cased.isupper():
        return True
    if acronym(wanted.cased):
        return acronym(cased)
    return all(a == b for a, b in zip(wanted.cased, cased, strict=False) if a.lower() == b.lower())
