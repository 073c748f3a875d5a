"""A work on disk: a folder whose work.toml names a base, its versions, their languages, outlets and terms.

title = "..."
terms = ["terms.tsv"]        # optional

[base]
file = "base.zh.txt"         # relative to the folder
lang = "zh-Hans"             # optional, like outlet and date
outlet = "Example Daily"
date = 2026-03-14
profile = "house.toml"       # optional: a house profile's file, or the name of a bundled one

[[versions]]
file = "version.en.txt"
gold = "gold/en.ladder"      # optional: an alignment by hand, for `aligner eval`
"""

from __future__ import annotations

import datetime
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aligner.errors import FormatError, InputError

MANIFEST = "work.toml"


@dataclass(frozen=True, slots=True)
class Text:
    """One text of a work: its file and what the manifest says of it."""

    path: Path
    lang: str | None = None
    outlet: str | None = None
    date: datetime.date | None = None
    gold: Path | None = None
    profile: str | Path | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """A base with its versions, as the manifest lists them."""

    title: str
    base: Text
    versions: tuple[Text, ...]
    terms: tuple[Path, ...]


def load(folder: Path) -> Work:
    """Read the manifest of a work.

    Raises InputError where there is none, FormatError where it is no TOML, lacks an entry, has an unknown one or
    names a path outside its folder.
    """
    path = folder / MANIFEST
    if not path.is_file():
        raise InputError(f"{folder}: no {MANIFEST} in this folder; name a base and its versions instead")
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FormatError(f"{path}: not valid TOML: {error}") from error
    known = {"title", "licence", "description", "terms", "base", "versions"}
    _refuse_unknown(path, data, known)
    if not isinstance(data.get("base"), dict) or not data.get("versions"):
        raise FormatError(f"{path}: expected a [base] table and at least one [[versions]]")
    terms = data.get("terms", [])
    if not isinstance(terms, list):
        raise FormatError(f"{path}: terms: expected a list of files")
    return Work(
        title=str(data.get("title", folder.name)),
        base=_text(path, data["base"], "base"),
        versions=tuple(_text(path, v, "versions") for v in data["versions"]),
        terms=tuple(_inside(path, t, "terms") for t in terms),
    )


def _text(manifest: Path, entry: Any, where: str) -> Text:
    if not isinstance(entry, dict) or "file" not in entry:
        raise FormatError(f'{manifest}: {where}: expected a table with at least file = "..."')
    _refuse_unknown(manifest, entry, {"file", "lang", "outlet", "date", "gold", "profile"})
    for name in ("lang", "outlet", "profile"):
        if not isinstance(entry.get(name, ""), str):
            raise FormatError(f"{manifest}: {where}: {name}: expected text in quotes, found {entry[name]!r}")
    date = entry.get("date")
    profile = entry.get("profile")
    if date is not None and not isinstance(date, datetime.date):
        raise FormatError(f"{manifest}: {where}: date: expected a date such as 2026-03-14, found {date!r}")
    return Text(
        path=_inside(manifest, entry["file"], where),
        lang=entry.get("lang"),
        outlet=entry.get("outlet"),
        date=date,
        gold=_inside(manifest, entry["gold"], where) if "gold" in entry else None,
        profile=_inside(manifest, profile, where) if profile and profile.endswith(".toml") else profile,
    )


def _inside(manifest: Path, name: Any, where: str) -> Path:
    """A manifest may come from a stranger: it must not reach files outside its own folder."""
    folder = manifest.parent.resolve()
    target = (folder / str(name)).resolve()
    if not isinstance(name, str) or not target.is_relative_to(folder):
        raise FormatError(f"{manifest}: {where}: {name!r} is not a file inside the work's folder")
    return manifest.parent / name


def _refuse_unknown(manifest: Path, entry: dict[str, Any], known: set[str]) -> None:
    unknown = sorted(set(entry) - known)
    if unknown:
        raise FormatError(f"{manifest}: unknown entry {unknown[0]!r}; known: {', '.join(sorted(known))}")
