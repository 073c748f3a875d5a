"""All terms of one language searched at once: Aho and Corasick (1975), "Efficient string matching", over keys."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from aligner.model import Concept
from aligner.terms.matching.boundaries import KINDS
from aligner.terms.matching.entries import Entry, entries
from aligner.terms.matching.keys import Keyed
from aligner.text.script import Script, script_of


class Hit(NamedTuple):
    """An occurrence in a key, and the entries that it is one of, the best first; none for a word that is no term
    but would be taken for one."""

    start: int
    stop: int
    entries: tuple[Entry, ...]

    def with_entries(self, others: tuple[Entry, ...]) -> Hit:
        """The same place with the entries of another search too."""
        ordered = sorted((*others, *self.entries), key=lambda e: e.standing)
        distinct = {(e.concept.id, e.term.text): e for e in reversed(ordered)}
        return Hit(self.start, self.stop, tuple(distinct.values())[::-1])


@dataclass(frozen=True, slots=True)
class Automaton:
    """Keys in an order of their own; entries and whether letters of spaced scripts stand at the ends, by number."""

    engine: Any
    entries: tuple[tuple[Entry, ...], ...]
    ends: tuple[tuple[bool, bool], ...]

    def hits(self, key: Keyed, first: int = 0, last: int | None = None) -> Iterator[Hit]:
        """Every occurrence within key.text[first:last] that is one of an entry, overlapping ones too."""
        if not self.entries:
            return
        text = key.text
        size = len(text)
        part = text if not first and last is None else text[first:last]
        for number, begin, end in self.engine.find_matches_as_indexes(part, overlapping=True):
            start, stop = first + begin, first + end
            opening, closing = self.ends[number]
            if closing and stop < size and KINDS[text[stop]] is Script.SPACED and not key.gap(stop):
                continue
            if opening and start and KINDS[text[start - 1]] is Script.SPACED and not key.gap(start):
                continue
            found = self.entries[number]
            if not found:
                yield Hit(start, stop, ())
            elif len(found) > 1:
                yield from _hits(found, key, start, stop)
            else:
                only = found[0].end(key, start, stop)
                if only is not None:
                    yield Hit(start, only, found)


def build(found: Iterable[Entry], others: Iterable[str] = ()) -> Automaton:
    """The automaton of these entries; of those of one key and term only the first is kept. `others` are the keys of
    words that are no terms but hold one by accident."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    by_key: dict[str, list[Entry]] = {word: [] for word in others}
    for entry in found:
        by_key.setdefault(entry.key.text, []).append(entry)
    engine = AhoCorasick(list(by_key), matchkind=MatchKind.Standard) if by_key else None
    return Automaton(engine, tuple(_distinct(e) for e in by_key.values()), tuple(map(_ends, by_key.values())))


def of_language(concepts: Iterable[Concept], language: str) -> Iterator[Entry]:
    """The entries of a language's terms and of those whose language is undetermined."""
    for concept in concepts:
        for term in (*concept.in_language(language), *concept.in_language("und")):
            yield from entries(concept, term)


def _distinct(found: list[Entry]) -> tuple[Entry, ...]:
    """One entry a concept and term, in the order of standing."""
    return Hit(0, 0, ()).with_entries(tuple(found)).entries


def _ends(found: list[Entry]) -> tuple[bool, bool]:
    """Whether no entry of a key can start, or end, inside a word of a spaced script: looked at before all else."""
    if not found:
        return False, False
    text = found[0].key.text
    plain = not any(e.open for e in found)
    return (
        script_of(text[0]) == Script.SPACED and not any(e.words.clitics for e in found),
        plain and script_of(text[-1]) == Script.SPACED,
    )


def _hits(found: tuple[Entry, ...], key: Keyed, start: int, stop: int) -> Iterator[Hit]:
    by_end: dict[int, list[Entry]] = {}
    for entry in found:
        end = entry.end(key, start, stop)
        if end is not None:
            by_end.setdefault(end, []).append(entry)
    for end, fitting in by_end.items():
        yield Hit(start, end, tuple(fitting))
