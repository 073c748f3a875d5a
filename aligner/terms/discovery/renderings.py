"""What recurs where a term is rendered by none of its listed wordings: its rendering, most likely.

A phrase that stands in most of the aligned passages in which a rendering is missed, and hardly elsewhere, is taken
for that rendering: the Dice coefficient (Dice 1945) of "passage without a listed rendering" and "has the phrase".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from aligner.model import Document, Place, Segment, Span
from aligner.terms.discovery.frames import is_content
from aligner.terms.discovery.significance import by_chance
from aligner.terms.discovery.units import Unit, units
from aligner.terms.discovery.words import Words, words_of
from aligner.terms.matching import TermMatch

LEAST, SOURCES = 4, 3
"""Passages that must have a phrase, and in how many different places of the other text."""

ALIKE = 0.7
"""Dice coefficient below which a phrase is no rendering."""

CHANCE = 1e-3
"""Probability that chance alone would bring the phrase into so many of the passages, out of all segments of the
documents that they stand in (Fisher's exact test)."""

FULLER = 0.8
"""Share of a phrase's passages in which a longer one must stand to be taken for the whole of it."""

MOST_PASSAGES = 300
"""Passages looked at for one concept, the first ones: more say nothing new."""

SIZES = {False: range(1, 6), True: range(1, 9)}
"""Units of a phrase, of words and of Chinese characters."""

Passage = tuple[str, int]
Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rendering:
    """A phrase that stands for a concept in a language, with its places."""

    concept: str
    language: str
    key: Phrase
    places: tuple[Place, ...]


@dataclass(slots=True)
class Unrendered:
    """The passages in which the other text has a concept once more than this one, by concept and language."""

    passages: dict[tuple[str, str], dict[Passage, Passage]] = field(default_factory=dict)

    def add(
        self, concept: str, source: tuple[str, Sequence[int]], document: Document, segments: Sequence[int]
    ) -> None:
        """Note the segments of a document that lack what segments of another one have (`source`)."""
        known = self.passages.setdefault((concept, document.language), {})
        if len(known) < MOST_PASSAGES:
            known |= {(document.id, s): (source[0], source[1][0]) for s in segments}

    def recurring(
        self, documents: Collection[Document], matches: Mapping[str, Sequence[Sequence[TermMatch]]]
    ) -> Iterator[Rendering]:
        """The phrase that renders each concept, where there is one; two passes over the texts."""
        by_id = {d.id: d for d in documents}
        wanted: dict[tuple[str, str], dict[Phrase, int]] = {}
        for key, passages in self.passages.items():
            if len(passages) >= LEAST and len(set(passages.values())) >= SOURCES:
                wanted[key] = _frequent(passages, by_id, matches)
        sought = {(language, p) for (_, language), phrases in wanted.items() for p in phrases}
        if not sought:
            return
        places = _places(sought, documents, matches)
        for (concept, language), phrases in wanted.items():
            passages = self.passages[concept, language]
            near = {ident for ident, _ in passages}
            spread = {
                p: len({(x.document, x.segments) for x in places[language, p] if x.document in near})
                for p in phrases
            }
            around = sum(len(by_id[ident].segments) for ident in near)
            best = _best(phrases, spread, len(passages), around)
            held = (
                [x for x in places[language, best or ()] if (x.document, x.segments[0]) in passages] if best else []
            )
            if len({passages[x.document, x.segments[0]] for x in held}) >= SOURCES:
                yield Rendering(concept, language, best or (), tuple(held))


def _frequent(
    passages: Mapping[Passage, Passage],
    documents: Mapping[str, Document],
    matches: Mapping[str, Sequence[Sequence[TermMatch]]],
) -> dict[Phrase, int]:
    """The phrases of at least `LEAST` passages and of a good part of all of them, with their number."""
    counts: Counter[Phrase] = Counter()
    for document, segment in passages:
        own = documents[document]
        found = _phrases(own.segments[segment], own.language, matches[document][segment])
        counts.update({key for key, _ in found})
    return {p: n for p, n in counts.items() if n >= max(LEAST, ALIKE / (2 - ALIKE) * len(passages))}


def _places(
    sought: Collection[tuple[str, Phrase]],
    documents: Collection[Document],
    matches: Mapping[str, Sequence[Sequence[TermMatch]]],
) -> dict[tuple[str, Phrase], list[Place]]:
    """Everywhere that the phrases sought stand."""
    places: dict[tuple[str, Phrase], list[Place]] = {key: [] for key in sought}
    languages = {language for language, _ in sought}
    for document in documents:
        for segment in document.segments if document.language in languages else ():
            for key, span in _phrases(segment, document.language, matches[document.id][segment.index]):
                if (document.language, key) in places:
                    place = Place(document.id, (segment.index,), span, span.of(segment.text))
                    places[document.language, key].append(place)
    return places


def _best(phrases: Mapping[Phrase, int], everywhere: Mapping[Phrase, int], size: int, total: int) -> Phrase | None:
    """The phrase whose passages are most nearly those of the concept, made fuller as far as that costs little."""
    alike = {p: 2 * n / (size + everywhere[p]) for p, n in phrases.items()}
    best = max(alike, key=lambda p: (alike[p], len(p), p), default=None)
    if best is None or alike[best] < ALIKE or by_chance(phrases[best], size, everywhere[best], total) > CHANCE:
        return None
    # a single Chinese character says too little to be shown, but it may be what the others stand beside
    longer = [p for p in phrases if _inside(best, p) and phrases[p] >= FULLER * phrases[best]]
    fullest = max(longer, key=lambda p: (len(p), alike[p], p))
    return fullest if len("".join(fullest)) > 1 else None


def _inside(short: Phrase, long: Phrase) -> bool:
    return any(long[i : i + len(short)] == short for i in range(len(long) - len(short) + 1))


def _phrases(segment: Segment, language: str, matches: Sequence[TermMatch]) -> Iterator[tuple[Phrase, Span]]:
    """The phrases of a segment that open and close with content and touch no listed term."""
    words = words_of(language)
    found = units(segment.text, language)
    listed = sorted({m.span for m in matches if not m.weak})
    at = 0
    for first, unit in enumerate(found):
        while at < len(listed) and listed[at].stop <= unit.start:
            at += 1
        border = listed[at].start if at < len(listed) else len(segment.text)
        for last in _ends(found, first, words):
            if found[last - 1].stop > border:
                break
            yield tuple(u.key for u in found[first:last]), Span(unit.start, found[last - 1].stop)


def _ends(found: Sequence[Unit], first: int, words: Words) -> Iterator[int]:
    """The ends of the phrases that begin with a unit."""
    if not is_content(found[first], words):
        return
    han = found[first].han
    for last in range(first + 1, min(first + SIZES[han].stop, len(found) + 1)):
        if last - 1 > first and (found[last - 1].apart or found[last - 1].han != han):
            return
        if last - first in SIZES[han] and is_content(found[last - 1], words):
            yield last
