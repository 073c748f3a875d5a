"""Quotation marks and brackets: which closes which."""

from __future__ import annotations

from dataclasses import dataclass

from aligner.segmenters._conventions import Conventions

REACH = 8
"""How many open marks a closing one may close at once; more are taken for slips."""


SAME = frozenset('"＂')
"""Marks that open and close alike."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An opening mark at `open` and its closing mark at `close`, both offsets of one character."""

    open: int
    close: int
    quote: bool


def pairs(text: str, conventions: Conventions) -> tuple[Pair, ...]:
    """The closed pairs of `text`, by their opening mark; marks without a partner are left out.

    A mark that both opens and closes (`"`) closes where one is open. Time grows with the length of the text
    only: a closing mark looks at no more than REACH open ones.
    """
    closers: dict[str, set[str]] = {}
    for pair in (*conventions.quotes, *conventions.brackets):
        closers.setdefault(pair[0], set()).add(pair[1])
    closing = set().union(*closers.values())
    quotes = {pair[0] for pair in conventions.quotes}
    waiting: list[int] = []
    found: list[Pair] = []
    for place, mark in enumerate(text):
        if (mark not in closers and mark not in closing) or _apostrophe(text, place):
            continue
        depth = _partner(text, waiting, mark, closers)
        if depth is not None and mark in SAME and _opens(text, place):
            del waiting[depth]  # the earlier one was never closed
            depth = None
        if depth is not None:
            start = waiting[depth]
            del waiting[depth:]
            found.append(Pair(start, place, text[start] in quotes))
        elif mark in closers:
            waiting.append(place)
    return tuple(sorted(found, key=lambda pair: pair.open))


def _partner(text: str, waiting: list[int], mark: str, closers: dict[str, set[str]]) -> int | None:
    for depth in range(len(waiting) - 1, max(-1, len(waiting) - 1 - REACH), -1):
        if mark in closers[text[waiting[depth]]]:
            return depth
    return None


def _opens(text: str, place: int) -> bool:
    """Whether the spacing says that the mark at `place` opens: white space before it and none behind."""
    return text[place - 1].isspace() and not text[place + 1 : place + 2].isspace() and place + 1 < len(text)


def _apostrophe(text: str, place: int) -> bool:
    """Whether the mark at `place` is an apostrophe inside a word: don’t."""
    inner = 0 < place < len(text) - 1
    return text[place] == "’" and inner and text[place - 1].isalpha() and text[place + 1].isalpha()


def enclosing(found: tuple[Pair, ...], places: list[int]) -> list[tuple[Pair, ...]]:
    """For each of the ascending `places`, the pairs around it, the REACH innermost of them, outermost first.

    A pair is around a place when its closing mark stands at or behind it.
    """
    result: list[tuple[Pair, ...]] = []
    open_pairs: list[Pair] = []
    following = 0
    for place in places:
        while following < len(found) and found[following].open < place:
            while open_pairs and open_pairs[-1].close < found[following].open:
                open_pairs.pop()
            open_pairs.append(found[following])
            following += 1
        while open_pairs and open_pairs[-1].close < place:
            open_pairs.pop()
        result.append(tuple(open_pairs[-REACH:]))
    return result
