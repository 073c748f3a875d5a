"""A term base as a house sees it: its own statuses first, the term base's for all it says nothing of."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Iterable, Sequence

from aligner import plugins
from aligner.model import Concept, Term, TermStatus
from aligner.terms.matching.keys import keyed
from aligner.terms.profiles.house import Profile, Ruling, language_of


def apply(profile: Profile, concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    """The concepts with the statuses of a house.

    A term that the profile rules on takes its status; one that the concept does not have is added, with the
    profile as its source. Where the house prefers terms of its own in a language, those that the term base prefers
    are admitted there. Which concepts there are, and which are easily taken for each other, stays as it is. Rulings
    on concepts that are not among those given have no effect (see `unknown`).
    """
    by_concept: dict[str, list[Ruling]] = {}
    for ruling in profile.rulings:
        by_concept.setdefault(ruling.concept, []).append(ruling)
    seen: set[str] = set()
    applied = []
    for concept in concepts:
        rulings = by_concept.get(concept.id, ())
        applied.append(_ruled(concept, rulings, profile.name, add=concept.id not in seen) if rulings else concept)
        seen.add(concept.id)
    return tuple(applied)


def unknown(profile: Profile, concepts: Iterable[Concept]) -> tuple[str, ...]:
    """One line for each concept id of a profile that the term bases in use do not have, with the near ones."""
    checks = plugins.names("checks")
    known = dict.fromkeys(c.id for c in concepts)
    named = dict.fromkeys((*(r.concept for r in profile.rulings), *profile.severities))
    lines = []
    for ident in named:
        if ident not in known and ident not in checks:
            near = difflib.get_close_matches(ident, [*known, *checks], n=2, cutoff=0.6)
            hint = f"; did you mean {' or '.join(map(repr, near))}?" if near else ""
            lines.append(f"profile {profile.name}: no term base in use has a concept {ident!r}{hint}")
    return tuple(lines)


def _ruled(concept: Concept, rulings: Sequence[Ruling], house: str, *, add: bool) -> Concept:
    """A concept with the rulings on it; `add` says whether it takes up terms that it does not have."""
    languages = dict.fromkeys(language_of(r.lang) for r in rulings)
    terms: list[Term] = [t for t in concept.terms if language_of(t.lang) not in languages]
    for language in languages:
        own = [r for r in rulings if language_of(r.lang) == language]
        terms += _language(concept.in_language(language), own, house, add=add)
    return dataclasses.replace(concept, terms=tuple(terms))


def _language(terms: Sequence[Term], rulings: Sequence[Ruling], house: str, *, add: bool) -> list[Term]:
    """The terms of one language: first those that the house rules on, in its order, then the others in theirs."""
    by_key = {keyed(t.text, t.lang).text: t for t in reversed(terms)}
    ruled: list[Term] = []
    for ruling in rulings:
        key = keyed(ruling.text, ruling.lang).text
        if key in by_key:
            known = by_key.pop(key)
            ruled.append(dataclasses.replace(known, status=ruling.status, forbidden=ruling.forbidden))
        elif add:
            source = f"profile {house}"
            ruled.append(Term(ruling.text, ruling.lang, ruling.status, forbidden=ruling.forbidden, source=source))
    prefers = any(r.status is TermStatus.PREFERRED for r in rulings)
    keys = {keyed(r.text, r.lang).text for r in rulings}
    rest = [t for t in terms if keyed(t.text, t.lang).text not in keys]
    return ruled + [_admitted(t) if prefers else t for t in rest]


def _admitted(term: Term) -> Term:
    """A term that was preferred, and is one of several now."""
    return dataclasses.replace(term, status=TermStatus.ADMITTED) if term.status is TermStatus.PREFERRED else term
