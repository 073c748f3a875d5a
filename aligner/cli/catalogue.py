"""`aligner list` and `aligner explain`: what there is, and the manual page of each."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from aligner import plugins
from aligner.errors import UnknownNameError


class Family(StrEnum):
    """What `aligner list` can list."""

    CHECKS = "checks"
    METRICS = "metrics"
    FORMATS = "formats"
    ALIGNERS = "aligners"
    LEXICONS = "lexicons"


def list_plugins(family: Annotated[Family, typer.Argument(help="What to list.")]) -> int:
    """List the checks, metrics, formats, aligners or lexicons, each with one line on what it is."""
    entries = {name: plugins.manual(family.value, name).splitlines()[0] for name in plugins.names(family.value)}
    width = max(len(name) for name in entries)
    for name, line in entries.items():
        typer.echo(f"{name:{width}}  {line}")
    return 0


def explain(name: Annotated[str, typer.Argument(help="A check, metric, format, aligner or lexicon.")]) -> int:
    """Print the manual page of a check, metric, format, aligner or lexicon."""
    pages = [plugins.manual(f.value, name) for f in Family if name in plugins.names(f.value)]
    if not pages:
        known = [n for f in Family for n in plugins.names(f.value)]
        raise UnknownNameError("check, metric, format, aligner or lexicon", name, known, "aligner list checks")
    typer.echo("\n\n".join(pages))
    return 0
