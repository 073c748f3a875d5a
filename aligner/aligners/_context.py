"""What stands around two sentences: their roles, their speakers, and the pairs found close by."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import numpy.typing as npt

from aligner.aligners._corpus import Floats
from aligner.model import Document, Role, Segment

NEAR = 0.18
"""What the best pair close by adds to the likeness of two sentences."""

REACH = 3
"""Segments within which a pair is close by."""

SLANT = 0.15
"""What each segment off the diagonal takes from the help of a pair close by."""

CLOSING = "\"'”’»」』)）】"
"""What may stand after the last word of a headline or of a sentence."""

OTHER_SPEAKER = 0.8
"""Factor on the likeness of two sentences that different people say."""


def admitted(likeness: Floats, base: Document, version: Document) -> Floats:
    """The likeness with titles and speakers heeded.

    A title is no rendering of a body sentence; the titles of both texts belong together however they read.
    """
    ours, theirs = _titles(base), _titles(version)
    if not ours.any() and not theirs.any() and _headed(base) and _headed(version):
        ours[0] = theirs[0] = True
    heard = np.where(_strangers(base, version), likeness * OTHER_SPEAKER, likeness)
    heard = np.where(ours[:, None] & theirs[None, :], np.maximum(heard, 1.0), heard)
    found: Floats = np.where(ours[:, None] != theirs[None, :], 0.0, heard)
    return found


def supported(likeness: Floats, pairs: list[tuple[int, int]]) -> Floats:
    """The likeness raised where a pair stands close by, in the order of both texts.

    The beginnings and the ends of the texts count as pairs too.
    """
    rows, columns = likeness.shape
    help_ = np.zeros_like(likeness)
    edges = [(-1, -1, 1.0), (rows, columns, 1.0)]
    for i, j, weight in edges + [(i, j, min(1.0, 2 * float(likeness[i, j]))) for i, j in pairs]:
        for di, dj in _neighbourhood():
            if 0 <= i + di < rows and 0 <= j + dj < columns:
                gain = weight * (1 - SLANT * abs(di - dj))
                help_[i + di, j + dj] = max(help_[i + di, j + dj], gain)
    found: Floats = np.where(likeness > 0, likeness + NEAR * help_, 0.0)
    return found


def _titles(document: Document) -> npt.NDArray[np.bool_]:
    return np.array([s.role is Role.TITLE for s in document.segments])


def _headed(document: Document) -> bool:
    """Whether the first of several segments ends like a headline, without a full stop (roles may be unknown)."""
    first = document.segments[0].text.strip().rstrip(CLOSING)
    return len(document.segments) > 2 and first[-1:].isalnum()


def _neighbourhood() -> Iterator[tuple[int, int]]:
    """Steps to sentences before both, after both, or beside one of two paired sentences."""
    for di in range(-REACH, REACH + 1):
        for dj in range(-REACH, REACH + 1):
            if di * dj > 0 or (di == 0) != (dj == 0):
                yield di, dj


def _strangers(base: Document, version: Document) -> npt.NDArray[np.bool_]:
    """Where both sentences have a speaker and, in one language, the names share no word."""
    if base.language != version.language:
        return np.zeros((len(base.segments), len(version.segments)), dtype=bool)
    ours, theirs = [_name(s) for s in base.segments], [_name(s) for s in version.segments]
    return np.array([[bool(a and b) and a.isdisjoint(b) for b in theirs] for a in ours])


def _name(segment: Segment) -> frozenset[str]:
    return frozenset((segment.speaker or "").casefold().replace("-", " ").split())
