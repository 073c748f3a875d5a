"""Which language a text is in: script first, words for English, a statistical model only for the rest.

Chinese, Korean and Japanese are told by their scripts, weighed as words so that an English text with a few Chinese
names stays English. Simplified and traditional Chinese are told by the characters that only GB 2312 or only Big5
has. English is told by its function words; py3langid (Barbaresi 2021, after Lui and Baldwin 2012), which takes half
a second to load, is asked for other languages in Latin, Cyrillic and Arabic letters only.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections import Counter
from dataclasses import dataclass
from typing import Any

from aligner.plugins import resource

_SAMPLE = 20_000
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile("[A-Za-zÀ-ɏ]")


@dataclass(frozen=True, slots=True)
class Detection:
    """A BCP 47 tag such as "zh-Hant", "ko" or "en", "und" where there is nothing to go by; `sure` tells a guess."""

    lang: str
    sure: bool


@functools.cache
def _data() -> dict[str, Any]:
    file = resource("aligner.text", "data", "languages.toml")
    return tomllib.loads(file.read_text(encoding="utf-8"))


def detect(text: str) -> Detection:
    """The language that most of `text` is written in, judged by its first 20,000 characters."""
    text = text[:_SAMPLE]
    words = _words_by_script(text)
    total = sum(words.values())
    if not total:
        return Detection("und", False)
    script, number = max(words.items(), key=lambda item: (item[1], item[0]))
    sure = number >= 0.6 * total
    if script == "Han":
        return _chinese(text, sure)
    if script in ("Hangul", "Kana"):
        return Detection({"Hangul": "ko", "Kana": "ja"}[script], sure)
    single = _data()["scripts"].get(script, {}).get("lang")
    if single:
        return Detection(single, sure)
    return _by_words(text, script, sure)


def _words_by_script(text: str) -> dict[str, float]:
    """About how many words each script holds: a Chinese word has 1.7 characters, a Korean one 3.

    Han characters of a Japanese text count as Kana, those of a Korean one as Hangul.
    """
    characters: Counter[str] = Counter()
    for char, number in Counter(text).items():
        script = _script(char)
        if script:
            characters[script] += number
    words: dict[str, float] = {"Han": characters["Han"] / 1.7, "Hangul": characters["Hangul"] / 3}
    words["Kana"] = characters["Kana"] / 2.5
    if characters["Kana"] > 0.1 * (characters["Kana"] + characters["Han"]):
        words["Kana"] += words.pop("Han")
    elif characters["Hangul"] > characters["Han"]:
        words["Hangul"] += words.pop("Han")
    words["Latin"] = sum(1 for word in _WORD.finditer(text) if _LATIN.match(word[0]))
    for script, number in characters.items():
        if script not in ("Han", "Hangul", "Kana", "Latin"):
            words[script] = number / 5
    return {script: number for script, number in words.items() if number}


@functools.lru_cache(maxsize=4096)
def _script(char: str) -> str | None:
    if not char.isalpha():
        return None
    for script, entry in _data()["scripts"].items():
        for first, last in entry["ranges"]:
            if first <= ord(char) <= last:
                return str(script)
    return None


def _chinese(text: str, sure: bool) -> Detection:
    simplified = traditional = 0
    for char, number in Counter(text).items():
        if "一" <= char <= "鿿":
            in_gb, in_big5 = _encodes(char, "gb2312"), _encodes(char, "big5")
            simplified += number * (in_gb and not in_big5)
            traditional += number * (in_big5 and not in_gb)
    lang = "zh-Hant" if traditional > simplified else "zh-Hans"
    return Detection(lang, sure and max(simplified, traditional) > 2 * min(simplified, traditional))


def _encodes(char: str, encoding: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _by_words(text: str, script: str, sure: bool) -> Detection:
    words = [word.lower() for word in _WORD.findall(text) if _script(word[0]) == script]
    if script == "Latin":
        english = frozenset(_data()["words"]["en"])
        share = sum(word in english for word in words) / max(1, len(words))
        if share >= 0.15:
            return Detection("en", sure and len(words) >= 5)
    import py3langid

    lang = str(py3langid.classify(" ".join(words))[0])
    return Detection(lang, sure and len(words) >= 12)
