"""The translations in an entry of a dictionary, best first.

FreeDict writes the headword line, then either one line of translations or numbered senses ("1. banc, banque"); all
other lines define or explain in the language of the headword. Indented numbers count definitions, not translations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

LONGEST_LINE, MOST_WORDS = 2000, 6
"""Characters of a line that are read; words of a translation, a longer one being an explanation."""

_SENSE = re.compile(r"^\d{1,3}\.\s+(\S.*)$")
_NEXT_DEFINITION = re.compile(r"\s\d{1,3}\.$")
_REMARK = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]|<[^<>]{0,200}>|\{[^{}]{0,200}\}|/[^/]{0,200}/")
_BETWEEN = re.compile(r"[,;|]")
_WORD = re.compile(r"[^\W\d_]+")


def translations(entry: str) -> list[str]:
    """The translations of a dictd entry whose first line is the headword."""
    lines = [line[:LONGEST_LINE] for line in entry.split("\n")[1:] if line.strip()]
    senses = [m.group(1) for m in map(_SENSE.match, lines) if m]
    return [t for line in senses or lines[:1] for t in split(_NEXT_DEFINITION.sub("", line.rstrip()))]


def split(line: str) -> list[str]:
    """The translations in one line, between commas, semicolons and bars; remarks in brackets are passed over."""
    return [t for t in (part.strip() for part in _BETWEEN.split(_REMARK.sub(" ", line[:LONGEST_LINE]))) if t]


def words(translations: Iterable[str]) -> Iterator[list[str]]:
    """The words of each translation in lower case, where it is not an explanation."""
    for translation in translations:
        found = [w.lower() for w in _WORD.findall(translation)]
        if found and len(found) <= MOST_WORDS:
            yield found
