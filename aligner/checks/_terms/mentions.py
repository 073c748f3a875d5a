"""How a document names its concepts: each mention with its wording, who says it, and what the base has there."""

from __future__ import annotations

import bisect
import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from aligner.checks import Context, Mode
from aligner.checks._speakers import interviewers
from aligner.checks._terms.kinds import is_common
from aligner.checks._terms.occurrences import Occurrence
from aligner.checks._terms.titles import in_title
from aligner.checks._terms.view import TermView
from aligner.checks._terms.words import WORD, small_words
from aligner.model import Concept, Role, Span, Term
from aligner.terms.matching import TermMatch
from aligner.text.quotes import quotations
from aligner.text.script import SPACELESS

_BETWEEN = 30
"""Characters between two names of which one explains the other."""
_BESIDE = 200
"""Characters beside a quotation in which the name of its speaker is looked for."""
_NESTED = 4
"""Quotations that may lie in each other."""
_SLASH = re.compile(r"\s*[/(（\[［=]\s*")


@dataclass(frozen=True, slots=True)
class Mention:
    """One mention of a concept in the version.

    `wording` is the same for terms that are one name; `proper` says that the concept accepts it: a rejected term or
    a rival's is reported for itself. `voice` is who says it: a speaker, "" for the text itself, None where words in
    quotation marks are nobody's that is known. `of` are the base's wordings of the concept in a sure pair, `used`
    where the first of them stands.
    """

    place: Occurrence
    concept: Concept
    term: Term
    wording: str
    proper: bool
    voice: str | None
    quoted: bool
    of: frozenset[str] = frozenset()
    used: Occurrence | None = None

    @property
    def headline(self) -> bool:
        """Whether it stands in a headline."""
        return self.place.role is Role.TITLE


class Voices:
    """Who says what stands where: by the labels of speakers, and by their names beside a quotation."""

    def __init__(self, context: Context) -> None:
        self._language = context.version.language
        self.interviewers = interviewers(context.version)
        self._names = _names(sorted({s.speaker for s in context.version.segments if s.speaker}))
        self._quotations = cache(lambda text: quotations(text, self._language))

    def of(self, place: Occurrence) -> tuple[str | None, bool]:
        """The voice of a mention (see Mention), and whether it stands in quotation marks."""
        inside = self._around(place)
        quoted = inside is not None
        if place.speaker or inside is None:
            return place.speaker or "", quoted
        before, after = max(0, inside.start - _BESIDE), inside.stop + _BESIDE
        outside = place.sentence[before : inside.start] + " " + place.sentence[inside.stop : after]
        said = {who for word, who in self._names.items() if word in outside}
        return (said.pop() if len(said) == 1 else None), True

    def _around(self, place: Occurrence) -> Span | None:
        """The outermost of the last quotations that open before a mention and hold it, with its marks."""
        found = self._quotations(place.sentence)
        at = bisect.bisect_right(found, place.start, key=lambda q: q.outer.start)
        held = (q for q in found[max(0, at - _NESTED) : at] if place.start < q.span.stop and not q.title)
        return next((q.outer for q in held), None)


def _names(speakers: Sequence[str]) -> dict[str, str]:
    """Whole names and those of their words that only one speaker has -> the speaker."""
    words: dict[str, set[str]] = {}
    for speaker in speakers:
        for word in (speaker, *(w for w in speaker.split() if len(w) > 1)):
            words.setdefault(word, set()).add(speaker)
    return {word: who.pop() for word, who in words.items() if len(who) == 1}


def mentions(terms: TermView, context: Context) -> dict[str, list[Mention]]:
    """The mentions of each concept, in reading order of the version; linear in the mentions."""
    voices = Voices(context)
    found: dict[str, list[Mention]] = {}
    every = (o for pair in context.pairs for o in terms.version[pair.position].terms if not o.weak)
    for place in sorted(every, key=lambda o: (o.segment, o.start)):
        match = _meant(place, terms, alone=context.mode is Mode.ALONE)
        if match is not None and not in_title(place, match.term):
            concept = _rendered(match, place, terms)
            found.setdefault(concept.id, []).append(_mention(place, match, concept, terms, voices))
    return found


def _meant(place: Occurrence, terms: TermView, *, alone: bool) -> TermMatch | None:
    """What a term stands for: a concept of the pair's base, else the only one that accepts it.

    A rejected one stands for its concept where the base has it more often than the version has accepted ones; in a
    text alone, where several words say so.
    """
    for match in place.readings:
        ident = match.concept.id
        here = terms.base[place.pair].counts.get(ident, 0)
        if here and match.term.status.accepted:
            return match
        if here > terms.version[place.pair].accepted.get(ident, 0):
            return match
    accepted = [m for m in place.readings if m.term.status.accepted]
    if accepted:
        return accepted[0] if len({m.concept.id for m in accepted}) == 1 else None
    return next((m for m in place.readings if alone and not is_common(m.term)), None)


def _rendered(match: TermMatch, place: Occurrence, terms: TermView) -> Concept:
    """The concept that a term renders: its own, or the rival in the pair's base for which nothing else stands."""
    base, beside = terms.base[place.pair], terms.version[place.pair]
    if base.of(match.concept.id):
        return match.concept
    for rival in sorted(terms.known.rivals.get(match.concept.id, frozenset())):
        if base.accepted.get(rival) and not beside.of(rival):
            return base.of(rival)[0].reading(rival).concept
    return match.concept


def _mention(place: Occurrence, match: TermMatch, concept: Concept, terms: TermView, voices: Voices) -> Mention:
    own = concept.id == match.concept.id
    loosely = not terms.known.weighs(match.concept)
    voice, quoted = voices.of(place)
    sure = not terms.pairs[place.pair].bead.unsure
    used = terms.base[place.pair].of(concept.id) if sure else ()
    return Mention(
        place, concept, match.term, terms.known.names.of(match.term, match.concept, loosely=loosely),
        own and match.term.status.accepted, voice, quoted,
        frozenset(terms.known.names.of(o.reading(concept.id).term, o.reading(concept.id).concept) for o in used),
        used[0] if used else None,
    )  # fmt: skip


def glossed(found: Sequence[Mention], language: str) -> Iterator[tuple[str, str]]:
    """Pairs of wordings of one concept of which the text explains one by the other: "X, or the Y", "X (Y)"."""
    for one, two in itertools.pairwise(found):
        if one.place.segment == two.place.segment and one.wording != two.wording:
            stop = one.place.start + len(one.place.text)
            between = one.place.sentence[stop : two.place.start]
            if len(between) <= _BETWEEN and _explains(between, language):
                yield one.wording, two.wording


def _explains(between: str, language: str) -> bool:
    if _SLASH.match(between):
        return True
    known = small_words("glossing", language)
    text = between.lower()
    if language in SPACELESS:
        return any(w in text for w in known)
    padded = f" {' '.join(WORD.findall(text))} "
    return any(f" {w} " in padded for w in known)
