"""How much a string looks like text that somebody wrote: judges rival decodings of the same bytes.

Decoded with the wrong table, Chinese, Korean and Japanese bytes mostly still give valid characters, but rare ones:
the share of common characters falls from about 0.7 to about 0.15. One sentence is enough to see it.
"""

from __future__ import annotations

import functools
import re
import tomllib
import unicodedata
from collections import Counter

from aligner.plugins import resource

_CJK_PUNCTUATION = frozenset("，。、；：？！“”‘’（）《》〈〉「」『』【】—…·　％～￥＋－／０１２３４５６７８９")
_TYPOGRAPHIC = frozenset("“”‘’–—…•«»€£¥§°®©™ \N{NO-BREAK SPACE}½²³")

_INSIDE_WORD = re.compile("[a-z][\u3400-\u9fff\uac00-\ud7a3](?=[a-z])")


@functools.cache
def common_characters(language: str) -> frozenset[str]:
    """The common characters of "zh", "ko" or "ja" (aligner/text/data/common_characters.toml)."""
    data = tomllib.loads(resource("aligner.text", "data", "common_characters.toml").read_text(encoding="utf-8"))
    return frozenset("".join(data[language].split()))


def asian(text: str) -> float:
    """How much `text` looks like Chinese, Korean or Japanese: about -1 (mojibake) to about 1 (prose).

    The mean over its characters beyond ASCII, under the best of the three languages. Rare characters of the
    language count little, those of other scripts or private use count against it, and so does one inside a Latin
    word: an accented letter misread.
    """
    counts = Counter(c for c in text if c >= "\x80")
    total = counts.total()
    if not total:
        return 0.0
    lone = len(_INSIDE_WORD.findall(text))
    return (max(_fit(counts, language) for language in ("zh", "ko", "ja")) - 1.5 * lone) / total


def _fit(counts: Counter[str], language: str) -> float:
    common = common_characters(language)
    return sum(number * _weight(char, language, common) for char, number in counts.items())


def _weight(char: str, language: str, common: frozenset[str]) -> float:
    if char in common:
        return 1.0
    if char in _CJK_PUNCTUATION:
        return 0.6
    if "一" <= char <= "鿿":
        # Hanja are rare in Korean news, and those of KS X 1001 are what Chinese bytes turn into.
        return -0.4 if language == "ko" else 0.3 * _everyday(char)
    if "가" <= char <= "힣":
        return (0.25 if _encodes(char, "euc_kr") else -0.3) if language == "ko" else -0.5
    if "぀" <= char <= "ヿ":
        return 0.5 if language == "ja" else -0.5
    if unicodedata.category(char) in ("Co", "Cn", "Cc", "Cs"):
        return -2.0
    return 0.0 if char in _TYPOGRAPHIC else -0.5


def _everyday(char: str) -> bool:
    """Whether a Chinese character stands in the first, commoner level of GB 2312 or of Big5."""
    level_one = (("gb2312", 0xB0, 0xD7), ("big5", 0xA4, 0xC6))
    return any(_encodes(char, name) and low <= char.encode(name)[0] <= high for name, low, high in level_one)


def _encodes(char: str, name: str) -> bool:
    try:
        char.encode(name)
    except UnicodeEncodeError:
        return False
    return True


def latin(text: str) -> float:
    """How much the characters beyond ASCII look like those of a Western European text: -1 to 1.

    Accented letters should touch other Latin letters and be lower case inside words; quotation marks and dashes are
    at home anywhere; a run of three accented letters is rather another script's bytes.
    """
    total = 0
    score = 0.0
    for place, char in enumerate(text):
        if char < "\x80":
            continue
        total += 1
        before = text[place - 1] if place else " "
        after = text[place + 1] if place + 1 < len(text) else " "
        score += _latin_weight(char, before, after)
    return score / total if total else 0.0


def _latin_weight(char: str, before: str, after: str) -> float:
    if char in _TYPOGRAPHIC:
        return 0.5
    if not char.isalpha():
        return -1.0
    if before >= "\x80" and after >= "\x80" and before.isalpha() and after.isalpha():
        return -1.0
    if char.isupper() and before.isalpha() and before.islower():
        return -1.0
    neighbours = (before.isascii() and before.isalpha()) + (after.isascii() and after.isalpha())
    return 1.0 if neighbours else 0.0
