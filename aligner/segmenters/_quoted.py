"""Ends of sentences at and inside quotations and brackets.

A quotation of several sentences is cut where they end, in every language, and the clause that names the speaker
stays with the piece that it touches: “A。| B。”她说。 and "A. | B," she said.
"""

from __future__ import annotations

import re

from aligner.segmenters._pairs import Pair
from aligner.segmenters._place import HAN_OR_KANA, SYLLABLE, Introduction, Place, introduction

CLAUSE = re.compile(r"([^，。！？；：、…“「『\"\n]{1,40})([，。！？；：、…“「『\"\n]|\Z)")
LONGEST = 400
"""Code points between brackets past which one of the two is taken for a slip."""
SHORT = 12
"""Code points of Chinese, a third of those of an alphabet: so short a cry inside a sentence is not cut."""


def brackets(place: Place) -> bool | None:
    """No end within brackets that stand inside a sentence, nor behind them unless a new sentence clearly begins."""
    if any(_aside(place, pair) for pair in place.inside):
        return False
    if any(_aside(place, pair) for pair in place.stop.closed):
        return not place.attached and place.next_word in place.conventions.starters
    return None


def continued(place: Place) -> bool | None:
    """No end where a particle or a word takes up the quotation: “…다.”고 말했다, “……！”的喊声."""
    if place.stop.quotation is None:
        return None
    rest, rules = place.rest, place.conventions
    if place.stop.closed and place.attached and SYLLABLE.match(rest):
        return False
    if place.next_word in rules.carries_on_words or rest.startswith(rules.carries_on):
        return False
    if rest[:1] in "—–-":
        return False
    if place.introduction is Introduction.NOTHING and rest.startswith(rules.takes_up):
        return False
    return None


def reported(place: Place) -> bool | None:
    """No end between a quotation that opens the sentence and the clause that names its speaker."""
    if place.stop.quotation is None or place.introduction is not Introduction.NOTHING:
        return None
    if HAN_OR_KANA.match(place.rest):
        return False if _chinese_clause(place) else None
    return False if place.stop.asking and _spaced_clause(place) else None


def cries(place: Place) -> bool | None:
    """A question or exclamation quoted in the middle of a sentence does not end it, nor is it cut when short."""
    if place.introduction is not Introduction.WORDS or not (place.stop.asking or place.stop.trailing):
        return None
    if place.stop.quotation is not None:
        return not place.stop.wide and place.next_word in place.conventions.starters
    pair = next((pair for pair in reversed(place.inside) if pair.quote), None)
    if pair is None:
        return None
    limit = SHORT if HAN_OR_KANA.match(place.previous) else 3 * SHORT
    return False if pair.close - pair.open <= limit else None


def _aside(place: Place, pair: Pair) -> bool:
    """Whether `pair` is a bracket that opens behind the beginning of its sentence and is not implausibly long."""
    if pair.quote or pair.open < place.sentence or pair.close - pair.open > LONGEST:
        return False
    return introduction(place.text, pair, place.sentence) is not Introduction.NOTHING


def _chinese_clause(place: Place) -> bool:
    found = CLAUSE.match(place.rest)
    if found is None:
        return False
    clause, mark = found.groups()
    if mark == "，" and place.rest[found.end() : found.end() + 1] not in tuple('“「『"'):
        return False
    return mark in ("", "，", "。", "！", "？") and _names_speaker(clause.rstrip(), place)


def _names_speaker(clause: str, place: Place) -> bool:
    rules = place.conventions
    for tail in ("", *rules.after_reporting):
        bare = clause.removesuffix(tail)
        verb = max((v for v in rules.reporting if bare.endswith(v)), key=len, default="")
        if clause.endswith(tail) and verb:
            return not _denied(bare.removesuffix(verb), place)
    return any(
        0 < len(clause) - at - len(verb) <= 8 for verb in rules.reporting_to if (at := clause.rfind(verb)) >= 0
    )


def _denied(subject: str, place: Place) -> bool:
    return "地" not in subject[-6:] and any(word in subject[-6:] for word in place.conventions.denials)


def _spaced_clause(place: Place) -> bool:
    rules = place.conventions
    words = re.findall(r"[^\s.,;:!?\"“”]+|[.,;:!?\"“”]", place.rest)
    for number, word in enumerate(words[:9]):
        if word in rules.reporting and number:
            behind = words[number + 1] if number + 1 < len(words) else "."
            return behind in '.,;:"“' or behind in rules.after_reporting
        if word in rules.denials or not (word[0].isupper() or word in rules.inside_names or word == ","):
            return False
    return False
