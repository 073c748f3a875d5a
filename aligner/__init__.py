"""Read a text and its versions, align them, check and score what changed on the way.

import aligner

base = aligner.read("interview.zh.txt")
version = aligner.read("interview.en.html", outlet="Example Wire")
report = aligner.score(base, version, terms=["house.tsv"])
report.write("report.html")
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aligner.version import __version__

__all__ = ["__version__", "align", "align_many", "check", "read", "score"]

if TYPE_CHECKING:
    from aligner.aligning import align, align_many
    from aligner.pipeline import check, read, score


def __getattr__(name: str) -> Any:
    """Load a stage with the first name that needs it, so that `aligner --help` does not wait for it."""
    if name in ("align", "align_many"):
        from aligner import aligning

        return getattr(aligning, name)
    if name in ("check", "read", "score"):
        from aligner import pipeline

        return getattr(pipeline, name)
    raise AttributeError(f"module 'aligner' has no attribute {name!r}")
