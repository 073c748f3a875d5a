"""Where words are not a writer's own: addresses of the net, and the titles of works."""

from __future__ import annotations

import re
from collections.abc import Iterator

from aligner.model import Span
from aligner.terms.matching.words import words_of

_SIGNS = (
    "://",
    "www.",
    "WWW.",
    "@",
    ".com",
    ".org",
    ".net",
    ".gov",
    ".edu",
    ".co.",
    ".cn",
    ".kr",
    ".jp",
    ".tw",
    ".hk",
)
_NET = "A-Za-z0-9._~%+-"
_ADDRESS = re.compile(
    r"(?:(?:https?|ftp)://|www\.)[!-'*-;=?-~]+"
    rf"|(?<![{_NET}])[{_NET}]{{1,64}}@[A-Za-z0-9.-]{{1,255}}"
    r"|(?<![A-Za-z0-9.-])(?:[A-Za-z0-9-]{1,63}\.){1,4}(?:com|org|net|gov|edu|cn|kr|jp|tw|hk)(?:/[!-'*-;=?-~]*)?"
    r"(?![A-Za-z0-9-])",
    re.IGNORECASE | re.ASCII,
)
"""Addresses with a scheme or "www", mail addresses, and bare names of the domains that news on Asia prints most."""
_TITLE = re.compile(r"《([^《》\n]{1,120})》|〈([^〈〉\n]{1,120})〉")
_QUOTED = re.compile(r"[“\"«„]([^“”\"«»„\n]{8,160})[”\"»“]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_LEAST, _SMALL = 3, 3
"""Words of the shortest title in quotation marks, and letters of words that a title may print small."""


def addresses(text: str) -> list[Span]:
    """The stretches that are addresses of the net or of mail, in order."""
    if not any(sign in text for sign in _SIGNS):
        return []
    return [Span(m.start(), m.end()) for m in _ADDRESS.finditer(text)]


def titles(text: str, lang: str) -> list[Span]:
    """What stands inside the marks of titles, the outermost ones only; in order.

    Book marks always make a title, quotation marks where all words but small ones begin with a capital; a language
    may have marks of its own (data/words.toml).
    """
    found = [m.span(m.lastindex or 0) for m in _TITLE.finditer(text)] if "《" in text or "〈" in text else []
    for marks in words_of(lang).titles:
        opening, closing = marks[0], marks[1]
        if opening in text:
            inner = re.compile(
                rf"{re.escape(opening)}([^{re.escape(opening + closing)}\n]{{1,80}}){re.escape(closing)}"
            )
            found += [m.span(1) for m in inner.finditer(text)]
    found += [m.span(1) for m in _QUOTED.finditer(text) if _capitalised(m[1])]
    return list(_outermost(sorted(found, key=lambda s: (s[0], -s[1]))))


def fills(match: Span, title: Span, text: str) -> bool:
    """Whether a term is all that stands in a title."""
    rest = text[title.start : match.start] + text[match.stop : title.stop]
    return not any(c.isalnum() for c in rest)


def _capitalised(quoted: str) -> bool:
    words = _WORD.findall(quoted)
    return (
        len(words) >= _LEAST
        and any(c.isupper() for c in quoted)
        and all(w[0].isupper() or w[0].isdigit() or len(w) <= _SMALL for w in words)
        and sum(w[0].isupper() for w in words) >= 2
        and words[0][0].isupper()
    )


def _outermost(found: list[tuple[int, int]]) -> Iterator[Span]:
    end = -1
    for start, stop in found:
        if start >= end:
            yield Span(start, stop)
            end = stop
