"""Short forms in brackets: "stored value facility (SVF) licences", "memorandum of understanding (MOU)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from aligner.model import Span
from aligner.terms.matching.automaton import Automaton, Hit
from aligner.terms.matching.edits import Edits
from aligner.terms.matching.keys import Keyed

_INSERTED = re.compile(r" ?[(（][^\W_a-z][^\W_]{1,11}[)）]")
"""A short form: one word with a capital in front."""
_FAR = 120
"""Characters before and after a bracket in which a term that goes across it is looked for."""
_OPENING = re.compile(r"[^\S\n]?[(（][^\S\n]?[\"“'‘「]?\Z")
_CLOSING = re.compile(r"[\"”'’」]?s?[^\S\n]?[)）]")


def across(key: Keyed, automata: Iterable[Automaton]) -> Iterator[Hit]:
    """The hits that are there when short forms in brackets are passed over, with places of the key given."""
    if "(" not in key.text and "（" not in key.text:
        return
    spans = [m.span() for m in _INSERTED.finditer(key.cased)]
    if not spans:
        return
    without = key.without(spans)
    step = without.steps[0]
    assert isinstance(step, Edits)
    for place in dict.fromkeys(step.places):
        first, last = max(0, place - _FAR), place + _FAR
        for automaton in automata:
            for hit in automaton.hits(without, first, last):
                if hit.start < place < hit.stop:
                    yield hit._replace(start=step.start(hit.start), stop=step.stop(hit.stop - 1))


def together(first: Span, second: Span, text: str) -> Span | None:
    """The span of a term and of another in brackets right after it; None where they do not stand so."""
    if second.start - first.stop > 4 or not _OPENING.match(text[first.stop : second.start]):
        return None
    closing = _CLOSING.match(text, second.stop)
    return Span(first.start, closing.end()) if closing else None
