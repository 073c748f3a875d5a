"""Find the terms of a term base in texts: longest match wins, boundaries by script.

All terms of a language are searched at once with an Aho-Corasick automaton (Aho and Corasick 1975) over the key
forms of aligner.terms.matching.keys, so the time grows with the text and the matches, not with the term base.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from aligner.model import Concept, Span, Term, TermStatus
from aligner.terms.matching.boundaries import bounded
from aligner.terms.matching.keys import Keyed, chinese, keyed, simplified
from aligner.terms.matching.variants import shapes

_ORDER = {s: n for n, s in enumerate((TermStatus.PREFERRED, TermStatus.ADMITTED, TermStatus.SUPERSEDED))}


@dataclass(frozen=True, slots=True)
class TermMatch:
    """One occurrence of a term: its place in the text given, the concept and the term that it is.

    A `weak` one (found by its stem alone, or inside the title of a work) may show that a concept is rendered; it is
    never reported itself.
    """

    span: Span
    concept: Concept
    term: Term
    weak: bool = False


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A key, and what it may stand for: `exact` are the places where the case must agree."""

    key: Keyed
    concept: Concept
    term: Term
    exact: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Automaton:
    engine: Any
    patterns: tuple[tuple[_Pattern, ...], ...]


class TermIndex:
    """Searches texts for the terms of the concepts given.

    Where two concepts share a term, the earlier concept is taken unless the later one holds it in better standing
    (preferred, admitted, superseded, deprecated).
    """

    def __init__(self, concepts: Sequence[Concept] = ()) -> None:
        self.concepts = tuple(concepts)
        self._by_id = {c.id: c for c in reversed(self.concepts)}
        self._automata: dict[str, _Automaton] = {}
        # several checks ask for the same passage; the newest ones are enough
        self.readings = lru_cache(maxsize=4096)(self._readings)

    def concept(self, ident: str) -> Concept | None:
        """The concept with this id, the first where two have it; None where there is none."""
        return self._by_id.get(ident)

    def find(self, text: str, lang: str) -> tuple[TermMatch, ...]:
        """All term occurrences in `text` of the language `lang` (a BCP 47 tag), in order, without overlap.

        Like `readings`, the best of each place: none is weak, all may be reported.
        """
        return tuple(readings[0] for readings in self.readings(text, lang))

    def weak(self, text: str, lang: str) -> tuple[TermMatch, ...]:
        """What may show that a concept is rendered after all, and is never reported itself.

        Terms in the titles of works, inflected, coordinated ("economic and trade ties") and turned around ("ties of
        trade"), inside Korean compounds; in the order of the text, all with `weak` set. They may overlap each other,
        but lie in no match of `readings` and overlap none of the same concept.
        """
        return ()

    def with_acronyms(self, texts: Iterable[str], lang: str) -> TermIndex:
        """The index for one document: what its texts define beside a term ("stored value facility (SVF)", "이하
        한은") stands for that term too, with its status and `type` "acronym" or "shortForm".

        `texts` are all segments of the document, `lang` their language; itself where nothing is defined.
        """
        return self

    def _readings(self, text: str, lang: str) -> tuple[tuple[TermMatch, ...], ...]:
        """`readings` is like `find`, with every concept that the words of a place may stand for, best first."""
        if not text or not self.concepts:
            return ()
        language = lang.split("-", maxsplit=1)[0].lower()
        automaton = self._automaton(language)
        if not automaton.patterns:
            return ()
        key = keyed(text, lang)
        taken = bytearray(len(key.text))
        found: list[tuple[int, tuple[TermMatch, ...]]] = []
        for start, stop, patterns in sorted(self._hits(automaton, key), key=lambda h: (h[0] - h[1], h[0])):
            if not any(taken[start:stop]):
                taken[start:stop] = b"\1" * (stop - start)
                span = key.span(start, stop)
                found.append((start, tuple(TermMatch(span, p.concept, p.term) for p in patterns)))
        return tuple(matches for _, matches in sorted(found, key=lambda f: f[0]))

    def _hits(self, automaton: _Automaton, key: Keyed) -> Iterator[tuple[int, int, list[_Pattern]]]:
        """Every occurrence that stands in word boundaries and in the right case, overlapping ones too."""
        for number, start, stop in automaton.engine.find_matches_as_indexes(key.text, overlapping=True):
            patterns = [p for p in automaton.patterns[number] if _fits(p, key, start, stop)]
            if patterns:
                yield start, stop, patterns

    def _automaton(self, language: str) -> _Automaton:
        if language not in self._automata:
            self._automata[language] = _build(self.concepts, language)
        return self._automata[language]


def _build(concepts: Sequence[Concept], language: str) -> _Automaton:
    """The automaton of a language's terms and of those whose language is undetermined."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    han = simplified("".join(t.text for c in concepts for t in c.terms)) if chinese(language) else {}
    by_key: dict[str, list[tuple[int, _Pattern]]] = {}
    for concept in concepts:
        for term in (*concept.in_language(language), *concept.in_language("und")):
            for rank, shape in enumerate(shapes(term.text, term.lang)):
                pattern = _pattern(shape, concept, term, han)
                if pattern.key.text:
                    by_key.setdefault(pattern.key.text, []).append((min(rank, 1), pattern))
    patterns = tuple(_distinct(found) for found in by_key.values())
    return _Automaton(AhoCorasick(list(by_key), matchkind=MatchKind.Standard) if by_key else None, patterns)


def _distinct(found: list[tuple[int, _Pattern]]) -> tuple[_Pattern, ...]:
    """One pattern a concept and term, in the order of standing; a term as printed goes before its other shapes."""
    ordered = sorted(found, key=lambda f: (_ORDER.get(f[1].term.status, len(_ORDER)), f[0]))
    return tuple({(p.concept.id, p.term.text): p for _, p in reversed(ordered)}.values())[::-1]


def _pattern(shape: str, concept: Concept, term: Term, han: Mapping[str, str]) -> _Pattern:
    key = keyed(shape, term.lang, han)
    if term.case_sensitive:
        exact = tuple(i for i, c in enumerate(key.cased) if c.isalpha())
    else:
        exact = _capitals(key.cased)
    return _Pattern(key, concept, term, exact)


def _capitals(cased: str) -> tuple[int, ...]:
    """The places of acronyms: words of two and more capitals, which in small letters would be other words."""
    places: list[int] = []
    start = 0
    for word in cased.split(" "):
        if len(word) > 1 and word.isupper() and word.isalpha():
            places += range(start, start + len(word))
        start += len(word) + 1
    return tuple(places)


def _fits(pattern: _Pattern, key: Keyed, start: int, stop: int) -> bool:
    """Whether an occurrence of the pattern's key is one of its term: case, spaces and word boundaries."""
    cased = key.cased[start:stop]
    if not cased.isupper() and any(cased[i] != pattern.key.cased[i] for i in pattern.exact):
        return False
    return bounded(key, start, stop, pattern.key.gaps)
