"""What the figures on terms share: the concepts of a passage, and a name for the term base they are counted by."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import lru_cache

from aligner.model import AlignedPair, Concept, Side, Span, Term
from aligner.terms.matching import TermIndex, TermMatch
from aligner.terms.usage import short

MINIMUM = 5
"""Occurrences below which no figure on terms is given: it would move by a fifth and more with the next one."""


class Remembering(TermIndex):
    """An index that keeps all that it finds: every figure on terms reads the same passages."""

    def __init__(self, index: TermIndex) -> None:
        super().__init__(index.concepts)
        self.index = index
        self._known: dict[tuple[str, str], tuple[tuple[TermMatch, ...], ...]] = {}
        self._known_weak: dict[tuple[str, str], tuple[TermMatch, ...]] = {}

    def readings(self, text: str, lang: str) -> tuple[tuple[TermMatch, ...], ...]:
        """See TermIndex."""
        key = text, lang
        if key not in self._known:
            self._known[key] = self.index.readings(text, lang)
        return self._known[key]

    def weak(self, text: str, lang: str) -> tuple[TermMatch, ...]:
        """See TermIndex."""
        key = text, lang
        if key not in self._known_weak:
            self._known_weak[key] = self.index.weak(text, lang)
        return self._known_weak[key]


def speaks(terms: TermIndex, language: str) -> bool:
    """Whether the term base has any term of a language (primary subtag)."""
    return any(_in(concept, language) for concept in terms.concepts)


def accepted(concept: Concept, language: str) -> bool:
    """Whether the term base accepts any wording for a concept in a language."""
    return any(t.status.accepted for t in _in(concept, language))


def prefers(concept: Concept, language: str) -> bool:
    """Whether the term base prefers one of a concept's wordings in a language."""
    return any(t.status == "preferred" for t in _in(concept, language))


def occurrences(side: Side, terms: TermIndex) -> tuple[tuple[TermMatch, ...], ...]:
    """The terms of a passage in order, each with every concept that it may stand for, the best first."""
    return terms.readings(side.text, side.lang) if side.segments else ()


def renderings(side: Side, terms: TermIndex) -> list[tuple[Span, frozenset[str]]]:
    """What may render a concept in a passage: the place and the ids of the concepts that it is accepted for.

    Beside the terms that stand there this holds what is too weak to be reported (inflected, inside a title).
    """
    if not side.segments:
        return []
    sure = [(r[0].span, r) for r in occurrences(side, terms)]
    weak = [(m.span, (m,)) for m in terms.weak(side.text, side.lang)]
    told = [(span, frozenset(m.concept.id for m in r if m.term.status.accepted)) for span, r in (*sure, *weak)]
    return [(span, idents) for span, idents in told if idents]


def wordings(pair: AlignedPair, terms: TermIndex) -> Iterator[TermMatch]:
    """The version's terms that are a choice of wording, each as one concept: one that the base has here, if any.

    Short forms, as the term base marks them, are none; nor is a rejected wording where the base lacks the concept,
    where it may be the right word for something else.
    """
    here = {m.concept.id for readings in occurrences(pair.base, terms) for m in readings}
    for readings in occurrences(pair.version, terms):
        match = next((m for m in readings if m.concept.id in here), readings[0])
        if not short(match.term) and (match.term.status.accepted or match.concept.id in here):
            yield match


def faithful(pair: AlignedPair, terms: TermIndex) -> Iterator[TermMatch]:
    """The wordings without those of a wrong concept: one that the base lacks here while a relative of it is there.

    Which of its concept's wordings it is says nothing then: the wording belongs to something else.
    """
    here = {m.concept.id: m.concept for readings in occurrences(pair.base, terms) for m in readings}
    for match in wordings(pair, terms):
        ident, related = match.concept.id, match.concept.related
        if ident in here or not any(i in related or ident in c.related for i, c in here.items()):
            yield match


def numbers(terms: TermIndex) -> dict[str, int]:
    """The number of each concept: its place in the term base. Of two with one id the first counts."""
    return _numbers(terms.index if isinstance(terms, Remembering) else terms)


def slot(match: TermMatch) -> int:
    """The place of a term among those of its concept."""
    return next((n for n, term in enumerate(match.concept.terms) if term == match.term), len(match.concept.terms))


@lru_cache(maxsize=16)
def _numbers(terms: TermIndex) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, concept in enumerate(terms.concepts):
        found.setdefault(concept.id, number)
    return found


def digest(terms: TermIndex) -> str:
    """How many concepts there are and a digest of their terms, for signatures: "terms:123:1f2e3d4c"."""
    return _digest(terms.index if isinstance(terms, Remembering) else terms)


@lru_cache(maxsize=16)
def _digest(terms: TermIndex) -> str:
    content = hashlib.sha256()
    for concept in terms.concepts:
        said = [_said(term) for term in concept.terms]
        content.update(repr((concept.id, concept.related, said)).encode("utf-8", "backslashreplace"))
    return f"terms:{len(terms.concepts)}:{content.hexdigest()[:8]}"


def _said(term: Term) -> tuple[object, ...]:
    """All of a term that a figure may depend on: what it is, where it counts, and as what."""
    found = (term.lang, term.text, term.match.value, term.case_sensitive, term.not_if, term.context)
    return (*found, term.status.value, term.forbidden, term.outlets, term.type)


def _in(concept: Concept, language: str) -> tuple[Term, ...]:
    return (*concept.in_language(language), *concept.in_language("und"))
