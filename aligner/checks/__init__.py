"""Checks: one file each. The docstring is the manual page: Flags / Why / Limits / Wrong / Right.

A check is a dataclass whose fields are its options. It sees one aligned pair at a time and yields Issues; the
engine stamps ids, documents and beads. `Wrong` and `Right` are tests: each holds an indented block of one or
more pairs, a line "zh: ..." for the base and a line "en: ..." for the version, and the check must yield an
Issue for each pair under Wrong and none for those under Right. A line "text: en: ..." stands for one text alone.

`modes` says where a check works: on a version held against its base, on a text alone, on two versions of one base.
In a text alone every pair is one-sided: its segment stands on the version's side, and the base is empty.
"""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import ClassVar, Protocol, runtime_checkable

from aligner import plugins
from aligner.errors import AlignerError
from aligner.model import AlignedPair, Document, Failure, Finding, Issue, Place, Severity, Side, Span
from aligner.terms.matching import TermIndex
from aligner.terms.profiles import Profile


class Mode(StrEnum):
    """What is held against what: a version against its base, nothing (a text alone), a version against another."""

    RENDERING = "rendering"
    ALONE = "alone"
    BETWEEN = "between"


@dataclass(frozen=True)
class Context:
    """What a check may look at beside the pair in hand: both documents, all pairs, the term base.

    `terms` are the concepts as `profile`, the house profile of the version, sees them. `mode` BETWEEN puts another
    version in the place of the base; `beads` then gives the bead of the version for each pair (its position in the
    version's alignment). In `mode` ALONE the base is the same document as the version.
    """

    base: Document
    version: Document
    pairs: tuple[AlignedPair, ...]
    terms: TermIndex
    profile: Profile | None = None
    mode: Mode = Mode.RENDERING
    beads: Mapping[int, int] = field(default_factory=dict)

    @cached_property
    def same_language(self) -> bool:
        """Whether base and version share their language (primary subtag)."""
        return self.base.language == self.version.language


@runtime_checkable
class Check(Protocol):
    """Something that must survive the way from the base to the version."""

    category: ClassVar[str]
    modes: ClassVar[tuple[Mode, ...]]

    def check(self, pair: AlignedPair, context: Context) -> Iterator[Issue]:
        """Yield what is worth a reader's attention in this pair; a one-sided pair has an empty side."""
        ...


def run(names: Sequence[str], context: Context) -> tuple[list[Finding], list[Failure]]:
    """All findings of the checks named that work in the context's mode, in reading order, gravest first.

    A check that the house profile leaves out does not run. One that crashes becomes a Failure and takes nothing
    else with it.
    """
    found: list[Finding] = []
    failures = []
    for name in names:
        check: Check = plugins.load("checks", name)()
        if context.mode not in check.modes or (context.profile and name in context.profile.skip):
            continue
        try:
            found += findings(name, check, context)
        except AlignerError:
            raise
        except Exception as error:
            failures.append(Failure.of("check", name, context.version.id, error))
    ordered = sorted(found, key=lambda f: (_order(f), -f.severity, f.check, f.id))
    return _said_once(ordered), failures


def _order(finding: Finding) -> int:
    """Where a finding stands in the text: by its bead, on the base alone by its segment."""
    if finding.bead is not None:
        return finding.bead
    return finding.base.segments[0] if finding.base else 0


def _said_once(found: Sequence[Finding]) -> list[Finding]:
    """The findings; one about words that a graver finding of its pair speaks of already becomes a note."""
    kept: list[Finding] = []
    for finding in found:
        same = next((f for f in _of_bead(reversed(kept), finding) if _same_words(f, finding)), None)
        kept.append(_as_note(finding, same) if same and finding.severity > Severity.NEUTRAL else finding)
    return kept


def _of_bead(found: Iterator[Finding], finding: Finding) -> Iterator[Finding]:
    return itertools.takewhile(lambda f: _order(f) == _order(finding), found)


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
    alone = context.mode is Mode.ALONE
    for pair in context.pairs:
        for issue in check.check(pair, context):
            base, version = _place(pair.base, issue.base), _place(pair.version, issue.version)
            if alone:
                base, version = version, None
            texts = (base.text if base else "", version.text if version else "")
            key = "\x1f".join((name, context.base.id, context.version.id, *texts))
            seen[key] += 1
            digest = hashlib.sha256(f"{key}\x1f{seen[key]}".encode("utf-8", "surrogatepass")).hexdigest()
            found.append(
                Finding(
                    id=digest[:16],
                    check=name,
                    category=check.category,
                    severity=_severity(name, issue, context.profile),
                    document=context.version.id,
                    bead=None if alone else context.beads.get(pair.position, pair.position),
                    message=issue.message,
                    base=base,
                    version=version,
                    suggestion=issue.suggestion,
                    evidence=issue.evidence,
                )
            )
    return found


def _severity(name: str, issue: Issue, profile: Profile | None) -> Severity:
    if profile is None:
        return issue.severity
    return profile.severity(name, issue.evidence.get("concept"), issue.severity)


def _place(side: Side, span: Span | None) -> Place | None:
    if span is None or not side.segments:
        return None
    return Place(side.document, tuple(s.index for s in side.segments), span, span.of(side.text))
