"""One person under two titles: "President Lee" in one text, "leader Lee" in another of its language."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from aligner.model import Candidate, Document, Place, Segment, Span
from aligner.plugins import resource
from aligner.terms.discovery.units import Unit, units
from aligner.terms.discovery.words import words_of
from aligner.terms.matching import TermIndex
from aligner.text.script import HAN_LANGUAGES

FIRST, EACH, MOST = 0.5, 0.1, 0.9
"""Score of a title that one text gives, what each further text adds, and the highest."""

NAME = 3
"""Units of the longest name that is read; of a Chinese name, characters."""


@dataclass(frozen=True, slots=True)
class Titled:
    """A name with a title: both as keys, and where they stand."""

    title: str
    name: tuple[str, ...]
    place: Place


def titles(documents: Sequence[Document], index: TermIndex) -> Iterator[Candidate]:
    """The titles by which a text calls somebody whom most texts of its language call otherwise.

    Only where it never uses the title of the others. `concept` is that of the others' title where a term base has
    it, else empty. Languages without titles in their data file have none.
    """
    by_language: dict[str, list[Document]] = {}
    for document in documents:
        if words_of(document.language).titles:
            by_language.setdefault(document.language, []).append(document)
    for language, texts in by_language.items():
        if len(texts) > 1:
            found = [t for d in texts for s in d.segments for t in _titled(d, s)]
            for people in _people(found):
                yield from _others(people, language, index)


def _others(found: Sequence[Titled], language: str, index: TermIndex) -> Iterator[Candidate]:
    """The candidates about one person."""
    texts: dict[str, dict[str, list[Place]]] = {}
    for titled in found:
        texts.setdefault(titled.title, {}).setdefault(titled.place.document, []).append(titled.place)
    ranked = sorted(texts, key=lambda t: (-len(texts[t]), -sum(map(len, texts[t].values())), t))
    usual = ranked[0]
    for title in ranked[1:]:
        own = [d for d in texts[title] if d not in texts[usual]]
        if own:
            places = tuple(p for d in texts[title] for p in texts[title][d])
            listed = index.find(usual, language)
            yield Candidate(
                text=places[0].text,
                lang=language,
                concept=listed[0].concept.id if listed else "",
                like=next(iter(texts[usual].values()))[0].text,
                kind="title",
                score=round(min(MOST, FIRST + EACH * (len(own) - 1)), 2),
                places=places,
            )


def _people(found: Sequence[Titled]) -> Iterator[list[Titled]]:
    """The titled names by person: a name of one word is that of everybody whose name begins or ends with it."""
    single = {t.name[0] for t in found if len(t.name) == 1}
    people: dict[tuple[str, ...], list[Titled]] = {}
    for titled in found:
        ends = (titled.name[0], titled.name[-1])
        short = next((end for end in ends if end in single), None)
        people.setdefault((short,) if short else titled.name, []).append(titled)
    yield from (p for p in people.values() if len({t.title for t in p}) > 1)


def _titled(document: Document, segment: Segment) -> Iterator[Titled]:
    """Every title with a name in a segment."""
    language = document.language
    words = words_of(language)
    found = units(segment.text, language)
    table, openings = _titles(language)
    place = 0
    while place < len(found):
        sizes = (n for n in _SIZES if found[place].key in openings and place + n <= len(found))
        size = next((n for n in sizes if tuple(u.key for u in found[place : place + n]) in table), 0)
        if size:
            title = table[tuple(u.key for u in found[place : place + size])]
            name = _after(found, place + size, segment.text) if words.title_place == "before" else None
            if words.title_place == "after":
                name = _before(found, place, language)
            if name:
                first, last = min(place, name.start), max(place + size, name.stop)
                span = Span(found[first].start, found[last - 1].stop)
                key = tuple(u.key for u in found[name.start : name.stop])
                yield Titled(title, key, Place(document.id, (segment.index,), span, span.of(segment.text)))
        place += size or 1


_SIZES = (4, 3, 2, 1)


@cache
def _titles(language: str) -> tuple[Mapping[tuple[str, ...], str], frozenset[str]]:
    """The titles of a language by their units, and the units that they begin with."""
    table = {tuple(u.key for u in units(t, language)): t for t in words_of(language).titles}
    return table, frozenset(key[0] for key in table)


def _after(found: Sequence[Unit], start: int, text: str) -> slice | None:
    """The name that begins at a unit: up to three words with capitals, hyphenated ones counted each."""
    stop = start
    while stop < len(found) and stop - start < NAME and not found[stop].apart and text[found[stop].start].isupper():
        stop += 1
    return slice(start, stop) if stop > start else None


def _before(found: Sequence[Unit], stop: int, language: str) -> slice | None:
    """The name that ends before a unit: a Chinese one of three characters with a surname, else one word."""
    size = NAME if language in HAN_LANGUAGES else 1
    start = stop - size
    if start < 0 or any(u.apart for u in found[start + 1 : stop + 1]):
        return None
    name = "".join(u.key for u in found[start:stop])
    if size > 1:
        fits = name[0] in _surnames(language) and all(u.han for u in found[start:stop])
    else:
        fits = 2 <= len(name) <= 4 and name not in words_of(language).function
    return slice(start, stop) if fits and name not in _territories(language) else None


@cache
def _surnames(language: str) -> frozenset[str]:
    data = tomllib.loads(resource("aligner.text", "data", "speakers.toml").read_text(encoding="utf-8"))
    return frozenset("".join(data["surnames"].get(language, "").split()))


@cache
def _territories(language: str) -> Collection[str]:
    """The names of countries, which stand with titles too, and are nobody's name (CLDR)."""
    from babel import Locale, UnknownLocaleError

    try:
        return frozenset(Locale(language).territories.values())
    except UnknownLocaleError:
        return frozenset()
