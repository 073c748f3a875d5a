"""Chooses between `translation` and `digest` by what the texts show.

A version that follows the base sentence by sentence gets the monotone aligner, one that condenses or reorders it
the free one; the choice is the `aligner` of the result.
"""

from __future__ import annotations

from dataclasses import dataclass

from aligner.aligners.digest import Digest
from aligner.aligners.translation import Translation
from aligner.model import Alignment, Document


@dataclass(frozen=True, slots=True)
class Auto:
    """The aligner that the pipeline uses unless told otherwise."""

    def align(self, base: Document, version: Document) -> Alignment:
        """Align two documents by the method that suits them."""
        size, other = len(base.segments), len(version.segments)
        if not size or not other or min(size, other) >= 0.7 * max(size, other):
            return Translation().align(base, version)
        return Digest().align(base, version)
