"""What is doubtful in a term base: said, never repaired."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from aligner.model import Concept, TermStatus
from aligner.terms.matching.keys import keyed

_REJECTED = (TermStatus.DEPRECATED, TermStatus.SUPERSEDED)


def problems(concepts: Sequence[Concept]) -> tuple[str, ...]:
    """One line for each id used twice, link that leads nowhere, term that two concepts share or that is listed
    twice; in the order of the term base."""
    found: list[str] = []
    ids = [c.id for c in concepts]
    known = set(ids)
    found += [f"concept {i!r} is defined twice" for i in dict.fromkeys(ids) if ids.count(i) > 1]
    for concept in concepts:
        found += [
            f"concept {concept.id!r} names a related concept {other!r} that the term base does not have"
            for other in concept.related
            if other not in known
        ]
    return (*found, *_shared(concepts))


def _shared(concepts: Sequence[Concept]) -> list[str]:
    """Terms that stand twice in one concept, or are accepted in two concepts."""
    uses: dict[tuple[str, str], list[tuple[str, str, bool]]] = defaultdict(list)
    for concept in concepts:
        for term in concept.terms:
            key = keyed(term.text, term.lang).text
            uses[term.lang.lower(), key].append((concept.id, term.text, term.status in _REJECTED))
    found = []
    for (lang, _), places in uses.items():
        text = places[0][1]
        accepted = list(dict.fromkeys(ident for ident, _, rejected in places if not rejected))
        if len(accepted) > 1:
            found.append(f"{lang} term {text!r} stands in the concepts {', '.join(map(repr, accepted))}")
        found += [
            f"{lang} term {text!r} stands more than once in the concept {ident!r}"
            for ident in dict.fromkeys(p[0] for p in places)
            if sum(p[0] == ident for p in places) > 1
        ]
    return found
