"""What the number check sees of a pair: its numbers without those inside terms, and the numbers around it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from aligner.checks import Context
from aligner.checks._number_pairs import keys
from aligner.model import AlignedPair, Side
from aligner.text.numbers import Quantity, quantities

_AROUND = 2  # pairs before and after in which a number may stand that was moved
_CONDENSED = 0.75  # versions with fewer sentences than this share of the base's are condensed ones

Values = frozenset[tuple[str, object]]


@dataclass(frozen=True, slots=True)
class View:
    """The numbers of both sides.

    `*_read` are text and language; `*_values` what stands there by dimension, `*_around` the same of the
    neighbours; `condensed` says that the version leaves out by design.
    """

    base_read: tuple[str, str]
    version_read: tuple[str, str]
    base: tuple[Quantity, ...]
    version: tuple[Quantity, ...]
    base_values: Values
    version_values: Values
    base_around: Values
    version_around: Values
    condensed: bool

    @property
    def base_text(self) -> str:
        """The text of the base side."""
        return self.base_read[0]

    @property
    def version_text(self) -> str:
        """The text of the version side."""
        return self.version_read[0]


def view(pair: AlignedPair, context: Context) -> View:
    """The numbers of a pair in its context."""
    base, version = _numbers(pair.base), _numbers(pair.version)
    near = _neighbours(pair, context)
    return View(
        base_read=(pair.base.text, pair.base.language),
        version_read=(pair.version.text, pair.version.language),
        base=_outside_terms(base, pair.base, context),
        version=_outside_terms(version, pair.version, context),
        base_values=_values(base),
        version_values=_values(version),
        base_around=frozenset().union(*(_values(_numbers(p.base)) for p in near)),
        version_around=frozenset().union(*(_values(_numbers(p.version)) for p in near)),
        condensed=_condensed(pair, context),
    )


def _neighbours(pair: AlignedPair, context: Context) -> list[AlignedPair]:
    at = pair.position
    return [p for p in context.pairs[max(0, at - _AROUND) : at + _AROUND + 1] if p.position != at]


def _numbers(side: Side) -> tuple[Quantity, ...]:
    return _read(side.text, side.language)


@lru_cache(maxsize=4096)
def _read(text: str, language: str) -> tuple[Quantity, ...]:
    return quantities(text, language)


def _values(numbers: tuple[Quantity, ...]) -> Values:
    """Value keys with the dimension that they stand in; a period (上半年) is as well the time that it lasts."""
    found = {(f"{q.dimension or ''}:{unit}", value) for q in numbers for unit, value in keys(q)}
    return frozenset(found | {("time:time", q.years) for q in numbers if q.years is not None})


def _outside_terms(numbers: tuple[Quantity, ...], side: Side, context: Context) -> tuple[Quantity, ...]:
    """Numbers that are no part of a term: 一 of 一个中国 counts nothing."""
    if not numbers:
        return ()
    terms = [m.span for m in context.terms.find(side.text, side.lang)]
    return tuple(q for q in numbers if not any(q.core.within(span) for span in terms))


def _condensed(pair: AlignedPair, context: Context) -> bool:
    """Whether the version leaves out by design: here (several sentences in fewer) or as a whole."""
    if len(pair.bead.base) > len(pair.bead.version):
        return True
    whole = sum(len(p.bead.base) for p in context.pairs)
    return sum(len(p.bead.version) for p in context.pairs) < _CONDENSED * whole
