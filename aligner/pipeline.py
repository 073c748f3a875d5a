"""From files to a report: the only module that knows every stage."""

from __future__ import annotations

import dataclasses
import datetime
import platform
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner import aligning, checks, formats, metrics, output, plugins, rendering, segmenters
from aligner.errors import UsageError
from aligner.lexicons import Lexicon
from aligner.model import Alignment, Bead, Document, Failure, Finding, Provenance, Report, Score
from aligner.model.alignment import aligned_pairs, alone
from aligner.model.collation import Collation, collate
from aligner.terms.bases import TermBases
from aligner.terms.discovery.variants import candidates
from aligner.terms.usage import usage
from aligner.text.script import HAN_LANGUAGES
from aligner.version import __version__

Results = tuple[list[Finding], list[Score], list[Failure]]


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
    profiles: Mapping[str, str | Path] | None = None,
    aligner: str = "auto",
    lexicons: Sequence[str | Lexicon] = (),
    anchors: Mapping[str, Sequence[Bead]] | None = None,
    only: Sequence[str] = (),
    skip: Sequence[str] = (),
    command: str = "",
    progress: Callable[[str], None] = lambda stage: None,
) -> WritableReport:
    """Align every version with the base, check and score it.

    `terms` is a term base's file or several, read beside the bundled one unless `default_terms` is false.
    `profiles` are house profiles (a bundled one's name, or a file) by the ids of documents, in place of the one
    that a document's outlet has; "none" stands for none. `only` and `skip` name checks; `lexicons` are asked beside
    the aligner's own and the term bases; `anchors` holds beads that must hold by the ids of versions; `command` is
    kept in the report as what reproduces it; `progress` is told each stage in a few words. A check or metric that
    crashes becomes a Failure of the report. Raises UsageError (no version, unknown name) and InputError (a broken
    term base or profile).
    """
    start = time.perf_counter()
    if not versions:
        raise UsageError("one text only: name a base and at least one version")
    chosen = choose("checks", only, skip)
    documents = with_unique_ids((base, *versions))
    base, versions = documents[0], documents[1:]
    progress("reading term bases")
    bases = TermBases.of(documents, terms, bundled=default_terms, profiles=profiles or {})
    progress("aligning")
    known = plugins.load("lexicons", "concepts")(concepts=bases.concepts)
    alignments = aligning.align_many(
        [(base, version) for version in versions],
        aligner=aligner,
        lexicons=(*lexicons, known),
        anchors=[(anchors or {}).get(version.id, ()) for version in versions],
    )
    results = [_alone(chosen, base, bases)]
    for version, alignment in zip(versions, alignments, strict=True):
        progress(f"checking {version.id}")
        results.append(_rendering(chosen, alignment, base, version, bases))
    progress("comparing versions")
    collation = collate(base, alignments)
    results += _between(chosen, collation, alignments, versions, bases)
    report = _report(documents, alignments, collation, results, bases, command, start)
    return dataclasses.replace(report, unchecked=(*report.unchecked, *aligning.strangers(alignments, versions)))


def check(
    text: Document,
    *,
    terms: str | Path | Iterable[str | Path] = (),
    default_terms: bool = True,
    profile: str | Path | None = None,
    only: Sequence[str] = (),
    skip: Sequence[str] = (),
    command: str = "",
) -> WritableReport:
    """Run the checks that need no base on one text.

    The options are those of `score`. The report has this text for its base, and no versions.
    """
    start = time.perf_counter()
    profiles = {text.id: profile} if profile else {}
    bases = TermBases.of((text,), terms, bundled=default_terms, profiles=profiles)
    results = [_alone(choose("checks", only, skip), text, bases)]
    return _report((text,), (), collate(text, ()), results, bases, command, start)


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


def known_words(documents: Sequence[Document]) -> dict[str, frozenset[str]]:
    """The words of Chinese documents that a dictionary knows, by primary language subtag."""
    found = {}
    for language in dict.fromkeys(d.language for d in documents if d.language in HAN_LANGUAGES):
        texts = [s.text for d in documents if d.language == language for s in d.segments]
        found[language] = plugins.load("lexicons", "cedict")().words(texts, [], language, "en")
    return found


def _alone(chosen: Sequence[str], text: Document, bases: TermBases) -> Results:
    """What a text says about itself."""
    context = checks.Context(
        text, text, alone(text), bases.index(text.id), bases.profile(text.id), mode=checks.Mode.ALONE
    )
    found, broken = checks.run(chosen, context)
    return found, [], broken


def _rendering(
    chosen: Sequence[str], alignment: Alignment, base: Document, version: Document, bases: TermBases
) -> Results:
    """A version held against the base."""
    pairs = aligned_pairs(alignment, base, version)
    index = bases.index(version.id)
    found, broken = checks.run(chosen, checks.Context(base, version, pairs, index, bases.profile(version.id)))
    scores, failed = metrics.measure_all(pairs, version.id, base.id, index)
    return found, scores, [*broken, *failed]


def _between(
    chosen: Sequence[str],
    collation: Collation,
    alignments: Sequence[Alignment],
    versions: Sequence[Document],
    bases: TermBases,
) -> list[Results]:
    """Each version held against every earlier one of its language, row by row."""
    results = []
    for number, second in enumerate(versions):
        index, profile = bases.index(second.id), bases.profile(second.id)
        for first in versions[:number]:
            if first.language != second.language:
                continue
            pairs = collation.pairs(first, second)
            beads = collation.beads(first, alignments[number])
            mode = checks.Mode.BETWEEN
            found, broken = checks.run(
                chosen, checks.Context(first, second, pairs, index, profile, mode=mode, beads=beads)
            )
            scores, failed = metrics.measure_all(pairs, second.id, first.id, index, between=True)
            results.append((found, scores, [*broken, *failed]))
    return results


def _report(
    documents: tuple[Document, ...],
    alignments: Sequence[Alignment],
    collation: Collation,
    results: Sequence[Results],
    bases: TermBases,
    command: str,
    start: float,
) -> WritableReport:
    """The results of all stages, put together."""
    return WritableReport(
        documents=documents,
        alignments=tuple(alignments),
        collation=collation,
        findings=tuple(f for found, _, _ in results for f in found),
        scores=tuple(s for _, scores, _ in results for s in scores),
        failures=tuple(f for _, _, broken in results for f in broken),
        provenance=Provenance(
            aligner=__version__,
            python=platform.python_version(),
            command=command,
            term_bases=bases.sources,
            seconds=round(time.perf_counter() - start, 2),
            profiles=bases.reasons,
        ),
        candidates=candidates(documents, alignments, bases.shared, known_words(documents)),
        usage=usage(documents, [bases.index(d.id) for d in documents], alignments),
        unchecked=(*bases.unchecked(documents), *(f"{d.id}: {w}" for d in documents for w in d.warnings)),
    )
