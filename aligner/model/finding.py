"""What a check says about a place in the texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from aligner.model.span import Span


class Severity(IntEnum):
    """How much a difference matters; the value is the MQM multiplier (Lommel et al. 2014; WMT 2021 weights)."""

    NEUTRAL = 0
    MINOR = 1
    MAJOR = 5
    CRITICAL = 25

    @property
    def label(self) -> str:
        """The lower-case name, as options and reports write it."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Issue:
    """What a check yields for one aligned pair; the engine stamps the rest (see Finding).

    `message` is one sentence that a reporter would write. `base` and `version` are spans in the text of the
    pair's sides, None where that side has nothing to show. `suggestion` is what the rule would accept.
    `evidence` holds plain JSON values that make the finding checkable (values, concept, sources).
    """

    message: str
    severity: Severity
    base: Span | None = None
    version: Span | None = None
    suggestion: str | None = None
    evidence: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a document: code points `span` of its segments' texts joined by one space."""

    document: str
    segments: tuple[int, ...]
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """An issue with its place: stamped by the engine.

    `id` is stable over re-runs (a hash of check, document, the two span texts and their occurrence number).
    `document` is the text it speaks of; `bead` the position of the pair in that version's alignment, None for a
    finding on the base, which stands in no pair; `category` the MQM category. `base` is the place in the base, or
    in another version where two are compared; `version` the place in `document` where that is a version.
    """

    id: str
    check: str
    category: str
    severity: Severity
    document: str
    bead: int | None
    message: str
    base: Place | None = None
    version: Place | None = None
    suggestion: str | None = None
    evidence: Mapping[str, Any] = field(default_factory=dict)
