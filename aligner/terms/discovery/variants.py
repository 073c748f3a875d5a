"""The variants nobody listed: wordings in the place, or in the frame, of a known term.

Four sources. A frame is a known term with one word left out ("one-China ..."): a text that fills it with another
word may have a variant, surely so where the text that it is aligned with has the term and this one has none of the
listed wordings. Where two texts of one language differ by just a term, the words of the other are a variant. What
recurs where a term goes unrendered is its rendering. And one person may go by two titles.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

from aligner.model import Alignment, Candidate, Document, Place, Segment, Span
from aligner.model.collation import collate
from aligner.terms.discovery.bags import Bags, bags
from aligner.terms.discovery.evidence import Ground
from aligner.terms.discovery.frames import Frames, frames
from aligner.terms.discovery.instances import Instance, instances
from aligner.terms.discovery.listed import Listed
from aligner.terms.discovery.renderings import Unrendered
from aligner.terms.discovery.replaced import replaced
from aligner.terms.discovery.titles import titles
from aligner.terms.discovery.units import is_new, units
from aligner.terms.discovery.wordings import Wordings
from aligner.terms.matching import TermIndex

WITNESSES = 3
"""Versions with a term that a version without it is compared with, in each place."""

Cell = tuple[str, tuple[int, ...]]


def candidates(
    documents: Sequence[Document],
    alignments: Sequence[Alignment],
    index: TermIndex,
    known: Mapping[str, frozenset[str]] | None = None,
) -> tuple[Candidate, ...]:
    """Wordings that no term base lists, in the place of a known term, the likeliest first.

    `alignments` name the documents by their ids, which must be unique; several works may be given at once,
    documents without alignment too. `known` holds words of languages without spaces, by primary subtag: where it
    has any, the word by which a Chinese wording differs must be one of them. Linear in the texts. A candidate of
    kind "title" may have an empty `concept`.
    """
    search = _Search(documents, index, known or {})
    for alignment in alignments:
        search.across(alignment)
    for base, group in itertools.groupby(sorted(alignments, key=lambda a: a.base), key=lambda a: a.base):
        search.between(base, tuple(group))
    search.recurring()
    search.renderings()
    every = (*search.found.candidates(), *titles(documents, index))
    return tuple(sorted(every, key=lambda c: (-c.score, -len(c.places), c.lang, c.text, c.concept)))


class _Search:
    """Goes through beads, rows and texts and counts what it finds; one instance a call."""

    def __init__(
        self, documents: Sequence[Document], index: TermIndex, known: Mapping[str, frozenset[str]]
    ) -> None:  # fmt: skip
        self.documents = {d.id: d for d in documents}
        self.listed = Listed(documents, index)
        self.found = Wordings()
        self.unrendered = Unrendered()
        self.instances: dict[str, list[tuple[Instance, ...]]] = {}
        made: dict[str, tuple[Frames, Bags]] = {}
        for document in documents:
            language = document.language
            if language not in made:
                made[language] = frames(index.concepts, language), bags(index.concepts, language)
            self.instances[document.id] = [
                tuple(instances(document, segment, matches, *made[language], known.get(language, frozenset())))
                for segment, matches in zip(document.segments, self.listed.matches[document.id], strict=True)
            ]

    def across(self, alignment: Alignment) -> None:
        """Count what is close to a term where the other side of the bead names its concept once more often."""
        for bead in alignment.beads:
            if not bead.paired:
                continue
            sides = ((alignment.base, bead.base), (alignment.version, bead.version))
            counts = [self.listed.counts(*side) for side in sides]
            for own, other in ((0, 1), (1, 0)):
                missing = counts[other] - counts[own]
                document, segments = sides[own]
                for concept in missing if own else ():  # what recurs in a base is its subject, not a rendering
                    self.unrendered.add(concept, sides[other], self.documents[document], segments)
                for instance in (i for s in segments for i in self.instances[document][s]):
                    if missing[instance.concept] and instance.ground:
                        self._add(instance, instance.ground)

    def between(self, base: str, alignments: Sequence[Alignment]) -> None:
        """Count the words by which texts of one language differ where one of them has a term."""
        rows = collate(self.documents[base], alignments)
        for row in rows.rows:
            by_language: dict[str, list[Cell]] = {}
            for document, segments in ((base, row.base), *zip(rows.versions, row.versions, strict=True)):
                if segments:
                    by_language.setdefault(self.documents[document].language, []).append((document, segments))
            for cells in by_language.values():
                if len(cells) > 1:
                    self._row(cells)

    def _row(self, cells: Sequence[Cell]) -> None:
        """Hold each text without a concept against the first few texts of the row that have it."""
        counts = [self.listed.counts(*cell) for cell in cells]
        for concept in dict.fromkeys(ident for c in counts for ident in c):
            having = [cell for cell, c in zip(cells, counts, strict=True) if c[concept]][:WITNESSES]
            for cell, count in zip(cells, counts, strict=True):
                if not count[concept]:
                    for witness in having:
                        self._compare(witness, cell, concept)

    def _compare(self, first: Cell, second: Cell, concept: str) -> None:
        own, other = self.documents[first[0]], self.documents[second[0]]
        one, two = self.listed.text(*first), self.listed.text(*second)
        terms = [m for m in self.listed.find(one, own.lang) if m.concept.id == concept and not m.weak]
        for hit in replaced(one, two, own.language, terms, self.listed.find(two, other.lang)):
            place = Place(other.id, second[1], hit.span, hit.span.of(two))
            place = _in_segment(place, [other.segments[i] for i in second[1]])
            ground = Ground.REPLACED if hit.shares else Ground.OTHER
            self.found.add(other.language, hit.key, concept, hit.match.term.text, place, ground)

    def recurring(self) -> None:
        """Count every wording that keeps enough of its term, wherever it stands."""
        for document in self.instances.values():
            for instance in itertools.chain.from_iterable(document):
                if instance.alone:
                    self._add(instance, Ground.FRAME)

    def renderings(self) -> None:
        """Count the words that recur where the other side has a term and this one has none of its renderings."""
        for rendering in self.unrendered.recurring(self.documents.values(), self.listed.matches):
            language = rendering.language
            like = self.listed.preferred(rendering.concept, language)
            if is_new(rendering.key, {u.key for u in units(like, language)}):
                for place in rendering.places:
                    self.found.add(language, rendering.key, rendering.concept, like, place, Ground.OTHER)

    def _add(self, instance: Instance, ground: Ground) -> None:
        document = self.documents[instance.document]
        text = instance.span.of(document.segments[instance.segment].text)
        place = Place(document.id, (instance.segment,), instance.span, text)
        self.found.add(document.language, instance.key, instance.concept, instance.like, place, ground)


def _in_segment(place: Place, segments: Sequence[Segment]) -> Place:
    """The place by the one segment that holds it, where one does."""
    start = 0
    for segment in segments:
        stop = start + len(segment.text)
        if place.span.within(Span(start, stop)):
            span = Span(place.span.start - start, place.span.stop - start)
            return Place(place.document, (segment.index,), span, place.text)
        start = stop + 1
    return place
