"""Terms found by their stems: inflected, turned around, coordinated, with articles and links in other places.

The terms of a language, each a row of units (see rows), are searched in the row of the text and in changed pieces
of it (see changes).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations

from aligner.model import Concept, MatchRule, Term
from aligner.terms.matching.capitals import Capital, capitals, kept
from aligner.terms.matching.changes import ACRONYM, Changed, Initials, changed
from aligner.terms.matching.keys import Keyed, keyed
from aligner.terms.matching.prefixes import turned
from aligner.terms.matching.rows import BREAK, Row, Unit, row_of, units_of
from aligner.terms.matching.words import words_of

_PERMUTED = 3
"""Words before the head of a term that may stand in another order, at most: "minimum statutory requirement"."""


@dataclass(frozen=True, slots=True)
class Inflected:
    """A place of a key that has a term's stems; `whole` if the words there are forms of the term's words, in order
    and side by side."""

    start: int
    stop: int
    concept: Concept
    term: Term
    whole: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """A term in its own order or another.

    `turned` units of it were moved to the end, where a linking word must stand unless the term itself has one there
    (`linked`); with `initials`, it is those of the term. `wanted` are the words of the term whose case matters.
    """

    concept: Concept
    term: Term
    changed: bool = False
    turned: int = 0
    linked: bool = False
    initials: bool = False
    wanted: tuple[Capital, ...] = ()

    def fits(self, units: Sequence[Unit], begin: int, end: int, key: Keyed) -> bool:
        """Whether the units from `begin` to `end` (inclusive) can be this."""
        if self.initials:
            return _capitals(key, units[begin])
        if self.turned and not self.linked and not units[end - self.turned + 1].linked:
            return False
        return not self.wanted or kept(self.wanted, units[begin : end + 1], key)


class Stems:
    """The terms of a language by their stems."""

    def __init__(self, found: Iterable[tuple[Concept, Term]], language: str) -> None:
        from ahocorasick_rs import AhoCorasick, MatchKind

        self.words = words_of(language)
        self.terms = tuple(found)
        keys: dict[str, list[_Entry]] = {}
        acronyms: dict[str, str] = {}
        for concept, term in self.terms:
            key = keyed(term.text, term.lang, tight=False)
            units = [u for u in units_of(key, self.words) if u.text != BREAK]
            acronyms |= {key.text[u.start : u.stop]: u.text for u in units if _capitals(key, u)}
            for text, entry in _rows(units, concept, term, capitals(units, key, term)) if units else ():
                keys.setdefault(text, []).append(entry)
        self._entries = tuple(keys.values())
        self._initials = Initials(acronyms)
        self._engine = AhoCorasick(list(keys), matchkind=MatchKind.Standard) if keys else None

    def find(self, key: Keyed) -> list[Inflected]:
        """Every place of a key (one with its spaces) that has a term's stems, in the order of the text."""
        if self._engine is None:
            return []
        units = tuple(units_of(key, self.words))
        found = dict.fromkeys(self._in(key, row_of(units), None))
        pieces = changed(units, key, self._initials)
        if pieces is not None:
            found |= dict.fromkeys(self._in(key, pieces.row, pieces))
        return sorted(found, key=lambda i: (i.start, i.stop, not i.whole))

    def _in(self, key: Keyed, row: Row, pieces: Changed | None) -> Iterator[Inflected]:
        """The terms in a row; in changed pieces, only those that hold a change."""
        for number, first, last in self._engine.find_matches_as_indexes(row.text, overlapping=True):  # type: ignore[union-attr]
            cover = row.cover(first, last)
            if cover is None or (pieces is not None and not pieces.holds(cover[0], cover[1])):
                continue
            begin, end, opened, closed = cover
            one, other = row.units[begin], row.units[end]
            start = one.start + first - row.places[begin]
            whole_end = row.places[end] + len(other.text) == last
            stop = other.stop if whole_end else other.start + last - row.places[end]
            if turned(key, start, self.words):
                continue
            for entry in self._entries[number]:
                if entry.fits(row.units, begin, end, key):
                    whole = pieces is None and opened and closed and not entry.changed
                    yield Inflected(start, stop, entry.concept, entry.term, whole)


def _rows(
    units: list[Unit], concept: Concept, term: Term, wanted: tuple[Capital, ...]
) -> Iterator[tuple[str, _Entry]]:
    """The rows in which a term may stand: its own, turned around, with other words first, its initials."""
    yield row_of(units).text, _Entry(concept, term, wanted=wanted)
    if term.match is not MatchRule.FORMS or any(u.tight for u in units):
        return
    for i in range(1, len(units)):
        yield row_of([*units[i:], *units[:i]]).text, _Entry(concept, term, True, i, units[i].linked, wanted=wanted)
    if 1 < len(units) - 1 <= _PERMUTED and not any(u.linked for u in units):
        for order in list(permutations(units[:-1]))[1:]:
            yield row_of([*order, units[-1]]).text, _Entry(concept, term, True, wanted=wanted)
    if len(units) in ACRONYM:
        yield "".join(u.text[0] for u in units), _Entry(concept, term, True, initials=True)


def _capitals(key: Keyed, unit: Unit) -> bool:
    """Whether a unit is written as an acronym."""
    return unit.stop - unit.start in ACRONYM and key.cased[unit.start : unit.stop].isupper()
