"""What an automaton of terms finds: a key, and the terms that it may stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from aligner.model import Concept, MatchRule, Term, TermStatus
from aligner.terms.matching import patterns
from aligner.terms.matching.boundaries import bounded, opens
from aligner.terms.matching.capitals import acronym
from aligner.terms.matching.keys import Keyed, keyed
from aligner.terms.matching.prefixes import shifted
from aligner.terms.matching.sentences import sentence
from aligner.terms.matching.variants import shapes
from aligner.terms.matching.words import Words, words_of
from aligner.text.normalise import fold
from aligner.text.script import Script, script_of

_ORDER = {s: n for n, s in enumerate((TermStatus.PREFERRED, TermStatus.ADMITTED, TermStatus.SUPERSEDED))}
_REST = 30
"""Letters by which a word may go on after a term that is matched as a prefix."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One shape of a term and what an occurrence must fulfil to be it.

    `exact` are the places where the case must agree, `rank` is 0 for the term as the term base prints it.
    """

    key: Keyed
    concept: Concept
    term: Term
    words: Words
    exact: tuple[int, ...] = ()
    rank: int = 0
    pattern: patterns.Compiled | None = None

    @property
    def open(self) -> bool:
        """Whether a word may go on after the key."""
        return self.pattern is not None or self.term.match is MatchRule.PREFIX

    @property
    def standing(self) -> tuple[int, int]:
        """Sorts the entries of one key: preferred first, and a term as printed before the shapes of others."""
        return _ORDER.get(self.term.status, len(_ORDER)), self.rank

    def end(self, key: Keyed, start: int, stop: int) -> int | None:
        """Where the occurrence of this entry ends whose key (or anchor) is key.text[start:stop]; None for none."""
        if self.pattern is not None:
            end = self.pattern.match(key, start)
        elif self.term.match is MatchRule.PREFIX:
            end = _word_end(key, stop) if opens(key, start, self.words.clitics) else None
        else:
            end = stop if bounded(key, start, stop, self.key, self.words.clitics) else None
        if end is None or shifted(key, start, self.words):
            return None
        if not (self._letters(key, start, stop) and allowed(self.term, key, start, end)):
            return None
        return end

    def _letters(self, key: Keyed, start: int, stop: int) -> bool:
        """Whether case and accents are those of the term, as far as they matter."""
        if self.pattern is not None:
            return True
        if self.term.match is MatchRule.EXACT and _plainly(key.original(start, stop)) != _plainly(self.term.text):
            return False
        cased, own = key.cased[start:stop], self.key.cased
        if cased == own or cased.isupper():
            return True
        if any(cased[i] != own[i] for i in self.exact):
            return False
        return not self.words.accents or self.words.lower(cased) == self.words.lower(own)


def allowed(term: Term, key: Keyed, start: int, stop: int) -> bool:
    """Whether the sentence around key.text[start:stop] is none that the term base rules out for the term."""
    if not (term.not_if or term.context):
        return True
    first, last = sentence(key.text, start, stop)
    if any(patterns.compile(p, term.lang).within(key, first, last) for p in term.not_if):
        return False
    return not term.context or any(patterns.compile(p, term.lang).within(key, first, last) for p in term.context)


def entries(concept: Concept, term: Term) -> Iterator[Entry]:
    """The entries of a term, the term as printed first; none for a term without letters."""
    words = words_of(term.lang)
    if term.match is MatchRule.PATTERN:
        compiled = patterns.compile(term.text, term.lang)
        for anchor in compiled.anchors:
            yield Entry(Keyed(anchor, anchor, anchor), concept, term, words, pattern=compiled)
        return
    forms = shapes(term.text, term.lang) if term.match in (MatchRule.FORMS, MatchRule.STEM) else (term.text,)
    for number, form in enumerate(forms):
        key = keyed(form, term.lang)
        if key.text:
            yield Entry(key, concept, term, words, _exact(term, key.cased), min(number, 1))


def _exact(term: Term, cased: str) -> tuple[int, ...]:
    """The places where the case must agree: all letters, or those of acronyms, which in small letters would be
    other words."""
    if term.case_sensitive:
        return tuple(i for i, c in enumerate(cased) if c.isalpha())
    places: list[int] = []
    start = 0
    for word in cased.split(" "):
        if acronym(word):
            places += range(start, start + len(word.removesuffix("s")))
        start += len(word) + 1
    return tuple(places)


def _word_end(key: Keyed, at: int) -> int:
    """Where the word that key.text[at - 1] belongs to ends, if it ends within bounds."""
    kind = script_of(key.text[at - 1])
    limit = min(len(key.text), at + _REST)
    while at < limit and kind != Script.HAN and script_of(key.text[at]) == kind and not key.gap(at):
        at += 1
    return at


def _plainly(text: str) -> str:
    """For terms whose letters must stand as they are: widths, dashes, line ends and case apart."""
    return " ".join(fold(text, case=True).text.split())
