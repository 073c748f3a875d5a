"""`aligner eval`: hold alignments against gold ones."""

from __future__ import annotations

import json as json_text
from pathlib import Path
from typing import Annotated

import typer

from aligner.cli.options import AlignerName
from aligner.errors import UsageError

FIGURES = ("precision", "recall", "f1")


def evaluate(
    inputs: Annotated[
        list[Path],
        typer.Argument(
            metavar="GOLD_DIR | BASE VERSION",
            help="A folder of documents (base.txt, version.txt, gold.txt), a work, or two texts with --gold.",
        ),
    ],
    gold: Annotated[Path | None, typer.Option(help="The gold ladder of BASE and VERSION.")] = None,
    sentences: Annotated[
        bool, typer.Option("--sentences", help="BASE and VERSION hold one segment a line.")
    ] = False,
    aligner: AlignerName = "auto",
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> int:
    """Align texts and print strict and lax precision, recall and F1 against gold alignments."""
    from aligner import goldset
    from aligner.cli.progress import progress

    if gold is None and len(inputs) != 1:
        raise UsageError("eval needs one folder of gold alignments, or --gold FILE with BASE and VERSION")
    tasks = goldset.folder(inputs[0]) if gold is None else goldset.single(inputs, gold, sentences)
    with progress() as tell:
        result = goldset.evaluate_all(tasks, aligner, tell)
    rows = {kind: [getattr(result, f"{f}_{kind}") for f in FIGURES] for kind in ("strict", "lax")}
    if json:
        figures = {f"{f}_{kind}": v for kind, row in rows.items() for f, v in zip(FIGURES, row, strict=True)}
        typer.echo(json_text.dumps({"documents": len(tasks), **figures}))
    else:
        typer.echo(f"{'':8}precision  recall     f1   ({len(tasks)} documents)")
        for kind, (precision, recall, f1) in rows.items():
            typer.echo(f"{kind:8}{precision:9.3f}  {recall:6.3f}  {f1:.3f}")
    return 0
