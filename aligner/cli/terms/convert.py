"""`aligner terms convert`: from one form of term base to another."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from aligner.cli.terms.numbers import counted
from aligner.errors import UsageError


class Form(StrEnum):
    """The forms that `aligner terms convert` writes."""

    TBX3_DCA = "tbx3-dca"
    TBX3_DCT = "tbx3-dct"
    TBX2 = "tbx2"
    CSV = "csv"
    TSV = "tsv"
    XLSX = "xlsx"
    OMEGAT = "omegat"


def convert(
    source: Annotated[Path, typer.Argument(metavar="IN", help="A term base (TBX, CSV, TSV, XLSX).")],
    out: Annotated[Path, typer.Argument(metavar="OUT", help="The file to write.")],
    to: Annotated[Form | None, typer.Option(help="The form to write; else the one of the suffix of OUT.")] = None,
    from_lang: Annotated[
        str | None, typer.Option("--from", metavar="TAG", help="The base's language, for glossaries.")
    ] = None,
    into_lang: Annotated[
        str | None, typer.Option("--into", metavar="TAG", help="The renderings' language, for glossaries.")
    ] = None,
) -> int:
    """Convert a term base: TBX 3 (DCA or DCT), TBX 2, CSV, TSV, XLSX, or a glossary for OmegaT.

    A table gets a column for each language and status; with --from and --into it becomes a glossary with the
    columns source, preferred, allowed, forbidden and note. The same two say which languages a glossary that is read
    is in. What a form does not hold is said.
    """
    from aligner import output, terms
    from aligner.cli.progress import notes
    from aligner.reporters._shown import shown

    output.check_targets([out], [source])
    kind = terms.kind_of(out, to)
    between = {} if kind.tbx else {"from_lang": from_lang, "into_lang": into_lang}
    if kind.tbx and (from_lang or into_lang) and source.suffix.lower() in (".tbx", ".xml"):
        raise UsageError("--from, --into: TBX names its languages itself and holds all of them; leave both out")
    with notes():
        concepts = terms.load(source, base_lang=_tag("--from", from_lang), version_lang=_tag("--into", into_lang))
        terms.write(concepts, out, kind=kind, **between)
    typer.echo(f"{shown(str(out))}: written from {counted(len(concepts), 'concept')}")
    return 0


def _tag(option: str, text: str | None) -> str | None:
    """A language as BCP 47 spells it. Raises UsageError for what is none."""
    from aligner.terms.files import fields

    try:
        return fields.language(text) if text else None
    except ValueError as error:
        raise UsageError(f"{option}: {error}") from None
