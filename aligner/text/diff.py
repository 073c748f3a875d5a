"""Which words of two texts of one language differ.

Edit operations on tokens (Levenshtein distance over words; over single characters in scripts that do not part
words with spaces). A heavy rewrite shares few words by accident, and marking all of it says nothing: below
`PHRASES` likeness neighbouring changes are joined to whole phrases, below `REWRITTEN` nothing is marked.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from aligner.model import Span

REWRITTEN = 0.5
"""Share of common words under which two texts are no longer compared word by word."""
PHRASES = 0.75
"""Share of common words under which neighbouring changes are shown as one changed phrase."""
BRIDGE = 2
"""How many common words between two changes such a phrase may take in."""

LIMIT = 10**8
"""Product of the two token counts beyond which no comparison is made: some 10,000 words each, .2 s."""

# One ideograph or kana each; else a word with its inner apostrophes, hyphens and decimal signs; else a run of
# spaces; else one sign. Every character belongs to exactly one token, and no part can match in two ways.
_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
    r"|[^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
    r"(?:[-'’.,][^\W\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)*"
    r"|\s+|[^\w\s]"
)
_TYPOGRAPHY = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‐": "-", "‑": "-"})

_STOPS = frozenset(".,;:!?…。，、；：！？")


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of the first text that became a stretch of the second; either may be empty, not both."""

    first: Span
    second: Span


def changes(first: str, second: str) -> tuple[Change, ...] | None:
    """The stretches that differ, in order, or None where the second is a rewrite of the first.

    Spaces, the shape of quotation marks and dashes, and stops and commas alone make no difference. Spans are code
    points.
    """
    left, right = _tokens(first), _tokens(second)
    if not left or not right:
        return None if left or right else ()
    if len(left) * len(right) > LIMIT:
        return None
    operations = _operations([t for t, _ in left], [t for t, _ in right])
    likeness = _likeness(operations, left, right)
    if likeness < REWRITTEN:
        return None
    blocks = [(a, b, c, d) for same, a, b, c, d in operations if not same]
    blocks = _joined(blocks, BRIDGE if likeness < PHRASES else 0)
    blocks = [b for b in blocks if any(t not in _STOPS for t, _ in (*left[b[0] : b[1]], *right[b[2] : b[3]]))]
    return tuple(Change(_cover(left, a, b), _cover(right, c, d)) for a, b, c, d in blocks)


def _tokens(text: str) -> list[tuple[str, Span]]:
    # The table maps character to character, so offsets hold.
    matches = _TOKEN.finditer(text.translate(_TYPOGRAPHY))
    return [(m.group(), Span(m.start(), m.end())) for m in matches if not m.group().isspace()]


def _operations(first: Sequence[str], second: Sequence[str]) -> list[tuple[bool, int, int, int, int]]:
    from rapidfuzz.distance import Levenshtein

    return [
        (code.tag == "equal", code.src_start, code.src_end, code.dest_start, code.dest_end)
        for code in Levenshtein.opcodes(first, second)
    ]


def _likeness(
    operations: Sequence[tuple[bool, int, int, int, int]],
    left: Sequence[tuple[str, Span]],
    right: Sequence[tuple[str, Span]],
) -> float:
    """Common tokens in proportion to all tokens of both texts (Dice), signs left out where there are words."""
    words = [[any(c.isalnum() for c in token) for token, _ in side] for side in (left, right)]
    if not any(words[0]) or not any(words[1]):
        words = [[True] * len(left), [True] * len(right)]
    common = sum(sum(words[0][a:b]) for same, a, b, _, _ in operations if same)
    return 2 * common / (sum(words[0]) + sum(words[1]))


def _joined(blocks: Sequence[tuple[int, int, int, int]], gap: int) -> list[tuple[int, int, int, int]]:
    """The changes, those with at most `gap` common tokens between them made one."""
    found: list[tuple[int, int, int, int]] = []
    for block in blocks:
        if found and block[0] - found[-1][1] <= gap:
            found[-1] = (found[-1][0], block[1], found[-1][2], block[3])
        else:
            found.append(block)
    return found


def _cover(tokens: Sequence[tuple[str, Span]], start: int, stop: int) -> Span:
    """The characters from the first token to the last; an empty span stands behind the token before."""
    if start < stop:
        return Span(tokens[start][1].start, tokens[stop - 1][1].stop)
    place = tokens[start - 1][1].stop if start else 0
    return Span(place, place)
