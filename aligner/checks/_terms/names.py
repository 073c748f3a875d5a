"""When two terms are one name: a shorter form, an acronym, the same words in another order."""

from __future__ import annotations

import re
from functools import lru_cache

from aligner.checks._terms.words import WORD, small_words, stems
from aligner.model import Concept, Term
from aligner.terms.matching.keys import keyed
from aligner.text.script import HAN, HANGUL, KANA

_TIGHT = re.compile(rf"[{HAN}{HANGUL}{KANA}]+")
_ACRONYM = 8
"""Letters of the longest acronym; "MoU" is one, too."""
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
_SHORTEST = 2
"""Characters of the shortest short form in Chinese characters, Hangul or Kana."""

_SHORTENED = ("acronym", "abbreviation", "shortForm")
"""TBX term types of terms that stand for longer ones."""
_WORD_LENGTH = 2
"""Characters of a single word in those scripts; longer terms are compounds."""


def one_name(one: Term, other: Term, concept: Concept) -> bool:
    """Whether two terms of a concept are one name for it, a shorter form, an acronym or the same words anew."""
    return wording(one, concept) == wording(other, concept)


def wording(term: Term, concept: Concept, *, loosely: bool = False) -> str:
    """The first of the concept's terms that is one name with this one.

    Short forms join what they shorten. `loosely` joins forms that share a word, as the names of a country do.
    """
    return _wordings(concept, language_of(term), loosely).get(term.text, term.text)


@lru_cache(maxsize=20_000)
def _wordings(concept: Concept, language: str, loosely: bool) -> dict[str, str]:
    """Each term of a concept in a language -> the first that is one name with it, over any number of steps."""
    terms = [t for t in concept.terms if language_of(t) in (language, "und")]
    first = {t.text: t.text for t in terms}

    def join(one: Term, other: Term) -> None:
        old, new = first[one.text], first[other.text]
        first.update({text: new for text, name in first.items() if name == old})

    for n, one in enumerate(terms):
        for other in terms[:n]:
            if _alike(one, other) or (loosely and not content(one).isdisjoint(content(other))):
                join(one, other)
    full = next((t for t in terms if t.type not in _SHORTENED and t.status.accepted), None)
    for term in terms if full else ():
        # what is said to be short and shortens nothing that is listed may stand for anything here
        if full and term.type in _SHORTENED and list(first.values()).count(first[term.text]) == 1:
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
    if _TIGHT.fullmatch(first) and _TIGHT.fullmatch(second):
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
    return term.lang.partition("-")[0].lower()


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
    if _TIGHT.fullmatch(text):
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


def _acronym(word: str) -> bool:
    return len(word) <= _ACRONYM and word.isalpha() and sum(c.isupper() for c in word) > 1


def _in_order(short: str, full: str) -> bool:
    characters = iter(full)
    return all(c in characters for c in short)
