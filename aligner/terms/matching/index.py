"""Find the terms of a term base in texts: longest match wins, boundaries by script."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from aligner.model import Concept, Span, Term
from aligner.terms.matching.acronyms import Defined, short_form
from aligner.terms.matching.automaton import Hit
from aligner.terms.matching.brackets import across
from aligner.terms.matching.entries import allowed, entries
from aligner.terms.matching.keys import Keyed, keyed
from aligner.terms.matching.places import Place, TermMatch, beside, exclusive, merged, parted, touching
from aligner.terms.matching.surroundings import addresses, titles
from aligner.terms.matching.vocabulary import Vocabulary


class TermIndex:
    """Searches texts for the terms of the concepts given.

    Where two concepts share a term, the earlier concept is taken unless the later one holds it in better standing
    (preferred, admitted, superseded, deprecated).
    """

    def __init__(self, concepts: Sequence[Concept] = ()) -> None:
        self.concepts = tuple(concepts)
        self._by_id = {c.id: c for c in reversed(self.concepts)}
        self._vocabulary = Vocabulary(self.concepts)
        # several checks ask for the same passage; the newest ones are enough
        self._found = lru_cache(maxsize=4096)(self._search)
        self._lifts = lru_cache(maxsize=4096)(self._weak)
        self._shorts = lru_cache(maxsize=4096)(self._shortened)

    def concept(self, ident: str) -> Concept | None:
        """The concept with this id, the first where two have it; None where there is none."""
        return self._by_id.get(ident)

    def find(self, text: str, lang: str) -> tuple[TermMatch, ...]:
        """All term occurrences in `text` of the language `lang` (a BCP 47 tag), in order, without overlap.

        Like `readings`, the best of each place: none is weak, all may be reported.
        """
        return tuple(readings[0] for readings in self.readings(text, lang))

    def readings(self, text: str, lang: str) -> tuple[Place, ...]:
        """Like `find`, with every concept that the words of a place may stand for, best first."""
        return self._found(text, lang)[0]

    def weak(self, text: str, lang: str) -> tuple[TermMatch, ...]:
        """What may show that a concept is rendered after all, and is never reported itself.

        Terms in the titles of works, inflected, coordinated ("economic and trade ties") and turned around ("ties of
        trade"), inside Korean compounds; in the order of the text, all with `weak` set. They may overlap each
        other, but lie inside no longer match of `readings` and overlap none of the same concept.
        """
        return self._lifts(text, lang, False)

    def named(self, text: str, lang: str) -> tuple[TermMatch, ...]:
        """Like `weak`, with accepted terms inside a longer match of an unrelated concept ("Korea" in "Bank of
        Korea").

        Those name the thing, but what they stand in may be the answer to something else.
        """
        return self._lifts(text, lang, True)

    def shortened(self, text: str, lang: str, idents: Collection[str]) -> tuple[TermMatch, ...]:
        """Mentions of the concepts with these ids that keep the head of a term and at least half of its words:
        "rate hikes" for "interest rate hikes".

        All with `weak` set, in the order of the text, outside of what `readings` finds. Such a mention says less
        than the term: alone it does not show that the concept is rendered.
        """
        spans = self._shorts(text, lang) if text and self.concepts else ()
        return tuple(m for m in spans if m.concept.id in idents)

    def _shortened(self, text: str, lang: str) -> tuple[TermMatch, ...]:
        return self._vocabulary.shortened(lang).matches(text, lang, self.readings(text, lang))

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
        if not found:
            return self
        index = TermIndex(self.concepts)
        index._vocabulary = self._vocabulary.defining(tuple(found.values()), lang)
        return index

    def _weak(self, text: str, lang: str, inside: bool) -> tuple[TermMatch, ...]:
        strong, titled, _ = self._found(text, lang)
        if not text or not self.concepts:
            return ()
        key = keyed(text, lang, tight=False)
        masked = addresses(text)
        found = [replace(m, weak=True) for place in titled for m in place]
        plain = keyed(text, lang)
        for hit in self._vocabulary.stems(lang).find(key):
            span = key.span(hit.start, hit.stop)
            if not touching(span, masked) and _allowed(hit.term, plain, span):
                found.append(TermMatch(span, hit.concept, hit.term, weak=True))
        return tuple(sorted(beside(found, strong, inside=inside), key=lambda m: (m.span, m.concept.id)))

    def _search(self, text: str, lang: str) -> tuple[tuple[Place, ...], tuple[Place, ...], tuple[Place, ...]]:
        """The places outside of titles, those inside, and the first before short forms in brackets joined them."""
        if not text or not self.concepts:
            return (), (), ()
        key = keyed(text, lang)
        automata = self._vocabulary.automata(lang)
        hits = [h for automaton in automata for h in automaton.hits(key)]
        hits += across(key, automata)
        hits += self._inflected(text, lang, key)
        masked = addresses(text)
        if masked:
            hits = [h for h in hits if not touching(key.span(h.start, h.stop), masked)]
        found = [
            tuple(TermMatch(key.span(h.start, h.stop), e.concept, e.term) for e in h.entries)
            for h in exclusive(hits, key)
        ]
        outside, inside = parted(found, titles(text, lang), text)
        return tuple(merged(outside, text)), tuple(inside), tuple(outside)

    def _inflected(self, text: str, lang: str, key: Keyed) -> Iterator[Hit]:
        """Forms of the terms that are matched by their stems."""
        stems = self._vocabulary.stems(lang, strong=True)
        if not stems.terms:
            return
        spaced = keyed(text, lang, tight=False)
        for found in stems.find(spaced):
            span = spaced.span(found.start, found.stop)
            if found.whole and _allowed(found.term, key, span):
                entry = next(entries(found.concept, found.term))
                yield Hit(key.place(span.start), key.place(span.stop), (entry,))


def _allowed(term: Term, key: Keyed, span: Span) -> bool:
    """Whether `not_if` and `context` of the term let a place of the original be one of it."""
    if not (term.not_if or term.context):
        return True
    return allowed(term, key, key.place(span.start), key.place(span.stop))
