"""The sentence around a place of a key: where `not_if` and `context` of a term are looked for."""

from __future__ import annotations

import re

from aligner.terms.matching.keys import PARAGRAPH

_END = re.compile(rf"[.!?](?=[\s\")]|\Z)|[。！？{PARAGRAPH}]")
_FAR = 2000
"""Characters to either side after which a sentence is taken to end."""


def sentence(text: str, start: int, stop: int) -> tuple[int, int]:
    """Where the sentence that holds text[start:stop] begins and ends."""
    first = max(0, start - _FAR)
    for end in _END.finditer(text, first, start):
        first = end.end()
    after = _END.search(text, stop, min(len(text), stop + _FAR))
    return first, after.end() if after else min(len(text), stop + _FAR)
