"""Align pairs of texts by the aligner named, with the lexicons and fixed links given."""

from __future__ import annotations

import dataclasses
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from aligner import plugins
from aligner.aligners import Aligner
from aligner.errors import UsageError
from aligner.lexicons import Lexicon
from aligner.model import Alignment, Bead, Document

STRANGE = 0.45
"""Share of a version's segments that must have a counterpart, each counted as far as its link is sure, else the
reader is asked about the files."""


def align(
    base: Document,
    version: Document,
    *,
    aligner: str = "auto",
    lexicons: Sequence[str | Lexicon] = (),
    anchors: Sequence[Bead] = (),
) -> Alignment:
    """Pair the segments of a version with those of its base, by the aligner named (`aligner list aligners`).

    `lexicons` are asked beside those that the aligner asks anyway, `anchors` are beads that must hold (see
    `aligner.anchors`). Warns (UserWarning) of texts that hardly fit each other. Raises UsageError for an aligner
    that does not exist, that takes no such option or cannot hold these anchors.
    """
    return align_many([(base, version)], aligner=aligner, lexicons=lexicons, anchors=[anchors])[0]


def align_many(
    pairs: Sequence[tuple[Document, Document]],
    *,
    aligner: str = "auto",
    lexicons: Sequence[str | Lexicon] = (),
    anchors: Sequence[Sequence[Bead]] = (),
) -> list[Alignment]:
    """Align several pairs of base and version at once; those of the same two languages learn from each other.

    Like `align`; `anchors`, where given, holds the fixed beads of each pair, and a pair that has any is aligned by
    itself. Returns the alignments in the order of `pairs`. Raises UsageError where `anchors` are of other pairs.
    """
    if anchors and len(anchors) != len(pairs):
        raise UsageError(f"anchors of {len(anchors)} pairs for {len(pairs)}; give an empty one where there is none")
    held = {k: tuple(fixed) for k, fixed in enumerate(anchors) if fixed}
    free = [k for k in range(len(pairs)) if k not in held]
    found = {k: _made(aligner, lexicons, fixed).align(*pairs[k]) for k, fixed in held.items()}
    if free:
        alike = _made(aligner, lexicons).align_many([pairs[k] for k in free])
        found |= zip(free, alike, strict=True)
    for line in _idle(lexicons, pairs):
        warnings.warn(line, stacklevel=2)
    for k, (base, version) in enumerate(pairs):
        found[k].verify(len(base.segments), len(version.segments))
        for line in _strange(found[k], version):
            warnings.warn(line, stacklevel=2)
    return [found[k] for k in range(len(pairs))]


def lexicons_of(tables: Sequence[str | Path], dictionaries: Sequence[str | Path]) -> tuple[Lexicon, ...]:
    """The lexicons of a user's own files: learned tables and dictionaries."""
    named = (("learned", tables), ("dictionary", dictionaries))
    return tuple(plugins.load("lexicons", name)(files=tuple(map(Path, files))) for name, files in named if files)


def _idle(lexicons: Sequence[str | Lexicon], pairs: Sequence[tuple[Document, Document]]) -> Iterator[str]:
    """A line for each file of the user's lexicons that is for other languages than any of the pairs."""
    languages = dict.fromkeys((base.language, version.language) for base, version in pairs)
    for lexicon in lexicons:
        for file in getattr(lexicon, "files", ()):
            options = {"files": (file,), "folders": ()} if hasattr(lexicon, "folders") else {"files": (file,)}
            alone: Any = type(lexicon)(**options)
            if not any(alone.covers(*pair) for pair in languages):
                yield f"{file}: not used: it is not for {' or '.join('-'.join(pair) for pair in languages)}"


def _made(aligner: str, lexicons: Sequence[str | Lexicon], anchors: tuple[Bead, ...] = ()) -> Aligner:
    """The aligner named, with the options given; a lexicon takes the place of the aligner's own of its kind."""
    plugin = plugins.load("aligners", aligner)
    own: dict[str, Any] = {field.name: field.default for field in dataclasses.fields(plugin)}
    options: dict[str, Any] = {}
    if lexicons:
        given = {x if isinstance(x, str) else type(x).__name__ for x in lexicons}
        kept = [x for x in own.get("lexicons", ()) if given.isdisjoint((x, plugins.class_name(x)))]
        options["lexicons"] = (*kept, *lexicons)
    if anchors:
        options["anchors"] = anchors
    for name in options.keys() - own.keys():
        raise UsageError(f"aligner {aligner!r} takes no {name}; leave --aligner out")
    made: Aligner = plugin(**options)
    return made


def strangers(alignments: Sequence[Alignment], versions: Sequence[Document]) -> Iterator[str]:
    """The lines on all versions that hardly fit the base."""
    for alignment, version in zip(alignments, versions, strict=True):
        yield from _strange(alignment, version)


def _strange(alignment: Alignment, version: Document) -> Iterator[str]:
    """A line for a version of which hardly anything has a counterpart, or hardly anything a sure one."""
    paired = [b for b in alignment.beads if b.paired]
    enough = STRANGE * len(version.segments)
    if sum(len(b.version) for b in paired) < enough:
        yield f"{version.id}: little in it has a counterpart in the base; are these the right two texts?"
    elif sum(len(b.version) * (1.0 if b.confidence is None else b.confidence) for b in paired) < enough:
        yield f"{version.id}: few of its links with the base are sure; are these the right two texts?"
