"""Which method `auto` takes, and what the digest aligner finds."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from aligner.aligners.auto import Auto
from aligner.aligners.digest import Digest
from aligner.aligners.translation import Translation
from aligner.model import Block, Document, Role, Segment, Span

Make = Callable[..., Document]

FULL = [
    "Harbour board approves new ferry terminal",
    "The harbour board approved a new ferry terminal on Tuesday after eleven hours of debate.",
    "Its chair, Ines Okafor, called the vote a turning point for the islands.",
    "Construction will cost 310 million crowns and begin in May.",
    "Half of the money comes from a levy on cruise ships.",
    "Shop owners near the old pier fear for their trade.",
    "They handed over a petition with 4,200 signatures.",
    "The mayor promised them a market hall.",
    "Birdwatchers worry about a colony of terns on the eastern breakwater.",
    "An inspector will visit the breakwater before the first pile is driven.",
    "The last terminal was finished in 1974.",
    "It was built for 90 cars an hour and now handles 260.",
]
SHORT = [
    "Islands get a new ferry terminal",
    "Birdwatchers fear for a colony of terns on the breakwater, which an inspector will visit.",
    "After eleven hours of debate the harbour board voted on Tuesday for a new ferry terminal.",
    "It will cost 310 million crowns, and construction begins in May.",
    "Shop owners near the pier collected 4,200 signatures.",
]
CHINESE = [
    "港务局批准新建渡轮码头。",
    "工程耗资3.1亿克朗，5月动工。",
    "店主们担心生意受影响。",
    "请愿书有4200人签名。",
]
ENGLISH = [
    "The port authority approved a new ferry terminal.",
    "The project will cost 310 million crowns and start in May.",
    "Shop owners worry that business will suffer.",
    "The petition was signed by 4,200 people.",
]


def links(beads: object) -> set[tuple[int, int]]:
    return {(i, j) for b in beads for i in b.base for j in b.version}  # type: ignore[attr-defined]


def test_a_translation_is_taken_for_one(make: Make) -> None:
    result = Auto().align(make(CHINESE, "zh-Hans", "a"), make(ENGLISH, id="b"))
    assert (result.aligner, result.monotone) == ("translation", True)
    assert [(b.base, b.version) for b in result.beads] == [((i,), (i,)) for i in range(4)]


def test_a_digest_is_taken_for_one(make: Make) -> None:
    result = Auto().align(make(FULL, id="a", title=True), make(SHORT, id="b", title=True))
    assert (result.aligner, result.monotone) == ("digest", False)


@pytest.mark.parametrize(
    ("order", "method"),
    [((0, 8, 9, 10, 11, 4, 5, 6, 7, 1, 2, 3), "translation"), ((0, 8, 3, 10, 5, 2, 7, 1, 11, 4, 9, 6), "digest")],
    ids=["passages", "sentences"],
)
def test_moved_passages_are_followed_and_shuffled_sentences_linked_freely(
    make: Make, order: tuple[int, ...], method: str
) -> None:
    moved = [FULL[i] for i in order]
    result = Auto().align(make(FULL, id="a"), make(moved, id="b"))
    assert (result.aligner, result.monotone) == (method, False)
    assert {FULL[i] == moved[j] for i, j in links(result.beads)} == {True}
    assert len(links(result.beads)) == len(FULL)


def test_a_digest_links_what_it_condenses_and_merges(make: Make) -> None:
    result = Digest().align(make(FULL, id="a", title=True), make(SHORT, id="b", title=True))
    assert {(0, 0), (1, 2), (3, 3), (8, 1), (9, 1), (6, 4)} <= links(result.beads)
    assert not any(i in (2, 7, 10, 11) for i, _ in links(result.beads))


def test_a_title_does_not_pair_with_a_body_sentence(make: Make) -> None:
    result = Digest().align(make(FULL, id="a", title=True), make([FULL[0], *SHORT[1:]], id="b"))
    assert not any(0 in bead.base and bead.paired for bead in result.beads)


def test_speakers_keep_like_sentences_apart() -> None:
    def said(id: str, *turns: tuple[str, str]) -> Document:
        blocks = tuple(Block(Role.BODY, text, speaker) for speaker, text in turns)
        segments = tuple(
            Segment(i, b.text, Span(0, len(b.text)), i, b.role, b.speaker) for i, b in enumerate(blocks)
        )
        return Document(id, "en", blocks, segments)

    line = "We will keep our word on the treaty."
    base = said("a", ("Ana Ruiz", line), ("Tom Beck", line), ("Ana Ruiz", "The vote is on Friday."))
    version = said("b", ("Beck", line))
    assert links(Digest().align(base, version).beads) == {(1, 0)}


def test_translation_merges_and_splits(make: Make) -> None:
    base = [FULL[1], f"{FULL[2]} {FULL[3]}", *FULL[4:8]]
    result = Translation().align(make(base, id="a"), make(FULL[1:8], id="b"))
    assert ((1,), (1, 2)) in {(b.base, b.version) for b in result.beads}


def test_rows_that_are_left_out_stand_alone(make: Make) -> None:
    result = Translation().align(make(FULL, id="a"), make([*FULL[:5], *FULL[6:]], id="b"))
    assert [b.base for b in result.beads if not b.version] == [(5,)]
