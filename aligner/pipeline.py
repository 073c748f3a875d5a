"""From files to a report: the only module that knows every stage."""

from __future__ import annotations

import dataclasses
import datetime
import hashlib
import platform
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aligner import checks, formats, metrics, output, plugins, rendering, segmenters, terms
from aligner.aligners import Aligner
from aligner.errors import UsageError
from aligner.lexicons import Lexicon
from aligner.model import (
    Alignment,
    Bead,
    Concept,
    Document,
    Failure,
    Provenance,
    Report,
    Score,
)
from aligner.model.alignment import aligned_pairs
from aligner.model.collation import Collation, collate
from aligner.terms.matching import TermIndex
from aligner.version import __version__

STRANGE = 0.45
"""Share of a version's segments that must have a counterpart, each counted as far as its link is sure, else the
reader is asked about the files."""


def read(
    path: str | Path,
    *,
    lang: str | None = None,
    outlet: str | None = None,
    date: datetime.date | None = None,
    sentences: bool = False,
) -> Document:
    """Read a file and cut it into segments.

    `lang`, `outlet` and `date` override what the file says; with `sentences` each line is one segment. Raises
    InputError (a file that cannot be used) or MissingExtraError (its format needs an optional library).
    """
    document = segmenters.segment(formats.read(path, lang=lang, sentences=sentences), sentences=sentences)
    return dataclasses.replace(document, outlet=outlet or document.outlet, date=date or document.date)


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


@dataclass(frozen=True, slots=True)
class WritableReport(Report):
    """A report that can write itself."""

    def write(self, path: str | Path) -> None:
        """Write the report in the format of the path's suffix (see `aligner.rendering`).

        Raises UsageError for an unknown suffix, OutputError where a file cannot be written.
        """
        output.write_files(rendering.files(self, Path(path), rendering.kind_of(Path(path))))


def score(
    base: Document,
    *versions: Document,
    terms: str | Path | Iterable[str | Path] = (),
    default_terms: bool = True,
    aligner: str = "auto",
    lexicons: Sequence[str | Lexicon] = (),
    anchors: Mapping[str, Sequence[Bead]] | None = None,
    only: Sequence[str] = (),
    skip: Sequence[str] = (),
    command: str = "",
    progress: Callable[[str], None] = lambda stage: None,
) -> WritableReport:
    """Align every version with the base, check and score it.

    `terms` is a term base's file or several, read beside the bundled one unless `default_terms` is false; `only`
    and `skip` name checks; `lexicons` are asked beside the aligner's own and the term bases; `anchors` holds beads
    that must hold by the ids of versions; `command` is kept in the report as what reproduces it; `progress` is told
    each stage in a few words. A check or metric that crashes becomes a Failure of the report. Raises UsageError (no
    version, unknown name) and InputError (a broken term base).
    """
    start = time.perf_counter()
    if not versions:
        raise UsageError("one text only: name a base and at least one version")
    if isinstance(terms, str | Path):
        terms = [terms]
    chosen = choose("checks", only, skip)
    documents = with_unique_ids((base, *versions))
    base, versions = documents[0], documents[1:]
    progress("reading term bases")
    concepts, sources = _concepts(base, versions[0], [Path(t) for t in terms], default_terms)
    index = TermIndex(concepts)
    found, scores, failures = [], [], []
    progress("aligning")
    known = plugins.load("lexicons", "concepts")(concepts=concepts)
    alignments = align_many(
        [(base, version) for version in versions],
        aligner=aligner,
        lexicons=(*lexicons, known),
        anchors=[(anchors or {}).get(version.id, ()) for version in versions],
    )
    for version, alignment in zip(versions, alignments, strict=True):
        pairs = aligned_pairs(alignment, base, version)
        progress(f"checking {version.id}")
        context = checks.Context(base, version, pairs, index)
        new_findings, broken = checks.run(chosen, context)
        found += new_findings
        failures += broken
        new_scores, broken = metrics.measure_all(pairs, version.id, base.id, index)
        scores += new_scores
        failures += broken
    progress("comparing versions")
    collation = collate(base, alignments)
    new_scores, broken = _compare_versions(collation, versions, index)
    return WritableReport(
        documents=documents,
        alignments=tuple(alignments),
        collation=collation,
        findings=tuple(found),
        scores=(*scores, *new_scores),
        failures=(*failures, *broken),
        provenance=Provenance(
            aligner=__version__,
            python=platform.python_version(),
            command=command,
            term_bases=tuple(sources),
            seconds=round(time.perf_counter() - start, 2),
        ),
        unchecked=(*_unchecked(documents, concepts), *_strangers(alignments, versions)),
    )


def choose(family: str, only: Sequence[str], skip: Sequence[str]) -> tuple[str, ...]:
    """The names of a family's plug-ins to run. Raises UnknownNameError for a name that does not exist."""
    known = plugins.names(family)
    for name in (*only, *skip):
        plugins.load(family, name)
    return tuple(n for n in known if (not only or n in only) and n not in skip)


def with_unique_ids(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, a later one renamed ("text-2") where two share an id."""
    taken: set[str] = set()
    unique = []
    for document in documents:
        name, number = document.id, 2
        while name in taken:
            name, number = f"{document.id}-{number}", number + 1
        taken.add(name)
        unique.append(dataclasses.replace(document, id=name))
    return tuple(unique)


def _concepts(
    base: Document, version: Document, files: Sequence[Path], bundled: bool
) -> tuple[tuple[Concept, ...], list[str]]:
    """The concepts of all term bases, and one line about each of them for the report."""
    concepts: list[Concept] = []
    sources = []
    for file in files:
        concepts += terms.load(file, base_lang=base.lang, version_lang=version.lang)
        sources.append(f"{file.name} (sha256 {hashlib.sha256(file.read_bytes()).hexdigest()[:16]})")
    if bundled:
        concepts += terms.bundled()
        sources.append(f"bundled term base of aligner {__version__}")
    return tuple(concepts), sources


def _compare_versions(
    collation: Collation, versions: Sequence[Document], index: TermIndex
) -> tuple[list[Score], list[Failure]]:
    """Likeness of each version with every earlier one of its language, row by row."""
    scores: list[Score] = []
    failures: list[Failure] = []
    for number, second in enumerate(versions):
        for first in versions[:number]:
            if first.language == second.language:
                pairs = collation.pairs(first, second)
                new_scores, broken = metrics.measure_all(pairs, second.id, first.id, index)
                scores += new_scores
                failures += broken
    return scores, failures


def _unchecked(documents: Sequence[Document], concepts: Sequence[Concept]) -> list[str]:
    """What was not checked, and why, in plain sentences."""
    lines = []
    for language in dict.fromkeys(d.language for d in documents):
        if not any(c.in_language(language) for c in concepts):
            lines.append(f"Terminology in language {language!r} was not checked: no term base holds it.")
    lines += [f"{d.id}: {w}" for d in documents for w in d.warnings]
    return lines


def _strangers(alignments: Sequence[Alignment], versions: Sequence[Document]) -> Iterator[str]:
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
