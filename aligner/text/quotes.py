"""Quotations of a text: which words stand between quotation marks.

Marks by language and the exceptions follow Unicode CLDR 44 (quotationStart, quotationEnd) and GB/T 15834-2011 for
the title marks 《》〈〉. One pass with a stack: linear on any text.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aligner.model import Span

_PAIRS = {
    "“": "”", "„": "“”", "‟": "”", "«": "»", "‹": "›", "‘": "’", "‚": "‘’", "「": "」", "『": "』",
    "﹁": "﹂", "﹃": "﹄", "〝": "〞〟", "《": "》", "〈": "〉", "＂": "＂",
}  # fmt: skip
_INWARD = {"»": "«", "›": "‹"}  # »so in German and Danish books«
_TITLES = frozenset("《〈")
_CLOSERS = frozenset("".join(_PAIRS.values())) | frozenset(_INWARD)
_SINGLE = frozenset("'’")
_OPEN_BEFORE = frozenset("([{<—–-/:：，、。;；（【…\u3000")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words between quotation marks.

    `span` covers the words, `outer` the marks too. `closed` is false where the other mark stands in another
    sentence; the words then reach to the end (or the start) of the text. `title` says that the marks are those
    of a work's name.
    """

    span: Span
    outer: Span
    closed: bool = True
    title: bool = False


@dataclass(slots=True)
class _Open:
    mark: str
    closers: str
    start: int
    stop: int


def quotations(text: str, language: str) -> tuple[Quotation, ...]:
    """All quotations of `text`, outer ones first, in order. `language` is a primary subtag ("de")."""
    swedish = language in ("sv", "fi")  # ”both marks alike”
    stack: list[_Open] = []
    found: list[Quotation] = []
    for start, stop in _marks(text):
        mark = text[start]
        depth = _closes(text, stack, start, stop)
        if depth is not None:
            opened = stack[depth]
            found.append(_closed(opened, start, stop))
            del stack[depth:]
        elif _opens(text, start, stop, mark, swedish):
            closers = "”" if swedish and mark == "”" else _PAIRS.get(mark) or _INWARD.get(mark) or _alike(mark)
            stack.append(_Open(mark, closers, start, stop))
        elif mark in "”»」』" and not stack and not any(not q.closed for q in found):
            found.append(Quotation(Span(0, start), Span(0, stop), closed=False))
    found.extend(
        Quotation(Span(o.stop, len(text)), Span(o.start, len(text)), closed=False, title=o.mark in _TITLES)
        for o in stack
        if o.mark not in "'’‘" and o.stop < len(text)
    )
    return tuple(sorted(found, key=lambda q: (q.outer.start, -q.outer.stop)))


def _closed(opened: _Open, start: int, stop: int) -> Quotation:
    inner = Span(opened.stop, max(opened.stop, start))
    return Quotation(inner, Span(opened.start, stop), title=opened.mark in _TITLES)


def _marks(text: str) -> Iterator[tuple[int, int]]:
    """Every mark that may open or close; doubled straight marks (from CSV files) are one."""
    at = 0
    while at < len(text):
        char = text[at]
        if char == '"':
            stop = at + 2 if text.startswith('""', at) else at + 1
            yield at, stop
            at = stop
            continue
        if (char in _PAIRS or char in _CLOSERS or char == "'") and not _apostrophe(text, at):
            yield at, at + 1
        at += 1


def _latin(char: str) -> bool:
    return char.isalnum() and char < "\u1100"


def _apostrophe(text: str, at: int) -> bool:
    """Inside a word (it's, l’eau), or before figures ('90s)."""
    if text[at] not in _SINGLE:
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if before and after and _latin(before) and _latin(after):
        return True
    return after.isdecimal() and not _latin(before) and text[at + 2 : at + 3].isdecimal()


def _closes(text: str, stack: list[_Open], start: int, stop: int) -> int | None:
    """The depth of the open mark that this one closes; the innermost three are looked at."""
    mark, after = text[start], text[stop : stop + 1]
    for depth in range(len(stack) - 1, max(-1, len(stack) - 4), -1):
        opened = stack[depth]
        if mark not in opened.closers or (opened.stop == start and mark in "\"'’"):
            continue
        if mark in _SINGLE and (text[start - 1].isspace() or _latin(after)):
            continue
        if mark == '"' and text[start - 1].isspace() and after and not after.isspace() and _latin(after):
            continue  # a second opening mark: the first one was never closed
        return depth
    return None


def _opens(text: str, start: int, stop: int, mark: str, swedish: bool) -> bool:
    before, after = text[start - 1 : start], text[stop : stop + 1]
    if mark in _PAIRS:
        return True
    if mark == "”":
        return swedish and not after.isspace()
    if mark in _INWARD:
        return bool(after) and not after.isspace() and (not before or before.isspace())
    if mark not in "\"'" or not after or after.isspace():
        return False
    return not before or before.isspace() or before in _OPEN_BEFORE or before > "\u1100" or before in "“‘\"'"


def _alike(mark: str) -> str:
    return "'’" if mark == "'" else mark
