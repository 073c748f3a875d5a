"""Shortened mentions: "rate hikes" for "interest rate hikes", "startups" for "start-up companies".

A mention keeps the head of the term and at least half of its words, two or more, side by side; a compound may lose
the general word behind it where it is written as one word. Only for languages whose heads come last (see
data/words.toml): elsewhere the order of the words does not tell which of them is the head.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from aligner.model import Concept, Span, Term
from aligner.model.language import primary
from aligner.terms.matching.capitals import Capital, capitals, kept
from aligner.terms.matching.keys import Keyed, keyed
from aligner.terms.matching.places import Place, TermMatch, free, touching
from aligner.terms.matching.prefixes import turned
from aligner.terms.matching.rows import BREAK, Unit, row_of, units_of
from aligner.terms.matching.surroundings import addresses
from aligner.terms.matching.words import words_of
from aligner.text.stems import stem

_FEWEST = 2
"""Words of a shortened mention: a head alone ("policy", "system") may be that of any other term."""
_MOST = 12
"""Words of the longest term that is shortened."""
_HYPHEN = re.compile(r"[-‐‑]")
_COMPOUND = re.compile(r"[^\W\d_]+[-‐‑][^\W\d_]+")


class Shortened:
    """The shortened forms of terms of a language; those that are a term of another concept are left out."""

    def __init__(self, found: Iterable[tuple[Concept, Term]], language: str) -> None:
        from ahocorasick_rs import AhoCorasick, MatchKind

        self._words = words_of(language)
        terms = [(c, t, _units(t, language)) for c, t in found] if self._words.heads_last else []
        listed: dict[str, set[str]] = {}
        for concept, _, units in terms:
            listed.setdefault(row_of(units).text, set()).add(concept.id)
        keys: dict[str, list[tuple[Concept, Term, tuple[Capital, ...]]]] = {}
        for concept, term, units in terms:
            wanted = capitals(units, keyed(term.text, term.lang, tight=False), term)
            for text in _forms(term, units) if term.status.accepted else ():
                if text not in listed:
                    keys.setdefault(text, []).append((concept, term, wanted))
        self._entries = tuple(keys.values())
        self._engine = AhoCorasick(list(keys), matchkind=MatchKind.Standard) if keys else None

    def matches(self, text: str, lang: str, strong: Sequence[Place]) -> tuple[TermMatch, ...]:
        """The shortened forms in a text, weak ones, outside of its matches in full (`strong`) and of addresses."""
        key = keyed(text, lang, tight=False)
        spans = [p[0].span for p in strong]
        masked = addresses(text)
        found: dict[tuple[Span, str], TermMatch] = {}
        for start, stop, concept, term in self._find(key):
            span = key.span(start, stop)
            if not touching(span, masked) and free(span, spans):
                found.setdefault((span, concept.id), TermMatch(span, concept, term, weak=True))
        return tuple(found[place] for place in sorted(found))

    def _find(self, key: Keyed) -> Iterator[tuple[int, int, Concept, Term]]:
        """Every place (start, stop) of a key with its spaces that has a shortened form."""
        if self._engine is None:
            return
        row = row_of(tuple(units_of(key, self._words)))
        for number, first, last in self._engine.find_matches_as_indexes(row.text, overlapping=True):
            cover = row.cover(first, last)
            if cover is None or not (cover[2] and cover[3]):
                continue
            units = row.units[cover[0] : cover[1] + 1]
            if turned(key, units[0].start, self._words):
                continue
            for concept, term, wanted in self._entries[number]:
                if kept(wanted, units, key):
                    yield units[0].start, units[-1].stop, concept, term


def _units(term: Term, language: str) -> list[Unit]:
    units = [u for u in units_of(keyed(term.text, term.lang, tight=False), words_of(language)) if u.text != BREAK]
    return [] if len(units) > _MOST or any(u.tight for u in units) else units


def _forms(term: Term, units: Sequence[Unit]) -> Iterator[str]:
    """What a term may be shortened to; its head is the last word, or the last before a linking word."""
    count = len(units)
    head = next((i - 1 for i, u in enumerate(units) if i and u.linked), count - 1)
    least = max(_FEWEST, (count + 1) // 2)
    for first in range(1, min(head, count - least) + 1):
        yield row_of(units[first:]).text
    for stop in range(max(head + 1, least), count):
        if units[stop].linked:
            yield row_of(units[:stop]).text
    compound = term.text.rpartition(" ")[0]
    if head == count - 1 and _COMPOUND.fullmatch(compound):
        language = primary(term.lang)
        yield stem(_HYPHEN.sub("", compound).lower(), language)
