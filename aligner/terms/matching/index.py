"""Find the terms of a term base in texts: longest match wins, boundaries by script."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from aligner.model import Concept, MatchRule, Span, Term
from aligner.terms.matching import acronyms
from aligner.terms.matching.acronyms import Defined, short_form
from aligner.terms.matching.automaton import Automaton, Hit, build, of_language
from aligner.terms.matching.brackets import across, together
from aligner.terms.matching.entries import allowed, entries
from aligner.terms.matching.inflected import Stems
from aligner.terms.matching.keys import Keyed, keyed
from aligner.terms.matching.surroundings import addresses, fills, titles


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


_STEMMED = (MatchRule.STEM,)
_LIFTING = (MatchRule.STEM, MatchRule.FORMS, MatchRule.PREFIX)
_Found = list[tuple[TermMatch, ...]]
_Places = tuple[tuple[TermMatch, ...], ...]


class TermIndex:
    """Searches texts for the terms of the concepts given.

    Where two concepts share a term, the earlier concept is taken unless the later one holds it in better standing
    (preferred, admitted, superseded, deprecated).
    """

    def __init__(self, concepts: Sequence[Concept] = ()) -> None:
        self.concepts = tuple(concepts)
        self._by_id = {c.id: c for c in reversed(self.concepts)}
        self._automata: dict[str, Automaton] = {}
        self._stems: dict[tuple[str, bool], Stems] = {}
        # several checks ask for the same passage; the newest ones are enough
        self._found = lru_cache(maxsize=4096)(self._search)
        self._lifts = lru_cache(maxsize=4096)(self._weak)

    def concept(self, ident: str) -> Concept | None:
        """The concept with this id, the first where two have it; None where there is none."""
        return self._by_id.get(ident)

    def find(self, text: str, lang: str) -> tuple[TermMatch, ...]:
        """All term occurrences in `text` of the language `lang` (a BCP 47 tag), in order, without overlap.

        Like `readings`, the best of each place: none is weak, all may be reported.
        """
        return tuple(readings[0] for readings in self.readings(text, lang))

    def readings(self, text: str, lang: str) -> tuple[tuple[TermMatch, ...], ...]:
        """Like `find`, with every concept that the words of a place may stand for, best first."""
        return self._found(text, lang)[0]

    def weak(self, text: str, lang: str) -> tuple[TermMatch, ...]:
        """What may show that a concept is rendered after all, and is never reported itself.

        Terms in the titles of works, inflected, coordinated ("economic and trade ties") and turned around ("ties of
        trade"), inside Korean compounds; in the order of the text, all with `weak` set. They may overlap each
        other, but lie inside no longer match of `readings` and overlap none of the same concept.
        """
        return self._lifts(text, lang)

    def with_acronyms(self, texts: Iterable[str], lang: str) -> TermIndex:
        """The index for one document: what its texts define beside a term ("stored value facility (SVF)", "이하
        한은") stands for that term too, with its status and `type` "acronym" or "shortForm".

        `texts` are all segments of the document, `lang` their language; itself where nothing is defined.
        """
        found: dict[tuple[str, str], Defined] = {}
        for text in texts:
            for place in self._found(text, lang)[2] if "(" in text or "（" in text else ():
                span = place[0].span
                short = short_form(text, span.start, span.stop, lang)
                known = {m.concept.id for p in self.readings(short, lang) for m in p} if short else set()
                for match in place if short else ():
                    if match.concept.id not in known:
                        new = Defined(short or "", match.concept, match.term, span.of(text))
                        found.setdefault((new.short, match.concept.id), new)
        return _DocumentIndex(self, tuple(found.values()), lang) if found else self

    def _weak(self, text: str, lang: str) -> tuple[TermMatch, ...]:
        strong, titled, _ = self._found(text, lang)
        if not text or not self.concepts:
            return ()
        key = keyed(text, lang, tight=False)
        masked = addresses(text)
        found = [replace(m, weak=True) for place in titled for m in place]
        plain = keyed(text, lang)
        for hit in self._stems_of(lang).find(key):
            span = key.span(hit.start, hit.stop)
            if not _touching(span, masked) and _allowed(hit.term, plain, span):
                found.append(TermMatch(span, hit.concept, hit.term, weak=True))
        return tuple(sorted(_beside(found, strong), key=lambda m: (m.span, m.concept.id)))

    def _search(self, text: str, lang: str) -> tuple[_Places, _Places, _Places]:
        """The places outside of titles, those inside, and the first before short forms in brackets joined them."""
        if not text or not self.concepts:
            return (), (), ()
        key = keyed(text, lang)
        automata = self._automata_of(lang)
        hits = [h for automaton in automata for h in automaton.hits(key)]
        hits += across(key, automata)
        hits += self._inflected(text, lang, key)
        masked = addresses(text)
        if masked:
            hits = [h for h in hits if not _touching(key.span(h.start, h.stop), masked)]
        found = [
            tuple(TermMatch(key.span(h.start, h.stop), e.concept, e.term) for e in h.entries)
            for h in _exclusive(hits, key)
        ]
        outside, inside = _parted(found, titles(text, lang), text)
        return tuple(_merged(outside, text)), tuple(inside), tuple(outside)

    def _inflected(self, text: str, lang: str, key: Keyed) -> Iterator[Hit]:
        """Forms of the terms that are matched by their stems."""
        stems = self._stems_of(lang, strong=True)
        if not stems.terms:
            return
        spaced = keyed(text, lang, tight=False)
        for found in stems.find(spaced):
            span = spaced.span(found.start, found.stop)
            if found.whole and _allowed(found.term, key, span):
                entry = next(entries(found.concept, found.term))
                yield Hit(key.place(span.start), key.place(span.stop), (entry,))

    def _automata_of(self, lang: str) -> tuple[Automaton, ...]:
        language = lang.partition("-")[0].lower()
        if language not in self._automata:
            self._automata[language] = build(of_language(self.concepts, language))
        return (self._automata[language],)

    def _stems_of(self, lang: str, *, strong: bool = False) -> Stems:
        """The stems of all terms, or of those alone whose inflected forms count in full."""
        language = lang.partition("-")[0].lower()
        if (language, strong) not in self._stems:
            terms = ((c, t) for c in self.concepts for t in (*c.in_language(language), *c.in_language("und")))
            kept = [(c, t) for c, t in terms if t.match in (_STEMMED if strong else _LIFTING)]
            self._stems[language, strong] = Stems(kept, language)
        return self._stems[language, strong]


class _DocumentIndex(TermIndex):
    """An index with the short forms that one document defines."""

    def __init__(self, index: TermIndex, defined: Sequence[Defined], lang: str) -> None:
        super().__init__(index.concepts)
        self._index = index
        self._language = lang.partition("-")[0].lower()
        made = acronyms.terms(defined, index.concepts, lang)
        self._defined = build(e for concept, term in made for e in entries(concept, term))

    def _automata_of(self, lang: str) -> tuple[Automaton, ...]:
        own = (self._defined,) if lang.partition("-")[0].lower() == self._language else ()
        return *self._index._automata_of(lang), *own

    def _stems_of(self, lang: str, *, strong: bool = False) -> Stems:
        return self._index._stems_of(lang, strong=strong)


def _exclusive(hits: Iterable[Hit], key: Keyed) -> list[Hit]:
    """The longest hits that leave each other alone, in the order of the text."""
    places: dict[tuple[int, int], Hit] = {}
    for hit in hits:
        other = places.get((hit.start, hit.stop))
        places[hit.start, hit.stop] = hit.with_entries(other.entries) if other else hit
    taken = bytearray(len(key.text))
    kept = []
    for hit in sorted(places.values(), key=lambda h: h.order):
        if not any(taken[hit.start : hit.stop]):
            taken[hit.start : hit.stop] = b"\1" * (hit.stop - hit.start)
            kept.append(hit)
    return sorted((h for h in kept if h.entries), key=lambda h: h.start)


def _parted(found: Iterable[tuple[TermMatch, ...]], works: Sequence[Span], text: str) -> tuple[_Found, _Found]:
    """What stands outside of titles or is all of one, and the rest."""
    outside: _Found = []
    inside: _Found = []
    for place in found:
        span = place[0].span
        i = bisect_right(works, span.start, key=lambda w: w.start) - 1
        titled = i >= 0 and span.stop <= works[i].stop and not fills(span, works[i], text)
        (inside if titled else outside).append(place)
    return outside, inside


def _merged(found: Iterable[tuple[TermMatch, ...]], text: str) -> Iterator[tuple[TermMatch, ...]]:
    """A term and another of the same concept in brackets after it are one occurrence of the first."""
    last: tuple[TermMatch, ...] | None = None
    for place in found:
        ids = {m.concept.id for m in place}
        if last is not None and any(m.concept.id in ids for m in last):
            span = together(last[0].span, place[0].span, text)
            if span is not None:
                rest = (m for m in place if all(m.concept.id != o.concept.id for o in last))
                yield tuple(replace(m, span=span) for m in (*last, *rest))
                last = None
                continue
        if last is not None:
            yield last
        last = place
    if last is not None:
        yield last


def _beside(found: Iterable[TermMatch], strong: Iterable[tuple[TermMatch, ...]]) -> Iterator[TermMatch]:
    """Those that lie inside no longer strong match and touch none of their own concept, each concept once a
    place."""
    places = sorted(((p[0].span, {m.concept.id for m in p}) for p in strong), key=lambda p: p[0])
    starts = [span.start for span, _ in places]
    seen: set[tuple[Span, str]] = set()
    for match in found:
        span, ident = match.span, match.concept.id
        i = max(0, bisect_right(starts, span.start) - 1)
        touching = []
        while i < len(places) and places[i][0].start < span.stop:
            if places[i][0].stop > span.start:
                touching.append(places[i])
            i += 1
        covered = any(ident in ids or (_within(span, s) and span != s) for s, ids in touching)
        if (span, ident) not in seen and not covered:
            seen.add((span, ident))
            yield match


def _allowed(term: Term, key: Keyed, span: Span) -> bool:
    """Whether `not_if` and `context` of the term let a place of the original be one of it."""
    if not (term.not_if or term.context):
        return True
    return allowed(term, key, key.place(span.start), key.place(span.stop))


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.stop <= outer.stop


def _touching(span: Span, others: Sequence[Span]) -> bool:
    """Whether a span shares a character with one of others, which are in order and do not overlap."""
    i = bisect_right(others, span.start, key=lambda o: o.stop)
    return i < len(others) and others[i].start < span.stop
