"""Which segments of a version render which segments of the base."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass

from aligner.model.document import Document, Role, Segment
from aligner.model.language import primary
from aligner.model.span import Span

UNSURE = 0.6
"""Confidence below which a person should look at a bead himself."""


@dataclass(frozen=True, slots=True)
class Bead:
    """Segments of the base and the segments of the version that render them.

    Both sides hold ascending segment indices, not both are empty; a one-sided bead has no counterpart.
    `confidence` is 0..1, higher is surer, None where the aligner cannot say.
    """

    base: tuple[int, ...]
    version: tuple[int, ...]
    confidence: float | None = None

    def __post_init__(self) -> None:
        if not self.base and not self.version:
            raise ValueError("a bead needs at least one segment")
        for side in (self.base, self.version):
            if any(a >= b for a, b in itertools.pairwise(side)) or (side and side[0] < 0):
                raise ValueError(f"bead side {side}: expected ascending indices from 0")
        if self.confidence is not None and not 0 <= self.confidence <= 1:
            raise ValueError(f"confidence {self.confidence}: expected 0..1")

    @property
    def paired(self) -> bool:
        """Whether both sides are filled."""
        return bool(self.base) and bool(self.version)

    @property
    def unsure(self) -> bool:
        """Whether a person should look at it: its confidence is known and below UNSURE."""
        return self.confidence is not None and self.confidence < UNSURE


@dataclass(frozen=True, slots=True)
class Alignment:
    """All beads between a base and a version.

    Every segment of both sides stands in exactly one bead of `beads`, which are ordered by their first base
    segment, one-sided beads of the version following the bead of the segment before them. `monotone` says
    whether the chosen method keeps the order of both texts. `secondary` holds further links that an aligner for
    digests may add. `base` and `version` are document ids. `reason` says in a few words why this method was
    chosen, where a choice was made.
    """

    base: str
    version: str
    beads: tuple[Bead, ...]
    aligner: str
    monotone: bool
    secondary: tuple[Bead, ...] = ()
    reason: str = ""

    def verify(self, base_size: int, version_size: int) -> None:
        """Raise ValueError unless each segment of both sides stands in exactly one bead."""
        sides = (("base", base_size), ("version", version_size))
        for side, size in sides:
            seen = sorted(i for bead in self.beads for i in getattr(bead, side))
            if seen != list(range(size)):
                raise ValueError(f"{self.aligner}: {side} segments are not partitioned by the beads")


def ordered(beads: Iterable[Bead]) -> tuple[Bead, ...]:
    """The beads in reading order of the base; version-only beads follow the bead of the segment before them."""
    beads = list(beads)
    keys: dict[Bead, tuple[int, int, int]] = {}
    anchor = -1
    for bead in sorted((b for b in beads if b.version), key=lambda b: b.version[0]):
        if bead.base:
            anchor = bead.base[0]
            keys[bead] = (anchor, 0, bead.version[0])
        else:
            keys[bead] = (anchor, 1, bead.version[0])
    for bead in beads:
        if not bead.version:
            keys[bead] = (bead.base[0], 0, -1)
    return tuple(sorted(beads, key=lambda b: keys[b]))


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an aligned pair: consecutive or scattered segments of one document, joined by one space.

    `text` is the segments' texts joined by a single space (in every language: offsets in reports count on it);
    it is empty for a side without counterpart.
    """

    document: str
    lang: str
    segments: tuple[Segment, ...]

    @property
    def text(self) -> str:
        """The segments' texts joined by one space."""
        return " ".join(s.text for s in self.segments)

    @property
    def language(self) -> str:
        """The primary language subtag: "zh" of "zh-Hans"."""
        return primary(self.lang)

    @property
    def speaker(self) -> str | None:
        """Who speaks, where all segments agree."""
        speakers = {s.speaker for s in self.segments}
        return next(iter(speakers)) if len(speakers) == 1 else None

    @property
    def role(self) -> Role | None:
        """The role of the first segment; None for an empty side."""
        return self.segments[0].role if self.segments else None

    @property
    def whole(self) -> Span:
        """The span of the whole text."""
        return Span(0, len(self.text))


@dataclass(frozen=True, slots=True)
class AlignedPair:
    """A bead with its texts: the only thing that metrics and checks see. `position` is its place in the beads."""

    position: int
    bead: Bead
    base: Side
    version: Side


def alone(text: Document) -> tuple[AlignedPair, ...]:
    """The segments of one text as pairs without a base side, in order."""
    return tuple(
        AlignedPair(
            segment.index,
            Bead((), (segment.index,)),
            Side(text.id, text.lang, ()),
            Side(text.id, text.lang, (segment,)),
        )
        for segment in text.segments
    )


def aligned_pairs(alignment: Alignment, base: Document, version: Document) -> tuple[AlignedPair, ...]:
    """The beads of an alignment with their texts, in the alignment's order."""
    return tuple(
        AlignedPair(
            position,
            bead,
            Side(base.id, base.lang, tuple(base.segments[i] for i in bead.base)),
            Side(version.id, version.lang, tuple(version.segments[i] for i in bead.version)),
        )
        for position, bead in enumerate(alignment.beads)
    )
