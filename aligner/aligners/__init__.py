"""Alignment algorithms: one file each, two documents in, one Alignment out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, runtime_checkable

from aligner.model import Alignment, Document


@runtime_checkable
class Aligner(Protocol):
    """Pairs the segments of a version with those of a base."""

    def align(self, base: Document, version: Document) -> Alignment:
        """Align two segmented documents; the result passes Alignment.verify and is the same on every run.

        Either document may have no segments: the beads are then one-sided.
        """
        ...

    def align_many(self, pairs: Sequence[tuple[Document, Document]]) -> list[Alignment]:
        """Align several pairs of base and version, which may learn from each other; one alignment a pair."""
        ...
