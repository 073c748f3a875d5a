"""What a language's files in `data` say about its sentences."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from aligner.plugins import resource

GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Conventions:
    """The words and marks by which a language ends its sentences: its own file added to general.toml.

    Abbreviations stand without their last full stop; all words in the case in which they are written.
    `wide_stops` end a sentence without white space; `goes_on` are marks before which no sentence ends. `quotes` and
    `brackets` are pairs of an opening and a closing mark. `carries_on` (beginnings of text) and `carries_on_words`
    (whole words) continue the sentence after a closing quotation mark, `takes_up` only where the quotation is its
    subject. `reporting` are verbs of a clause that names the speaker, `reporting_to` those with the listener as
    object, `denials` words by which nobody speaks, `after_reporting` what may follow the verb, and `inside_names`
    lower-case words inside the speaker's name. `starters` are words that begin sentences, `starters_too_names`
    those of them that are names as well; `plain_words` are no abbreviations though the engine takes them for some.
    With `ordinals` a full stop behind a figure makes it an ordinal ("am 3. Mai"), with `dotted_dates` it may belong
    to a date ("2026. 1. 3."); `last_syllables` end a Korean sentence.
    """

    wide_stops: str = ""
    quotes: tuple[str, ...] = ()
    brackets: tuple[str, ...] = ()
    goes_on: str = ""
    names_with_stop: tuple[str, ...] = ()
    before_name: frozenset[str] = frozenset()
    before_number: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    never_end: frozenset[str] = frozenset()
    plain_words: frozenset[str] = frozenset()
    may_end: frozenset[str] = frozenset()
    clock: frozenset[str] = frozenset()
    after_clock: frozenset[str] = frozenset()
    lettered: frozenset[str] = frozenset()
    starters: frozenset[str] = frozenset()
    starters_too_names: frozenset[str] = frozenset()
    reporting: frozenset[str] = frozenset()
    reporting_to: frozenset[str] = frozenset()
    denials: tuple[str, ...] = ()
    after_reporting: frozenset[str] = frozenset()
    inside_names: frozenset[str] = frozenset()
    carries_on: tuple[str, ...] = ()
    carries_on_words: frozenset[str] = frozenset()
    takes_up: tuple[str, ...] = ()
    last_syllables: str = ""
    dotted_dates: bool = False
    ordinals: bool = False


@cache
def conventions(language: str) -> Conventions:
    """The conventions of a primary language subtag; those of general.toml where it has no file of its own."""
    general = _read(GENERAL)
    own = _read(language) if language.isalpha() and language != GENERAL else {}
    merged: dict[str, Any] = {}
    for field in fields(Conventions):
        parts = [source[field.name] for source in (general, own) if field.name in source]
        if not parts:
            continue
        if isinstance(parts[0], list):
            words = [word for part in parts for word in part]
            merged[field.name] = tuple(words) if field.default == () else frozenset(words)
        elif isinstance(parts[0], str):
            merged[field.name] = "".join(parts)
        else:
            merged[field.name] = parts[-1]
    return Conventions(**merged)


def _read(name: str) -> dict[str, Any]:
    path = resource("aligner.segmenters", "data", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
