"""The arguments that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[
    list[Path],
    typer.Argument(
        metavar="BASE VERSION... | WORK", help="A text and its versions, or a folder that holds work.toml."
    ),
]
Lang = Annotated[
    list[str] | None,
    typer.Option(metavar="ID=TAG", help="Language (BCP 47) of a text, named by path or by name without suffix."),
]
Terms = Annotated[
    list[Path] | None,
    typer.Option(metavar="FILE", help="Term base (TBX, CSV, TSV, XLSX); may be given again."),
]
DefaultTerms = Annotated[bool, typer.Option(help="Use the bundled term base as well.")]
Profiles = Annotated[
    list[str] | None,
    typer.Option(
        "--profile",
        metavar="[ID=]NAME|FILE",
        help="House profile of the versions, or of the text ID; default: by outlet; none for none.",
    ),
]
Only = Annotated[list[str] | None, typer.Option(metavar="CHECK", help="Run this check only; may be given again.")]
Skip = Annotated[list[str] | None, typer.Option(metavar="CHECK", help="Leave this check out; may be given again.")]
Sentences = Annotated[bool, typer.Option("--sentences", help="The inputs hold one segment a line.")]
AlignerName = Annotated[str, typer.Option(metavar="NAME", help="See: aligner list aligners.")]
Lexicons = Annotated[
    list[Path] | None,
    typer.Option("--lexicon", metavar="TABLE", help="Table that `aligner learn` wrote; may be given again."),
]
Dictionaries = Annotated[
    list[Path] | None,
    typer.Option("--dictionary", metavar="FILE", help="Dictionary (dictd, TSV) to ask; may be given again."),
]
Anchors = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FILE",
        help="Links that must hold: a ladder, tsv or json, whole or in part; of several versions ID=FILE.",
    ),
]
