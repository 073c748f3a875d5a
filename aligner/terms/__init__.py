"""Term bases: load and write them, say what is doubtful in them, and find their terms in texts."""

from __future__ import annotations

from aligner.terms.files.loading import TermBase, bundled, load, read
from aligner.terms.files.saving import kind_of, write
from aligner.terms.problems import problems

__all__ = ["TermBase", "bundled", "kind_of", "load", "problems", "read", "write"]
