"""The single values of a term base, read alike from every form; what is wrong is a ValueError in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Final

from aligner.model import MatchRule, Severity, Term, TermStatus
from aligner.terms.matching import patterns

PARTS_OF_SPEECH: Final = ("noun", "verb", "adjective", "adverb", "properNoun", "other")
"""The picklist of TBX-Basic version 2; version 3 (2019) has no properNoun."""

BASIC_TYPES: Final = ("fullForm", "acronym", "abbreviation", "shortForm", "variant", "phrase")
"""The term types of TBX-Basic."""

TERM_TYPES: Final = (
    *BASIC_TYPES, "clippedTerm", "commonName", "entryTerm", "equation", "formula", "initialism",
    "internationalism", "internationalScientificTerm", "logicalExpression", "partNumber", "phraseologicalUnit",
    "shortcut", "sku", "standardText", "string", "symbol", "synonym", "synonymousPhrase", "transcribedForm",
    "transliteratedForm",
)  # fmt: skip
"""Those of the default data categories of ISO 30042:2008 as well."""

_STATUS: Final = {
    "preferred": (TermStatus.PREFERRED, False),
    "standardized": (TermStatus.PREFERRED, False),
    "admitted": (TermStatus.ADMITTED, False),
    "legal": (TermStatus.ADMITTED, False),
    "regulated": (TermStatus.ADMITTED, False),
    "deprecated": (TermStatus.DEPRECATED, False),
    "forbidden": (TermStatus.DEPRECATED, True),
    "superseded": (TermStatus.SUPERSEDED, False),
    "obsolete": (TermStatus.SUPERSEDED, False),
}
_TRUTH: Final = {"yes": True, "true": True, "1": True, "": False, "no": False, "false": False, "0": False}
NO_XML: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""A character that XML cannot hold (XML 1.0, production 2)."""

_SPACE = re.compile(r"[ \t\r\n]+")
_UNTIDY = re.compile(r"[\t\r\n]|  ")
_TAG = re.compile(r"[a-z]{2,3}(?:-[a-z0-9]{2,8})*")
_LETTERS = re.compile(r"[^a-z]")


def tidy(text: str) -> str:
    """The text on one line, runs of white space as one space: what files of every form can hold."""
    return (_SPACE.sub(" ", text) if _UNTIDY.search(text) else text).strip()


@cache
def language(text: str) -> str:
    """A BCP 47 tag in its usual spelling: "zh_hant" is "zh-Hant", "eng" is "en".

    Tools write underscores, any case and codes of three letters where two would do.
    """
    tag = text.strip().replace("_", "-").lower()
    if not _TAG.fullmatch(tag):
        raise ValueError(f"{text!r} is no language tag; expected one such as en, ko or zh-Hans")
    first, *rest = tag.split("-")
    if len(first) == 3:
        first = _shortest(first)
    cased = (s.title() if len(s) == 4 and s.isalpha() else s.upper() if len(s) == 2 else s for s in rest)
    return "-".join((first, *cased))


def _shortest(code: str) -> str:
    """The code of two letters for one of three, where there is one (CLDR)."""
    from babel.core import get_global

    other = str(get_global("language_aliases").get(code, code))
    return other if len(other) == 2 else code


@lru_cache(maxsize=256)
def status(text: str) -> tuple[TermStatus, bool]:
    """The status and whether it forbids: "preferredTerm-admn-sts", "Preferred term", "preferred", "forbidden"."""
    word = _LETTERS.sub("", text.lower()).removesuffix("admnsts").removesuffix("term")
    if word not in _STATUS:
        raise ValueError(f"{text!r} is not a status; expected {_listed(_STATUS)}")
    return _STATUS[word]


@lru_cache(maxsize=256)
def part_of_speech(text: str) -> str:
    """A part of speech of TBX-Basic, in any case."""
    return _chosen(text, PARTS_OF_SPEECH, "part of speech")


@lru_cache(maxsize=256)
def term_type(text: str) -> str:
    """A term type of TBX, in any case."""
    return _chosen(text, TERM_TYPES, "term type")


@lru_cache(maxsize=256)
def severity(text: str) -> Severity:
    """A severity by its name, in any case."""
    return Severity[_chosen(text, [s.label for s in Severity], "severity").upper()]


@lru_cache(maxsize=256)
def match_rule(text: str) -> MatchRule:
    """A match rule by its name, in any case."""
    return MatchRule(_chosen(text, [r.value for r in MatchRule], "match rule"))


def truth(text: str) -> bool:
    """Yes or no; an empty field is no."""
    if text.lower() not in _TRUTH:
        raise ValueError(f"{text!r}; expected yes or no")
    return _TRUTH[text.lower()]


def bad_patterns(term: Term) -> Iterable[tuple[str, str]]:
    """(field, what is wrong) of each pattern of a term that cannot be understood."""
    fields: Mapping[str, Iterable[str]] = {
        "term": (term.text,) if term.match is MatchRule.PATTERN else (),
        "not if": term.not_if,
        "context": term.context,
    }
    for field, found in fields.items():
        for pattern in found:
            try:
                patterns.compile(pattern, term.lang)
            except ValueError as error:
                yield field, str(error)


def _chosen(text: str, known: Iterable[str], kind: str) -> str:
    by_letters = {_LETTERS.sub("", name.lower()): name for name in known}
    name = by_letters.get(_LETTERS.sub("", text.lower()))
    if name is None:
        raise ValueError(f"{text!r} is not a {kind}; expected {_listed(by_letters.values())}")
    return name


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
