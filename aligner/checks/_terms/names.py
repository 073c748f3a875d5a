"""When two terms are one name: a shorter form, an acronym, the same words in another order."""

from __future__ import annotations

import re
from functools import lru_cache

from aligner.checks._terms.words import WORD, small_words, stems
from aligner.model import Concept, Term
from aligner.model.language import primary
from aligner.terms.matching.keys import keyed
from aligner.text.script import HAN, HANGUL, KANA

TIGHT = re.compile(rf"[{HAN}{HANGUL}{KANA}]+")
_ACRONYM = 8
"""Letters of the longest acronym; "MoU" is one, too."""
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_SHORTEST = 2
"""Characters of the shortest short form in Chinese characters, Hangul or Kana."""

_COMPARED = 50
"""Terms of a concept that each is compared with: no concept of a person's making has more."""
_SHORTENED = ("acronym", "abbreviation", "shortForm")
"""TBX term types of terms that stand for longer ones."""


class Wordings:
    """Which terms of a concept are one name for it; works it out once a concept. One instance a search."""

    def __init__(self) -> None:
        # by identity: the hash of a concept is that of all its terms; it is held so that it stays itself
        self._known: dict[tuple[int, str, bool], tuple[Concept, dict[str, str]]] = {}

    def same(self, one: Term, other: Term, concept: Concept) -> bool:
        """Whether two terms of a concept are a shorter and a fuller form, or the same words in another order."""
        return self.of(one, concept) == self.of(other, concept)

    def of(self, term: Term, concept: Concept, *, loosely: bool = False) -> str:
        """The first of the concept's terms that is one name with this one.

        Short forms join what they shorten. `loosely` joins forms that share a word, as the names of a country do.
        """
        language = language_of(term)
        place = (id(concept), language, loosely)
        if place not in self._known:
            self._known[place] = concept, _wordings(concept, language, loosely)
        known = self._known[place][1]
        return known.get(term.text) or _of_text(term, concept, known)


def _of_text(term: Term, concept: Concept, known: dict[str, str]) -> str:
    """The wording of a term that only a text defines, as a short form of a listed one."""
    listed = [t for t in concept.terms if t.text in known and t.status.accepted is term.status.accepted]
    near = next((t for t in listed if _alike(term, t)), None)
    full = near or next((t for t in listed if term.type in _SHORTENED), None)
    return known[full.text] if full else term.text


def _wordings(concept: Concept, language: str, loosely: bool) -> dict[str, str]:
    """Each term of a concept in a language -> the first that is one name with it, over any number of steps."""
    terms = [t for t in concept.terms if language_of(t) in (language, "und")]
    first = {t.text: t.text for t in terms}

    def join(one: Term, other: Term) -> None:
        old, new = first[one.text], first[other.text]
        first.update({text: new for text, name in first.items() if name == old})

    for n, one in enumerate(terms):
        for other in terms[max(0, n - _COMPARED) : n]:
            # a short form that is rejected is no name for the concept, whatever it shortens
            same_standing = one.status.accepted is other.status.accepted
            alike = _alike(one, other) or (loosely and not content(one).isdisjoint(content(other)))
            if same_standing and alike:
                join(one, other)
    full = next((t for t in terms if t.type not in _SHORTENED and t.status.accepted), None)
    for term in (t for t in terms if full and t.status.accepted and t.type in _SHORTENED):
        # what is said to be short and shortens nothing that is listed may stand for anything here
        if full and list(first.values()).count(first[term.text]) == 1:
            join(term, full)
    return first


def _alike(one: Term, other: Term) -> bool:
    """Whether one of two terms is a shorter or fuller form of the other, or the same words in another order.

    A short form in a script without spaces keeps some of the full form's characters in their order, an acronym the
    first letters of its words, any other short form some of its words.
    """
    first, second = sorted((key(one), key(other)), key=len)
    if first in second:
        return True
    if TIGHT.fullmatch(first) and TIGHT.fullmatch(second):
        return len(first) >= _SHORTEST and _in_order(first, second)
    few, many = sorted((content(one), content(other)), key=len)
    if few and few <= many:
        return True
    if any(_acronym(w) for term in (one, other) for w in WORD.findall(term.text)):
        return not initials(one).isdisjoint(initials(other))
    return False


@lru_cache(maxsize=20_000)
def key(term: Term) -> str:
    """A term in the form in which terms are compared."""
    return keyed(term.text, term.lang).text


@lru_cache(maxsize=20_000)
def content(term: Term) -> frozenset[str]:
    """The stems of a term's words, without those that only join them."""
    return stems(term.text, language_of(term))


@lru_cache(maxsize=20_000)
def initials(term: Term) -> frozenset[str]:
    """The acronyms that a term's words give, with its small words and without them; an acronym gives itself."""
    joining = small_words("joining", language_of(term))
    words = WORD.findall(_POSSESSIVE.sub(" ", term.text))
    letters = [(w if _acronym(w) else w[:1], w.lower() in joining) for w in words]
    every, major = "".join(n for n, _ in letters), "".join(n for n, small in letters if not small)
    return frozenset(found.lower() for found in (every, major) if len(found) > 1)


def language_of(term: Term) -> str:
    """The primary language subtag of a term."""
    return primary(term.lang)


def _acronym(word: str) -> bool:
    return len(word) <= _ACRONYM and word.isalpha() and sum(c.isupper() for c in word) > 1


def _in_order(short: str, full: str) -> bool:
    characters = iter(full)
    return all(c in characters for c in short)
