"""Finds the title: the first line that is short, ends without a full stop and has text behind it."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.model import Role
from aligner.text.layout import columns
from aligner.text.paragraphs import Paragraph

_STOPS = (".", "!", "?", "。", "！", "？", "…", ";", "；", ":", "：", ",", "，", "、")
_CLOSERS = "\"'”’』」》)）]】 "
# Headlines of full transcripts run to 190 characters; longer first lines are leads.
_LONGEST = 240


def is_prose(text: str) -> bool:
    """Whether a paragraph is plainly running text: a sentence of some length, or long whatever its end."""
    width = columns(text)
    return width >= 160 or (width >= 40 and text.rstrip(_CLOSERS).endswith(("。", "！", "？", ".", "!", "?", "…")))


def may_be_title(text: str) -> bool:
    """Whether a line can be a headline: not too long, no full stop at its end ("?" and "!" may stand there)."""
    bare = text.rstrip(_CLOSERS)
    if not bare or columns(text) > _LONGEST or "\n" in text or not any(c.isalnum() for c in bare):
        return False
    if bare.endswith(("?", "!", "？", "！", "…", "...")):
        return columns(text) <= 120
    abbreviated = bare.endswith(".") and bare[-3:-2] in (".", " ") and bare[-2:-1].isupper()
    return abbreviated or not bare.endswith(_STOPS)


def find(paragraphs: Sequence[Paragraph], roles: Sequence[Role | None]) -> int | None:
    """The place of the title among the paragraphs, or None.

    `roles` holds what is known so far: a TITLE of the markup wins, a paragraph whose role is set is passed over.
    The first open paragraph is the title when it looks like one and another open paragraph follows.
    """
    marked = next((i for i, role in enumerate(roles) if role is Role.TITLE), None)
    if marked is not None:
        return marked
    still = [i for i, role in enumerate(roles) if role is None]
    if len(still) < 2 or not may_be_title(paragraphs[still[0]].text):
        return None
    return still[0]
