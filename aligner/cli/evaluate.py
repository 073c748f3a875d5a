"""`aligner eval`: hold alignments against gold ones."""

from __future__ import annotations

import json as json_text
from pathlib import Path
from typing import Annotated

import typer

from aligner.cli.options import AlignerName, Anchors, Dictionaries, Lexicons
from aligner.errors import UsageError


def evaluate(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            metavar="SET_DIR | BASE VERSION",
            help="A folder of documents (each with base.txt, version.txt, gold.txt), a work, or texts with --gold.",
        ),
    ],
    gold: Annotated[Path | None, typer.Option(metavar="FILE", help="The gold ladder of BASE and VERSION.")] = None,
    sentences: Annotated[
        bool, typer.Option("--sentences", help="BASE and VERSION hold one segment a line.")
    ] = False,
    each: Annotated[
        bool, typer.Option("--each", help="Align every document alone; without it they learn from each other.")
    ] = False,
    ladders: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Write each alignment to DIR/DOCUMENT.txt, gold or not.")
    ] = None,
    aligner: AlignerName = "auto",
    lexicon: Lexicons = None,
    dictionary: Dictionaries = None,
    anchors: Anchors = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> int:
    """Align texts and print precision, recall and F1 against gold alignments.

    Strict: a bead counts when it equals a gold bead; lax: when it shares a pair of segments with one; links: pairs
    of segments. Of a set also its 95 % interval (bootstrap over documents), the shapes of beads, and how far
    confidence is from the share of right beads.
    """
    from aligner import aligning, goldset, output
    from aligner.cli import figures
    from aligner.cli.inputs import anchor_files
    from aligner.cli.progress import notes, progress
    from aligner.formats.ladder import Ladder

    if gold is None and len(inputs) != 1:
        raise UsageError("eval needs one folder of gold alignments, or --gold FILE with BASE and VERSION")
    items = goldset.folder(inputs[0]) if gold is None else goldset.single(inputs, gold, sentences)
    if ladders is None and not any(item.gold for item in items):
        raise UsageError('no gold alignment to hold against; add gold.txt, in a work gold = "..." to its versions')
    fixed = anchor_files(anchors or [], [item.name for item in items])
    targets = {item.name: ladders / f"{item.name}.txt" for item in items} if ladders else {}
    output.check_targets(targets.values(), [*fixed.values(), *(file for item in items for file in item.files)])
    lexicons = aligning.lexicons_of(lexicon or [], dictionary or [])
    with notes(), progress() as tell:
        found = goldset.align_all(
            items, aligner=aligner, lexicons=lexicons, anchors=fixed, each=each, progress=tell
        )
    output.write_files({targets[o.name]: Ladder().lines(o.alignment) for o in found if o.name in targets})
    if json:
        typer.echo(json_text.dumps(figures.as_json(found), ensure_ascii=False, indent=1))
    else:
        typer.echo(figures.table(found))
    return 0
