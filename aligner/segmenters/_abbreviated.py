"""Full stops of abbreviations and initials."""

from __future__ import annotations

import re

from aligner.segmenters._place import Place

INITIALS = re.compile(r"(?:[^\W\d_][.-])*[^\W\d_]\Z")
FULL = 4
"""Words that a sentence ending in a time of day has at least: "At 7 p.m. Kim left" goes on."""


def abbreviations(place: Place) -> bool | None:
    """Whether a sentence ends behind an abbreviation, or None where the word is none that we know."""
    rules, word = place.conventions, place.word
    if not place.stop.period or not word:
        return None
    if place.stop.quotation is not None and place.next_word in rules.starters:
        return True
    if word in rules.never_end or word.lower() in rules.never_end:
        return False
    if word in rules.plain_words:
        return True
    if word in rules.clock:
        return _after_clock(place)
    if word in rules.before_name and word not in rules.may_end:
        return False
    if word in rules.may_end or word in rules.months:
        return place.next_word in rules.starters
    if len(word) <= 2 and word.islower() and place.word_before[-1:].isdigit():
        return place.next_word in rules.starters or None  # a unit: 8481 m.
    return None


def initials(place: Place) -> bool | None:
    """Whether a sentence ends behind single letters: not in "J. R. Smith", but in "Plan B. The next"."""
    rules = place.conventions
    if not place.stop.period or not INITIALS.match(place.word) or not place.word[:1].isupper():
        return None
    before = place.word_before
    if len(place.word) == 1 and before.lower() in rules.lettered:
        return True
    if place.next_word not in rules.starters:
        return False
    return before[:1].islower() or place.next_word not in rules.starters_too_names


def _after_clock(place: Place) -> bool:
    follower = place.next_word
    if follower in place.conventions.after_clock or follower.split(".")[0] in place.conventions.after_clock:
        return False
    return place.words_so_far > FULL or follower in place.conventions.starters
