"""Documents made from lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from aligner.model import Block, Document, Role, Segment, Span

Make = Callable[..., Document]


def document(lines: Sequence[str], lang: str = "en", id: str = "doc", title: bool = False) -> Document:
    roles = [Role.TITLE if title and i == 0 else Role.BODY for i in range(len(lines))]
    blocks = tuple(Block(role, line) for role, line in zip(roles, lines, strict=True))
    segments = tuple(Segment(i, line, Span(0, len(line)), i, roles[i]) for i, line in enumerate(lines))
    return Document(id, lang, blocks, segments)


@pytest.fixture(scope="session")
def make() -> Make:
    return document
