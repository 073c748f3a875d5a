"""Where the terms of a term base stand in a text: longest match wins, boundaries by script."""

from __future__ import annotations

from aligner.terms.matching.index import TermIndex
from aligner.terms.matching.places import TermMatch

__all__ = ["TermIndex", "TermMatch"]
