"""What the terms of one form say against each other, within a concept and between concepts.

A glossary keeps two concepts apart by forbidding for each what the other prefers ("principle" for the policy,
"policy" for the principle), a term base by naming each as related to the other. What such a pair says of a term is
meant, not doubtful.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from aligner.model import Term, TermStatus
from aligner.model.language import primary
from aligner.terms.matching.keys import keyed
from aligner.terms.places import ConceptPlace

_COMPARED = 50
"""Concepts that prefer one term with which each use of it is compared: term bases come from strangers."""

_SHOWN = 8
"""Concepts that a line names."""

_Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Clash:
    """A line on a clash; `intended` where the term base shows that it is meant, or nothing contradicts it."""

    text: str
    intended: bool


@dataclass(frozen=True, slots=True)
class _Use:
    """One term in its concept; `where` is how a message names the place."""

    number: int
    place: ConceptPlace
    term: Term
    where: str

    @property
    def ident(self) -> str:
        return self.place.concept.id


def clashes(places: Sequence[ConceptPlace]) -> Iterator[Clash]:
    """The clashes of a term base, in the order of the first use of each term.

    Within a concept a term that stands twice, or is accepted and rejected. Between concepts one that several
    accept, intended where these name each other as related; and one that a concept forbids and another prefers,
    always intended, and not told at all where the two keep each other apart.
    """
    uses: dict[_Key, list[_Use]] = defaultdict(list)
    for number, place in enumerate(places):
        for k, term in enumerate(place.concept.terms):
            key = (primary(term.lang), keyed(term.text, term.lang).text)
            uses[key].append(_Use(number, place, term, f"{place}, {place.field(k)}"))
    apart = _Apart(uses)
    for alike in uses.values():
        if len(alike) > 1:
            yield from _repeated(alike)
            yield from _between(alike, apart)


def _repeated(alike: Sequence[_Use]) -> Iterator[Clash]:
    """Terms that stand twice in one concept; two rules for the same text are no repeat."""
    seen: dict[tuple[object, ...], Term] = {}
    for use in alike:
        term = use.term
        same = (use.number, term.lang, term.case_sensitive, term.match, term.not_if, term.context, term.outlets)
        first = seen.setdefault(same, term)
        if first.status.accepted is not term.status.accepted:
            said = f"is {_status(term)} here and {_status(first)} in the same concept; keep one of the two"
            yield Clash(f"{use.where}: {term.text!r} {said}", intended=False)
        elif first is not term:
            yield Clash(f"{use.where}: {term.text!r} stands more than once in the concept", intended=False)


def _between(alike: Sequence[_Use], apart: _Apart) -> Iterator[Clash]:
    """What several concepts say of one term, told once for each use that another concept speaks against."""
    preferred = [u for u in alike if u.term.status is TermStatus.PREFERRED]
    for use in alike:
        others = [u for u in islice(preferred, _COMPARED) if u.number != use.number]
        told = f"{use.where}: {use.term.text!r} is {_status(use.term)} here and preferred in the concept "
        if others and use.term.status is TermStatus.ADMITTED:
            strange = [u for u in others if not apart.linked(use, u)]
            yield Clash(f"{told}{(strange or others)[0].ident!r}", intended=not strange)
        elif use.term.forbidden:
            rest = [u for u in others if not apart.kept(use, u)]
            yield from (Clash(f"{told}{u.ident!r}", intended=True) for u in rest[:1])
    for status in (TermStatus.PREFERRED, TermStatus.ADMITTED):
        sharing = {u.number: u for u in alike if u.term.status is status}
        if len(sharing) > 1:
            yield _shared(*sharing.values(), apart=apart)


def _shared(first: _Use, *rest: _Use, apart: _Apart) -> Clash:
    """A term to which several concepts give one status."""
    ids = ", ".join(repr(u.ident) for u in rest[:_SHOWN])
    more = f" and {len(rest) - _SHOWN} more" if len(rest) > _SHOWN else ""
    concepts = f"concept{'' if len(rest) == 1 else 's'} {ids}{more}"
    text = f"{first.where}: {first.term.text!r} is {first.term.status.value} here and in the {concepts}"
    return Clash(text, intended=all(apart.linked(first, u) for u in rest))


class _Apart:
    """Which concepts are kept apart, by the terms that each accepts and rejects."""

    def __init__(self, uses: dict[_Key, list[_Use]]) -> None:
        self._accepted: dict[int, set[_Key]] = defaultdict(set)
        self._rejected: dict[int, set[_Key]] = defaultdict(set)
        for key, alike in uses.items():
            for use in alike:
                (self._accepted if use.term.status.accepted else self._rejected)[use.number].add(key)

    def linked(self, one: _Use, other: _Use) -> bool:
        """Whether each concept names the other as related."""
        return _names(one, other) and _names(other, one)

    def kept(self, one: _Use, other: _Use) -> bool:
        """Whether one names the other as related, or each rejects a term that the other accepts."""
        pairs = ((one, other), (other, one))
        return any(_names(a, b) for a, b in pairs) or all(
            not self._rejected[a.number].isdisjoint(self._accepted[b.number]) for a, b in pairs
        )


def _names(one: _Use, other: _Use) -> bool:
    return other.ident in one.place.concept.related


def _status(term: Term) -> str:
    return "forbidden" if term.forbidden and not term.status.accepted else term.status.value
