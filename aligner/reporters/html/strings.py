"""The words of the interface, read from strings.toml: the only place that holds any."""

from __future__ import annotations

import datetime
import functools
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aligner.plugins import resource


@dataclass(frozen=True, slots=True)
class Strings:
    """The interface's sentences by dotted key ("first.show"), filled in by name."""

    table: Mapping[str, Any]

    def __call__(self, key: str, **values: object) -> str:
        """The sentence of a key, chosen by `n` where it has `one` and `other`. Raises KeyError."""
        entry: Any = self.table
        for part in key.split("."):
            entry = entry[part]
        if isinstance(entry, Mapping):
            entry = entry["one" if values["n"] == 1 else "other"]
        return str(entry).format(**values)

    def named(self, section: str, key: str, default: str) -> str:
        """The plain name of something that a plug-in or a document brings along, `default` where there is none."""
        entry = self.table[section].get(key, default)
        return str(entry)

    def section(self, name: str) -> Mapping[str, Any]:
        """A whole section, as the script and lists need it."""
        section: Mapping[str, Any] = self.table[name]
        return section

    def language(self, tag: str) -> str:
        """The name of a language: that of the whole tag, else that of its primary subtag."""
        names = self.table["languages"]
        known = names.get(tag) or names.get(tag.partition("-")[0])
        return str(known or self("names.unknown_language", tag=tag))

    def date(self, day: datetime.date) -> str:
        """A date as the reader writes it."""
        month = self("names.months").split()[day.month - 1]
        return self("names.date", day=day.day, month=month, year=day.year)


@functools.cache
def english() -> Strings:
    """The English interface."""
    path = resource("aligner.reporters.html", "strings.toml")
    return Strings(tomllib.loads(path.read_text(encoding="utf-8")))
