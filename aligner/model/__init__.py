"""The nouns: frozen values that every layer speaks in. Imports nothing but errors."""

from aligner.model.alignment import AlignedPair, Alignment, Bead, Side
from aligner.model.collation import Collation, Row
from aligner.model.document import Block, Document, Role, Segment
from aligner.model.finding import Finding, Issue, Place, Severity
from aligner.model.report import Failure, Provenance, Report, Score
from aligner.model.span import Span
from aligner.model.terms import Concept, MatchRule, Term, TermStatus
from aligner.model.usage import Candidate, ConceptUse, Rendering

__all__ = [
    "AlignedPair",
    "Alignment",
    "Bead",
    "Block",
    "Candidate",
    "Collation",
    "Concept",
    "ConceptUse",
    "Document",
    "Failure",
    "Finding",
    "Issue",
    "MatchRule",
    "Place",
    "Provenance",
    "Rendering",
    "Report",
    "Role",
    "Row",
    "Score",
    "Segment",
    "Severity",
    "Side",
    "Span",
    "Term",
    "TermStatus",
]
