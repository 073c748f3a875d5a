"""Web and e-mail addresses: stops inside them end no sentence."""

from __future__ import annotations

import re

from aligner.model import Span

ASCII_RUN = re.compile(r"[!-~]+")
BARE_DOMAIN = re.compile(
    r"(?:[\w-]{1,63}\.){1,6}(?:com|org|net|gov|edu|mil|int|info|io|eu|cn|kr|jp|tw|hk|sg|uk|de|fr|hu|ru|us|tv|news|html?|php|pdf)"
    r"(?![A-Za-z0-9])(?:/[!-~]*)?",
    re.ASCII,
)
OUTSIDE = "\"'()[]{}<>.,;:!?"


def addresses(text: str) -> tuple[Span, ...]:
    """Spans of the addresses in `text`, ascending, without the punctuation around them.

    Runs of printable ASCII with "://", "www." or "@" are taken whole from there; others where they hold a domain
    name with a usual ending ("example.org/page"). Chinese text that touches an address is no part of it.
    """
    found: list[Span] = []
    for run in ASCII_RUN.finditer(text):
        found.extend(_inside(run.group(), run.start()))
    return tuple(found)


def _inside(run: str, offset: int) -> list[Span]:
    scheme = run.find("://")
    if scheme >= 0:
        start = scheme
        while start and run[start - 1].isalpha():
            start -= 1
        return [_trimmed(run, start, len(run), offset)]
    start = run.find("www.")
    if start >= 0 or "@" in run:
        return [_trimmed(run, max(start, 0), len(run), offset)]
    if "." not in run:
        return []
    return [_trimmed(run, m.start(), m.end(), offset) for m in BARE_DOMAIN.finditer(run)]


def _trimmed(run: str, start: int, stop: int, offset: int) -> Span:
    while start < stop and run[start] in OUTSIDE:
        start += 1
    while stop > start and run[stop - 1] in OUTSIDE:
        stop -= 1
    return Span(offset + start, offset + stop)
