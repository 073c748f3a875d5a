"""Concepts of one term base that took each other's place, though nothing relates them but where they stand.

The base names a concept for which the version has nothing; the version names one that the base has not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aligner.checks import Context
from aligner.checks._terms.kinds import is_common, twins
from aligner.checks._terms.likeness import Likeness, likeness
from aligner.checks._terms.names import content
from aligner.checks._terms.occurrences import Occurrence
from aligner.checks._terms.telling import accepted_terms
from aligner.checks._terms.view import TermView
from aligner.checks._terms.words import stems
from aligner.model import AlignedPair, Concept, Role, Severity

_LONG = 300
"""Characters of a version's side from which on it is a paragraph: what it has too much need not stand for what it
lacks."""
_NEAR = 1
"""Base segments around a pair in which the version's own concept makes mere likeness of names no sign."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """A place of the pair's base with the concept whose place another took.

    `severity` is major where the names are the same but for their heads, minor where they share other words, and
    neutral where only the words around both are the same, or in a long passage.
    """

    used: Occurrence
    concept: Concept
    severity: Severity


def exchange(terms: TermView, context: Context, found: Occurrence, ident: str) -> Exchange | None:
    """What the concept `ident`, named by the version at `found`, stands in place of; None where that is not clear.

    Only in sure pairs, no headlines, and between concepts that weigh.
    """
    pair = terms.pairs[found.pair]
    concept = terms.known.concepts[ident]
    unclear = not pair.bead.paired or pair.bead.unsure or pair.base.role is Role.TITLE or found.weak
    if unclear or not terms.known.weighs(concept) or is_common(found.reading(ident).term):
        return None
    lacking = list(_lacking(terms, context, pair, concept))
    if not lacking or _hinted(terms, pair, ident):
        return None
    alone = len(lacking) == 1 and len(_extra(terms, found.pair, concept)) == 1
    judged = ((o, c, _like(terms, context, found, (c, concept), alone=alone)) for o, c in lacking)
    made = [Exchange(used, other, grave) for used, other, grave in judged if grave is not None]
    if made:
        return max(made, key=lambda e: e.severity)
    used, other = lacking[0]
    if alone and context.same_language and used.around & found.around:
        return Exchange(used, other, Severity.NEUTRAL)
    return None


def _lacking(
    terms: TermView, context: Context, pair: AlignedPair, concept: Concept
) -> Iterator[tuple[Occurrence, Concept]]:
    """Concepts of the same term base that the pair's base names, and its version in no way; each once."""
    version, seen = terms.version[pair.position].counts, {concept.id}
    for place in terms.base[pair.position].terms:
        for match in () if place.weak else place.readings:
            other = match.concept
            if other.id in seen or other.origin != concept.origin or not match.term.status.accepted:
                continue
            seen.add(other.id)
            listed = accepted_terms(other, context.version.language)
            if version.get(other.id) or not listed or twins(other, concept) or not terms.known.weighs(other):
                continue
            if not is_common(match.term) and not _named(terms, pair, other.id):
                yield place, other


def _named(terms: TermView, pair: AlignedPair, ident: str) -> bool:
    """Whether the version has a term of the concept in some other form."""
    text, lang = pair.version.text, pair.version.lang
    accepted = (m for m in terms.index.named(text, lang) if m.term.status.accepted)
    return any(m.concept.id == ident for m in accepted) or bool(terms.index.shortened(text, lang, {ident}))


def _hinted(terms: TermView, pair: AlignedPair, ident: str) -> bool:
    """Whether the pair's base has a term of the concept after all, in some other form."""
    text, lang = pair.base.text, pair.base.lang
    known = terms.base[pair.position].counts.get(ident) or terms.index.shortened(text, lang, {ident})
    return bool(known) or any(m.concept.id == ident for m in terms.index.named(text, lang))


def _extra(terms: TermView, position: int, concept: Concept) -> set[str]:
    """The concepts of a term base that the pair's version names and its base does not."""
    base, version = terms.base[position], terms.version[position]
    ids = {i for o in version.terms for i in o.ids(accepted=True)}
    return {i for i in ids if i not in base.counts and terms.known.concepts[i].origin == concept.origin}


def _like(
    terms: TermView, context: Context, found: Occurrence, concepts: tuple[Concept, Concept], *, alone: bool
) -> Severity | None:
    """How grave an exchange of like names is; None where they are not alike, or their own words stand elsewhere.

    Names that are alike in one of two languages only tell of an exchange where nothing else is unmatched (`alone`).
    """
    languages = context.base.language, context.version.language
    base, version = (likeness(*concepts, language) for language in languages)
    near = any(terms.distance(found.pair, o) <= _NEAR for o in terms.around(concepts[1].id, found.pair))
    own = _own_words(terms, context, found, concepts)
    if version and base and len(terms.pairs[found.pair].version.text) > _LONG:
        return Severity.NEUTRAL
    if version is Likeness.HEAD and base:
        return Severity.MINOR if own else Severity.MAJOR
    if own or near or not ((version and base) or (alone and (version or base))):
        return None
    return Severity.MAJOR if all(c.weighty for c in concepts) else Severity.MINOR


def _own_words(terms: TermView, context: Context, found: Occurrence, concepts: tuple[Concept, Concept]) -> bool:
    """Whether words that only the base's concept has stand in the version, beside the term there."""
    language, text = context.version.language, terms.pairs[found.pair].version.text
    here, there = (frozenset[str]().union(*(content(t) for t in accepted_terms(c, language))) for c in concepts)
    rest = f"{text[: found.span.start]} {text[found.span.stop :]}"
    return bool((here - there) & stems(rest, language))
