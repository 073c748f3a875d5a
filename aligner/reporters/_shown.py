"""Texts of documents made fit for a terminal."""

from __future__ import annotations

import unicodedata

# Zero-width joiner and non-joiner shape letters and emoji; the other format characters only hide or reorder.
_HARMLESS = frozenset("\u200c\u200d")
_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def shown(text: str, limit: int | None = None) -> str:
    """The text on one line with every control, direction and surrogate character written out (`\\x1b`).

    Nothing in it can move the cursor, change colours or turn the direction of writing. At most `limit`
    characters, an ellipsis included, are returned.
    """
    line = " ".join(text.split())
    visible = "".join(_written_out(c) for c in (line if limit is None else line[: limit + 1]))
    return visible if limit is None or len(visible) <= limit else visible[: limit - 1].rstrip() + "…"


def _written_out(character: str) -> str:
    if character in _HARMLESS or unicodedata.category(character) not in _HIDDEN:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
