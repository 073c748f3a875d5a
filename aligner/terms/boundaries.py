"""Whether a stretch of a text is a word of its own, by the script of its ends."""

from __future__ import annotations

from aligner.terms.keys import Keyed
from aligner.terms.scripts import HANGUL, SPACED, script
from aligner.text.korean import strip_endings

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
    first, last = script(text[start]), script(text[stop - 1])
    if first == SPACED and start and script(text[start - 1]) == SPACED:
        return False
    if last == SPACED and stop < len(text) and script(text[stop]) == SPACED:
        return False
    spread = any(i in key.gaps and i - start not in gaps for i in range(start + 1, stop))
    if spread and (stop - start < _SPREAD or not _opens(key, start)):
        return False
    return first != HANGUL or stop - start > _SHORT or (_opens(key, start) and _closes(key, start, stop))


def _opens(key: Keyed, start: int) -> bool:
    return start == 0 or start in key.gaps or script(key.text[start - 1]) != HANGUL


def _closes(key: Keyed, start: int, stop: int) -> bool:
    """Whether nothing but particles and endings follows up to the end of the Korean word."""
    end = stop
    while end < len(key.text) and end - stop < _LONGEST_RUN and end not in key.gaps:
        if script(key.text[end]) != HANGUL:
            break
        end += 1
    return end == stop or strip_endings(key.text[start:end]) == key.text[start:stop]
