"""Empty lines are never joined to a neighbour, and nothing moves because of them."""

from __future__ import annotations

import pytest

from aligner import plugins
from aligner.model import Block, Document, Role, Segment, Span

BASE = ["The mayor opened the bridge on Monday.", "", "It cost 40 million crowns.", "", "Ferries stop in May."]
VERSION = ["", "The mayor opened the bridge Monday.", "It cost 40 million crowns.", "Ferries will stop in May."]


def document(name: str, lines: list[str]) -> Document:
    blocks = tuple(Block(Role.BODY, line) for line in lines)
    segments = tuple(Segment(i, b.text, Span(0, len(b.text)), i) for i, b in enumerate(blocks))
    return Document(name, "en", blocks, segments)


@pytest.mark.parametrize("name", ["auto", "translation", "digest"])
def test_empty_lines_stand_alone(name: str) -> None:
    base, version = document("base", BASE), document("version", VERSION)
    found = plugins.load("aligners", name)().align(base, version)
    found.verify(len(BASE), len(VERSION))
    assert {(b.base, b.version) for b in found.beads} == {
        ((), (0,)),
        ((0,), (1,)),
        ((1,), ()),
        ((2,), (2,)),
        ((3,), ()),
        ((4,), (3,)),
    }


@pytest.mark.parametrize("name", ["auto", "translation", "digest"])
def test_nothing_but_empty_lines(name: str) -> None:
    found = plugins.load("aligners", name)().align(document("base", ["", ""]), document("version", ["One line."]))
    found.verify(2, 1)
    assert not any(b.paired for b in found.beads)
