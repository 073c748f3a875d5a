"""What single words say about a bead: which have counterparts inside, which outside, and where these stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from aligner.aligners._corpus import Encoded, Floats, Ints
from aligner.aligners._evidence import Direction
from aligner.aligners._features.frame import Column, Mask
from aligner.aligners._features.window import Window

MARKS = frozenset('?!":;()…-%$')
RARE = 3
"""Occurrences up to which a word of a text counts as rare."""

EDGE = 6
"""Words at either end of a bead that count as its edge."""

OFF = (0.08, 0.2, 0.4)
"""Distances, as shares of the bead, at which the places of two counterparts are told apart."""


@dataclass(frozen=True, slots=True)
class Kinds:
    """For each type of a text 1 or 0, `value` 0..1: how much it says to find it."""

    word: Floats
    number: Floats
    mark: Floats
    rare: Floats
    value: Floats


def kinds(text: Encoded, chance: Floats) -> Kinds:
    """The kinds of a text's types."""
    number = np.array([t.startswith("#") for t in text.types], dtype=np.float64)
    mark = np.array([t in MARKS for t in text.types], dtype=np.float64)
    word = 1 - number - mark
    rare = (text.frequencies <= RARE) * word
    return Kinds(word, number, mark, rare, np.minimum(-np.log(chance), 8.0) / 8 * (1 - mark))


@dataclass(frozen=True, slots=True)
class View:
    """Beads seen from one side: `sources` sentences from `source` on explain `targets` from `target` on."""

    source: Ints
    sources: Ints
    target: Ints
    targets: Ints


@dataclass(frozen=True, slots=True)
class _Tokens:
    """The target tokens of all beads in a row, and what the sources of each bead have to say about them."""

    beads: int
    sizes: Ints
    """Tokens of each bead."""
    owner: Ints
    """The bead of each token."""
    within: Ints
    """Its place in the bead."""
    ids: Ints
    local: Ints
    """Its type's place in the window."""
    start: Ints
    stop: Ints
    """Of each bead the sources in the window."""
    win: Window
    linked: Floats
    scale: Floats

    @classmethod
    def of(cls, target: Encoded, way: Direction, view: View, win: Window) -> _Tokens:
        first = target.starts[view.target]
        sizes = target.starts[view.target + view.targets] - first
        owner = np.repeat(np.arange(len(sizes)), sizes)
        within = np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        ids = target.ids[within + first[owner]]
        start = view.source - win.sources[0]
        stop = np.minimum(start + view.sources, win.sources[1] - win.sources[0])
        linked = way.linked[ids]
        local = np.searchsorted(win.types, ids)
        return cls(len(sizes), sizes, owner, within, ids, local, start, stop, win, linked, linked / way.chance[ids])

    def gains(self, begin: Ints, end: Ints) -> Floats:
        """For each token linked x p(token|sources) / chance, the sources of its bead being begin..end-1."""
        size = np.maximum(self.win.sizes[end] - self.win.sizes[begin], 1.0)
        mass = self.win.mass[end[self.owner], self.local] - self.win.mass[begin[self.owner], self.local]
        return np.asarray(self.scale * np.maximum(mass, 0.0) / size[self.owner])

    def total(self, x: Floats | Mask) -> Floats:
        """Sums over each bead's tokens."""
        return np.bincount(self.owner, x, self.beads).astype(np.float64)

    def loose(self, sure: Mask) -> tuple[Mask, Mask]:
        """The tokens of each bead before its first sure one, and those after its last."""
        places = np.flatnonzero(sure)
        head, tail = self.sizes.copy(), np.full(self.beads, -1)
        np.minimum.at(head, self.owner[places], self.within[places])
        np.maximum.at(tail, self.owner[places], self.within[places])
        return self.within < head[self.owner], self.within > tail[self.owner]


def features(
    source: Encoded, target: Encoded, way: Direction, kind: Kinds, view: View, win: Window
) -> Iterator[Column]:
    """Names and values over the targets' tokens; those of one-sided beads mean nothing."""
    tokens = _Tokens.of(target, way, view, win)
    total, linked, value = tokens.total, tokens.linked, kind.value[tokens.ids]
    inside = tokens.gains(tokens.start, tokens.stop)
    whole = np.maximum(1 - linked + inside, 1e-12)
    odds, sure = np.log(whole), inside / whole
    plus, minus = np.maximum(odds, 0.0), np.minimum(odds, 0.0)
    for name in ("word", "number", "mark", "rare"):
        chosen = getattr(kind, name)[tokens.ids]
        yield f"{name} for", total(plus * chosen)
        yield f"{name} against", total(minus * chosen)
    yield "rate", total(odds) / np.maximum(tokens.sizes, 1)
    yield "weak support", total(np.minimum(plus, 1.5))
    missing, found = value * linked * (1 - sure), value * sure
    able, unable = total(value * linked), total(value * (1 - linked))
    yield "covered", total(found)
    yield "missing", total(missing)
    yield "covered share", total(found) / (able + 0.3)
    yield "unlinkable", unable / (able + unable + 0.3)
    yield from _edges(tokens, plus, missing, found)
    where = (tokens.within + 0.5) / np.maximum(tokens.sizes[tokens.owner], 1)
    for name, zone in (("first", where < 0.25), ("last", where > 0.75)):
        yield f"missing {name}", total(missing * zone)
        yield f"missing {name}, share", total(missing * zone) / (total(value * linked * zone) + 0.3)
    there = _places(source, view, win, tokens.owner, tokens.local)
    yield from _order(tokens, where, there, found * (there >= 0))


def _edges(tokens: _Tokens, plus: Floats, missing: Floats, found: Floats) -> Iterator[Column]:
    """What would rather belong to the source before or after the bead, and what has no counterpart at its edges."""
    n = tokens.win.sources[1] - tokens.win.sources[0]
    within, size = tokens.within, tokens.sizes[tokens.owner]
    head, tail = tokens.loose(found > 0.3)
    for name, begin, end, near, loose, edge in (
        ("before", np.maximum(tokens.start - 1, 0), tokens.start, within * 2 < size, head, within < EDGE),
        ("after", tokens.stop, np.minimum(tokens.stop + 1, n), within * 2 >= size, tail, size - within <= EDGE),
    ):
        other = np.log(np.maximum(1 - tokens.linked + tokens.gains(begin, end), 1e-12))
        pull = np.maximum(other - plus, 0.0)
        yield f"pull {name}", tokens.total(pull)
        yield f"pull {name}, near", tokens.total(pull * near)
        yield f"pull {name}, loose", tokens.total(pull * loose)
        yield f"pull {name}, edge", tokens.total(pull * edge)
        yield f"missing {name}, edge", tokens.total(missing * edge)
        slack = tokens.total(missing * loose)
        yield f"missing {name}, loose", slack
        yield f"missing {name}, loose, much", np.maximum(slack - 1.0, 0.0)


def _order(tokens: _Tokens, where: Floats, there: Floats, known: Floats) -> Iterator[Column]:
    """Whether counterparts stand at like places: `where` in the target and `there` in the source, 0..1."""
    off = np.abs(there - where)
    yield "diagonal", tokens.total(known * (0.3 - off))
    for low, high in zip((0.0, *OFF), (*OFF, 2.0), strict=True):
        yield f"off diagonal {low}", tokens.total(known * ((off >= low) & (off < high)))
    firsts, lasts = tokens.within < 3, tokens.sizes[tokens.owner] - tokens.within <= 3
    yield "first words linked", tokens.total(known * firsts)
    yield "last words linked", tokens.total(known * lasts)
    yield "first words to first", tokens.total(known * firsts * (there < 0.25))
    yield "last words to last", tokens.total(known * lasts * (there > 0.75))


def _places(source: Encoded, view: View, win: Window, owner: Ints, local: Ints) -> Floats:
    """Where in its source, 0..1, the best counterpart of each token stands; below 0: it has none."""
    start, n = view.source - win.sources[0], win.sources[1] - win.sources[0]
    place, best = np.full(len(owner), -1.0), np.zeros(len(owner))
    for q in range(int(view.sources.max(initial=0))):
        rows = np.flatnonzero(q < view.sources[owner])
        cells = np.minimum(start + q, n - 1)[owner[rows]], local[rows]
        better = win.best[cells] > best[rows]
        best[rows] = np.where(better, win.best[cells], best[rows])
        place[rows] = np.where(better, win.place[cells], place[rows])
    begin = source.starts[view.source]
    span = np.maximum(source.starts[view.source + view.sources] - begin, 1)
    return np.where(place >= 0, (place - begin[owner] + 0.5) / span[owner], -1.0)
