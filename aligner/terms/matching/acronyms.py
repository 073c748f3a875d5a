"""Short forms that a text defines beside a term: "stored value facility (SVF)", "한국은행(이하 한은)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from aligner.model import Concept, MatchRule, Term
from aligner.model.language import primary
from aligner.terms.matching.words import words_of
from aligner.text.script import Script, script_of

DEFINED = "defined in the text"
"""The `source` of terms that a text defines."""
_LONGEST = 12
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Defined:
    """A short form, the concept and term that it stands for, and the wording that it was put beside."""

    short: str
    concept: Concept
    term: Term
    long: str


def short_form(text: str, start: int, stop: int, lang: str) -> str | None:
    """The short form in brackets after text[start:stop], if it can be one of that wording."""
    match = _definition(lang).match(text, stop)
    if match is None:
        return None
    introduced, latin, other = match["lead"], match["latin"], match["other"]
    long = text[start:stop]
    if latin:
        short = latin.removesuffix("s") if latin[:-1].isupper() else latin
        return short if introduced or _abbreviates(short, long) else None
    return other if introduced and _in_order(other, long) else None


def terms(defined: Iterable[Defined], concepts: Iterable[Concept], lang: str) -> Iterator[tuple[Concept, Term]]:
    """The terms that follow: the short forms, and longer terms with the short form in them ("SVF licences")."""
    concepts = tuple(concepts)
    language = primary(lang)
    for one in defined:
        kind = "acronym" if one.short.isupper() else "shortForm"
        yield one.concept, _made(one.term, one.short, kind)
        inner = re.compile(rf"(?<![^\W_]){re.escape(one.long)}(?![^\W_])", re.IGNORECASE)
        for concept in concepts:
            for term in concept.in_language(language):
                if (
                    len(term.text) > len(one.long)
                    and term.match is not MatchRule.PATTERN
                    and inner.search(term.text)
                ):
                    yield concept, _made(term, inner.sub(re.escape(one.short), term.text), "shortForm")


def _made(term: Term, text: str, kind: str) -> Term:
    exact = text.split(" ", maxsplit=1)[0] == text
    return replace(term, text=text, type=kind, source=DEFINED, match=MatchRule.FORMS, case_sensitive=exact)


@cache
def _definition(lang: str) -> re.Pattern[str]:
    leads = "|".join(re.escape(w) for w in sorted(words_of(lang).define, key=len, reverse=True)) or r"(?!)"
    return re.compile(
        rf"[^\S\n]?[(（][^\S\n]?(?P<lead>(?:{leads})[^\S\n:：,，]{{0,2}}[^\S\n]?)?[\"“'‘「『]?"
        rf"(?:(?P<latin>[A-Z][A-Za-z0-9&-]{{1,{_LONGEST}}})|(?P<other>[^\W\d_A-Za-z]{{2,{_LONGEST}}}))"
        r"[\"”'’」』]?[^\S\n]?[)）]"
    )


def _abbreviates(short: str, long: str) -> bool:
    """Whether the capitals of a short form are initials of the wording, in order; beside a wording in another
    script, whether it is all capitals."""
    if script_of(long[-1]) != Script.SPACED:
        return short.isupper()
    initials = "".join(w[0] for w in _WORD.findall(long)).lower()
    capitals = [c.lower() for c in short if c.isupper() or c.isdigit()]
    return len(capitals) > 1 and len(initials) > 1 and _in_order("".join(capitals), initials)


def _in_order(short: str, long: str) -> bool:
    """Whether all characters of one stand in the other, in the same order."""
    rest = iter(long)
    return len(short) < len(long) + 1 and all(any(c == other for other in rest) for c in short)
