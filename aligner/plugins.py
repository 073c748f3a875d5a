"""One file, one plug-in: list a family's names without importing any, load one by its name.

A family is a package (`aligner.checks`); each public module or sub-package in it is one plug-in. The file
`term_consistency.py` is the plug-in `term-consistency` and holds the class `TermConsistency`; the module's
docstring is its manual page. Nothing is registered anywhere: a new file is a new plug-in.
"""

from __future__ import annotations

import importlib
import importlib.util
import pkgutil
from pathlib import Path
from typing import Any

from aligner.errors import UnknownNameError

FAMILIES = ("formats", "segmenters", "lexicons", "aligners", "metrics", "checks", "reporters")


def names(family: str) -> tuple[str, ...]:
    """The plug-in names of a family such as "checks", sorted; imports none of the plug-ins."""
    spec = importlib.util.find_spec(f"aligner.{family}")
    if spec is None or spec.submodule_search_locations is None:
        raise UnknownNameError("plug-in family", family, FAMILIES, "aligner list --help")
    modules = pkgutil.iter_modules(spec.submodule_search_locations)
    return tuple(sorted(m.name.replace("_", "-") for m in modules if not m.name.startswith("_")))


def load(family: str, name: str) -> Any:
    """The plug-in class `name` of a family.

    Returns the class itself, its options being its dataclass fields. Raises UnknownNameError, which names the
    near ones, when the family has no such plug-in.
    """
    known = names(family)
    if name not in known:
        raise UnknownNameError(family.removesuffix("s"), name, known, f"aligner list {family}")
    module = importlib.import_module(f"aligner.{family}.{name.replace('-', '_')}")
    return getattr(module, class_name(name))


def class_name(name: str) -> str:
    """The class that holds plug-in `name`: "term-consistency" -> "TermConsistency"."""
    return "".join(part.capitalize() for part in name.split("-"))


def manual(family: str, name: str) -> str:
    """The manual page of a plug-in: its module's docstring, as written. Raises UnknownNameError."""
    load(family, name)
    module = importlib.import_module(f"aligner.{family}.{name.replace('-', '_')}")
    return (module.__doc__ or "").strip()


def resource(package: str, *parts: str) -> Path:
    """The path of a data file inside a package of ours: resource("aligner.terms", "china.tbx")."""
    spec = importlib.util.find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise UnknownNameError("package", package, (), "aligner list --help")
    return Path(next(iter(spec.submodule_search_locations))).joinpath(*parts)
