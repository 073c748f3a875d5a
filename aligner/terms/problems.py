"""What is doubtful in a term base: said, never repaired."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.model import Concept, MatchRule, Term, TermStatus
from aligner.terms.files.fields import bad_patterns
from aligner.terms.matching.keys import keyed

_MOST = 0.5
"""Share of concepts that must have a language before one without it is told."""


@dataclass(frozen=True, slots=True)
class _Use:
    """One term in its concept; `where` is how a message names the place."""

    number: int
    concept: Concept
    term: Term
    where: str


def problems(concepts: Sequence[Concept], lines: Sequence[int] = ()) -> tuple[str, ...]:
    """One line for each thing to look at, naming concept and field; with `lines` of the concepts also the line.

    Ids used twice, links that lead nowhere, patterns that are none, terms that no text can match, languages that a
    concept alone lacks; then terms that stand twice in a concept, are accepted in two concepts, or are admitted or
    not to be used in one and preferred in another.
    """
    places = [_place(concept, lines[k] if k < len(lines) else None) for k, concept in enumerate(concepts)]
    return (*_of_entries(concepts, places), *_of_terms(concepts, places))


def _place(concept: Concept, line: int | None) -> str:
    return f"concept {concept.id!r}" if line is None else f"line {line}, concept {concept.id!r}"


def _of_entries(concepts: Sequence[Concept], places: Sequence[str]) -> Iterator[str]:
    ids = Counter(c.id for c in concepts)
    common = _common_languages(concepts)
    seen: set[str] = set()
    for concept, place in zip(concepts, places, strict=True):
        if ids[concept.id] > 1 and concept.id in seen:
            yield f"{place} is defined twice; give one of them another id"
        seen.add(concept.id)
        for other in concept.related:
            if other not in ids:
                yield f"{place}, field related: the term base does not have the concept {other!r}"
        accepted = {_primary(t.lang) for t in concept.terms if t.status.accepted}
        if any(t.status is TermStatus.PREFERRED for t in concept.terms) or not accepted:
            for lang in sorted(common - accepted):
                missing = "preferred: no rendering" if lang == "und" else f"{lang}: no term to use"
                yield f"{place}, field {missing}, though most concepts have one"
        for term in concept.terms:
            for field, problem in bad_patterns(term):
                yield f"{place}, field {term.lang} ({field}): {problem}"
            if term.match is not MatchRule.PATTERN and not _matchable(term.text):
                yield f"{place}, field {term.lang}: no text can match {term.text!r}: it has no letter and no digit"


def _common_languages(concepts: Sequence[Concept]) -> set[str]:
    """The primary language subtags in which most concepts have a term to use."""
    counts = Counter(lang for c in concepts for lang in {_primary(t.lang) for t in c.terms if t.status.accepted})
    return {lang for lang, count in counts.items() if count > _MOST * len(concepts)}


def _of_terms(concepts: Sequence[Concept], places: Sequence[str]) -> Iterator[str]:
    """What the terms of one form say against each other, in the order of their first use."""
    uses: dict[tuple[str, str], list[_Use]] = defaultdict(list)
    for number, (concept, place) in enumerate(zip(concepts, places, strict=True)):
        for term in concept.terms:
            key = keyed(term.text, term.lang).text
            where = f"{place}, field {term.lang}"
            uses[_primary(term.lang), key].append(_Use(number, concept, term, where))
    for alike in uses.values():
        if len(alike) > 1:
            yield from _repeated(alike)
            yield from _contradictory(alike)


def _repeated(alike: Sequence[_Use]) -> Iterator[str]:
    """Terms that stand twice in one concept; two rules for the same text are no repeat."""
    seen: set[tuple[object, ...]] = set()
    for use in alike:
        term = use.term
        same = (use.number, term.lang, term.case_sensitive, term.match, term.not_if, term.context, term.outlets)
        if same in seen:
            yield f"{use.where}: {term.text!r} stands more than once in the concept"
        seen.add(same)


def _contradictory(alike: Sequence[_Use]) -> Iterator[str]:
    """What several concepts say of one term, told once for each use that another concept speaks against."""
    preferred = [u for u in alike if u.term.status is TermStatus.PREFERRED]
    for use in alike:
        text, status = use.term.text, use.term.status
        others = [u for u in preferred if u.number != use.number]
        if others and status is TermStatus.ADMITTED:
            yield f"{use.where}: {text!r} is admitted here and preferred in the concept {others[0].concept.id!r}"
        elif others and use.term.forbidden:
            yield f"{use.where}: {text!r} is forbidden here and preferred in the concept {others[0].concept.id!r}"
    for status in (TermStatus.PREFERRED, TermStatus.ADMITTED):
        sharing = {u.number: u for u in alike if u.term.status is status}
        if len(sharing) > 1:
            first, *rest = sharing.values()
            ids = ", ".join(repr(u.concept.id) for u in rest)
            yield f"{first.where}: {first.term.text!r} is {status.value} here and in the concepts {ids}"


def _matchable(text: str) -> bool:
    return any(char.isalnum() for char in unicodedata.normalize("NFKC", text))


def _primary(tag: str) -> str:
    return tag.partition("-")[0].lower()
