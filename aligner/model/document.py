"""A text as it was read: blocks with roles, and the segments that are aligned."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from aligner.model.language import primary
from aligner.model.span import Span


class Role(StrEnum):
    """What a block is for. Only title and body are aligned; the rest is kept and set aside."""

    BODY = "body"
    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"
    CAPTION = "caption"
    NOTE = "note"
    FURNITURE = "furniture"

    @property
    def aligned(self) -> bool:
        """Whether blocks of this role are cut into segments and aligned."""
        return self in (Role.BODY, Role.TITLE)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or line of the file.

    `label` is the speaker's label as printed before the words ("Mara Lind: "), so `label + text` is the
    paragraph of the file; a block with a label opens a turn. `speaker` is the name of who speaks here, carried
    over to the following paragraphs of the turn; None where nobody is named.
    """

    role: Role
    text: str
    speaker: str | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A sentence (or heading) of a title or body block.

    `index` counts the segments of a document 0..n-1; `block` is the index of its block in Document.blocks and
    `span` its place there: `document.blocks[block].text[span] == text`. An empty text stands only in inputs
    that hold one segment a line, where an empty line is a segment too.
    """

    index: int
    text: str
    span: Span
    block: int
    role: Role = Role.BODY
    speaker: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One text: where it is from, all of its blocks, and its segments.

    `id` is unique within a run and stable over runs; `lang` a BCP 47 tag ("zh-Hans", "ko", "en"); `sha256` the
    hex digest of the file's bytes. Nothing of the file is lost: what is not aligned stands in `blocks` with its
    role. `warnings` are lines for the reader about how the text was read ("language unsure: ...").
    """

    id: str
    lang: str
    blocks: tuple[Block, ...]
    segments: tuple[Segment, ...] = ()
    outlet: str | None = None
    date: datetime.date | None = None
    title: str | None = None
    path: str | None = None
    sha256: str = ""
    warnings: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for number, segment in enumerate(self.segments):
            if segment.index != number:
                raise ValueError(f"segment {segment.index} of {self.id} stands at place {number}")
            if segment.span.of(self.blocks[segment.block].text) != segment.text:
                raise ValueError(f"segment {number} of {self.id} is not the text of its span")

    @property
    def language(self) -> str:
        """The primary language subtag: "zh" of "zh-Hans"."""
        return primary(self.lang)

    @property
    def set_aside(self) -> tuple[Block, ...]:
        """The blocks that are not aligned: furniture, bylines, captions, notes, datelines."""
        return tuple(b for b in self.blocks if not b.role.aligned)
