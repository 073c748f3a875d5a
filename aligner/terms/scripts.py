"""What the script of a character says: where words end, and which language alone is written so."""

from __future__ import annotations

import unicodedata

HAN, HANGUL, KANA, SPACED, OTHER = "han", "hangul", "kana", "spaced", "other"
_RANGES = (   # Unicode blocks
    (0x1100, 0x11FF, HANGUL), (0x3130, 0x318F, HANGUL), (0xA960, 0xA97F, HANGUL), (0xAC00, 0xD7FF, HANGUL),
    (0x3040, 0x30FF, KANA), (0x31F0, 0x31FF, KANA),
    (0x2E80, 0x2FDF, HAN), (0x3005, 0x3007, HAN), (0x3400, 0x4DBF, HAN), (0x4E00, 0x9FFF, HAN),
    (0xF900, 0xFAFF, HAN), (0x20000, 0x3FFFF, HAN),
)  # fmt: skip
_UNSPACED = (("\u0e00", "\u0eff"), ("\u1000", "\u109f"), ("\u1780", "\u17ff"))  # Thai, Lao, Burmese, Khmer


def script(char: str) -> str:
    """HAN, HANGUL or KANA; SPACED for letters, marks and digits of scripts that put spaces between words; OTHER."""
    code = ord(char)
    if code < 0x0E00:
        return SPACED if char.isalnum() or unicodedata.category(char)[0] == "M" else OTHER
    for first, last, name in _RANGES:
        if first <= code <= last:
            return name
    if any(first <= char <= last for first, last in _UNSPACED):
        return OTHER
    return SPACED if char.isalnum() else OTHER


def language_of(text: str) -> str:
    """The language that a term's script alone can tell: ko, ja, zh, else "und" (undetermined)."""
    scripts = {script(c) for c in text}
    for name, lang in ((HANGUL, "ko"), (KANA, "ja"), (HAN, "zh")):
        if name in scripts:
            return lang
    return "und"
