"""Other shapes in which a text may print a term: plural, spelling, and the order with "of".

Only shapes that cannot change the meaning; everything else belongs into the term base as a variant of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

_IZE = re.compile(r"\b(\w{3,})i([sz])(e[ds]?|ing|ations?)\b", re.IGNORECASE)
_SIBILANT = ("s", "x", "z", "ch", "sh")


def shapes(text: str, lang: str) -> tuple[str, ...]:
    """The term itself, then its other shapes, without repeats."""
    found = dict.fromkeys((text,))
    for rule in _RULES.get(lang.split("-", maxsplit=1)[0].lower(), ()):
        found |= dict.fromkeys(shape for known in tuple(found) for shape in rule(known))
    return tuple(found)


def _english_of(text: str) -> Iterator[str]:
    """ "one-China policy" -> "policy of one China": only a hyphenated attribute before one noun."""
    attribute, _, noun = text.rpartition(" ")
    if "-" in attribute and " " not in attribute:
        yield f"{noun} of {attribute}"


def _english_number(text: str) -> Iterator[str]:
    """The other number of the last word; of the first in "... of ..." """
    head, of, rest = text.partition(" of ")
    before, space, word = head.rpartition(" ")
    if not word.isalpha() or not word.isascii() or word.isupper():
        return
    for other in _other_number(word, alone=not (before or of)):
        yield f"{before}{space}{other}{of}{rest}"


def _other_number(word: str, alone: bool) -> Iterator[str]:
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


def _english_ize(text: str) -> Iterator[str]:
    """ "denuclearization" and "denuclearisation"."""
    match = _IZE.search(text)
    if match:
        other = "s" if match[2] == "z" else "z"
        yield text[: match.start(2)] + other + text[match.end(2) :]


_RULES: dict[str, tuple[Callable[[str], Iterator[str]], ...]] = {
    "en": (_english_of, _english_number, _english_ize),
    "und": (_english_number,),
}
