"""`aligner learn`: a lexicon from translation memories, sets and works."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

import typer

from aligner.cli.options import Sentences
from aligner.errors import UsageError

_PAIR = re.compile(r"([a-z]{2,3})-([a-z]{2,3})")


def learn(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            metavar="TMX | SET | WORK | BASE VERSION LADDER...",
            help="Translation memories, folders of documents with ladders, works, or texts with their ladder.",
        ),
    ],
    out: Annotated[Path, typer.Option("-o", "--out", metavar="TABLE", help="The table to write.")],
    pair: Annotated[
        str | None, typer.Option(metavar="A-B", help="The two languages, such as ko-en, where there are more.")
    ] = None,
    sentences: Sentences = False,
) -> int:
    """Learn which words render which, and write a table for --lexicon."""
    from aligner import learning, output
    from aligner.cli.progress import notes, progress
    from aligner.learning.gathering import gather

    match = _PAIR.fullmatch(pair) if pair else None
    if pair and not match:
        raise UsageError(f"--pair {pair}: expected two languages such as ko-en")
    output.check_targets([out], inputs)
    with notes(), progress() as tell:
        paired = gather(inputs, (match[1], match[2]) if match else None, sentences=sentences, progress=tell)
        tell("learning")
        table = learning.learn(paired.segments, paired.languages)
    output.write_files({out: table.packed()})
    languages = "-".join(table.languages)
    typer.echo(f"{out}: {len(table.entries):,} pairs of words ({languages}) from {table.segments:,} segments")
    return 0
