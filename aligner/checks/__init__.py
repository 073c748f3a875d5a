"""Checks: one file each. The docstring is the manual page: Flags / Why / Limits / Wrong / Right.

A check is a dataclass whose fields are its options. It sees one aligned pair at a time and yields Issues; the
engine stamps ids, documents and beads. `Wrong` and `Right` are tests: each holds an indented block of one or
more pairs, a line "zh: ..." for the base and a line "en: ..." for the version, and the check must yield an
Issue for each pair under Wrong and none for those under Right.
"""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar, Protocol, runtime_checkable

from aligner import plugins
from aligner.errors import AlignerError
from aligner.model import AlignedPair, Document, Failure, Finding, Issue, Place, Severity, Side, Span
from aligner.terms.index import TermIndex


@dataclass(frozen=True)
class Context:
    """What a check may look at beside the pair in hand: both documents, all pairs, the term base."""

    base: Document
    version: Document
    pairs: tuple[AlignedPair, ...]
    terms: TermIndex

    @cached_property
    def same_language(self) -> bool:
        """Whether base and version share their language (primary subtag)."""
        return self.base.language == self.version.language


@runtime_checkable
class Check(Protocol):
    """Something that must survive the way from the base to the version."""

    category: ClassVar[str]

    def check(self, pair: AlignedPair, context: Context) -> Iterator[Issue]:
        """Yield what is worth a reader's attention in this pair; a one-sided pair has an empty side."""
        ...


def run(names: Sequence[str], context: Context) -> tuple[list[Finding], list[Failure]]:
    """All findings of the checks named, in reading order, the gravest of a pair first.

    A check that crashes becomes a Failure and takes nothing else with it.
    """
    found: list[Finding] = []
    failures = []
    for name in names:
        try:
            found += findings(name, plugins.load("checks", name)(), context)
        except AlignerError:
            raise
        except Exception as error:
            failures.append(Failure.of("check", name, context.version.id, error))
    ordered = sorted(found, key=lambda f: (f.bead, -f.severity, f.check, f.id))
    return _said_once(ordered), failures


def _said_once(found: Sequence[Finding]) -> list[Finding]:
    """The findings; one about words that a graver finding of its pair speaks of already becomes a note."""
    kept: list[Finding] = []
    for finding in found:
        same = next((f for f in _of_bead(reversed(kept), finding.bead) if _same_words(f, finding)), None)
        kept.append(_as_note(finding, same) if same and finding.severity > Severity.NEUTRAL else finding)
    return kept


def _of_bead(found: Iterator[Finding], bead: int) -> Iterator[Finding]:
    return itertools.takewhile(lambda f: f.bead == bead, found)


def _as_note(finding: Finding, same: Finding) -> Finding:
    evidence = {**finding.evidence, "said_by": same.id}
    return dataclasses.replace(finding, severity=Severity.NEUTRAL, evidence=evidence)


def _same_words(one: Finding, other: Finding) -> bool:
    if one.check == other.check or not (one.base and one.version and other.base and other.version):
        return False
    return one.base.span.overlaps(other.base.span) and one.version.span.overlaps(other.version.span)


def findings(name: str, check: Check, context: Context) -> list[Finding]:
    """Run one check over all pairs and stamp its issues with id, category, document and bead.

    An id is the start of a SHA-256 over the check's name, the documents, the texts of both spans and how often
    that combination has come before, so it survives edits elsewhere in the texts.
    """
    seen: Counter[str] = Counter()
    found = []
    for pair in context.pairs:
        for issue in check.check(pair, context):
            base, version = _place(pair.base, issue.base), _place(pair.version, issue.version)
            texts = (base.text if base else "", version.text if version else "")
            key = "\x1f".join((name, context.base.id, context.version.id, *texts))
            seen[key] += 1
            digest = hashlib.sha256(f"{key}\x1f{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()
            found.append(
                Finding(
                    id=digest[:16],
                    check=name,
                    category=check.category,
                    severity=issue.severity,
                    document=context.version.id,
                    bead=pair.position,
                    message=issue.message,
                    base=base,
                    version=version,
                    suggestion=issue.suggestion,
                    evidence=issue.evidence,
                )
            )
    return found


def _place(side: Side, span: Span | None) -> Place | None:
    if span is None or not side.segments:
        return None
    return Place(side.document, tuple(s.index for s in side.segments), span, span.of(side.text))
