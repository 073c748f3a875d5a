"""Where a sentence might end: runs of stops with what closes behind them, and breaks of the paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from aligner.segmenters._conventions import Conventions
from aligner.segmenters._pairs import Pair

NARROW = ".!?…⋯．"
ASKING = frozenset("!?！？‼⁇⁈⁉؟‽")
STRAY_CLOSERS = frozenset("'’\"”」』»)）")
NOTE = re.compile(r"\[\d{1,3}\]|[¹²³⁴-⁹]{1,3}")
ITEM = re.compile(
    r"(?:\d{1,3}[.)．、]|[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z가-힣])[)）]|[①-⑳]|[-*•·▪●■□○◆◇])(?=\s|[^\d\s.)-])"
)
ASIDE = 40
"""Code points of a remark in brackets that touches a full stop ("했다.(사진=푸른항)") and goes with it."""
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where a sentence might end.

    `start` is the offset of the first stop, `end` that behind the last, `stop` that behind the closing marks
    (`closed` are the pairs that they close, innermost first). `marks` are the stops; none for a paragraph break.
    """

    start: int
    end: int
    stop: int
    marks: str
    wide: bool = False
    closed: tuple[Pair, ...] = ()

    @property
    def asking(self) -> bool:
        """Whether a question or exclamation mark is among the stops."""
        return not ASKING.isdisjoint(self.marks)

    @property
    def period(self) -> bool:
        """Whether it is a single full stop, which may as well mark an abbreviation."""
        return self.marks in (".", "．")

    @property
    def trailing(self) -> bool:
        """Whether the words trail off: nothing but an ellipsis."""
        return not self.wide and not self.asking and not self.period and self.marks != ""

    @property
    def quotation(self) -> Pair | None:
        """The outermost quotation that closes here."""
        return next((pair for pair in reversed(self.closed) if pair.quote), None)


def stops(text: str, pairs: tuple[Pair, ...], conventions: Conventions) -> tuple[Stop, ...]:
    """All places in `text` where a sentence might end, ascending by `stop`."""
    ending = {pair.close: pair for pair in pairs}
    asides = {pair.open: pair.close + 1 for pair in pairs if not pair.quote and pair.close - pair.open <= ASIDE}
    marks = re.escape(conventions.wide_stops + NARROW)
    wide = frozenset(conventions.wide_stops)
    found = list(_breaks(text))
    for run in re.finditer(rf"\.(?: \.)+|[{marks}]+", text):
        stop, closed = _behind(text, run, ending, asides)
        full_width = not wide.isdisjoint(run.group())
        found.append(Stop(run.start(), run.end(), stop, run.group(), full_width, closed))
    return tuple(sorted(found, key=lambda stop: (stop.stop, stop.start)))


def _behind(
    text: str, run: re.Match[str], ending: dict[int, Pair], asides: dict[int, int]
) -> tuple[int, tuple[Pair, ...]]:
    """Where the closing marks, notes and asides behind the stops end, and the pairs that are closed there."""
    place = run.end()
    closed: list[Pair] = []
    while place < len(text):
        behind_space = place + 1 if text[place].isspace() else place
        aside = asides.get(place, len(text)) if run.group() == "." else len(text)
        if behind_space in ending:
            closed.append(ending[behind_space])
            place = behind_space + 1
        elif text[place] in STRAY_CLOSERS and not text[place + 1 : place + 2].isalnum():
            place += 1
        elif text[aside : aside + 1].isspace():
            place = aside
        elif note := NOTE.match(text, place):
            place = note.end()
        else:
            break
    return place, tuple(closed)


def _breaks(text: str) -> Iterator[Stop]:
    for run in SPACE.finditer(text):
        space = run.group()
        lines = max(space.count("\n"), space.count("\r")) + 2 * space.count("\u2029")
        if lines > 1 or (lines == 1 and ITEM.match(text, run.end())):
            yield Stop(run.start(), run.start(), run.start(), "")
