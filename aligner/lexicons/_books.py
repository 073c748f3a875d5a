"""Which dictionaries there are for a pair of languages: those that are installed and those that the user names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Protocol

from aligner.errors import FormatError, InputError
from aligner.lexicons import _dictd, _wordlists
from aligner.lexicons._headwords import Headwords
from aligner.plugins import resource

_INSTALLED = re.compile(r"(?:freedict-)?([a-z]{2,3})-([a-z]{2,3})\.index")
_NAMED = re.compile(r"(?:^|[^a-z])([a-z]{2,3})[-_]([a-z]{2,3})\.[a-z.]+$")


class Book(Protocol):
    """A dictionary of one direction."""

    @property
    def headwords(self) -> Headwords:
        """Its headwords of one word, folded."""
        ...

    def translations(self, headword: str) -> list[str]:
        """The translations of a headword, best first."""
        ...


@dataclass(frozen=True, slots=True)
class Volume:
    """A dictionary file and its languages (BCP 47 primary subtags); None where its name does not tell them."""

    path: Path
    languages: tuple[str, str] | None

    def serves(self, language: str, other: str) -> bool:
        """Whether words of `language` may be looked up for renderings in `other`."""
        return self.languages in (None, (language, other))

    def open(self) -> Book:
        """The dictionary itself. Raises InputError."""
        reader = _dictd.read if self.path.name.endswith(_dictd.SUFFIXES) else _wordlists.read
        return reader(self.path)


def installed(folders: Sequence[Path]) -> tuple[Volume, ...]:
    """The dictionaries in the folders, by name; of two with one name the first counts."""
    found: dict[str, Volume] = {}
    for folder in folders:
        for path in sorted(folder.glob("*.index")) if folder.is_dir() else ():
            if match := _INSTALLED.fullmatch(path.name):
                found.setdefault(path.name, Volume(path, _languages(*match.groups())))
    return tuple(found.values())


def named(files: Sequence[Path]) -> tuple[Volume, ...]:
    """The dictionaries that the user names, `deu-fra` at the end of a name saying the languages.

    Raises InputError for a file that is not there, FormatError for a suffix that is not known.
    """
    return tuple(_volumes(files))


def _volumes(files: Sequence[Path]) -> Iterator[Volume]:
    for path in files:
        if not path.is_file():
            raise InputError(f"{path}: no such dictionary; check the path")
        if not path.name.lower().endswith((*_dictd.SUFFIXES, *_wordlists.SUFFIXES)):
            known = ", ".join((*_dictd.SUFFIXES, *_wordlists.SUFFIXES))
            raise FormatError(f"{path}: no dictionary format {path.suffix!r}; use {known}")
        match = _NAMED.search(path.name)
        yield Volume(path, _languages(*match.groups()) if match else None)


def _languages(first: str, second: str) -> tuple[str, str]:
    return _codes().get(first, first), _codes().get(second, second)


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    lines = resource("aligner.lexicons", "_iso639.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.partition("\t") for line in lines if not line.startswith("#"))
    return {code: tag for code, _, tag in rows}
