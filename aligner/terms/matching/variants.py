"""Other shapes in which a text may print a term: plural, spelling, hyphens, and the order with "of".

Only shapes that cannot change the meaning; everything else belongs into the term base as a variant of its own.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from typing import Any

from aligner.model.language import primary
from aligner.plugins import resource

MOST = 48
"""Shapes of a term at most; the ones by the first rules are kept."""
_IZE = re.compile(r"\b(\w{3,})i([sz])(e[ds]?|ing|ations?|ationals?)\b", re.IGNORECASE)
_SIBILANT = ("s", "x", "z", "ch", "sh")
_HYPHENED = re.compile(r"(?<![\w-])([A-Za-z]{2,})-([a-z]{2,})(?![\w-])")
_CODE = re.compile(r"(?<!\w)([A-Z]{1,4})([ -]?)(\d{1,4})(?!\w)")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"})


@lru_cache(maxsize=50_000)
def shapes(text: str, lang: str) -> tuple[str, ...]:
    """The term itself, then its other shapes, without repeats."""
    found = dict.fromkeys((text,))
    for rule in (_codes, _commas, *_RULES.get(primary(lang), ())):
        found |= dict.fromkeys(shape for known in tuple(found) for shape in rule(known))
        if len(found) > MOST:
            break
    return tuple(found)[:MOST]


def _codes(text: str) -> Iterator[str]:
    """ "G20", "G-20", "G 20"."""
    match = _CODE.search(text)
    if match:
        for between in {"", "-"} - {match[2]}:
            yield f"{text[: match.end(1)]}{between}{text[match.start(3) :]}"


def _commas(text: str) -> Iterator[str]:
    """ "one country, two systems" without its comma."""
    for comma in (", ", "，", "、"):
        if comma in text:
            yield text.replace(comma, " " if comma == ", " else "")


def _german_umlauts(text: str) -> Iterator[str]:
    """ "Abrüstung" and "Abruestung"."""
    if text.translate(_UMLAUTS) != text:
        yield text.translate(_UMLAUTS)


def _english_of(text: str) -> Iterator[str]:
    """ "one-China policy" -> "policy of one China": only a hyphenated attribute before one noun."""
    attribute, _, noun = text.rpartition(" ")
    if "-" in attribute and " " not in attribute:
        yield f"{noun} of {attribute}"


def _english_and(text: str) -> Iterator[str]:
    """ "peace and stability" and "peace & stability"."""
    for one, other in ((" and ", " & "), (" & ", " and ")):
        if one in text:
            yield text.replace(one, other)


def _english_hyphen(text: str) -> Iterator[str]:
    """ "policy-maker" and "policymaker", "co-operation" and "cooperation"."""
    match = _HYPHENED.search(text)
    if match:
        yield text[: match.end(1)] + text[match.start(2) :]
        return
    word = _prefixed().search(text)
    if word and not word[0].isupper():
        yield f"{text[: word.end(1)]}-{text[word.end(1) :]}"


def _english_spelling(text: str) -> Iterator[str]:
    """ "labour" and "labor", "programme" and "program": all words at once."""
    if _spelled().search(text):
        for british in (True, False):
            spelled = _spelled().sub(partial(_respelled, british=british), text)
            if spelled != text:
                yield spelled


def _respelled(match: re.Match[str], *, british: bool) -> str:
    """The beginning of a word in one of its two spellings."""
    found = match[0].lower()
    for one, other in _data()["begins"]:
        if found in (one, other):
            made: str = one if british else other
            return (
                made.upper()
                if match[0].isupper()
                else made[0].upper() + made[1:]
                if match[0][0].isupper()
                else made
            )
    return match[0]


def _english_number(text: str) -> Iterator[str]:
    """The other number of the last word; of the first in "... of ..." """
    head, of, rest = text.partition(" of ")
    before, space, word = head.rpartition(" ")
    if not word.isalpha() or not word.isascii():
        return
    for other in _acronyms(word) if word.isupper() else _other_number(word, alone=not (before or of)):
        yield f"{before}{space}{other}{of}{rest}"


def _acronyms(word: str) -> Iterator[str]:
    if len(word) > 1 and not word.endswith("S"):
        yield word + "s"


def _other_number(word: str, alone: bool) -> Iterator[str]:
    lower = word.lower()
    for one, other in _data()["plurals"]:
        if lower in (one, other):
            made = other if lower == one else one
            yield word[0] + made[1:] if word[0].lower() == made[0] else made
            return
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        yield word[:-1] + "ies"
    elif word.endswith(_SIBILANT) and not word.endswith("s"):
        yield word + "es"
    elif not word.endswith("s"):
        yield word + "s"
    elif word.endswith("ies"):
        yield word[:-3] + "y"
    elif not word.endswith(("ss", "us", "is", "ses", "xes", "ches", "shes")) and len(word) > (4 if alone else 3):
        yield word[:-1]
    elif word.endswith(("sses", "xes", "ches", "shes")):
        yield word[:-2]
    elif word.endswith("ss"):
        yield word + "es"


def _english_ize(text: str) -> Iterator[str]:
    """ "denuclearization" and "denuclearisation"."""
    match = _IZE.search(text)
    if match:
        other = "s" if match[2] == "z" else "z"
        yield text[: match.start(2)] + other + text[match.end(2) :]


_RULES: dict[str, tuple[Callable[[str], Iterator[str]], ...]] = {
    "en": (_english_of, _english_number, _english_ize, _english_spelling, _english_hyphen, _english_and),
    "de": (_german_umlauts,),
    "und": (_english_number,),
}


@cache
def _spelled() -> re.Pattern[str]:
    """What words with two spellings begin with, the longer spellings first."""
    begins = sorted((w for pair in _data()["begins"] for w in pair), key=lambda w: (-len(w), w))
    return re.compile(rf"(?<![A-Za-z])(?:{'|'.join(begins)})", re.IGNORECASE)


@cache
def _prefixed() -> re.Pattern[str]:
    """A word that begins with a prefix and has four letters more."""
    prefixes = sorted(_data()["prefixes"], key=lambda w: (-len(w), w))
    return re.compile(rf"(?<![A-Za-z-])({'|'.join(prefixes)})[a-z]{{4,}}", re.IGNORECASE)


@cache
def _data() -> dict[str, Any]:
    path = resource("aligner.terms.matching", "data", "english.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
