"""What stands right before a term and makes it another word: "non-state visit", 副总理, 비회원국.

The prefixes of a language are in data/words.toml. Some turn a name into another (`turns`); after others it is still
named, but not as a word of its own (`shifts`: "post-Cold War").
"""

from __future__ import annotations

from functools import cache

from aligner.terms.matching.boundaries import KINDS
from aligner.terms.matching.keys import Keyed, keyed
from aligner.terms.matching.words import Words
from aligner.text.script import Script

_LONGEST = 20
"""Letters of the longest prefix, and one more."""
_PARTING = " —"
"""What a key may have between a prefix and a word."""
_HYPHENS = frozenset("-‐‑﹣－")
_HEADLINE = 5
"""Capitals after a prefix in capitals that make it one: in "UN-US talks" the first is no prefix."""


def turned(key: Keyed, start: int, words: Words) -> bool:
    """Whether a prefix before key.text[start] makes another word of what begins there."""
    return _has(key, start, _prefixes(words).turns, words) if start and words.turns else False


def shifted(key: Keyed, start: int, words: Words) -> bool:
    """Whether a prefix of any kind stands before key.text[start]: no word of its own begins there."""
    return _has(key, start, _prefixes(words).both, words) if start and words.turns else False


class _Prefixes:
    """The prefixes of a language in key form; those with a hyphen at the end need one."""

    def __init__(self, words: Words) -> None:
        self.turns = frozenset(_key(p, words) for p in words.turns)
        self.both = self.turns | {_key(p, words) for p in words.shifts}


@cache
def _prefixes(words: Words) -> _Prefixes:
    return _Prefixes(words)


def _key(prefix: str, words: Words) -> str:
    plain = prefix.removesuffix("-")
    return keyed(plain, words.language).text + prefix[len(plain) :]


def _has(key: Keyed, start: int, prefixes: frozenset[str], words: Words) -> bool:
    kind = KINDS[key.text[start]]
    if kind is Script.SPACED:
        return key.text[start - 1] in _PARTING and _word(key, start, prefixes)
    hyphen = key.text[start - 1] == " " and start > 1 and key.original(start - 1, start) in _HYPHENS
    first = start - 1 - hyphen
    before = key.text[first]
    if before not in prefixes or KINDS[before] is not kind or (key.gap(start) and not _hyphened(key, start)):
        return False
    if kind is Script.HANGUL:
        return not first or KINDS[key.text[first - 1]] is not kind or key.gap(first)
    return not any(key.text.endswith(word, 0, start) for word in words.apart)


def _word(key: Keyed, start: int, prefixes: frozenset[str]) -> bool:
    """Whether the word before key.text[start] is a prefix, with a hyphen where it needs one."""
    text = key.text
    stop = start
    while stop and text[stop - 1] in _PARTING and start - stop < len(" — "):
        stop -= 1
    first = stop
    while first and stop - first < _LONGEST and text[first - 1].isalpha():
        first -= 1
    word = text[first:stop]
    if word not in prefixes and f"{word}-" not in prefixes:
        return False
    between = key.original(stop, start).strip()
    if between not in _HYPHENS if between else word not in prefixes:
        return False
    after = key.cased[start : start + _HEADLINE]
    return not (key.cased[first:stop].isupper() and len(word) > 1) or (after.isupper() and after.isalpha())


def _hyphened(key: Keyed, start: int) -> bool:
    """Whether no more than a hyphen was dropped before key.text[start]."""
    between = key.source[key.span(start - 1, start).stop : key.span(start, start + 1).start]
    return between in _HYPHENS
