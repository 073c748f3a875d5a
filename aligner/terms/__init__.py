"""Term bases: load them, and find their terms in texts."""

from __future__ import annotations

from aligner.terms.files.loading import bundled, load
from aligner.terms.problems import problems

__all__ = ["bundled", "load", "problems"]
