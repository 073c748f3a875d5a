"""Scores: one file each; statistics per pair, then aggregate, so that intervals reuse the same numbers.

A metric is a dataclass whose fields are its options; its module's docstring is its manual page: what the figure
is, its range, its source and its traps.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, Protocol, runtime_checkable

from aligner.model import AlignedPair


@runtime_checkable
class Metric(Protocol):
    """One figure about how a version relates to a text (`pair.base` is the text it is held against)."""

    higher_is_better: ClassVar[bool | None]

    def applies(self, base_language: str, version_language: str) -> bool:
        """Whether the figure makes sense for the two languages (primary subtags)."""
        ...

    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """Sufficient statistics of one pair; they add up or concatenate, as `aggregate` needs."""
        ...

    def aggregate(self, statistics: Sequence[tuple[float, ...]]) -> float | None:
        """The figure for the pairs whose statistics are given; None where it is undefined."""
        ...

    def signature(self) -> str:
        """What reproduces the number: name, options, library version."""
        ...
