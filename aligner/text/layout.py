"""Plain text to paragraphs: what separates them differs from file to file, so each file is asked for evidence.

A line counts as full when the first word of the next one would not have fitted: that is how a program wraps. Where
most lines of a narrow file are full, they are joined; everywhere else a line end is a paragraph end.
"""

from __future__ import annotations

import itertools
import re
import unicodedata

_LINE = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
# No newspaper wraps wider; paragraphs on one line are nearly always longer.
_WIDEST = 140


def lines(text: str) -> list[str]:
    """The lines of a text as written, without their ends; a final line end opens no further line."""
    found = _LINE.split(text)
    return found[:-1] if len(found) > 1 and not found[-1] else found


def segments(text: str) -> list[str]:
    """The lines of a text that holds one segment a line, parted at LF, CRLF or CR only, as other tools do."""
    found = re.split("\r\n|\n|\r", text)
    return found[:-1] if not found[-1] else found


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a plain text, stripped, none empty; wrapped lines joined (without space in Chinese)."""
    rows = [line.rstrip() for line in lines(text)]
    width = _wrap_width(rows)
    found: list[str] = []
    above = ""
    for row in rows:
        words = row.strip()
        if words and above and width and not _indented(row) and _full(above, words, width):
            found[-1] = join(found[-1], words)
        elif words:
            found.append(words)
        above = row
    return found


def join(first: str, second: str) -> str:
    """Two pieces of a wrapped paragraph as one; a hyphen or a Chinese character at the seam takes no space."""
    if _spaceless(first[-1:]) and _spaceless(second[:1]):
        return first + second
    hyphen = first.endswith(("-", "–", "—")) and first[-2:-1].isalnum()
    return first + ("" if hyphen else " ") + second


def columns(text: str) -> int:
    """The width of a text on a terminal: two columns for each wide character."""
    if text.isascii():
        return len(text)
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _wrap_width(rows: list[str]) -> int:
    """The width at which the file's lines are wrapped, 0 where they are not."""
    pairs = [(a, b.strip()) for a, b in itertools.pairwise(rows) if a.strip() and b.strip() and not _indented(b)]
    width = max((columns(row) for row in rows), default=0)
    if not pairs or not 20 <= width <= _WIDEST:
        return 0
    full = sum(_full(a, b, width) for a, b in pairs)
    return width if full >= 2 and full >= 0.6 * len(pairs) else 0


def _full(row: str, following: str, width: int) -> bool:
    spaceless = _spaceless(following[:1])
    word = following[:2] if spaceless else following.split(None, 1)[0]
    # Not every program counts alike: allow for a comma that may not open a line and for tabs.
    return columns(row) + columns(word) + (2 if spaceless else 1) > width - 2


def _indented(row: str) -> bool:
    return row[:1] in ("\u3000", "\t") or row.startswith("  ")


def _spaceless(char: str) -> bool:
    """Whether the character belongs to a script that is written without spaces (Han, kana, Thai and neighbours)."""
    return char != "" and (
        "\u3000" <= char <= "\u30ff"
        or "\u3400" <= char <= "\u9fff"
        or "\uff00" <= char <= "\uffef"
        or "\u0e00" <= char <= "\u0eff"
        or char in "“”‘’…—"
    )
