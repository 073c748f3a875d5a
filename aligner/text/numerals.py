"""Numbers of a sentence as bare values, for finding the sentence that renders it.

Much coarser than the number check needs, and quick: "4.1 billion", "41亿" and "41억" give one value, number
words in English, Chinese and Korean are read, and neither units nor dates are told apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

ENGLISH = {
    word: value
    for value, words in {
        0: "zero", 2: "two second twice", 3: "three third", 4: "four fourth", 5: "five fifth", 6: "six sixth",
        7: "seven seventh", 8: "eight eighth", 9: "nine ninth", 10: "ten tenth", 11: "eleven eleventh",
        12: "twelve twelfth", 13: "thirteen thirteenth", 14: "fourteen", 15: "fifteen", 16: "sixteen",
        17: "seventeen", 18: "eighteen", 19: "nineteen", 20: "twenty", 30: "thirty", 40: "forty", 50: "fifty",
        60: "sixty", 70: "seventy", 80: "eighty", 90: "ninety", 1: "one first",
    }.items()
    for word in words.split()
}  # fmt: skip
SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
MONTHS = ("january", "february", "march", "april", "may", "june",
          "july", "august", "september", "october", "november", "december")  # fmt: skip
MONTH = {m: i for i, m in enumerate(MONTHS, 1)} | {m[:3]: i for i, m in enumerate(MONTHS, 1) if m != "may"}
DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
TENS = {"十": 10, "百": 100, "千": 1000, "십": 10, "백": 100, "천": 1000}
MYRIADS = {"万": 10**4, "萬": 10**4, "만": 10**4, "亿": 10**8, "億": 10**8, "억": 10**8, "兆": 10**12, "조": 10**12}

_ONES = dict(zip(["", *"한두세네", "다섯", "여섯", "일곱", "여덟", "아홉"], range(10), strict=True)) | {
    "둘": 2,
    "셋": 3,
    "넷": 4,
}
_TENS = dict(
    zip([*" 열", "스물", "서른", "마흔", "쉰", "예순", "일흔", "여든", "아흔"], range(0, 100, 10), strict=True)
)
NATIVE = {(ten + one).strip(): m + n for ten, m in _TENS.items() for one, n in _ONES.items() if m + n > 1} | {
    "스무": 20
}
"""Korean numerals that are not Chinese, as they stand before what is counted: 두 사람, 열두 개."""

_DIGITS = r"\d{1,3}(?:,\d{3}){1,5}(?:\.\d{1,9})?|\d{1,15}(?:\.\d{1,9})?"
_POWERS = "".join({**TENS, **MYRIADS})
_EAST = re.compile(
    rf"(?:(?:{_DIGITS}) ?[{_POWERS}]{{1,3}} ?){{1,4}}(?:(?<! )(?:{_DIGITS}))?|{_DIGITS}"
    rf"|[{''.join(DIGITS)}{_POWERS}]{{2,20}}"
)
_WORDS = "|".join(sorted({*ENGLISH, *SCALES}, key=len, reverse=True))
_WEST = re.compile(
    rf"(?:{_DIGITS})(?:st|nd|rd|th)?\b(?:[ -](?:{'|'.join(SCALES)})\b)?"
    rf"|\b(?:{_WORDS})(?:(?:[ -]|\sand\s)(?:{_WORDS})\b){{0,7}}\b",
    re.IGNORECASE,
)
_PIECE = re.compile(rf"{_DIGITS}|[^\s\d]")


def values(text: str, language: str) -> Iterator[tuple[int, int, str]]:
    """(start, stop, value) of each number of the text, the value in plain decimal digits.

    A bare "one" or 一 counts as a word, not a number, and is left out.
    """
    eastern = language in {"zh", "ko", "ja"}
    for match in (_EAST if eastern else _WEST).finditer(text):
        value = _eastern(match.group()) if eastern else _western(match.group(), language)
        if value is not None:
            yield match.start(), match.end(), _plain(value)


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _eastern(text: str) -> Decimal | None:
    """The value of digits and numerals with their powers: 3조 2천억, 二十八, 1.5万, 二〇〇六."""
    pieces = _PIECE.findall(text)
    if all(p in DIGITS for p in pieces):
        return Decimal("".join(str(DIGITS[p]) for p in pieces))
    total = section = Decimal(0)
    digit: Decimal | None = None
    for piece in pieces:
        if piece in MYRIADS:
            section += digit or 0
            total += (section or 1) * MYRIADS[piece]
            section, digit = Decimal(0), None
        elif piece in TENS:
            section += (1 if digit is None else digit) * TENS[piece]
            digit = None
        else:
            digit = Decimal(DIGITS[piece]) if piece in DIGITS else Decimal(piece.replace(",", ""))
    return total + section + (digit or 0)


def _western(text: str, language: str) -> Decimal | None:
    """The value of digits with a scale word, or (English) of number words: 4.1 billion, twenty-eight."""
    words = re.split(r"[\s-]+", text.lower())
    if words[0][0].isdigit():
        number = Decimal(re.sub(r"[^\d.]", "", words[0].replace(",", "")))
        return number * SCALES.get(words[-1], 1) if len(words) > 1 else number
    if language != "en" or words in (["one"], ["first"], ["second"]):
        return None
    total = section = 0
    for word in words:
        if word in SCALES:
            section = (section or 1) * SCALES[word]
            if SCALES[word] > 100:
                total, section = total + section, 0
        else:
            section += ENGLISH.get(word, 0)
    return Decimal(total + section)
