"""Full stops behind figures: list numbers, dates and abbreviations of numbers end no sentence."""

from __future__ import annotations

import re

from aligner.segmenters._place import HAN_OR_KANA, Place

LABEL = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[A-Za-z]|[ivxIVX]{1,5}|[가나다라마바사아자차카타파하])\Z")
DOTTED = re.compile(r"(?<!\d)\d{1,4}\s?\.\s?\d{1,2}\Z")
ORDINAL = re.compile(r"(?:\d{1,3}|[IVX]{2,6})\Z")
NUMERAL = re.compile(r"[(#]?(?:\d|[IVXLC]+\b)")
ENUMERATING = "：:；;，,、（("


def labels(place: Place) -> bool | None:
    """No end behind the number of a list's item: "1. Growth", "2.就业" behind a colon or semicolon."""
    if not place.stop.period or place.stop.closed or not LABEL.match(place.word):
        return None
    if place.opens_sentence:
        return False
    before = place.head[: len(place.head) - len(place.word)].rstrip()
    chinese = HAN_OR_KANA.match(place.rest) is not None
    return False if chinese and place.attached and before[-1:] in tuple(ENUMERATING) else None


def dates(place: Place) -> bool | None:
    """No end inside dates written with full stops (2026. 1. 3., 3. 5. 2026)."""
    if not place.stop.period or place.stop.closed or not place.previous.isdigit():
        return None
    figure = re.match(r"\d{1,4}(?![\d,%])", place.rest)
    if figure and (place.conventions.dotted_dates or place.rest[figure.end() : figure.end() + 1] == "."):
        return False
    if place.conventions.dotted_dates and DOTTED.search(place.head[-16:]):
        return False
    return None


def ordinals(place: Place) -> bool | None:
    """No end behind an ordinal (3. Mai, II. János Pál) unless a word follows that begins sentences."""
    if not place.conventions.ordinals or not place.stop.period or not ORDINAL.match(place.word):
        return None
    return place.next_word in place.conventions.starters


def before_number(place: Place) -> bool | None:
    """No end between "No." or "Jan." and its number; other words behind "No." begin a sentence."""
    rules = place.conventions
    if not place.stop.period or place.word not in rules.before_number | rules.months:
        return None
    if NUMERAL.match(place.rest):
        return False
    if place.word == "No" and place.next_word[:1].isupper():
        return True
    return None
