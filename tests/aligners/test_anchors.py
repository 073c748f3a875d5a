"""Anchors: each stands in the alignment as it is given, the rest is aligned around them."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.aligners._anchors import between, led, refuse_crossing, rising
from aligner.aligners.auto import Auto
from aligner.aligners.digest import Digest
from aligner.aligners.translation import Translation
from aligner.errors import UsageError
from aligner.model import Alignment, Bead, Block, Document, Role, Segment, Span

Make = Callable[..., Document]
NO_LEXICONS: tuple[str, ...] = ("cognates",)

SHAPES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(any), min_size=1, max_size=8)


def document(lines: list[str], lang: str = "en") -> Document:
    blocks = tuple(Block(Role.BODY, line) for line in lines)
    return Document("doc", lang, blocks, tuple(Segment(i, t, Span(0, len(t)), i) for i, t in enumerate(lines)))


def lines(size: int, seed: int) -> list[str]:
    draw = random.Random(seed)
    return [" ".join(draw.choices(("alba", "borro", "cend", "dulo", "12", "7"), k=5)) + "." for _ in range(size)]


def partition(shapes: list[tuple[int, int]]) -> list[Bead]:
    beads, i, j = [], 0, 0
    for a, b in shapes:
        beads.append(Bead(tuple(range(i, i + a)), tuple(range(j, j + b))))
        i, j = i + a, j + b
    return beads


def holds(found: Alignment, anchors: list[Bead]) -> bool:
    sure = {(b.base, b.version) for b in found.beads if b.confidence == 1.0}
    return all((a.base, a.version) in sure for a in anchors)


@given(SHAPES, st.data())
@settings(deadline=None, max_examples=30)
def test_every_anchor_holds_and_all_segments_are_there(shapes: list[tuple[int, int]], data: st.DataObject) -> None:
    beads = partition(shapes)
    anchors = data.draw(st.lists(st.sampled_from(beads), unique=True))
    base = document(lines(sum(a for a, _ in shapes), 1))
    version = document(lines(sum(b for _, b in shapes), 2), lang="fr")
    for plugin in (Translation, Digest, Auto):
        found = plugin(lexicons=NO_LEXICONS, anchors=anchors).align(base, version)
        found.verify(len(base.segments), len(version.segments))
        assert holds(found, anchors)
        if found.monotone:
            assert rising(found.beads)


def test_anchors_beat_what_the_words_say(make: Make) -> None:
    base = make(["One 11.", "Two 22.", "Three 33.", "Four 44."])
    version = make(["One 11.", "Two 22.", "Three 33.", "Four 44."], lang="fr")
    anchors = [Bead((1,), (2,)), Bead((3,), ())]
    found = Translation(anchors=anchors).align(base, version)
    assert holds(found, anchors)
    assert rising(found.beads)


def test_far_off_the_diagonal_the_band_is_led_through_them(make: Make) -> None:
    base, version = make(lines(260, 3)), make(lines(260, 4), lang="fr")
    anchors = [Bead((20,), (200,)), Bead((21, 22), (201,)), Bead((230,), (240,)), Bead((100,), ()), Bead((), (5,))]
    found = Translation(lexicons=NO_LEXICONS, anchors=anchors).align(base, version)
    found.verify(260, 260)
    assert holds(found, anchors)
    assert rising(found.beads)


def test_shapes_that_the_path_does_not_know(make: Make) -> None:
    base, version = make(lines(12, 5)), make(lines(10, 6), lang="fr")
    anchors = [Bead(tuple(range(2, 10)), (3, 4)), Bead((11,), ()), Bead((), (0, 1))]
    found = Translation(lexicons=NO_LEXICONS, anchors=anchors).align(base, version)
    assert holds(found, anchors)


def test_empty_lines_may_stand_in_an_anchor(make: Make) -> None:
    base = make(["A 1.", "", "B 2.", "C 3."])
    version = make(["A 1.", "B 2.", "", "C 3."], lang="fr")
    for anchors in ([Bead((1,), (1,))], [Bead((1,), ())], [Bead((0, 1, 2), (0, 1))], [Bead((1,), (2,))]):
        for plugin in (Translation, Digest, Auto):
            found = plugin(anchors=anchors).align(base, version)
            found.verify(4, 4)
            assert holds(found, anchors)


def test_a_side_without_segments(make: Make) -> None:
    anchors = [Bead((0, 1), ())]
    found = Translation(anchors=anchors).align(make(["A.", "B.", "C."]), make([], lang="fr"))
    assert [b.base for b in found.beads] == [(0, 1), (2,)]


CROSSING = [[Bead((0,), (3,)), Bead((2,), (1,))], [Bead((0, 2), (1,))], [Bead((0,), (0, 2))]]


@pytest.mark.parametrize("anchors", CROSSING)
def test_crossing_anchors_are_for_the_free_aligner(make: Make, anchors: list[Bead]) -> None:
    base, version = make(lines(4, 7)), make(lines(4, 8), lang="fr")
    with pytest.raises(UsageError, match=r"--aligner digest"):
        Translation(anchors=anchors).align(base, version)
    assert holds(Digest(anchors=anchors).align(base, version), anchors)
    with pytest.warns(UserWarning, match="cross"):
        found = Auto(anchors=anchors).align(base, version)
    assert found.aligner == "digest"
    assert holds(found, anchors)


def test_anchors_are_for_one_pair(make: Make) -> None:
    pair = make(lines(3, 1)), make(lines(3, 2), lang="fr")
    for plugin in (Translation, Digest, Auto):
        with pytest.raises(UsageError, match="one pair"):
            plugin(anchors=[Bead((0,), (0,))]).align_many([pair, pair])


def test_links_that_contradict_an_anchor_are_not_followed() -> None:
    anchors = [Bead((5,), (7, 8)), Bead((9,), ())]
    links = {(4, 6): 1.0, (4, 7): 1.0, (5, 7): 1.0, (5, 9): 1.0, (6, 8): 1.0, (6, 9): 1.0, (4, 9): 1.0}
    assert set(between(links, anchors)) == {(4, 6), (6, 9)}
    assert led([(4, 6), (6, 9)], anchors) == [(4, 6), (5, 7), (6, 9)]
    assert between(links, []) == links
    refuse_crossing(anchors)
