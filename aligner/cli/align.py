"""`aligner align`: pair the segments of two texts, and nothing else."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from aligner.cli.options import AlignerName, Anchors, Dictionaries, Lang, Lexicons, Sentences


class Format(StrEnum):
    """The outputs of `aligner align`."""

    LADDER = "ladder"
    TSV = "tsv"
    JSON = "json"
    TMX = "tmx"
    XLIFF = "xliff"


def align(
    base: Annotated[Path, typer.Argument(help="The text that the version is held against.")],
    version: Annotated[Path, typer.Argument(help="The translation or rendering.")],
    sentences: Sentences = False,
    aligner: AlignerName = "auto",
    lexicon: Lexicons = None,
    dictionary: Dictionaries = None,
    anchors: Anchors = None,
    lang: Lang = None,
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.LADDER,
    out: Annotated[
        Path | None, typer.Option("-o", "--out", metavar="FILE|-", help="Where; default: standard output.")
    ] = None,
) -> int:
    """Align two texts and write the alignment."""
    from aligner import aligning, output, pipeline, rendering
    from aligner.cli.inputs import fixed_links, option_files, read_inputs
    from aligner.cli.progress import notes, progress, tell_reader

    to_file = out is not None and str(out) != "-"
    if out is not None and to_file:
        output.check_targets([out], [base, version, *option_files(lexicon, dictionary, anchors)])
    lexicons = aligning.lexicons_of(lexicon or [], dictionary or [])
    with notes(), progress() as tell:
        tell("reading")
        given = read_inputs([base, version], lang or [], sentences)
        first, second = pipeline.with_unique_ids(given.documents)
        fixed = fixed_links(anchors or [], first, [second]).get(second.id, ())
        tell("aligning")
        alignment = aligning.align(first, second, aligner=aligner, lexicons=lexicons, anchors=fixed)
        data = rendering.alignment(alignment, first, second, format.value)
    if alignment.reason and not alignment.monotone:
        tell_reader(f"note: {alignment.aligner}: {alignment.reason}")
    if out is not None and to_file:
        output.write_files({out: data})
    else:
        sys.stdout.buffer.write(data)
    return 0
