"""Titles, paragraphs and turns as evidence for the monotone path."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.aligners._band import whole
from aligner.aligners._lattice import Path
from aligner.aligners._shapes import SHAPES
from aligner.aligners._structure import NOTHING, PARAGRAPH, TITLE, TURN, openings, structure
from aligner.aligners.translation import Translation
from aligner.model import Block, Document, Role, Segment, Span


def document(paragraphs: list[tuple[Role, str | None, list[str]]], lang: str = "en", id: str = "d") -> Document:
    blocks: list[Block] = []
    segments: list[Segment] = []
    for number, (role, speaker, sentences) in enumerate(paragraphs):
        text = ""
        for sentence in sentences:
            text += " " if text else ""
            span = Span(len(text), len(text) + len(sentence))
            segments.append(Segment(len(segments), sentence, span, number, role, speaker))
            text += sentence
        blocks.append(Block(role, text, speaker))
    return Document(id, lang, tuple(blocks), tuple(segments))


def diagonal(size: int) -> Path:
    return [(k, k, (1, 1)) for k in range(size)]


def test_what_segments_open() -> None:
    body = Role.BODY
    text = document(
        [(Role.TITLE, None, ["T"]), (body, None, ["a", "b"]), (body, "Q", ["c", "d"]), (body, "Q", ["e"]),
         (body, "A", ["f"]), (body, None, ["g"])]
    )  # fmt: skip
    assert openings(text).tolist() == [TITLE, PARAGRAPH, NOTHING, TURN, NOTHING, PARAGRAPH, TURN, PARAGRAPH]


def test_texts_without_paragraphs_say_nothing() -> None:
    flat = np.full(9, PARAGRAPH)
    broken = np.array([PARAGRAPH, NOTHING, NOTHING] * 3)
    assert structure([(diagonal(9), (flat, broken))]) is None


def test_breaks_that_agree_count_and_those_of_chance_do_not() -> None:
    rng = np.random.default_rng(4)
    ours = np.where(rng.random(400) < 0.3, PARAGRAPH, NOTHING)
    same = structure([(diagonal(400), (ours, ours))])
    other = structure([(diagonal(400), (ours, rng.permutation(ours)))])
    assert same is not None
    assert other is not None
    assert same.together[PARAGRAPH, PARAGRAPH] > 1
    assert same.together[PARAGRAPH, NOTHING] < -2
    assert abs(other.together[:2, :2]).max() < 0.3


@settings(max_examples=20, deadline=None)
@given(st.integers(2, 7), st.integers(2, 7), st.integers(0, 999))
def test_what_is_added_is_what_a_plain_loop_says(n: int, m: int, seed: int) -> None:
    rng = np.random.default_rng(seed)
    opened = rng.integers(0, 4, n), rng.integers(0, 4, m)
    opened[0][:2], opened[1][:2] = (NOTHING, TURN), (TITLE, PARAGRAPH)
    found = structure([(diagonal(min(n, m)), opened)])
    assert found is not None
    band = whole(n, m)
    scores = found.added(np.zeros((len(SHAPES), band.cells), dtype=np.float32), band, opened)
    for k, (a, b) in enumerate(SHAPES):
        for i in range(n - a + 1):
            for j in range(m - b + 1):
                due = 0.0
                if a and b:
                    due = found.together[opened[0][i], opened[1][j]]
                    due += sum(found.inside[0][opened[0][x]] for x in range(i + 1, i + a))
                    due += sum(found.inside[1][opened[1][y]] for y in range(j + 1, j + b))
                assert scores[k, band.place(i, j)] == pytest.approx(due, abs=1e-4)


def test_a_turn_is_not_joined_with_the_turn_before() -> None:
    """Without speakers the short answer is merged with the question before it."""
    body = Role.BODY
    turns = [("Q", "甲"), ("A", "乙")] * 4
    base = document([(body, who, [f"{name}说了一句话。", "好。"]) for who, name in turns], "zh-Hans", "a")
    version = document([(body, who, ["One sentence was said here.", "Good."]) for who, _ in turns], "en", "b")
    found = Translation().align(base, version)
    assert [b.base for b in found.beads] == [(k,) for k in range(16)]
    assert [b.version for b in found.beads] == [(k,) for k in range(16)]
