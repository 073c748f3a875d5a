"""A paragraph on its way from a file to a block: its words, and what the file's own markup says of it."""

from __future__ import annotations

from dataclasses import dataclass

from aligner.model import Role


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as read from a file.

    `role` is what the markup says it is (a heading of the first level, a figure's caption, navigation), None where
    it says nothing. `strong` is how many characters at the beginning are printed bold, as names of speakers are.
    """

    text: str
    role: Role | None = None
    strong: int = 0
