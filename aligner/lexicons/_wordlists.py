"""Word lists that a user names: `word<TAB>translation[;translation]` or the same as CSV, a pair a line, UTF-8."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from aligner.errors import EncodingError, FormatError, InputError
from aligner.lexicons import _glosses
from aligner.lexicons._headwords import Headwords, folded

LARGEST, LONGEST_LINE = 64 * 2**20, 10_000
"""Bytes of a file and characters of a line that are read."""

SUFFIXES = (".tsv", ".csv", ".txt", ".tab")


@dataclass(frozen=True, slots=True)
class WordList:
    """A dictionary: its headwords, folded, and the lines of translations of each."""

    headwords: Headwords
    lines: tuple[str, ...]

    def translations(self, headword: str) -> list[str]:
        """The translations of a folded headword, in the order of the file."""
        return [t for row in self.headwords.rows(headword) for t in _glosses.split(self.lines[row])]


def read(path: Path) -> WordList:
    """The word list in a file; `#` begins a comment line. Raises InputError, EncodingError or FormatError."""
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror}; check the path") from None


@lru_cache(maxsize=4)
def _read(path: Path, changed: int) -> WordList:
    if path.stat().st_size > LARGEST:
        raise InputError(f"{path}: more than the {LARGEST:,} bytes allowed; split the file")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EncodingError(f"{path}: byte {error.start} is not UTF-8; save the list as UTF-8") from None
    pairs = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        pairs.append(_pair(line, "," if path.suffix.lower() == ".csv" else "\t", f"{path}: line {number}"))
    if not pairs:
        raise FormatError(f"{path}: the word list is empty; expected lines of word, tab, translation")
    headwords, order = Headwords.sorted([folded(word) for word, _ in pairs])
    return WordList(headwords, tuple(pairs[i][1] for i in order))


def _pair(line: str, separator: str, place: str) -> tuple[str, str]:
    if len(line) > LONGEST_LINE:
        raise FormatError(f"{place}: {len(line):,} characters; expected one word and its translations")
    try:
        fields = next(csv.reader([line], delimiter=separator)) if separator == "," else line.split(separator)
    except csv.Error as error:
        raise FormatError(f"{place}: not valid CSV: {error}") from None
    fields = [f.strip() for f in fields]
    if len(fields) < 2 or not fields[0] or not fields[1]:
        name = "comma" if separator == "," else "tab"
        raise FormatError(f"{place}: {line[:40]!r}: expected a word, a {name} and its translations")
    return fields[0], fields[1]
