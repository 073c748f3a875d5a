"""What one text says where another text of its language has a known term: found by the words that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.model import Span
from aligner.terms.discovery.frames import is_content
from aligner.terms.discovery.units import Unit, is_new, units
from aligner.terms.discovery.words import Words, words_of
from aligner.terms.matching import TermMatch
from aligner.text.diff import Change, changes

LONGEST_TEXT = 5_000
"""Characters of passages that are compared word by word: longer ones are no sentences."""

MOST_UNITS = 6
"""Units of the longest wording that stands for a term (characters count half)."""


@dataclass(frozen=True, slots=True)
class Replaced:
    """A wording of the second text in the place of a term of the first; `shares` a content word with the term."""

    span: Span
    key: tuple[str, ...]
    match: TermMatch
    shares: bool


def replaced(
    first: str, second: str, language: str, terms: Sequence[TermMatch], listed: Sequence[TermMatch]
) -> Iterator[Replaced]:
    """The wordings of `second` where `first`, of the same language, has `terms`; `listed` are terms of `second`.

    Only a replacement that is clean counts: what differs is the term, or a part of it, and nothing beside it.
    """
    if not terms or max(len(first), len(second)) > LONGEST_TEXT:
        return
    found = changes(first, second)
    for match in terms if found else ():
        span = _counterpart(match.span, found or ())
        if span is None or any(m.span.overlaps(span) for m in listed):
            continue
        words = words_of(language)
        before, after = units(match.span.of(first), language), units(span.of(second), language)
        if _worth(before, after, words):
            start, stop = span.start + after[0].start, span.start + after[-1].stop
            own = {u.key for u in before if is_content(u, words)}
            yield Replaced(Span(start, stop), tuple(u.key for u in after), match, any(u.key in own for u in after))


def _counterpart(span: Span, found: Sequence[Change]) -> Span | None:
    """Where the second text has what stands at `span` in the first; None unless just that, or less, differs."""
    inside = [c for c in found if c.first.start < span.stop and c.first.stop > span.start]
    if not inside or any(not c.first.within(span) or not len(c.second) for c in inside):
        return None
    first, last = inside[0], inside[-1]
    start = first.second.start - (first.first.start - span.start)
    stop = last.second.stop + (span.stop - last.first.stop)
    return Span(start, stop) if 0 <= start < stop else None


def _worth(before: Sequence[Unit], after: Sequence[Unit], words: Words) -> bool:
    """Whether a wording may be a term: it opens and closes with content, and not all of it is the term's own."""
    if not after or any(u.apart for u in after[1:]) or sum(0.5 if u.han else 1 for u in after) > MOST_UNITS:
        return False
    opens = after[0].key not in words.function or after[0].key in words.numbers
    if not opens or not is_content(after[-1], words) or not any(u.key for u in after):
        return False
    if any(c.isdigit() for u in after for c in u.key):
        return False
    return is_new([u.key for u in after if is_content(u, words)], [u.key for u in before])
