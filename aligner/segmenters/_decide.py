"""The boundaries of a paragraph: every stop is held against the rules, in their order, then against the engine."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator

from aligner.model import Span
from aligner.segmenters._abbreviated import abbreviations, initials
from aligner.segmenters._addresses import addresses
from aligner.segmenters._attached import attached
from aligner.segmenters._conventions import Conventions, conventions
from aligner.segmenters._numbering import before_number, dates, labels, ordinals
from aligner.segmenters._pairs import Pair, enclosing, pairs
from aligner.segmenters._place import Introduction, Place, introduction, look
from aligner.segmenters._proposals import begins, masked, proposals
from aligner.segmenters._quoted import brackets, continued, cries, reported
from aligner.segmenters._running import case, going_on, names, trailing, unmistakable
from aligner.segmenters._stops import Stop, stops

RULES: tuple[Callable[[Place], bool | None], ...] = (
    going_on,
    brackets,
    names,
    continued,
    reported,
    cries,
    labels,
    dates,
    ordinals,
    before_number,
    trailing,
    attached,
    case,
    unmistakable,
    abbreviations,
    initials,
)
LETTER = re.compile(r"[^\W_]")


def boundaries(text: str, language: str) -> list[int]:
    """Offsets in `text` where a sentence ends and another begins, ascending, the two ends of the text left out."""
    rules = conventions(language)
    closed = pairs(text, rules)
    marks = "".join((*rules.quotes, *rules.brackets))
    hidden = masked(text, marks)
    suggested = proposals(hidden, language)
    cuts = [0]
    breaks = {0}
    letter = _letter(text, 0)
    for stop, inside in _candidates(text, closed, rules):
        place = _place(text, stop, inside, cuts, rules)
        if stop.marks and not _verdict(place, hidden, suggested):
            continue
        if letter < stop.stop:
            cuts.append(stop.stop)
            letter = _letter(text, stop.stop)
        elif cuts[-1] not in breaks:
            cuts[-1] = stop.stop  # a piece without a letter or figure belongs to the sentence before it
        if not stop.marks:
            breaks.add(cuts[-1])
    if letter >= len(text) and cuts[-1] not in breaks:
        cuts.pop()
    return [cut for cut in cuts if cut]


def _candidates(text: str, closed: tuple[Pair, ...], rules: Conventions) -> Iterator[tuple[Stop, tuple[Pair, ...]]]:
    hidden = addresses(text)
    starts = [span.start for span in hidden]
    found = [stop for stop in stops(text, closed, rules) if not _within(stop, hidden, starts)]
    return zip(found, enclosing(closed, [stop.stop for stop in found]), strict=True)


def _within(stop: Stop, hidden: tuple[Span, ...], starts: list[int]) -> bool:
    at = bisect_right(starts, stop.start) - 1
    return at >= 0 and stop.start < hidden[at].stop


def _place(text: str, stop: Stop, inside: tuple[Pair, ...], cuts: list[int], rules: Conventions) -> Place:
    pair = stop.quotation or next((p for p in reversed(inside) if p.quote), None)
    before: Introduction | None = None
    if pair is not None:
        before = introduction(text, pair, cuts[bisect_right(cuts, pair.open) - 1])
    return look(text, stop, cuts[-1], inside, before, rules)


def _verdict(place: Place, hidden: str, suggested: frozenset[int]) -> bool:
    for rule in RULES:
        verdict = rule(place)
        if verdict is not None:
            return verdict
    ends = (place.stop.end, place.stop.stop)  # before and behind closing marks and notes
    return any(begins(hidden, end) in suggested for end in ends)


def _letter(text: str, start: int) -> int:
    found = LETTER.search(text, start)
    return found.start() if found else len(text)
