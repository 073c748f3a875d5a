"""Dictionaries in the dictd format: an .index of headwords with base64 places, and the .dict(.dz) they lead into.

Format: dictd(8), section on databases; .dz is gzip. The headwords of one word are read, and an entry is taken apart
only when it is looked up.
"""

from __future__ import annotations

import gzip
import re
import zlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from aligner.errors import FormatError, InputError
from aligner.lexicons import _glosses
from aligner.lexicons._headwords import Headwords, folded

LARGEST_INDEX, LARGEST_TEXT, LARGEST_ENTRY = 64 * 2**20, 256 * 2**20, 2**16
"""Bytes of an index, of an unpacked dictionary and of an entry that are read; FreeDict's are smaller."""

LONGEST_NUMBER = 9
"""Digits of a place or a size that count."""

SUFFIXES = (".index", ".dict", ".dict.dz")

_DIGITS = {c: i for i, c in enumerate("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")}
_SINGLE = re.compile(r"^(?!00-?database)([^\s\d]+)\t([^\t\n]*)\t([^\t\n]*)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Dictd:
    """A dictionary: its headwords, folded, with the places of their entries as written, and the bytes of all."""

    name: str
    headwords: Headwords
    places: tuple[tuple[str, str], ...]
    text: bytes

    def translations(self, headword: str) -> list[str]:
        """The translations of a folded headword, entry by entry. Raises FormatError for a place that is none."""
        found = []
        for row in self.headwords.rows(headword):
            start, length = (self._number(digits, headword) for digits in self.places[row])
            if start + length > len(self.text):
                raise FormatError(
                    f"{self.name}: the entry of {headword[:40]!r} lies past the end of the dictionary; "
                    "the .index and the .dict belong to different editions"
                )
            entry = self.text[start : start + min(length, LARGEST_ENTRY)].decode("utf-8", errors="replace")
            found += _glosses.translations(entry)
        return found

    def _number(self, digits: str, headword: str) -> int:
        value = 0
        for digit in digits[:LONGEST_NUMBER]:
            if digit not in _DIGITS:
                raise FormatError(f"{self.name}: {headword[:40]!r}: {digits[:20]!r} is no place in base64")
            value = value * 64 + _DIGITS[digit]
        return value


def read(path: Path) -> Dictd:
    """The dictionary that `path` (.index, .dict or .dict.dz) belongs to. Raises InputError or FormatError."""
    suffix = next(s for s in SUFFIXES if path.name.endswith(s))
    stem = path.name.removesuffix(suffix)
    index = path.with_name(f"{stem}.index")
    texts = [p for p in (path.with_name(f"{stem}.dict.dz"), path.with_name(f"{stem}.dict")) if p.is_file()]
    if not texts:
        raise InputError(f"{path}: no {stem}.dict.dz or {stem}.dict in its folder; give the whole dictionary")
    try:
        return _read(index, texts[0], index.stat().st_mtime_ns, texts[0].stat().st_mtime_ns)
    except OSError as error:
        raise InputError(f"{index}: cannot be read: {error.strerror}; check the path") from None


@lru_cache(maxsize=4)
def _read(index: Path, text: Path, *changed: int) -> Dictd:
    rows = _SINGLE.findall(_index(index))
    headwords, order = Headwords.sorted(folded("\n".join(word for word, _, _ in rows)).split("\n"))
    return Dictd(str(index), headwords, tuple(rows[i][1:] for i in order), _unpacked(text))


def _index(path: Path) -> str:
    if path.stat().st_size > LARGEST_INDEX:
        raise InputError(f"{path}: more than the {LARGEST_INDEX:,} bytes allowed; use a smaller dictionary")
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise FormatError(f"{path}: byte {error.start} is not UTF-8; convert the dictionary to UTF-8") from None
    if text.count("\t") != 2 * text.count("\n"):
        for number, line in enumerate(text.split("\n")[:-1], 1):
            if line.count("\t") != 2:
                raise FormatError(f"{path}: line {number}: expected headword, place and size with tabs between")
    return text


def _unpacked(path: Path) -> bytes:
    try:
        with gzip.open(path) if path.suffix == ".dz" else path.open("rb") as file:
            data = file.read(LARGEST_TEXT + 1)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise FormatError(f"{path}: not a whole gzip file ({error}); fetch it again") from None
    if len(data) > LARGEST_TEXT:
        raise InputError(f"{path}: more than the {LARGEST_TEXT:,} bytes allowed; use a smaller dictionary")
    return data
