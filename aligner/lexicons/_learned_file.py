"""The file of a learned table: gzip'd text, one pair of words a line, with a header line.

    #aligner-table <TAB> 1 <TAB> ko <TAB> en <TAB> 1234
    정부 <TAB> govern <TAB> 0.61 <TAB> 0.48

The header holds the version of the format, the two languages (primary subtags) and how many paired segments taught
the table; a line a word of either language as the tokeniser writes it in lower case, p(second|first) and
p(first|second), so that one file serves both directions. Text, because a table may come from a stranger: nothing in
it can run, anyone can read it (`zcat TABLE`), and every line is checked. Sorted, with four decimals, it packs to
about seven bytes a pair.
"""

from __future__ import annotations

import gzip
import itertools
import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from aligner.errors import FormatError, InputError

MAGIC, FORMAT = "#aligner-table", "1"

LARGEST, MOST = 64 * 2**20, 1_000_000
"""Bytes of an unpacked table that are read, and pairs of words that it may hold."""

LONGEST = 80
"""Characters of a word that a table holds."""

_HEADER = re.compile(rf"{MAGIC}\t(\d{{1,3}})\t([a-z]{{2,8}})\t([a-z]{{2,8}})\t(\d{{1,12}})")
_WORD, _SHARE = rf"([^\x00-\x1f]{{1,{LONGEST}}})", r"(0|1|0\.\d{1,6})"
_LINE = re.compile(rf"{_WORD}\t{_WORD}\t{_SHARE}\t{_SHARE}")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word of the first language, one of the second, p(second|first) and p(first|second)."""

    first: str
    second: str
    there: float
    back: float


@dataclass(frozen=True, slots=True)
class LearnedTable:
    """What was learned of two languages from `segments` paired segments."""

    languages: tuple[str, str]
    segments: int
    entries: tuple[Entry, ...]

    def packed(self) -> bytes:
        """The bytes of the file; the same table gives the same bytes."""
        head = "\t".join((MAGIC, FORMAT, *self.languages, str(self.segments)))
        rows = (f"{e.first}\t{e.second}\t{round(e.there, 4):g}\t{round(e.back, 4):g}" for e in self.entries)
        return gzip.compress("\n".join((head, *rows, "")).encode("utf-8"), mtime=0)


def read(path: Path) -> LearnedTable:
    """The table in a file. Raises InputError where it cannot be read, FormatError where it is no such table."""
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}; check the path") from None


@lru_cache(maxsize=4)
def _read(path: Path, changed: int) -> LearnedTable:
    lines = iter(_unpacked(path).split("\n"))
    header = _HEADER.fullmatch(next(lines))
    if header is None:
        raise FormatError(f"{path}: is no learned table; write one with: aligner learn")
    if header[1] != FORMAT:
        raise FormatError(f"{path}: a table of format {header[1]}, expected {FORMAT}; write it anew: aligner learn")
    entries = tuple(itertools.islice(_entries(lines, path), MOST + 1))
    if len(entries) > MOST:
        raise InputError(f"{path}: more than the {MOST:,} pairs of words allowed; learn a smaller table")
    return LearnedTable((header[2], header[3]), int(header[4]), entries)


def _entries(lines: Iterable[str], path: Path) -> Iterator[Entry]:
    for number, line in enumerate(lines, 2):
        match = _LINE.fullmatch(line)
        if match:
            yield Entry(match[1], match[2], float(match[3]), float(match[4]))
        elif line:
            raise FormatError(f"{path}: line {number}: {line[:40]!r}: expected two words and two shares of 0 to 1")


def _unpacked(path: Path) -> str:
    try:
        with gzip.open(path) as file:
            data = file.read(LARGEST + 1)
        text = data.decode("utf-8")
    except (gzip.BadGzipFile, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise FormatError(f"{path}: is no whole learned table ({error}); write one with: aligner learn") from None
    if len(data) > LARGEST:
        raise InputError(f"{path}: unpacks to more than the {LARGEST:,} bytes allowed; learn a smaller table")
    return text
