"""The whole report as JSON for other programs ("aligner-report/1").

Its JSON Schema (draft 2020-12) lies beside this file: data/report.schema.json. Every span names its document,
its segments, and code points in the text of these segments joined by one space. Additions to a format version
are optional keys; anything else makes a new version.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from aligner.model import (
    Alignment,
    Bead,
    Candidate,
    ConceptUse,
    Document,
    Failure,
    Finding,
    Place,
    Rendering,
    Report,
    Score,
)
from aligner.plugins import resource

SCHEMA_ID = "aligner-report/1"

# Lone surrogates cannot be encoded, C1 controls steer terminals: both are written as \uXXXX.
_ESCAPED = re.compile("[\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Json:
    """Writes a report as JSON, one segment, bead, finding or score a line, so that two reports can be compared."""

    suffix: ClassVar[str] = ".json"

    def render(self, report: Report) -> str:
        """The JSON text, ending in a line break; the same report gives the same text."""
        text = "".join(_laid_out(as_json(report), "\n"))
        return _ESCAPED.sub(lambda m: f"\\u{ord(m[0]):04x}", text) + "\n"


def schema() -> Path:
    """The file that holds the JSON Schema of the report."""
    return resource("aligner.reporters", "data", "report.schema.json")


def as_json(report: Report) -> dict[str, Any]:
    """The report as plain JSON values."""
    return {
        "schema": SCHEMA_ID,
        "documents": [_document(d, "version" if n else "base") for n, d in enumerate(report.documents)],
        "alignments": [alignment_as_json(a) for a in report.alignments],
        "findings": [_finding(f) for f in report.findings],
        "scores": [_score(s) for s in report.scores if s.value is not None],
        "too_few": [_too_few(s) for s in report.scores if s.value is None],
        "terms": [_use(u, report.documents) for u in report.usage],
        "candidates": [_candidate(c) for c in report.candidates],
        "failures": [_failure(f) for f in report.failures],
        "unchecked": list(report.unchecked),
        "provenance": {
            "aligner": report.provenance.aligner,
            "python": report.provenance.python,
            "command": report.provenance.command,
            "term_bases": list(report.provenance.term_bases),
            "profiles": list(report.provenance.profiles),
            "seconds": report.provenance.seconds,
        },
    }


def _document(document: Document, role: str) -> dict[str, Any]:
    return {
        "id": document.id,
        "path": document.path,
        "lang": document.lang,
        "role": role,
        "outlet": document.outlet,
        "date": document.date.isoformat() if document.date else None,
        "sha256": document.sha256,
        "title": document.title,
        "segments": [
            {"index": s.index, "role": s.role.value, "speaker": s.speaker, "text": s.text}
            for s in document.segments
        ],
        "set_aside": [{"role": b.role.value, "text": b.label + b.text} for b in document.set_aside],
        "warnings": list(document.warnings),
    }


def alignment_as_json(alignment: Alignment) -> dict[str, Any]:
    """One alignment as plain JSON values."""
    return {
        "base": alignment.base,
        "version": alignment.version,
        "aligner": alignment.aligner,
        "monotone": alignment.monotone,
        "reason": alignment.reason,
        "beads": [_bead(b) for b in alignment.beads],
        "secondary": [_bead(b) for b in alignment.secondary],
    }


def _bead(bead: Bead) -> dict[str, Any]:
    return {"base": list(bead.base), "version": list(bead.version), "confidence": bead.confidence}


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "id": finding.id,
        "check": finding.check,
        "category": finding.category,
        "severity": finding.severity.label,
        "document": finding.document,
        "bead": finding.bead,
        "message": finding.message,
        "suggestion": finding.suggestion,
        "base_span": _place(finding.base),
        "version_span": _place(finding.version),
        "evidence": _plain(finding.evidence),
    }


def _place(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    return {
        "document": place.document,
        "segments": list(place.segments),
        "start": place.span.start,
        "stop": place.span.stop,
        "text": place.text,
    }


def _score(score: Score) -> dict[str, Any]:
    return {
        "document": score.document,
        "against": score.against,
        "metric": score.metric,
        "value": score.value,
        "higher_is_better": score.higher_is_better,
        "signature": score.signature,
        "interval": list(score.interval) if score.interval else None,
        "n": score.n,
        "per_segment": [list(pair) for pair in score.per_segment],
    }


def _too_few(score: Score) -> dict[str, Any]:
    return {"document": score.document, "against": score.against, "metric": score.metric, "n": score.n}


def _use(use: ConceptUse, documents: Sequence[Document]) -> dict[str, Any]:
    concept = use.concept
    languages = dict.fromkeys(d.language for d in documents)
    return {
        "concept": concept.id,
        "names": {lang: name for lang in languages if (name := concept.preferred(lang))},
        "weighty": concept.weighty,
        "uncertain": concept.uncertain,
        "differs": use.differs,
        "note": concept.note,
        "source": concept.source,
        "term_base": concept.origin,
        "documents": [
            {"document": document.id, "renderings": [_rendering(r) for r in renderings]}
            for document, renderings in zip(documents, use.documents, strict=True)
        ],
    }


def _rendering(rendering: Rendering) -> dict[str, Any]:
    return {
        "term": rendering.term,
        "status": rendering.status.value,
        "count": rendering.count,
        "places": [_place(p) for p in rendering.places],
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    return {
        "text": candidate.text,
        "lang": candidate.lang,
        "concept": candidate.concept,
        "like": candidate.like,
        "kind": candidate.kind,
        "score": candidate.score,
        "places": [_place(p) for p in candidate.places],
    }


def _failure(failure: Failure) -> dict[str, Any]:
    return {failure.kind: failure.name, "document": failure.document, "error": failure.error}


def _laid_out(value: Any, newline: str) -> Iterator[str]:
    """JSON text in pieces: what holds objects goes over several lines, the rest on one."""
    if not _holds_objects(value):
        yield json.dumps(value, ensure_ascii=False, allow_nan=False)
        return
    keyed = isinstance(value, dict)
    yield "{" if keyed else "["
    for number, item in enumerate(value):
        yield ("," if number else "") + newline + " "
        if keyed:
            yield json.dumps(item, ensure_ascii=False) + ": "
        yield from _laid_out(value[item] if keyed else item, newline + " ")
    yield newline + ("}" if keyed else "]")


def _holds_objects(value: Any) -> bool:
    if isinstance(value, dict):
        return any(isinstance(v, list) and _holds_objects(v) for v in value.values())
    return isinstance(value, list) and any(isinstance(v, dict) for v in value)


def _plain(value: Any) -> Any:
    """Evidence as JSON values: sets become sorted lists, what JSON has no form for becomes its text."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, int):
        return int(value)
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, Set):
        return sorted((_plain(v) for v in value), key=repr)
    if isinstance(value, Sequence):
        return [_plain(v) for v in value]
    return str(value)
