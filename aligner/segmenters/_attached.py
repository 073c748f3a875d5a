"""Stops with no white space behind them: boundaries in sloppy web text, but not in "3.5", "U.S." or "Node.js"."""

from __future__ import annotations

import re

from aligner.segmenters._abbreviated import INITIALS
from aligner.segmenters._numbering import LABEL
from aligner.segmenters._place import HAN_OR_KANA, SYLLABLE, Place

PLAIN_WORD = re.compile(r"[^\W\d_]{3,}\Z")
NEXT_SENTENCE = re.compile(r"(?:[A-Z][a-z'’]*|I)(?![\w.@/:=])")


def attached(place: Place) -> bool | None:
    """Whether a sentence ends at a stop that something touches; None where white space follows."""
    if not place.attached or place.stop.wide:
        return None
    following = place.unmarked[:1]
    if HAN_OR_KANA.match(following):
        return _before_chinese(place)
    if SYLLABLE.match(following):
        return _before_korean(place)
    if following.isdigit():
        return _native(place) and not place.previous.isdigit()
    return _before_letter(place) if following.isalpha() else False


def _native(place: Place) -> bool:
    """Whether Chinese, Japanese or a Korean closing syllable stands before the stop."""
    return bool(HAN_OR_KANA.match(place.previous)) or place.previous in tuple(place.conventions.last_syllables)


def _before_chinese(place: Place) -> bool:
    if place.stop.trailing:
        return False
    if place.stop.closed or HAN_OR_KANA.match(place.previous) or place.stop.asking:
        return True
    rules = place.conventions
    if place.word in rules.before_name | rules.before_number | rules.never_end:
        return False
    return not LABEL.match(place.word) and not INITIALS.match(place.word)


def _before_korean(place: Place) -> bool:
    return place.previous in tuple(place.conventions.last_syllables) and place.rest[:1] != "("


def _before_letter(place: Place) -> bool:
    rules = place.conventions
    if _native(place):
        return True
    if not NEXT_SENTENCE.match(place.unmarked):
        return False
    if place.stop.closed or place.stop.trailing:
        return place.next_word in rules.starters or place.stop.quotation is not None
    last = place.word.rpartition(".")[2]
    if PLAIN_WORD.match(last) and last.islower() and last == place.word:
        return True
    return place.next_word in rules.starters and bool(
        PLAIN_WORD.search(place.head[-8:]) or place.previous.isdigit()
    )
