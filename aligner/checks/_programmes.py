"""Names of programmes and slogans, which Chinese and Korean print in quotation marks as a matter of typography."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from typing import Any

from aligner.checks import Context
from aligner.checks._quoted import Phrase
from aligner.model import AlignedPair, Severity
from aligner.plugins import resource
from aligner.terms.matching import TermMatch


class Programmes:
    """Which phrases that a version marks are names: those of the term base, and as many as the base capitalises."""

    def __init__(self, pair: AlignedPair, context: Context) -> None:
        self._usual = not context.same_language and context.version.language in _data()["marked_in"]
        self._matches: tuple[TermMatch, ...] = ()
        self._known: frozenset[str] = frozenset()
        self._left = 0
        if self._usual:
            self._matches = context.terms.find(pair.version.text, pair.version.lang)
            self._known = frozenset(m.concept.id for m in context.terms.find(pair.base.text, pair.base.lang))
            self._left = sum(1 for _ in _capitalised(pair.base.text, pair.base.language))

    def severity(self, phrase: Phrase) -> Severity | None:
        """How much the marks around the phrase matter; None where they are the usual way to print a name."""
        if not self._usual:
            return Severity.MINOR
        concepts = {m.concept.id for m in self._matches if _covers(m, phrase)}
        if concepts:
            self._left -= bool(concepts & self._known)
            return None if concepts & self._known else Severity.NEUTRAL
        self._left -= 1
        return Severity.NEUTRAL if self._left >= 0 else Severity.MINOR


def _covers(match: TermMatch, phrase: Phrase) -> bool:
    """Whether the term holds all words within the marks."""
    return match.span.start <= phrase.outer.start + 1 and match.span.stop >= phrase.outer.stop - 1


def _capitalised(text: str, language: str) -> Iterator[str]:
    """The names of programmes in a text of a language with capitals."""
    pattern = _pattern(language)
    return (found.group() for found in pattern.finditer(text)) if pattern else iter(())


@cache
def _pattern(language: str) -> re.Pattern[str] | None:
    words = _data()["closing"].get(language)
    if not words:
        return None
    return re.compile(rf"\b(?!(?:The|A|An|This|That|Its|Our) )[A-Z][\w'’-]{{0,40}} (?:{'|'.join(words)})\b")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resource("aligner.checks", "data", "programmes.toml").read_text(encoding="utf-8"))
