"""Everything a run found out, ready to be written by any reporter."""

from __future__ import annotations

from dataclasses import dataclass

from aligner.model.alignment import Alignment, Bead
from aligner.model.collation import Collation
from aligner.model.document import Document
from aligner.model.finding import Finding
from aligner.model.usage import Candidate, ConceptUse


@dataclass(frozen=True, slots=True)
class Score:
    """One figure about one version.

    `document` is the version scored; `against` the document it was held against (the base, or another version
    of the same language). `value` is None where too few things were counted for a figure; `n` says how many.
    `higher_is_better` is None where neither direction is better (length ratio, likeness of two human versions).
    `signature` reproduces the number. `interval` is a confidence interval, where one was computed. `per_segment`
    holds (bead position or row number, value) pairs.
    """

    document: str
    metric: str
    value: float | None
    higher_is_better: bool | None
    signature: str
    against: str | None = None
    interval: tuple[float, float] | None = None
    per_segment: tuple[tuple[int, float], ...] = ()
    n: int | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A check or metric that crashed: which, on which document, and the error's first line."""

    kind: str
    name: str
    document: str
    error: str

    @classmethod
    def of(cls, kind: str, name: str, document: str, error: Exception) -> Failure:
        """The failure that an exception means."""
        lines = str(error).strip().splitlines()
        return cls(kind, name, document, f"{type(error).__name__}: {lines[0] if lines else ''}".rstrip(": "))


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made the report: versions, the command line that reproduces it, term bases with their digests.

    `profiles` holds one line for each document that was held against a house profile: which, and why that one.
    """

    aligner: str
    python: str
    command: str
    term_bases: tuple[str, ...]
    seconds: float
    profiles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A base, its versions and all that was found.

    `documents` holds the base first, then the versions in the order given; `alignments` one per version in that
    order; `unchecked` plain sentences on what was not checked and why; `usage` how each document names the
    concepts of the term bases, `candidates` wordings that might belong into them. A report on one text alone has no
    versions.
    """

    documents: tuple[Document, ...]
    alignments: tuple[Alignment, ...]
    collation: Collation
    findings: tuple[Finding, ...]
    scores: tuple[Score, ...]
    failures: tuple[Failure, ...]
    provenance: Provenance
    unchecked: tuple[str, ...] = ()
    usage: tuple[ConceptUse, ...] = ()
    candidates: tuple[Candidate, ...] = ()

    @property
    def base(self) -> Document:
        """The text that the versions are held against."""
        return self.documents[0]

    @property
    def versions(self) -> tuple[Document, ...]:
        """The renderings, in the order given."""
        return self.documents[1:]

    def bead(self, finding: Finding) -> Bead | None:
        """The bead that a finding speaks of; None for one on the base alone."""
        if finding.bead is None:
            return None
        return next((a.beads[finding.bead] for a in self.alignments if a.version == finding.document), None)
