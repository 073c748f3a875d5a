"""Find the terms of a term base in texts: longest match wins, boundaries by script."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from aligner.model import Concept, Span, Term
from aligner.terms.matching.automaton import Automaton, Hit, build, of_language
from aligner.terms.matching.keys import Keyed, keyed


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


class TermIndex:
    """Searches texts for the terms of the concepts given.

    Where two concepts share a term, the earlier concept is taken unless the later one holds it in better standing
    (preferred, admitted, superseded, deprecated).
    """

    def __init__(self, concepts: Sequence[Concept] = ()) -> None:
        self.concepts = tuple(concepts)
        self._by_id = {c.id: c for c in reversed(self.concepts)}
        self._automata: dict[str, Automaton] = {}
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
        key = keyed(text, lang)
        found = _exclusive(self._automaton(lang).hits(key), key)
        return tuple(
            tuple(TermMatch(key.span(h.start, h.stop), e.concept, e.term) for e in h.entries) for h in found
        )

    def _automaton(self, lang: str) -> Automaton:
        language = lang.partition("-")[0].lower()
        if language not in self._automata:
            self._automata[language] = build(of_language(self.concepts, language))
        return self._automata[language]


def _exclusive(hits: Iterable[Hit], key: Keyed) -> list[Hit]:
    """The longest hits that leave each other alone, in the order of the text."""
    taken = bytearray(len(key.text))
    kept = []
    for hit in sorted(hits, key=lambda h: h.order):
        if not any(taken[hit.start : hit.stop]):
            taken[hit.start : hit.stop] = b"\1" * (hit.stop - hit.start)
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)
