"""Sentences of a paragraph: an engine for many languages, and rules for what it gets wrong in news.

sentencex proposes cuts; the rules, in their order, confirm or forbid them and add those that it does not see
(inside quotations, behind full-width stops, in text without white space). What the rules need to know of a
language stands in `data`, one file a language; without a file the general rules and the engine speak alone.

A quotation of several sentences is cut where each ends. The clause that names the speaker stays with the piece
that it touches, before or behind: “A。| B。”她说。 and "A. | B," she said. A Chinese clause that ends in a colon,
or in a comma without a quotation behind it, opens a sentence of its own. Semicolons, colons and line breaks end
no sentence; an empty line and an item of a list on its own line do. Pieces without a letter or figure ("***", an
emoji) belong to the sentence before them.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from aligner.model import Span
from aligner.segmenters._decide import boundaries


@dataclass(frozen=True, slots=True)
class Sentences:
    """Cuts a paragraph into sentences."""

    def spans(self, text: str, language: str) -> list[Span]:
        """Spans of the sentences of `text`, stripped, ascending; `language` is a primary subtag ("zh").

        Takes time linear in the length of the text. Any string and any language is taken; what is lost between two
        spans is white space only.
        """
        found: list[Span] = []
        edges = [0, *boundaries(text, language), len(text)]
        for start, stop in itertools.pairwise(edges):
            piece = text[start:stop]
            bare = piece.strip()
            if bare:
                first = start + len(piece) - len(piece.lstrip())
                found.append(Span(first, first + len(bare)))
        return found
