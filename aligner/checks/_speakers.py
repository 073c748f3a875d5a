"""Who asks and who holds an office, from the speaker labels and the words beside the names."""

from __future__ import annotations

from collections import Counter

from aligner.model import Document
from aligner.terms.matching import TermIndex

_ASKS = 0.25
"""Share of questions among a speaker's sentences from which on he is the interviewer, if nobody asks more."""
_BESIDE = 2
"""Characters allowed between an office and a name."""


def interviewers(document: Document) -> frozenset[str]:
    """The speakers who ask: those with the largest share of questions, in a text with two speakers or more."""
    said: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    for segment in document.segments:
        if segment.speaker:
            said[segment.speaker] += 1
            asked[segment.speaker] += segment.text.rstrip().endswith(("?", "？"))
    if len(said) < 2:
        return frozenset()
    top = max(asked[s] / said[s] for s in said)
    return frozenset(s for s in said if top >= _ASKS and asked[s] / said[s] == top)


def offices(document: Document, index: TermIndex) -> dict[str, str]:
    """Speaker -> office ("president") where the text writes one beside his name; the most frequent wins."""
    speakers = {s.speaker for s in document.segments if s.speaker}
    counts: dict[str, Counter[str]] = {name: Counter() for name in speakers}
    for segment in document.segments if speakers else ():
        names = [n for n in speakers if n in segment.text]
        if not names:
            continue
        for match in index.find(segment.text, document.lang):
            kind, _, office = match.concept.id.partition(":")
            if kind == "office":
                before, after = segment.text[: match.span.start], segment.text[match.span.stop :]
                for name in names:
                    if name in after[: len(name) + _BESIDE] or name in before[-len(name) - _BESIDE :]:
                        counts[name][office] += 1
    return {name: min(c, key=lambda o: (-c[o], o)) for name, c in sorted(counts.items()) if c}
