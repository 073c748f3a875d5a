"""A term base as a house sees it: its own statuses first, the term base's for all it says nothing of."""

from __future__ import annotations

import dataclasses
import difflib
from collections.abc import Iterable, Sequence

from aligner import plugins
from aligner.model import Concept, Term, TermStatus
from aligner.model.language import primary
from aligner.terms.matching.keys import keyed
from aligner.terms.profiles.house import Profile, Ruling

_SHOWN = 3
"""Names that lead nowhere which a line shows."""

_COMPARED = 20
"""Names that are compared with the known ones: comparing all takes the product of both numbers."""


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
    """What a profile names in vain, two lines at most, with the near names.

    One line on the concepts of its rulings that the term bases in use do not have, one on the severities of what is
    neither a check nor such a concept.
    """
    known = dict.fromkeys(c.id for c in concepts)
    checks = plugins.names("checks")
    ruled = dict.fromkeys(r.concept for r in profile.rulings)
    graded = [key for key in profile.severities if key not in checks and key not in ruled]
    lines = (
        _in_vain([i for i in ruled if i not in known], known, "concept", "in no term base in use"),
        _in_vain(
            [k for k in graded if k not in known], [*known, *checks], "severity", "for no check or concept in use"
        ),
    )
    return tuple(f"profile {profile.name}: {line}" for line in lines if line)


def _in_vain(named: Sequence[str], known: Iterable[str], kind: str, what: str) -> str:
    """The first of these names that lead nowhere, those first that resemble a known one; "" where there is none."""
    if not named:
        return ""
    near = {name: difflib.get_close_matches(name, known, n=2, cutoff=0.6) for name in named[:_COMPARED]}
    shown = sorted(named, key=lambda name: not near.get(name))[:_SHOWN]
    hints = {n: f" (did you mean {' or '.join(map(repr, near[n]))}?)" if near.get(n) else "" for n in shown}
    listed = ", ".join(f"{name!r}{hint}" for name, hint in hints.items())
    if len(named) == 1:
        return f"its {kind} {listed} is {what}"
    plural = f"{kind}s" if kind == "concept" else "severities"
    return f"{len(named)} of its {plural} are {what}{', such as' if len(named) > len(shown) else ':'} {listed}"


def _ruled(concept: Concept, rulings: Sequence[Ruling], house: str, *, add: bool) -> Concept:
    """A concept with the rulings on it; `add` says whether it takes up terms that it does not have."""
    languages = dict.fromkeys(primary(r.lang) for r in rulings)
    terms: list[Term] = [t for t in concept.terms if primary(t.lang) not in languages]
    for language in languages:
        own = [r for r in rulings if primary(r.lang) == language]
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
