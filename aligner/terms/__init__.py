"""Term bases: load and write them, say what is doubtful in them, and find their terms in texts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from aligner.terms.problems import problems, remarks

__all__ = ["TermBase", "bundled", "kind_of", "load", "problems", "read", "remarks", "write"]

if TYPE_CHECKING:
    from aligner.terms.files.loading import TermBase, bundled, load, read
    from aligner.terms.files.saving import kind_of, write

_WRITERS = ("kind_of", "write")


def __getattr__(name: str) -> Any:
    """Load the module of a function when it is asked for: a run that writes no term base pays for no writer."""
    if name not in __all__:
        raise AttributeError(f"module 'aligner.terms' has no attribute {name!r}")
    from importlib import import_module

    module = "saving" if name in _WRITERS else "loading"
    return getattr(import_module(f"aligner.terms.files.{module}"), name)
