"""What single words say about a bead: which have counterparts inside, which outside, and where these stand."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from aligner.aligners._corpus import Encoded, Floats, Singles
from aligner.aligners._evidence import Direction
from aligner.aligners._features.frame import Column, Mask
from aligner.aligners._features.kinds import Kinds
from aligner.aligners._features.tokens import Tokens, View
from aligner.aligners._features.window import Window

EDGE = 6
"""Words at either end of a bead that count as its edge."""

OFF = (0.08, 0.2, 0.4)
"""Distances, as shares of the bead, at which the places of two counterparts are told apart."""


def features(
    source: Encoded, target: Encoded, way: Direction, kind: Kinds, view: View, win: Window
) -> Iterator[Column]:
    """Names and values over the targets' tokens."""
    tokens = Tokens.of(target, view, win)
    total, ids = tokens.total, tokens.ids
    linked, value = way.linked.astype(np.float32)[ids], kind.value[ids]
    gain = tokens.gains(view.sources, view.source - win.sources[0])
    alone = np.log1p(-linked)
    odds, sure = alone + gain, -np.expm1(-gain)
    plus = np.maximum(odds, 0)
    minus = odds - plus
    for name in ("word", "number", "mark", "rare"):
        chosen = getattr(kind, name)[ids]
        yield f"{name} for", total(plus * chosen)
        yield f"{name} against", total(minus * chosen)
    yield "rate", total(odds) / np.maximum(tokens.sizes, 1)
    yield "weak support", total(np.minimum(plus, 1.5))
    able, found = value * linked, value * sure
    missing = able * (1 - sure)
    covered, most, least = total(found), total(able), total(value - able)
    yield "covered", covered
    yield "missing", total(missing)
    yield "covered share", covered / (most + 0.3)
    yield "unlinkable", least / (most + least + 0.3)
    yield from _edges(tokens, view, alone, plus, missing, found > 0.3)
    where = (tokens.within + 0.5) / (tokens.within + tokens.left)
    for name, zone in (("first", where < 0.25), ("last", where > 0.75)):
        lost = total(missing * zone)
        yield f"missing {name}", lost
        yield f"missing {name}, share", lost / (total(able * zone) + 0.3)
    there = _places(source, view, win, tokens)
    yield from _order(tokens, where, there, found * (there >= 0))


def _edges(
    tokens: Tokens, view: View, alone: Singles, plus: Singles, missing: Singles, sure: Mask
) -> Iterator[Column]:
    """What would rather belong to the source before or after the bead, and what has no counterpart at its edges."""
    source = view.source - tokens.win.sources[0]
    within, left = tokens.within, tokens.left
    head, tail = tokens.loose(sure)
    early = within < left
    for name, beside, near, loose, edge in (
        ("before", source - 1, early, head, within < EDGE),
        ("after", source + view.sources, ~early, tail, left <= EDGE),
    ):
        pull = np.maximum(alone + tokens.gains(1, beside) - plus, 0)
        yield f"pull {name}", tokens.total(pull)
        yield f"pull {name}, near", tokens.total(pull * near)
        yield f"pull {name}, loose", tokens.total(pull * loose)
        yield f"pull {name}, edge", tokens.total(pull * edge)
        yield f"missing {name}, edge", tokens.total(missing * edge)
        slack = tokens.total(missing * loose)
        yield f"missing {name}, loose", slack
        yield f"missing {name}, loose, much", np.maximum(slack - 1.0, 0.0)


def _order(tokens: Tokens, where: Floats, there: Floats, known: Singles) -> Iterator[Column]:
    """Whether counterparts stand at like places: `where` in the target and `there` in the source, 0..1."""
    off = np.abs(there - where)
    yield "diagonal", tokens.total(known * (0.3 - off).astype(np.float32))
    for low, high in zip((0.0, *OFF), (*OFF, 2.0), strict=True):
        yield f"off diagonal {low}", tokens.total(known * ((off >= low) & (off < high)))
    firsts, lasts = known * (tokens.within < 3), known * (tokens.left <= 3)
    yield "first words linked", tokens.total(firsts)
    yield "last words linked", tokens.total(lasts)
    yield "first words to first", tokens.total(firsts * (there < 0.25))
    yield "last words to last", tokens.total(lasts * (there > 0.75))


def _places(source: Encoded, view: View, win: Window, tokens: Tokens) -> Floats:
    """Where in its source, 0..1, the best counterpart of each token stands; below 0: it has none."""
    start, width = view.source - win.sources[0], win.place.shape[1]
    cells = start[tokens.owner] + tokens.row * width
    best, place = win.best.take(cells), win.place.take(cells)
    rows = np.arange(len(cells))
    for q in range(1, int(view.sources.max(initial=0))):
        rows = rows[q < view.sources[tokens.owner[rows]]]
        more = cells[rows] + q
        better = win.best.take(more) > best[rows]
        best[rows[better]] = win.best.take(more[better])
        place[rows[better]] = win.place.take(more[better])
    begin = source.starts[view.source]
    span = np.maximum(source.starts[view.source + view.sources] - begin, 1)
    return np.where(place >= 0, (place - begin[tokens.owner] + 0.5) / span[tokens.owner], -1.0)
