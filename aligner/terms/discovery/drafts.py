"""A draft term base from texts and their versions: phrases that recur on both sides and render each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from aligner.model import AlignedPair, Concept, Term, TermStatus
from aligner.model.language import primary
from aligner.terms.discovery.association import MANY, Link, links
from aligner.terms.discovery.known import Known
from aligner.terms.discovery.phrases import Numbers, Running, levels, running, span_at
from aligner.terms.discovery.termhood import Phrase, candidates
from aligner.terms.discovery.units import shared_start, units
from aligner.text.script import HANGUL

LEAST = 2
"""Occurrences of a phrase that recurs; `GROWTH` beads more ask for one more each."""

GROWTH, MOST_LEAST = 5_000, 8

MOST = 4_000
"""Phrases of each side that are paired, the best by NC-value."""

UNEVEN, SURE = 3, 0.9
"""How many times longer one phrase of a pair may be, unless their beads are alike by this Dice coefficient, and are
`MANY` or more (aligner.terms.discovery.association)."""

EXAMPLE = 160
"""Characters of the example in a note."""

_SYLLABLES = re.compile(f"[{HANGUL}]{{0,12}}")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class _Side:
    """One side of all beads with its candidates; `beads` are those of each candidate, `held` the known concepts
    whose terms are a part of it."""

    row: Running
    texts: tuple[str, ...]
    language: str
    phrases: tuple[Phrase, ...]
    beads: tuple[Numbers, ...]
    held: tuple[frozenset[str], ...]


def extract(
    pairs: Sequence[AlignedPair],
    base_lang: str,
    version_lang: str,
    known: Sequence[Concept] = (),
    words: Mapping[str, frozenset[str]] | None = None,
) -> tuple[Concept, ...]:
    """Draft concepts of two languages (BCP 47), likeliest first: what recurs in both sides of the beads.

    Terms of `known` are left out, and so is what holds a part of one, or a whole one on one side alone. `words`
    holds the words of languages without spaces, by primary subtag: where it has any, a phrase begins and ends with
    a word; without, every character may be an edge. All terms are admitted and all concepts uncertain: their notes
    say how often the phrases stand and where, for somebody to decide. Time is n log n in the texts.
    """
    paired = [p for p in pairs if p.bead.paired]
    if not paired:
        return ()
    least = min(MOST_LEAST, LEAST + len(paired) // GROWTH)
    base = _side([p.base.text for p in paired], base_lang, known, least, words or {})
    version = _side([p.version.text for p in paired], version_lang, known, least, words or {})
    found = links(base.beads, version.beads, len(paired))
    return tuple(
        _concept(n, link, base, version, paired)
        for n, link in enumerate(_worth(found, base, version, len(paired) >= MANY), 1)
    )


def _side(
    texts: Sequence[str], lang: str, known: Sequence[Concept], least: int, words: Mapping[str, frozenset[str]]
) -> _Side:
    language = primary(lang)
    row = running(texts, language, words.get(language, frozenset()))
    found = Known(row, texts, lang, known)
    listed = {tuple(u.key for u in units(t.text, language)) for c in known for t in c.in_language(language)}
    whole = (found.whole(p) for p in candidates(row, list(levels(row, least)), MOST) if _key(row, p) not in listed)
    phrases = [p for p in whole if p]
    beads = [np.unique(row.texts[p.places]) for p in phrases]
    kept = [k for k, b in enumerate(beads) if len(b) >= LEAST]
    chosen = tuple(phrases[k] for k in kept)
    held = tuple(found.held(p) for p in chosen)
    return _Side(row, tuple(texts), language, chosen, tuple(beads[k] for k in kept), held)


def _key(row: Running, phrase: Phrase) -> tuple[str, ...]:
    return tuple(row.names[k] for k in row.keys[phrase.first : phrase.first + phrase.size])


def _worth(found: Sequence[Link], base: _Side, version: _Side, many: bool) -> list[Link]:
    """The links that are worth a look: a phrase of several words on one side at least, the likeliest first.

    Ordered by the product of what speaks for the pair: how surely both are terms, and how surely they belong
    together (Dice, with one bead against it that may yet come).
    """
    kept = [
        x
        for x in found
        if base.held[x.base] == version.held[x.version]
        and _fits(_words(base, x.base), _words(version, x.version), many and x.dice >= SURE)
        and (many or not (_part(base, x.base, version, x.version) or _part(version, x.version, base, x.base)))
    ]
    return sorted(
        kept,
        key=lambda x: (-x.dice * len(x.beads) / (len(x.beads) + 1) * _value(x, base, version), x.base, x.version),
    )


def _value(link: Link, base: _Side, version: _Side) -> float:
    return float(np.sqrt(base.phrases[link.base].value * version.phrases[link.version].value))


def _words(side: _Side, number: int) -> float:
    """The length of a phrase in words; two Chinese characters are one."""
    phrase = side.phrases[number]
    return phrase.size / (2 if side.row.han[phrase.first] else 1)


def _fits(one: float, other: float, sure: bool) -> bool:
    """Whether the lengths of two phrases allow them to be a pair: a long one and a single word must be sure."""
    if max(one, other) <= 1:
        return False
    return max(one, other) < UNEVEN * min(one, other) or sure


def _part(one: _Side, number: int, other: _Side, counterpart: int) -> bool:
    """Whether a phrase is a single word, and no name, where the other side has several: a part of a rendering."""
    phrase = other.phrases[counterpart]
    several = phrase.size > 2 if other.row.han[phrase.first] else " " in _written(other, phrase)
    return several and one.phrases[number].size == 1 and _written(one, one.phrases[number]).islower()


def _concept(number: int, link: Link, base: _Side, version: _Side, pairs: Sequence[AlignedPair]) -> Concept:
    sides = ((base, link.base), (version, link.version))
    terms = tuple(Term(_written(side, side.phrases[k]), side.language, TermStatus.ADMITTED) for side, k in sides)
    counts = [side.phrases[k].count for side, k in sides]
    pair = pairs[int(link.beads[0])]
    note = (
        f"{counts[0]} times in the base, {counts[1]} in the version; together in {len(link.beads)} of "
        f"{len(base.beads[link.base])} and {len(version.beads[link.version])} passages. "
        f"{pair.version.document}: {_example(pair.version.text, terms[1].text)}"
    )
    return Concept(id=f"draft-{number}", terms=terms, note=note, uncertain=True)


def _written(side: _Side, phrase: Phrase) -> str:
    """The phrase as it is written most often; the first of those that are equally frequent.

    A Korean word loses what its forms do not share, so that "소프트웨어" does not end where a particle could begin.
    """
    forms: Counter[str] = Counter()
    ends = set()
    for place in phrase.places.tolist():
        text, span = span_at(side.row, place, phrase.size)
        forms[_SPACE.sub(" ", span.of(side.texts[text]))] += 1
        if side.language == "ko":
            ending = _SYLLABLES.match(side.texts[text], span.stop)
            ends.add(ending[0] if ending else "")
    return forms.most_common(1)[0][0] + (shared_start(sorted(ends)) if len(ends) > 1 else "")


def _example(text: str, term: str) -> str:
    """The words around a term in a passage."""
    place = max(0, text.find(term))
    start = max(0, place - (EXAMPLE - len(term)) // 2)
    stop = min(len(text), start + EXAMPLE)
    return f"{'…' if start else ''}{text[start:stop].strip()}{'…' if stop < len(text) else ''}"
