"""Cuts a text at the edges of everything that is marked in it: findings, and words that differ."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aligner.model import Severity, Span


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding's span in one text."""

    span: Span
    finding: str
    severity: Severity


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text that differs from the other text, or does not."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with the findings that cover it, the gravest first; none for plain text.

    A run without pieces is a place between two characters.
    """

    findings: tuple[str, ...]
    severity: Severity | None
    pieces: tuple[Piece, ...]


def runs(text: str, marks: Sequence[Mark], changed: Iterable[Span] = ()) -> tuple[Run, ...]:
    """The text in runs; the pieces of all runs join to the text.

    Marks may overlap and nest. A mark that reaches past the text is cut to it.
    """
    clipped = [_clip(m, len(text)) for m in marks]
    edges = sorted({0, len(text)} | {e for m in clipped for e in (m.span.start, m.span.stop)})
    spans = sorted(changed)
    carets = {m.span.start for m in clipped if not len(m.span)}
    found = []
    for start, stop in zip([*edges, len(text)], [*edges[1:], len(text), len(text)], strict=False):
        if start in carets:
            carets.discard(start)
            found.append(_run([m for m in clipped if m.span == Span(start, start)], ()))
        if start < stop:
            covering = [m for m in clipped if m.span.start <= start and stop <= m.span.stop]
            found.append(_run(covering, _pieces(text, Span(start, stop), spans)))
    return tuple(found)


def excerpt(text: str, span: Span, room: int) -> tuple[str, Span]:
    """The span with at most `room` characters on either side, cut at spaces, "…" where something is left out."""
    start, stop = max(0, span.start - room), min(len(text), span.stop + room)
    if start:
        space = text.find(" ", start, span.start)
        start = space + 1 if 0 <= space < start + 20 else start
    if stop < len(text):
        space = text.rfind(" ", span.stop, stop)
        stop = space if space > max(0, stop - 20) else stop
    head, tail = "…" if start else "", "…" if stop < len(text) else ""
    shift = len(head) - start
    return head + text[start:stop] + tail, Span(span.start + shift, span.stop + shift)


def _clip(mark: Mark, size: int) -> Mark:
    start, stop = min(mark.span.start, size), min(mark.span.stop, size)
    return Mark(Span(start, stop), mark.finding, mark.severity)


def _run(marks: Iterable[Mark], pieces: tuple[Piece, ...]) -> Run:
    ranked = sorted(marks, key=lambda m: (-m.severity, len(m.span), m.finding))
    names = tuple(dict.fromkeys(m.finding for m in ranked))
    return Run(names, ranked[0].severity if ranked else None, pieces)


def _pieces(text: str, within: Span, changed: Sequence[Span]) -> tuple[Piece, ...]:
    found = []
    place = within.start
    for span in changed:
        start, stop = max(span.start, place), min(span.stop, within.stop)
        if start < stop:
            if place < start:
                found.append(Piece(text[place:start], False))
            found.append(Piece(text[start:stop], True))
            place = stop
    if place < within.stop:
        found.append(Piece(text[place : within.stop], False))
    return tuple(found)
