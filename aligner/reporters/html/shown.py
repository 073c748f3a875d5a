"""Texts as they may stand in a page: nothing in them runs, and nothing in them stays unseen.

Escaping is Jinja's; on top of it, characters that a page cannot hold (NUL, lone surrogates) or that change how
their surroundings read without being seen (overrides of writing direction) are shown by their code.
"""

from __future__ import annotations

import json
import re
from typing import Any

from markupsafe import Markup, escape

# C0 and C1 controls but tab and line ends, bidi embeddings, overrides and isolates, lone surrogates,
# noncharacters, interlinear annotation and tag characters.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb"
    r"\ufffe\uffff\U000e0000-\U000e007f]"
)


def shown(text: str) -> Markup:
    """The text as HTML, unseen characters replaced by their code in a small box."""
    parts = []
    last = 0
    for match in _UNSEEN.finditer(text):
        parts += [
            escape(text[last : match.start()]),
            Markup('<span class="ctl">{}</span>').format(code(match.group())),
        ]
        last = match.end()
    return Markup("").join([*parts, escape(text[last:])])


def plain(text: str) -> str:
    """The text for an attribute or the window title, where no box can stand."""
    return _UNSEEN.sub(lambda m: f"[{code(m.group())}]", text)


def code(character: str) -> str:
    """The name of a code point: "U+202E"."""
    return f"U+{ord(character):04X}"


def opening(text: str, letters: int = 90) -> str:
    """The first words of a text, about `letters` wide (an ideograph or syllable counts for two)."""
    width = 0
    for place, character in enumerate(text):
        width += 2 if "\u1100" <= character <= "\uffdc" else 1
        if width > letters and len(text) - place > 8:
            cut = text.rfind(" ", max(0, place - 16), place)
            return text[: cut if cut > 0 else place].rstrip(" ,;:，；：、") + "…"
    return text


def for_script(data: Any) -> Markup:
    """JSON for a script element: no text in it can end the element or start a comment."""
    text = json.dumps(data, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))
