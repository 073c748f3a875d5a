"""Whether a stretch of a text is a word of its own, by the script of its ends."""

from __future__ import annotations

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


def bounded(key: Keyed, start: int, stop: int, gaps: frozenset[int]) -> bool:
    """Whether key.text[start:stop] stands in word boundaries; `gaps` are those of the term itself.

    Letters of spaced scripts need a boundary at both ends, Chinese characters none. A Korean stem may be followed
    by particles, and a long one may be part of a compound.
    """
    text = key.text
    first, last = script_of(text[start]), script_of(text[stop - 1])
    if first == Script.SPACED and start and script_of(text[start - 1]) == Script.SPACED:
        return False
    if last == Script.SPACED and stop < len(text) and script_of(text[stop]) == Script.SPACED:
        return False
    spread = any(i in key.gaps and i - start not in gaps for i in range(start + 1, stop))
    if spread and (stop - start < _SPREAD or not _opens(key, start)):
        return False
    return first != Script.HANGUL or stop - start > _SHORT or (_opens(key, start) and _closes(key, start, stop))


def _opens(key: Keyed, start: int) -> bool:
    return start == 0 or start in key.gaps or script_of(key.text[start - 1]) != Script.HANGUL


def _closes(key: Keyed, start: int, stop: int) -> bool:
    """Whether nothing but particles and endings follows up to the end of the Korean word."""
    end = stop
    while end < len(key.text) and end - stop < _LONGEST_RUN and end not in key.gaps:
        if script_of(key.text[end]) != Script.HANGUL:
            break
        end += 1
    return end == stop or strip_endings(key.text[start:end]) == key.text[start:stop]
