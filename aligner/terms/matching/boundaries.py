"""Whether a stretch of a text is a word of its own, by the script of its ends."""

from __future__ import annotations

import unicodedata

from aligner.terms.matching.keys import Keyed
from aligner.text.korean import strip_endings
from aligner.text.script import Script, script_of

_SHORT = 2
"""Korean stems up to this length are looked at with the whole word around them: longer ones are rarely a part of
another word, shorter ones often are."""
_SPREAD = 4
"""Characters of the shortest term that may be written with spaces which the term base does not have."""
_LONGEST_RUN = 12
"""Syllables read after a short stem: no chain of particles is longer."""
_LONGEST_CLITIC = 4
"""Letters that a language may write before a word without a space, at most."""


class _Kinds(dict[str, Script]):
    """Character -> the script by which words end: Hiragana marks none, like Chinese characters."""

    def __missing__(self, char: str) -> Script:
        kind = script_of(char)
        self[char] = kind = Script.HAN if kind == Script.KANA and char < "\u30a0" else kind
        return kind


KINDS = _Kinds()


def bounded(key: Keyed, start: int, stop: int, own: Keyed, clitics: frozenset[str] = frozenset()) -> bool:
    """Whether key.text[start:stop] stands in word boundaries; `own` is the key form of the term itself.

    Letters of spaced scripts and Katakana need a boundary at both ends, Chinese characters none. A Korean stem may
    be followed by particles, and a long one may be part of a compound. `clitics` are what a language writes before
    a word without a space (Arabic "wa-").
    """
    long = stop - start > _SHORT and KINDS[key.text[start]] is Script.HANGUL
    if not (long or (opens(key, start, clitics) and closes(key, start, stop))):
        return False
    return not key.gaps or key.gaps.find(1, start + 1, stop) < 0 or _together(key, start, stop, own)


def opens(key: Keyed, start: int, clitics: frozenset[str] = frozenset()) -> bool:
    """Whether a word may begin at key.text[start]."""
    if not start:
        return True
    kind = KINDS[key.text[start]]
    if kind is Script.HAN or kind is Script.OTHER or KINDS[key.text[start - 1]] is not kind or key.gap(start):
        return True
    return bool(clitics) and kind is Script.SPACED and _before(key, start) in clitics


def closes(key: Keyed, start: int, stop: int) -> bool:
    """Whether the word that began at key.text[start] or after it may end before key.text[stop]; Korean particles
    and endings may follow."""
    text = key.text
    if stop >= len(text):
        return True
    kind = KINDS[text[stop - 1]]
    if kind is Script.HAN:
        return True
    if kind is Script.OTHER:
        return unicodedata.category(text[stop])[0] != "M"
    if KINDS[text[stop]] is not kind or key.gap(stop):
        return True
    return kind is Script.HANGUL and _only_endings(key, start, stop)


def _together(key: Keyed, start: int, stop: int, own: Keyed) -> bool:
    """Whether a term of few characters is written in one piece, and a longer one that is not at least begins a
    word; quotation marks in a term of several words are nothing."""
    if " " in own.text:
        return True
    spread = any(key.gap(i) and not own.gap(i - start) for i in range(start + 1, stop))
    return not spread or (stop - start >= _SPREAD and opens(key, start))


def _only_endings(key: Keyed, start: int, stop: int) -> bool:
    """Whether nothing but particles and endings follows up to the end of the Korean word."""
    end = stop
    while end < len(key.text) and end - stop < _LONGEST_RUN and KINDS[key.text[end]] is Script.HANGUL:
        if key.gap(end):
            break
        end += 1
    first = max(start, stop - _LONGEST_RUN)
    return strip_endings(key.text[first:end]) == key.text[first:stop]


def _before(key: Keyed, start: int) -> str:
    """The letters right before key.text[start], up to one more than a clitic may have."""
    first = start
    while first and start - first <= _LONGEST_CLITIC and KINDS[key.text[first - 1]] is Script.SPACED:
        first -= 1
    return key.text[first:start]
