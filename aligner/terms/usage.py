"""How each document names the concepts of a term base: every wording, with its status there and its places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from aligner.model import Alignment, Concept, ConceptUse, Document, Place, Rendering, Term
from aligner.model.usage import instead, relatives
from aligner.terms.matching import TermIndex
from aligner.terms.mentions import Mention, mentions

SHORT = frozenset(("acronym", "initialism", "abbreviation", "abbreviatedForm", "clippedTerm", "shortForm"))
"""TBX term types of forms that save room: which of them stands is no choice of wording."""


@dataclass(slots=True)
class _Wording:
    """A term as a document uses it."""

    term: Term
    places: list[Place]


_Table = Mapping[str, Mapping[str, _Wording]]
"""The wordings of a document by concept and by term."""


def short(term: Term) -> bool:
    """Whether the term base marks a term as an acronym or another form that only saves room."""
    return term.type in SHORT


def usage(
    documents: Sequence[Document], indexes: Sequence[TermIndex], alignments: Sequence[Alignment] = ()
) -> tuple[ConceptUse, ...]:
    """How the documents, the base first, name the concepts that at least one of them names.

    `indexes` holds the index of each document, with the statuses of its house. Where `alignments` are given, one a
    version, a wording that is not accepted counts in a version only where the base has the concept more often than
    the version has it in accepted words: elsewhere it may be the right word for something else. A term within a
    longer one does not count; a term that runs over the end of a segment does, within a paragraph. Words that may
    stand for several concepts count for one that accepts them, and of several such for the one that the documents
    name most often in words that leave no doubt. Linear in the texts.

    Concepts that are worded differently, in a rejected way or as a related concept come first, then those that a
    version lacks, then the rest; among them the weighty ones first, then those with a rejected wording, then by
    count. What is easily taken for a concept follows it.
    """
    found = [tuple(mentions(d, i)) for d, i in zip(documents, indexes, strict=True)]
    plain = Counter(f.readings[0].concept.id for each in found for f in each if len(f.readings) == 1)
    for place, alignment in enumerate(alignments, 1):
        found[place] = tuple(_founded(found[place], found[0], alignment))
    tables = [_table(each, plain) for each in found]
    concepts = {ident: c for i, t in zip(indexes, tables, strict=True) for ident in t if (c := i.concept(ident))}
    order = {c.id: n for index in indexes for n, c in enumerate(index.concepts)}
    uses = [_use(concept, documents, indexes, tables) for concept in concepts.values()]
    kin = relatives(uses)
    ranked = sorted(uses, key=lambda use: (*_rank(use, kin[use.concept.id]), order[use.concept.id]))
    return tuple(_families(ranked, kin))


def _rank(use: ConceptUse, kin: Sequence[ConceptUse]) -> tuple[bool, bool, bool, bool, int]:
    """What an editor should see first sorts first."""
    swapped = any(instead(use, place, kin) for place in range(1, len(use.documents)))
    varied = use.differs or use.rejected or swapped
    pressing = use.rejected or swapped
    return not varied, not (varied or use.missing), not use.concept.weighty, not pressing, -use.count


def _families(ranked: Sequence[ConceptUse], kin: Mapping[str, Sequence[ConceptUse]]) -> Iterator[ConceptUse]:
    """The uses in their order, each followed by those easily taken for it: they are read side by side."""
    order = {use.concept.id: n for n, use in enumerate(ranked)}
    told: set[str] = set()
    for use in ranked:
        family = sorted(order[other.concept.id] for other in kin[use.concept.id])
        for member in (use, *(ranked[n] for n in family)) if use.concept.id not in told else ():
            if member.concept.id not in told:
                told.add(member.concept.id)
                yield member


def _use(
    concept: Concept, documents: Sequence[Document], indexes: Sequence[TermIndex], tables: Sequence[_Table]
) -> ConceptUse:
    rendered = []
    chosen: dict[str, list[frozenset[str]]] = {}
    for document, table in zip(documents, tables, strict=True):
        # a dict keeps the order of the text, and sorting is stable
        wordings = sorted(table.get(concept.id, {}).values(), key=lambda w: -len(w.places))
        rendered.append(tuple(Rendering(w.term.text, w.term.status, tuple(w.places)) for w in wordings))
        terms = frozenset(w.term.text for w in wordings if not short(w.term))
        if terms:
            chosen.setdefault(document.language, []).append(terms)
    differs = any(len(set(same)) > 1 or len(same[0]) > 1 for same in chosen.values())
    unlisted = frozenset(
        place
        for place, (document, index) in enumerate(zip(documents, indexes, strict=True))
        if not _listed(index.concept(concept.id), document.language)
    )
    return ConceptUse(concept, tuple(rendered), differs, unlisted)


def _listed(concept: Concept | None, language: str) -> bool:
    """Whether a concept has a term that may stand in texts of a language, be it one for any language."""
    return concept is not None and any(
        t.status.accepted for tag in (language, "und") for t in concept.in_language(tag)
    )


def _founded(found: Sequence[Mention], base: Sequence[Mention], alignment: Alignment) -> Iterator[Mention]:
    """The mentions of a version without rejected wordings for which the base has nothing left to render."""
    owed = _named(base, alignment)
    beads = {segment: n for n, bead in enumerate(alignment.beads) for segment in bead.version}
    rejected = [not each.readings[0].term.status.accepted for each in found]
    for each, wrong in zip(found, rejected, strict=True):
        if not wrong:
            owed[beads[each.place.segments[0]]].subtract({m.concept.id for m in each.readings})
    for each, wrong in zip(found, rejected, strict=True):
        if wrong:
            here = owed[beads[each.place.segments[0]]]
            idents = {m.concept.id for m in each.readings if here[m.concept.id] > 0}
            if not idents:
                continue
            here.subtract(idents)
        yield each


def _named(base: Sequence[Mention], alignment: Alignment) -> list[Counter[str]]:
    """For each bead how often the base names each concept in it, in passages linked to it besides too."""
    segments: dict[int, Counter[str]] = {}
    for each in base:
        counts = segments.setdefault(each.place.segments[0], Counter())
        counts.update({m.concept.id for m in each.readings})
    linked: dict[int, set[int]] = {}
    for bead in (*alignment.beads, *alignment.secondary):
        for segment in bead.version:
            linked.setdefault(segment, set()).update(bead.base)
    found = []
    for bead in alignment.beads:
        there = {b for segment in bead.version for b in linked[segment]}
        found.append(sum((segments[b] for b in sorted(there) if b in segments), Counter[str]()))
    return found


def _table(found: Sequence[Mention], plain: Mapping[str, int]) -> _Table:
    """The wordings of each concept, and their places in the order of the text."""
    table: dict[str, dict[str, _Wording]] = {}
    for each in found:
        standing = each.readings[0].term.status.accepted
        alike = [m for m in each.readings if m.term.status.accepted is standing]
        match = max(alike, key=lambda m: plain.get(m.concept.id, 0))  # the first of equals
        wordings = table.setdefault(match.concept.id, {})
        wordings.setdefault(match.term.text, _Wording(match.term, [])).places.append(each.place)
    return table
