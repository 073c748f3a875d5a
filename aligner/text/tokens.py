"""The tokens by which sentences of two languages are compared.

A token is a lower-case stem, a name with its capitals where names are asked for, a number as `#` and its value,
or a punctuation mark that most languages share. Chinese is cut by longest match against the words that the
lexicons know; what none knows falls apart into characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from aligner.text.numerals import MONTH, NATIVE, values
from aligner.text.script import HAN, HANGUL, KANA
from aligner.text.stems import stem

MARKS = {
    "？": "?", "?": "?", "！": "!", "!": "!", "“": '"', "”": '"', "「": '"', "」": '"', "『": '"', "』": '"',
    "«": '"', "»": '"', "„": '"', '"': '"', "《": '"', "》": '"', "：": ":", ":": ":", "；": ";", ";": ";",
    "（": "(", "(": "(", "）": ")", ")": ")", "…": "…", "—": "-", "–": "-", "%": "%", "％": "%", "$": "$",
}  # fmt: skip
"""Punctuation marks that carry over in translation -> the token that stands for them."""

PERCENT = {"percent", "per cent", "퍼센트", "百分之", "프로"}

_TOKEN = re.compile(
    rf"(?P<han>[{HAN}{KANA}]+)|(?P<word>[{HANGUL}]+|[^\W\d_{HAN}{HANGUL}{KANA}]+(?:['’][^\W\d_{HAN}{HANGUL}{KANA}]+)*)"
    r"|(?P<dots>\.{3,6}|…+)|(?P<mark>[^\w\s])"
)
_POSSESSIVE = re.compile(r"['’]s?$")
LONGEST = 8
"""Characters of the longest Chinese word that is looked for."""


def tokenise(
    texts: Sequence[str], language: str, words: frozenset[str] = frozenset(), *, names: bool = False
) -> list[tuple[str, ...]]:
    """The tokens of each text of one document.

    `language` is a primary subtag; `words` the known words of a language without spaces; with `names`, words
    that the document never writes in lower case keep their capitals and are not stemmed, so that they can be
    told from words when they are held against another script.
    """
    proper = _proper(texts) if names else frozenset()
    return [tuple(_tokens(text, language, words, proper)) for text in texts]


def _proper(texts: Sequence[str]) -> frozenset[str]:
    found = {m.group("word") for text in texts for m in _TOKEN.finditer(text) if m.group("word")}
    bare = {_POSSESSIVE.sub("", w) for w in found}
    return frozenset(w for w in bare if len(w) > 1 and w[0].isupper() and w.lower() not in bare)


def _tokens(text: str, language: str, words: frozenset[str], proper: frozenset[str]) -> Iterator[str]:
    position = 0
    for start, stop, value in values(text, language):
        if text[start:stop] in words and not text[start].isdigit():
            continue  # an idiom such as 千万 is a word of the dictionary
        yield from _plain(text[position:start], language, words, proper)
        yield f"#{value}"
        position = stop
    yield from _plain(text[position:], language, words, proper)


def _plain(text: str, language: str, words: frozenset[str], proper: frozenset[str]) -> Iterator[str]:
    for match in _TOKEN.finditer(text):
        if match.group("han"):
            yield from _longest(match.group("han"), words)
        elif match.group("word"):
            yield _word(match.group("word"), language, proper)
        elif match.group("dots"):
            yield "…"
        elif match.group("mark") in MARKS:
            yield MARKS[match.group("mark")]


def _word(word: str, language: str, proper: frozenset[str]) -> str:
    word = _POSSESSIVE.sub("", word) or word
    lower = word.lower()
    if lower in PERCENT:
        return "%"
    if language == "en" and word[0].isupper() and lower in MONTH:
        return f"#{MONTH[lower]}"
    if language == "ko" and word in NATIVE:
        return f"#{NATIVE[word]}"
    if word in proper:
        return word
    return stem(lower, language)


def _longest(run: str, words: frozenset[str]) -> Iterator[str]:
    position = 0
    while position < len(run):
        stop = next(
            (p for p in range(min(len(run), position + LONGEST), position + 1, -1) if run[position:p] in words),
            position + 1,
        )
        yield run[position:stop]
        position = stop
