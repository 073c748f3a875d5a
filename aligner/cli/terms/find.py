"""`aligner terms find`: wordings that no term base lists, and likely terms of the texts themselves."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.options import DefaultTerms, Lang, Sentences, Terms
from aligner.errors import UsageError

if TYPE_CHECKING:
    from aligner.model import AlignedPair, Alignment, Concept, Document


@dataclass(frozen=True, slots=True)
class Work:
    """A base and its versions (the base first), the term bases that go with them; named where there are several."""

    name: str
    documents: tuple[Document, ...]
    terms: tuple[Path, ...]


class Only(StrEnum):
    """The halves of what is found."""

    VARIANTS = "variants"
    DRAFTS = "drafts"


def find(
    inputs: Annotated[
        list[Path],
        typer.Argument(metavar="WORK... | BASE VERSION...", help="Works (folders with work.toml), or texts."),
    ],
    terms: Terms = None,
    default_terms: DefaultTerms = True,
    lang: Lang = None,
    sentences: Sentences = False,
    only: Annotated[Only | None, typer.Option(help="Only the variants of known terms, or only the drafts.")] = None,
    out: Annotated[
        Path | None,
        typer.Option(
            "-o", "--out", metavar="DRAFT", help="Term base to write the drafts to (TSV, CSV, TBX, XLSX)."
        ),
    ] = None,
) -> int:
    """Find variants that no term base lists, and draft a term base from what recurs in a text and its versions.

    Variants stand in the place of a known term, or in its frame with another word; each is shown with the term, who
    writes it and where. Drafts are phrases of several words that recur and render each other; all that is found is
    a proposal, to be edited.
    """
    from aligner import aligning, output, pipeline, plugins
    from aligner import terms as bases
    from aligner.cli.progress import notes, progress
    from aligner.cli.terms.found import draft_lines, variant_lines
    from aligner.terms.discovery.variants import candidates
    from aligner.terms.matching import TermIndex

    if out and only is Only.VARIANTS:
        raise UsageError("--only variants with -o: variants are printed, not written; leave one of the two out")
    if out:
        output.check_targets([out], [*inputs, *(terms or [])])
        bases.kind_of(out)
    with notes(), progress() as tell:
        tell("reading")
        works = _read(inputs, lang or [], sentences)
        concepts = _concepts(works, terms or [], default_terms)
        documents = [d for w in works for d in w.documents]
        pairs = [(w.documents[0], version) for w in works for version in w.documents[1:]]
        tell("aligning")
        known = plugins.load("lexicons", "concepts")(concepts=tuple(concepts))
        alignments = aligning.align_many(pairs, lexicons=[known])
        tell("looking for terms")
        words = pipeline.known_words(documents)
        variants = candidates(documents, alignments, TermIndex(concepts), words) if only is not Only.DRAFTS else ()
        drafts = _drafts(pairs, alignments, concepts, words) if only is not Only.VARIANTS else []
        if out and drafts:
            bases.write(drafts, out)
    if only is not Only.DRAFTS:
        typer.echo("\n".join(variant_lines(variants, documents)))
    if only is not Only.VARIANTS:
        typer.echo("\n".join(draft_lines(drafts, out)))
    return 0


def _read(inputs: Sequence[Path], lang: Sequence[str], sentences: bool) -> list[Work]:
    """The works: of several folders one each, of texts one. Every document has an id of its own."""
    from aligner.cli.inputs import read_inputs
    from aligner.pipeline import with_unique_ids

    folders = all(path.is_dir() for path in inputs)
    given = [read_inputs(one, lang, sentences) for one in ([[path] for path in inputs] if folders else [inputs])]
    unique = iter(with_unique_ids([d for g in given for d in g.documents]))
    names = [path.name for path in inputs] if folders and len(inputs) > 1 else [""]
    return [
        Work(name, tuple(next(unique) for _ in g.documents), g.terms) for name, g in zip(names, given, strict=True)
    ]


def _concepts(works: Sequence[Work], files: Sequence[Path], bundled: bool) -> list[Concept]:
    """The concepts of all term bases; those of one work among several have its name in their ids."""
    from aligner.terms.bases import TermBases

    found = list(TermBases.of(works[0].documents, files, bundled=False).concepts)
    for work in works:
        own = TermBases.of(work.documents, work.terms, bundled=False).concepts
        found += [dataclasses.replace(c, id=f"{work.name}/{c.id}" if work.name else c.id) for c in own]
    return found + list(TermBases.of(works[0].documents, [], bundled=bundled).concepts)


def _drafts(
    pairs: Sequence[tuple[Document, Document]], alignments: Sequence[Alignment], known: Sequence[Concept],
    words: Mapping[str, frozenset[str]],
) -> list[Concept]:  # fmt: skip
    """The drafts of every two languages that texts are in; texts of one language alone have none."""
    from aligner.model.alignment import aligned_pairs
    from aligner.terms.discovery.drafts import extract

    by_languages: dict[tuple[str, str], list[AlignedPair]] = {}
    for (base, version), alignment in zip(pairs, alignments, strict=True):
        if base.language != version.language:
            beads = by_languages.setdefault((base.language, version.language), [])
            beads += aligned_pairs(alignment, base, version)
    found = [c for (one, two), beads in by_languages.items() for c in extract(beads, one, two, known, words)]
    return [dataclasses.replace(c, id=f"draft-{n}") for n, c in enumerate(found, 1)]
