"""The units of a translation memory: what of an alignment goes into one, and what does not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from aligner.model import AlignedPair, Document, Segment, Side

# Everything that XML 1.0 section 2.2 does not allow in a document.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What Unicode (and so str.splitlines) takes for the end of a line.
_LINE_BREAKS = re.compile("[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
# Languages whose sentences follow each other without a space (primary subtags).
_UNSPACED = frozenset({"zh", "ja", "yue", "wuu"})


@dataclass(frozen=True, slots=True)
class Unit:
    """A two-sided pair with its two texts as a memory holds them: one line each, neither empty."""

    pair: AlignedPair
    base: str
    version: str


def translation_units(
    base: Document, version: Document, pairs: Iterable[AlignedPair]
) -> tuple[list[Unit], list[str]]:
    """The units of an alignment, each pair of texts once, and one line about each kind of loss."""
    units: list[Unit] = []
    seen: set[tuple[str, str]] = set()
    alone = empty = twice = removed = broken = 0
    for pair in pairs:
        if not pair.bead.paired:
            alone += 1
            continue
        texts = (running_text(pair.base, base), running_text(pair.version, version))
        key = (clean(texts[0]), clean(texts[1]))
        if not all(key):
            empty += 1
        elif key in seen:
            twice += 1
        else:
            seen.add(key)
            broken += sum(len(_LINE_BREAKS.findall(t.strip())) for t in texts)
            removed += sum(len(_ILLEGAL.findall(_LINE_BREAKS.sub(" ", t))) for t in texts)
            units.append(Unit(pair, *key))
    losses = (
        (alone, "passages without a counterpart are not in this memory"),
        (empty, "units with an empty side were left out"),
        (twice, "repeated units were left out (the first stays)"),
        (broken, "line breaks inside segments became spaces"),
        (removed, "characters that XML does not allow were removed"),
    )
    return units, [f"{what}: {number}" for number, what in losses if number]


def running_text(side: Side, document: Document) -> str:
    """A side's text as it runs in its document: between two sentences stands what stands there in print.

    Sentences that do not follow each other in one paragraph are joined as their language joins sentences.
    """
    parts: list[str] = []
    before: Segment | None = None
    for segment in side.segments:
        if before is not None:
            parts.append(_gap(before, segment, document.language))
        parts.append(segment.text)
        before = segment
    return "".join(parts)


def clean(text: str) -> str:
    """The text on one line and without what XML does not allow."""
    return _ILLEGAL.sub("", _LINE_BREAKS.sub(" ", text)).strip()


def _gap(before: Segment, after: Segment, language: str) -> str:
    if before.block == after.block and after.index == before.index + 1:
        return " " if after.span.start > before.span.stop else ""
    return "" if language in _UNSPACED else " "
