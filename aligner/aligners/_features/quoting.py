"""Where a text stands inside quotation marks, sentence by sentence, across sentence borders.

Quotations of novels and interviews go on over many sentences, so marks cannot be matched within one. Directed
marks count as Unicode has them unless the text uses them inward (»so«) or low (so“ after „); straight marks and
apostrophes by what stands beside them, and single ones only where speech stands in them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from aligner.aligners._corpus import Floats, Ints

FORGET = 8
"""Sentences without marks after which a quotation that nothing has closed is taken to have ended."""

_OPEN, _CLOSE, _ANGLED, _STRAIGHT, _SINGLE = "“„‟「『﹁﹃〝", "”」』﹂﹄〞〟", "«»‹›", '"＂', "'‘’‚"
_MARK = re.compile(f"[{_OPEN}{_CLOSE}{_ANGLED}{_STRAIGHT}{_SINGLE}]")
_BEFORE, _AFTER = "([-–—", ".,;:!?)]-–—"
OPENS, CLOSES, EITHER = 1, -1, 0


@dataclass(frozen=True, slots=True)
class Quoting:
    """Per sentence, but `state` per border (n + 1)."""

    state: Ints
    """1 where the border lies inside a quotation."""
    opens: Floats
    """Quotations that begin in the sentence."""
    closes: Floats
    """Quotations that end in the sentence."""
    inside: Floats
    """Characters within quotations, white space left out."""
    leads: Ints
    """1 where the sentence begins with an opening mark."""
    ends: Ints
    """1 where it ends with a closing one."""


@dataclass(frozen=True, slots=True)
class _Habits:
    """How a text uses its marks."""

    inward: bool
    low: bool
    single: bool

    @classmethod
    def of(cls, texts: Sequence[str]) -> _Habits:
        starts = [text.strip()[:1] for text in texts]
        angled = [text.find("»") < text.find("«") for text in texts if "«" in text and "»" in text]
        angled += [s == "»" for s in starts if s in ("»", "«")]
        single = sum(s in ("'", "‘") for s in starts)
        double = sum(s != "" and s in '"“„' for s in starts)
        return cls(2 * sum(angled) > len(angled), any("„" in text for text in texts), single > double)

    def marks(self, text: str) -> Iterator[tuple[int, int]]:
        """Place and direction of every mark."""
        for match in _MARK.finditer(text):
            at, char = match.start(), match.group()
            before, after = text[at - 1 : at], text[at + 1 : at + 2]
            if char in _OPEN:
                yield at, CLOSES if self.low and char == "“" else OPENS
            elif char in _CLOSE:
                yield at, CLOSES
            elif char in _ANGLED:
                yield at, OPENS if (char in "«‹") != self.inward else CLOSES
            elif char in _STRAIGHT:
                starts = not before or before.isspace() or before in _BEFORE
                stops = not after or after.isspace() or after in _AFTER
                yield at, EITHER if starts == stops else OPENS if starts else CLOSES
            elif self.single:
                starts = not before or before.isspace() or before in _BEFORE + '"“'
                if char == "‘" or (starts and after and not after.isspace()):
                    yield at, OPENS
                elif before and not before.isalnum() and not after.isalnum():
                    yield at, CLOSES


def quoting(texts: Sequence[str]) -> Quoting:
    """The quotations of a text's sentences."""
    habits, n = _Habits.of(texts), len(texts)
    state, leads, ends = (np.zeros(n + extra, dtype=np.int64) for extra in (1, 0, 0))
    opens, closes, inside = np.zeros(n), np.zeros(n), np.zeros(n)
    held, since = False, 0
    for i, sentence in enumerate(texts):
        text = sentence.strip()
        marks = [*habits.marks(text)]
        since = since + 1 if held and not marks else 0
        held = held and since < FORGET
        last = 0
        for at, direction in marks:
            if held:
                inside[i] += _letters(text[last:at])
            opening = direction == OPENS or (direction == EITHER and not held)
            if opening:
                opens[i] += 1
                leads[i] |= at <= 1
            elif held:
                closes[i] += 1
                ends[i] |= at >= len(text) - 2
            held, last = opening, at + 1
        if held:
            inside[i] += _letters(text[last:])
        state[i + 1] = held
    return Quoting(state, opens, closes, inside, leads, ends)


def _letters(text: str) -> int:
    return len("".join(text.split()))
