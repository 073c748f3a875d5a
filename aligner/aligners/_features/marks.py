"""Punctuation: what segments end and begin with, marks that both sides share, quotations. No language is named."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from aligner.aligners._candidates import Candidates
from aligner.aligners._corpus import Floats, Ints
from aligner.aligners._features.frame import Column, Frame
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
    counts: Floats
    quotes: Quoting

    @property
    def inner(self) -> Floats:
        """Running sums over borders of what stands before and after each: (n + 2) x INNER."""
        n, ends = len(self.end), len(ENDS) + 1
        hot = np.zeros((n + 1, len(INNER)))
        if n > 1:
            rows = np.arange(1, n)
            hot[rows, self.end[:-1]] = 1
            hot[rows, ends + self.start[1:]] = 1
            hot[rows, -3] = self.quotes.state[1:-1]
            hot[rows, -2] = self.quotes.ends[:-1]
            hot[rows, -1] = self.quotes.ends[:-1] * (self.start[1:] != STARTS.index("opening"))
        return np.concatenate((np.zeros((1, len(INNER))), np.cumsum(hot, axis=0)))


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
    counts = np.array([row[2] for row in rows], dtype=np.float64).reshape(len(rows), len(COUNTED))
    return Marks(end, start, counts, quoting(texts))


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
    sums = [np.concatenate((np.zeros((1, len(COUNTED))), np.cumsum(m.counts, axis=0))) for m in (ours, theirs)]
    left, right = sums[0][i + a] - sums[0][i], sums[1][j + b] - sums[1][j]
    for k, name in enumerate(COUNTED):
        yield f"marks {name}, shared", np.minimum(np.minimum(left[:, k], right[:, k]), 4)
        yield f"marks {name}, apart", np.minimum(abs(left[:, k] - right[:, k]), 4) * paired
    inner = ours.inner, theirs.inner
    within = inner[0][np.maximum(i + a, i + 1)] - inner[0][i + 1]
    within = within + inner[1][np.maximum(j + b, j + 1)] - inner[1][j + 1]
    for k, name in enumerate(INNER):
        yield name, within[:, k]
    yield from _quoted(frame, ours.quotes, theirs.quotes, beads)


def _quoted(frame: Frame, ours: Quoting, theirs: Quoting, beads: Candidates) -> Iterator[Column]:
    """Whether both sides stand inside a quotation at the same borders, and quote equally much."""
    (a, b), i, j = beads.sizes, beads.base, beads.version
    paired, n, m = (a > 0) & (b > 0), len(ours.leads), len(theirs.leads)
    used = sorted((float(ours.opens.sum()) + 1, float(theirs.opens.sum()) + 1))
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
    for name, mine, other in (("opened", ours.opens, theirs.opens), ("closed", ours.closes, theirs.closes)):
        p, q = _sum(mine, i, a), _sum(other, j, b)
        yield f"quotes {name}, shared", np.minimum(np.minimum(p, q), 3)
        yield f"quotes {name}, apart", trust * np.minimum(abs(p - q), 3) * paired
    ratio, variance = frame.lengths.ratio, frame.lengths.variance
    s, t = _sum(ours.inside, i, a) * ratio, _sum(theirs.inside, j, b)
    u, v = _sum(frame.base.lengths, i, a) * ratio - s, _sum(frame.version.lengths, j, b) - t
    for name, (p, q) in (("quoted", (s, t)), ("narrated", (u, v))):
        yield f"{name} length", trust * paired * np.minimum(abs(p - q) / np.sqrt(variance * (p + q) / 2 + 9), 6)
        yield f"{name} on one side", trust * paired * ((p > 4) ^ (q > 4))
    yield "quoted share", trust * paired * np.abs(s / (s + u + 1) - t / (t + v + 1))


def _sum(values: Floats, start: Ints, size: Ints) -> Floats:
    run = np.concatenate(([0.0], np.cumsum(values)))
    return np.asarray(run[start + size] - run[start])
