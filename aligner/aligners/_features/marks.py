"""Punctuation: what segments end and begin with, marks that both sides share, quotations. No language is named."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from aligner.aligners._candidates import Candidates
from aligner.aligners._corpus import Floats, Ints
from aligner.aligners._features.frame import Column, Frame, over, running
from aligner.aligners._features.quoting import Quoting, quoting

ENDS = ".?!…:;,-"
"""Classes of what a segment ends with; the class after the last: none of them."""

STARTS = ("lower", "upper", "digit", "opening", "dash", "letter", "other")
"""Classes of what a segment begins with; "letter": of a script without capitals."""

COUNTED = "?!:;…-(%,"
FINAL = 4
"""The first FINAL classes of ENDS end a sentence."""

_ALIKE = {"。": ".", "｡": ".", "।": ".", "؟": "?", "՞": "?", "、": ",", "､": ",", "،": ",", "؛": ";", "⋯": "…"}


@dataclass(frozen=True, slots=True)
class Marks:
    """One text, one entry a segment."""

    end: Ints
    start: Ints
    quotes: Quoting
    counts: Floats
    """Running sums of the marks COUNTED: (n + 1) x COUNTED."""
    inner: Floats
    """Running sums over borders of what stands before and after each: (n + 2) x INNER."""
    opened: Floats
    """Running sums of what `quotes` has a sentence, as those that follow."""
    closed: Floats
    quoted: Floats


INNER = [
    *(f"inner end {mark}" for mark in (*ENDS, "none")),
    *(f"inner start {kind}" for kind in STARTS),
    "inner quoted",
    "inner quote closes",
    "inner quote closes, goes on",
]


def plain(char: str) -> str:
    """A punctuation mark in the form that scripts share."""
    if char not in "…⋯":
        char = unicodedata.normalize("NFKC", char)[:1] or char
    return "-" if unicodedata.category(char) == "Pd" else _ALIKE.get(char, char)


def marks(texts: Sequence[str]) -> Marks:
    """The punctuation of a text's segments."""
    alike = {ord(c): plain(c) for c in set().union(*texts) if not c.isalnum()}
    rows = [_row(text.strip(), alike) for text in texts]
    end, start = (np.array([row[k] for row in rows], dtype=np.int64) for k in range(2))
    counts = running(np.array([row[2] for row in rows], dtype=np.float64).reshape(len(rows), len(COUNTED)))
    quotes = quoting(texts)
    sums = (running(x) for x in (quotes.opens, quotes.closes, quotes.inside))
    return Marks(end, start, quotes, counts, _inner(end, start, quotes), *sums)


def _inner(end: Ints, start: Ints, quotes: Quoting) -> Floats:
    n, ends = len(end), len(ENDS) + 1
    hot = np.zeros((n + 1, len(INNER)))
    if n > 1:
        rows = np.arange(1, n)
        hot[rows, end[:-1]] = 1
        hot[rows, ends + start[1:]] = 1
        hot[rows, -3] = quotes.state[1:-1]
        hot[rows, -2] = quotes.ends[:-1]
        hot[rows, -1] = quotes.ends[:-1] * (start[1:] != STARTS.index("opening"))
    return running(hot)


def _row(text: str, alike: dict[int, str]) -> tuple[int, int, list[int]]:
    shown = text.translate(alike)
    tail = len(shown)
    while tail and (shown[tail - 1] in "\"' " or unicodedata.category(shown[tail - 1]) in ("Pf", "Pe", "Pi")):
        tail -= 1
    end = ENDS.find(shown[tail - 1]) if tail else -1
    if shown[max(0, tail - 3) : tail] == "...":
        end = ENDS.find("…")
    return end if end >= 0 else len(ENDS), STARTS.index(_begins(text[:1])), [shown.count(c) for c in COUNTED]


def _begins(char: str) -> str:
    kind = unicodedata.category(char) if char else "Cn"
    if kind in ("Pi", "Ps") or (char and char in "\"'"):
        return "opening"
    if kind == "Pd":
        return "dash"
    if kind[0] == "L":
        return {"Ll": "lower", "Lu": "upper"}.get(kind, "letter")
    return "digit" if kind[0] == "N" else "other"


def features(frame: Frame, beads: Candidates, ours: Marks, theirs: Marks) -> Iterator[Column]:
    """Names and values."""
    (a, b), i, j = beads.sizes, beads.base, beads.version
    paired, n, m = (a > 0) & (b > 0), len(ours.end), len(theirs.end)
    end = ours.end[np.maximum(i + a - 1, 0)], theirs.end[np.maximum(j + b - 1, 0)]
    start = ours.start[np.minimum(i, n - 1)], theirs.start[np.minimum(j, m - 1)]
    final = end[0] < FINAL, end[1] < FINAL
    yield "end equal", paired * (end[0] == end[1])
    yield "end final, one", paired * (final[0] ^ final[1])
    yield "end final, neither", paired * ~(final[0] | final[1])
    null = (b == 0), (a == 0)
    for group, names, (x, y) in (("end", [*ENDS, "none"], end), ("start", STARTS, start)):
        for k, name in enumerate(names):
            yield f"{group} {name}, both", paired * ((x == k) & (y == k))
            yield f"{group} {name}, one", paired * ((x == k) ^ (y == k))
            yield f"null {group} {name}", (null[0] & (x == k)) | (null[1] & (y == k))
    left, right = over(ours.counts, i, a), over(theirs.counts, j, b)
    for k, name in enumerate(COUNTED):
        yield f"marks {name}, shared", np.minimum(np.minimum(left[:, k], right[:, k]), 4)
        yield f"marks {name}, apart", np.minimum(abs(left[:, k] - right[:, k]), 4) * paired
    within = over(ours.inner, i + 1, np.maximum(a - 1, 0)) + over(theirs.inner, j + 1, np.maximum(b - 1, 0))
    for k, name in enumerate(INNER):
        yield name, within[:, k]
    yield from _quoted(frame, ours, theirs, beads)


def _quoted(frame: Frame, mine: Marks, other: Marks, beads: Candidates) -> Iterator[Column]:
    """Whether both sides stand inside a quotation at the same borders, and quote equally much."""
    (a, b), i, j, ours, theirs = beads.sizes, beads.base, beads.version, mine.quotes, other.quotes
    paired, n, m = (a > 0) & (b > 0), len(ours.leads), len(theirs.leads)
    used = sorted((float(mine.opened[-1]) + 1, float(other.opened[-1]) + 1))
    trust = used[0] / used[1] * (used[0] > 3)
    x, y = ours.leads[np.minimum(i, n - 1)], theirs.leads[np.minimum(j, m - 1)]
    yield "quote opens, both", paired * (x & y)
    yield "quote opens, one", paired * (x ^ y)
    yield "null quote opens", (b == 0) * x + (a == 0) * y
    yield "null quoted", (b == 0) * ours.state[i] + (a == 0) * theirs.state[j]
    x, y = ours.ends[np.maximum(i + a - 1, 0)], theirs.ends[np.maximum(j + b - 1, 0)]
    yield "quote closes, both", paired * (x & y)
    yield "quote closes, one", paired * (x ^ y)
    before, after = ours.state[i] ^ theirs.state[j], ours.state[i + a] ^ theirs.state[j + b]
    yield "quote state before", trust * before
    yield "quote state after", trust * after
    yield "quote state both", trust * (before & after)
    yield "quote state before, paired", trust * before * paired
    yield "quote state after, paired", trust * after * paired
    for name, left, right in (("opened", mine.opened, other.opened), ("closed", mine.closed, other.closed)):
        p, q = over(left, i, a), over(right, j, b)
        yield f"quotes {name}, shared", np.minimum(np.minimum(p, q), 3)
        yield f"quotes {name}, apart", trust * np.minimum(abs(p - q), 3) * paired
    ratio, variance = frame.lengths.ratio, frame.lengths.variance
    s, t = over(mine.quoted, i, a) * ratio, over(other.quoted, j, b)
    u, v = over(frame.runs[0], i, a) * ratio - s, over(frame.runs[1], j, b) - t
    for name, (p, q) in (("quoted", (s, t)), ("narrated", (u, v))):
        yield f"{name} length", trust * paired * np.minimum(abs(p - q) / np.sqrt(variance * (p + q) / 2 + 9), 6)
        yield f"{name} on one side", trust * paired * ((p > 4) ^ (q > 4))
    yield "quoted share", trust * paired * np.abs(s / (s + u + 1) - t / (t + v + 1))
