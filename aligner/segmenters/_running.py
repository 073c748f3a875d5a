"""What follows a stop decides most: marks that go on, small letters, full-width stops."""

from __future__ import annotations

import re

from aligner.segmenters._place import HAN_OR_KANA, SYLLABLE, Introduction, Place

CAMEL = re.compile(r"[a-z]{1,2}[A-Z]")


def going_on(place: Place) -> bool | None:
    """No end before a comma, a closing mark or a further stop, nor where nothing follows."""
    rest, rules = place.rest, place.conventions
    if rest[:1] in tuple(rules.goes_on):
        return False
    if place.attached and rest[:1] in tuple(rules.wide_stops + ".!?…⋯．"):
        return False
    return None


def names(place: Place) -> bool | None:
    """A name may hold an exclamation mark: "Yahoo! Inc."."""
    if not (place.head[-16:] + place.stop.marks).endswith(place.conventions.names_with_stop):
        return None
    return not place.attached and place.next_word in place.conventions.starters


def trailing(place: Place) -> bool | None:
    """An ellipsis ends a sentence before a capital, or with a quotation that a colon or comma announced."""
    if not place.stop.trailing:
        return None
    if place.stop.quotation is not None and place.introduction is Introduction.MARK:
        return True
    if HAN_OR_KANA.match(place.unmarked):
        return False
    if place.attached:
        return None
    if place.previous in tuple(place.conventions.last_syllables):
        return True
    return place.next_word[:1].isupper() and place.next_word != place.word  # "I... I do not know."


def case(place: Place) -> bool | None:
    """No end before a small letter, where the script has them and the stop is not a full-width one."""
    if place.stop.wide or _caseless(place) or not place.unmarked[:1].islower():
        return None
    return None if CAMEL.match(place.unmarked) else False


def unmistakable(place: Place) -> bool | None:
    """Full-width stops, question and exclamation marks end the sentence.

    So do a full stop set off by a space, and one behind Chinese, Japanese or Korean, which abbreviate without it.
    """
    set_off = place.stop.period and place.previous.isspace() and place.next_word[:1].isalpha()
    return True if place.stop.wide or place.stop.asking or set_off or _caseless(place) else None


def _caseless(place: Place) -> bool:
    """Whether the word before the stop is Chinese, Japanese or Korean: no letter case, no abbreviations."""
    return bool(HAN_OR_KANA.match(place.previous) or SYLLABLE.match(place.previous))
