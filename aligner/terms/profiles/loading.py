"""Load house profiles: bundled ones by name or outlet, a user's own from a TOML file.

    name = "example-daily"
    description = "What the paper is observed to write."
    outlets = ["Example Daily", "exampledaily.example"]   # documents of these get the profile by themselves
    sources = ["Example Daily style guide, 2024"]

    [checks]
    skip = ["omission"]                       # checks that do not count here

    [severity]
    terminology = "minor"                     # findings of a check, or of one concept by its id
    taiwan-question = "major"

    [concepts.taiwan-question.en]             # concept id, language
    preferred = ["Taiwan question"]           # in this order; also admitted, deprecated, superseded, forbidden
    admitted = ["Taiwan issue"]

Terms that the term base does not have are added to the concept; all others keep their status.
"""

from __future__ import annotations

import tomllib
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

from aligner.errors import FormatError, InputError, UnknownNameError
from aligner.plugins import resource
from aligner.terms.profiles import _entries as entries
from aligner.terms.profiles.house import Profile

SUFFIX = ".toml"
_LARGEST = 1_000_000  # bytes: a thousand times the bundled ones
_KEYS = ("name", "description", "outlets", "sources", "checks", "severity", "concepts")


def names() -> tuple[str, ...]:
    """The names of the bundled profiles, sorted."""
    return tuple(sorted(path.stem for path in _folder().glob(f"*{SUFFIX}")))


def load(name_or_path: str | Path) -> Profile:
    """A bundled profile by its name, or one from a TOML file.

    Raises UnknownNameError for a name that no bundled profile has, InputError for a file that cannot be read,
    FormatError with file and key for one that is no profile.
    """
    name = str(name_or_path)
    if isinstance(name_or_path, str) and name in names():
        return _bundled(name)
    path = Path(name_or_path)
    if isinstance(name_or_path, str) and path.suffix != SUFFIX and path.name == name and not path.exists():
        raise UnknownNameError("profile", name, names(), "aligner list profiles")
    return _read(path)


def for_outlet(outlet: str | None) -> Profile | None:
    """The bundled profile that names this outlet, case, spaces and punctuation apart; None where there is none."""
    key = _folded(outlet or "")
    found = (_bundled(name) for name in names()) if key else ()
    return next((p for p in found if key in map(_folded, p.outlets)), None)


def _folded(outlet: str) -> str:
    text = unicodedata.normalize("NFKC", outlet).casefold()
    return "".join(c for c in text if c.isalnum()).removeprefix("www")


@cache
def _bundled(name: str) -> Profile:
    return _read(_folder() / f"{name}{SUFFIX}")


def _folder() -> Path:
    return resource("aligner.terms.profiles", "houses")


def _read(path: Path) -> Profile:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(
            f"{path}: cannot read the profile ({error.strerror}); give a name or a TOML file"
        ) from None
    if len(data) > _LARGEST:
        raise FormatError(f"{path}: {len(data)} bytes; expected a profile of at most {_LARGEST}")
    try:
        table = tomllib.loads(data.decode("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise FormatError(f"{path}: not valid TOML: {' '.join(str(error).split())}") from None
    return _profile(table, str(path))


def _profile(table: dict[str, Any], where: str) -> Profile:
    entries.refuse_unknown(table, _KEYS, where)
    checks = entries.table(table, "checks", where)
    entries.refuse_unknown(checks, ("skip",), f"{where}: checks")
    return Profile(
        name=entries.text(table, "name", where),
        description=entries.text(table, "description", where),
        outlets=entries.texts(table, "outlets", where),
        sources=entries.texts(table, "sources", where),
        rulings=entries.rulings(entries.table(table, "concepts", where), where),
        skip=entries.check_names(entries.texts(checks, "skip", f"{where}: checks"), f"{where}: checks: skip"),
        severities=entries.severities(entries.table(table, "severity", where), f"{where}: severity"),
    )
