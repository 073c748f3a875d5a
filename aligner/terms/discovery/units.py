"""The units in which wordings are compared: stems of words, single Chinese characters.

Korean words lose their particles, and those of four and six syllables fall into pairs of syllables: most compounds
are of Chinese words of two, and they are spaced freely.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from aligner.terms.discovery.words import words_of
from aligner.terms.matching.keys import keyed
from aligner.text.script import HAN, HANGUL, KANA
from aligner.text.stems import stem

_UNIT = re.compile(
    rf"(?P<han>[{HAN}])|(?P<kana>[{KANA}]+)|(?P<hangul>[{HANGUL}]+)"
    rf"|(?P<word>[^\W_{HAN}{KANA}{HANGUL}]+(?:['’][^\W_{HAN}{KANA}{HANGUL}]+)*)"
)
_POSSESSIVE = re.compile(r"['’]s?$")
_PASSES = frozenset(" \u00a0\u3000\"'“”‘’「」『』《》-‐‑")
_PAIRED = (4, 6)
LONGEST = 40
"""Letters of the longest word; a longer run of letters is none, and a unit of its own kind."""

RELATED, ENDING = 4, 3
"""Letters that two stems of one word share at least, and letters of the longest ending in which they differ."""


class Unit(NamedTuple):
    """One unit of a text: its form for comparing, where it stands, and whether it is a Chinese character.

    `apart` says that more than spaces, hyphens and quotation marks stands between it and the unit before, `ended`
    that a Korean particle or ending goes after it.
    """

    key: str
    start: int
    stop: int
    han: bool
    apart: bool
    ended: bool = False


def units(text: str, language: str) -> list[Unit]:
    """The units of a text in a language (primary subtag); linear in the text.

    A word of more than `LONGEST` letters has an empty key, which is equal to nothing that is looked for.
    """
    passed_over = words_of(language).passed_over
    found: list[Unit] = []
    end = 0
    for match in _UNIT.finditer(text):
        between = text[end : match.start()] if match.start() - end <= LONGEST else "."
        apart = not _PASSES.issuperset(between)
        end = match.end()
        if match.lastgroup == "han":
            key = _character(match[0], language)
            if key not in passed_over:
                found.append(Unit(key, match.start(), end, True, apart))
        elif match.lastgroup == "hangul":
            found += _korean(match[0], match.start(), apart)
        else:
            found.append(_word(match[0], match.start(), apart, language))
    return found


@lru_cache(maxsize=30_000)
def _character(character: str, language: str) -> str:
    """A Chinese character as terms are compared: simplified, where the language is Chinese."""
    return keyed(character, language).text


def _word(word: str, start: int, apart: bool, language: str) -> Unit:
    key, size = _form(word, language) if len(word) <= LONGEST else ("", len(word))
    return Unit(key, start, start + size, False, apart)


@lru_cache(maxsize=100_000)
def _form(word: str, language: str) -> tuple[str, int]:
    """The stem of a word, and the length of the word without a possessive ending."""
    bare = _POSSESSIVE.sub("", word) or word
    plain = bare.lower()
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return stem(plain, language), len(bare)


def _korean(word: str, start: int, apart: bool) -> Iterator[Unit]:
    if len(word) > LONGEST:
        yield Unit("", start, start + len(word), False, apart)
        return
    bare = stem(word, "ko")
    parts = [bare[i : i + 2] for i in range(0, len(bare), 2)] if len(bare) in _PAIRED else [bare]
    stop = start + len(bare)
    for part in parts:
        ended = len(bare) < len(word) and start + len(part) == stop
        yield Unit(part, start, start + len(part), False, apart, ended)
        start, apart = start + len(part), False


def is_new(wording: Iterable[str], term: Collection[str]) -> bool:
    """Whether a wording has a content word (both as keys) that is no form of any word of a term."""
    return any(not any(_related(key, own) for own in term) for key in wording)


def _related(one: str, other: str) -> bool:
    """Whether two stems are of one word, as "korea" and "korean" are."""
    shared = len(shared_start((one, other)))
    return one == other or (shared >= RELATED and max(len(one), len(other)) - shared <= ENDING)


def shared_start(words: Sequence[str]) -> str:
    """The letters with which all of the words begin."""
    low, high = min(words, default=""), max(words, default="")
    same = next((i for i, (a, b) in enumerate(zip(low, high, strict=False)) if a != b), min(len(low), len(high)))
    return low[:same]
