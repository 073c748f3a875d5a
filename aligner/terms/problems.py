"""What is doubtful in a term base: said, never repaired."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from aligner.model import Concept, MatchRule, TermStatus
from aligner.model.language import primary
from aligner.terms.clashes import clashes
from aligner.terms.files.fields import bad_patterns
from aligner.terms.files.sides import empty
from aligner.terms.places import ConceptPlace

_MOST = 0.5
"""Share of concepts that must have a language before one without it is told."""


def problems(
    concepts: Sequence[Concept], lines: Sequence[int] = (), fields: Sequence[Sequence[str]] = ()
) -> tuple[str, ...]:
    """One line for each thing to look at, naming concept and field; with `lines` of the concepts also the line.

    `fields` are the columns of each concept's terms, where they come from a table. Told are ids used twice, links
    that lead nowhere, patterns that are none, terms that no text can match, empty sides of a glossary, languages
    that a concept alone lacks; then terms that stand twice in a concept or are accepted and rejected in one, and
    terms that several concepts accept (see aligner.terms.clashes).
    """
    places = _places(concepts, lines, fields)
    return (*_of_entries(places), *(c.text for c in clashes(places) if not c.intended))


def remarks(
    concepts: Sequence[Concept], lines: Sequence[int] = (), fields: Sequence[Sequence[str]] = ()
) -> tuple[str, ...]:
    """What is no problem but worth a look, in lines as `problems` has them.

    Terms that several concepts accept which name each other as related, so that the base means it; and terms that
    one concept forbids and another prefers, though the two do not keep each other apart.
    """
    return tuple(c.text for c in clashes(_places(concepts, lines, fields)) if c.intended)


def _places(
    concepts: Sequence[Concept], lines: Sequence[int], fields: Sequence[Sequence[str]]
) -> list[ConceptPlace]:
    return [
        ConceptPlace(c, lines[k] if k < len(lines) else None, fields[k] if k < len(fields) else ())
        for k, c in enumerate(concepts)
    ]


def _of_entries(places: Sequence[ConceptPlace]) -> Iterator[str]:
    ids = Counter(p.concept.id for p in places)
    common = _common_languages([p.concept for p in places])
    seen: set[str] = set()
    for place in places:
        concept = place.concept
        if concept.id in seen:
            yield f"{place} is defined twice; give one of them another id"
        seen.add(concept.id)
        for other in concept.related:
            if other not in ids:
                yield f"{place}, field related: the term base does not have the concept {other!r}"
        if side := empty(concept, place.fields):
            yield f"{place}, field {side[0]}: {side[1]}"
        else:
            yield from _lacking(place, common)
        yield from _unusable(place)


def _lacking(place: ConceptPlace, common: set[str]) -> Iterator[str]:
    """The languages that most concepts have a term to use in and this one has not."""
    terms = place.concept.terms
    accepted = {primary(t.lang) for t in terms if t.status.accepted}
    if any(t.status is TermStatus.PREFERRED for t in terms) or not accepted:
        for lang in sorted(common - accepted):
            field = place.unknown("preferred") if lang == "und" else f"field {lang}"
            yield f"{place}, {field}: no term to use, though most concepts have one"


def _unusable(place: ConceptPlace) -> Iterator[str]:
    for number, term in enumerate(place.concept.terms):
        for rule, problem in bad_patterns(term):
            yield f"{place}, {place.field(number)} ({rule}): {problem}"
        if term.match is not MatchRule.PATTERN and not _matchable(term.text):
            yield f"{place}, {place.field(number)}: no text can match {term.text!r}: it has no letter and no digit"


def _common_languages(concepts: Sequence[Concept]) -> set[str]:
    """The primary language subtags in which most concepts have a term to use."""
    counts = Counter(lang for c in concepts for lang in {primary(t.lang) for t in c.terms if t.status.accepted})
    return {lang for lang, count in counts.items() if count > _MOST * len(concepts)}


def _matchable(text: str) -> bool:
    return any(char.isalnum() for char in unicodedata.normalize("NFKC", text))
