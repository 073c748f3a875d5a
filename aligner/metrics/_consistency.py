"""What the three figures on consistency count: the version's own wordings of concepts that it names repeatedly."""

from __future__ import annotations

from aligner.metrics import _terms
from aligner.metrics._wordings import triples
from aligner.model import AlignedPair
from aligner.terms.matching import TermIndex


def counted(pair: AlignedPair, terms: TermIndex) -> tuple[float, ...]:
    """(concept, wording, occurrences) of the version's side."""
    number = _terms.numbers(terms)
    return triples((number[m.concept.id], _terms.slot(m)) for m in _terms.wordings(pair, terms))
