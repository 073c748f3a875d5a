"""Checks: one file each. The docstring is the manual page: Flags / Why / Limits / Wrong / Right.

A check is a dataclass whose fields are its options. It sees one aligned pair at a time and yields Issues; the
engine stamps ids, documents and beads. `Wrong` and `Right` are tests: each holds an indented block of one or
more pairs, a line "zh: ..." for the base and a line "en: ..." for the version, and the check must yield an
Issue for each pair under Wrong and none for those under Right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Protocol, runtime_checkable

from aligner.model import AlignedPair, Document, Issue
from aligner.terms.index import TermIndex


@dataclass(frozen=True)
class Context:
    """What a check may look at beside the pair in hand: both documents, all pairs, the term base."""

    base: Document
    version: Document
    pairs: tuple[AlignedPair, ...]
    terms: TermIndex

    @cached_property
    def same_language(self) -> bool:
        """Whether base and version share their language (primary subtag)."""
        return self.base.language == self.version.language


@runtime_checkable
class Check(Protocol):
    """Something that must survive the way from the base to the version."""

    category: ClassVar[str]

    def check(self, pair: AlignedPair, context: Context) -> Iterator[Issue]:
        """Yield what is worth a reader's attention in this pair; a one-sided pair has an empty side."""
        ...
