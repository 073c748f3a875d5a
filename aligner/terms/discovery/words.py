"""Which words of a language carry no meaning of their own, and what else the data files say of it.

A language without a file has no list: its function words are then told by how common they are in the texts.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any

from aligner.plugins import resource
from aligner.text.stems import stem

COMMON = 0.1
"""Share of a text's segments beyond which a word counts as a function word, where the language has no list."""

FEW = 20
"""Segments below which nothing can be said about how common a word is."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of a language's words, all of them in the form of `aligner.terms.discovery.units`.

    `function` fill no place of a term and stand at none of its ends; nor do `numbers`, but they are a part of the
    terms that have them. Those of `inner` may stand inside a term, `passed_over` are left out of units altogether.
    In Chinese `function` are characters, `function_words` words of several; `inside` are those characters that are
    parts of words too, `alone` those of them that have no content by themselves.
    `head` says whether the "first" or the "last" content word tells what the whole is. `titles` go with names of
    people and stand "before" or "after" them (`title_place`).
    """

    function: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    inner: frozenset[str] = frozenset()
    inside: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()
    passed_over: frozenset[str] = frozenset()
    head: str = "last"
    titles: tuple[str, ...] = ()
    title_place: str = "before"


@cache
def words_of(language: str) -> Words:
    """What is known of the words of a language (primary subtag); nothing where there is no file."""
    path = resource("aligner.terms.discovery", "data", f"{language}.toml")
    if not language.isalpha() or not path.is_file():
        return Words()
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))

    def listed(name: str) -> list[str]:
        return str(data.get(name, "")).split()

    def forms(name: str) -> frozenset[str]:
        return frozenset(form for word in listed(name) for form in (word, stem(word, language)))

    return Words(
        function=forms("function"),
        function_words=frozenset(listed("function_words")),
        numbers=forms("numbers"),
        inner=forms("inner"),
        inside=frozenset(listed("inside")),
        alone=frozenset(listed("alone")),
        passed_over=frozenset(listed("passed_over")),
        head=str(data.get("head", "last")),
        titles=tuple(t.replace("-", " ") for t in listed("titles")),
        title_place=str(data.get("title_place", "before")),
    )


def commonest(segments: Iterable[frozenset[str]]) -> frozenset[str]:
    """The function words of a language without a list: what stands in more than a tenth of the segments."""
    counts: dict[str, int] = {}
    size = 0
    for keys in segments:
        size += 1
        for key in keys:
            counts[key] = counts.get(key, 0) + 1
    return frozenset(k for k, n in counts.items() if size >= FEW and n > COMMON * size)
