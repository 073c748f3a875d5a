"""What the engine proposes: sentencex, which knows the abbreviations of many languages."""

from __future__ import annotations

import re

WINDOW = 2000
MARGIN = 200
"""sentencex 1.0 takes time that grows with the square of a text without white space (200,000 code points of
Chinese: 40 s). Its decisions hang on the words around a stop, so overlapping windows cut alike in linear time."""

SURROGATE = re.compile("[\ud800-\udfff]")
STRAIGHT = re.compile(r"(?<![^\W_])['`]+|['`]+(?![^\W_])")
VISIBLE = re.compile(r"\S")


def proposals(text: str, language: str) -> frozenset[int]:
    """Offsets where sentencex begins a new sentence in `text`; see `masked` for what to hand in."""
    import sentencex

    found: set[int] = set()
    for start in range(0, len(text), WINDOW):
        left = max(0, start - MARGIN)
        window = text[left : start + WINDOW + MARGIN]
        for cut in sentencex.get_sentence_boundaries(language, window):
            place = left + cut["end_index"]
            if start < place <= start + WINDOW and place < len(text):
                found.add(begins(text, place))
    return frozenset(found)


def begins(text: str, place: int) -> int:
    """The offset of the first visible character at or behind `place`, or the length of the text."""
    found = VISIBLE.search(text, place)
    return found.start() if found else len(text)


def masked(text: str, marks: str) -> str:
    """`text` with `marks`, single straight quotation marks and line breaks turned into spaces, length unchanged.

    Hidden quotation marks and brackets let the engine see the sentences inside them and keep a slip in one mark
    from spoiling the rest of the paragraph. Lone surrogates, which no encoder takes, become U+FFFD.
    """
    table: dict[int, str] = dict.fromkeys(map(ord, marks + "\t\n\v\f\r\u2028\u2029\x85"), " ")
    plain = text.translate(table)
    plain = STRAIGHT.sub(lambda found: " " * len(found.group()), plain)
    return SURROGATE.sub("\ufffd", plain)
