"""What a term base knows already: no draft may cut a term of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from aligner.model import Concept
from aligner.terms.discovery.phrases import Running
from aligner.terms.discovery.termhood import Phrase
from aligner.terms.matching import TermIndex


class Known:
    """Where the terms of a term base stand in a row of units: no draft may cut one."""

    def __init__(self, row: Running, texts: Sequence[str], lang: str, known: Sequence[Concept]) -> None:
        self.row = row
        self.within = np.zeros(len(row.keys) + 1, dtype=bool)  # whether the border before a unit is inside a term
        self.spans: list[tuple[int, int, str]] = []  # units first..stop and the concept, in order
        first = np.searchsorted(row.texts, np.arange(len(texts) + 1))
        index = TermIndex(known)
        for number, text in enumerate(texts if known else ()):
            starts, stops = (side[first[number] : first[number + 1]] for side in (row.starts, row.stops))
            for reading in index.find(text, lang):
                start = int(np.searchsorted(stops, reading.span.start, side="right")) + int(first[number])
                stop = int(np.searchsorted(starts, reading.span.stop)) + int(first[number])
                self.within[start + 1 : stop] = True
                self.spans.append((start, stop, reading.concept.id))
        self.starts = np.array([start for start, _, _ in self.spans], dtype=np.int64)

    def whole(self, phrase: Phrase) -> Phrase | None:
        """The phrase without the places in which it cuts a term; None where those are most of them."""
        places = phrase.places[~(self.within[phrase.places] | self.within[phrase.places + phrase.size])]
        if 2 * len(places) <= phrase.count:
            return None
        return replace(phrase, first=int(places[0]), count=len(places), places=places)

    def held(self, phrase: Phrase) -> frozenset[str]:
        """The concepts whose terms are a part of a phrase."""
        low, high = np.searchsorted(self.starts, [phrase.first, phrase.first + phrase.size])
        return frozenset(ident for _, _, ident in self.spans[low:high])
