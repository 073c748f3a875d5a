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
    PROFILES = "profiles"


def list_plugins(family: Annotated[Family, typer.Argument(help="What to list.")]) -> int:
    """List the checks, metrics, formats, aligners, lexicons or house profiles, each with one line on what it is."""
    entries = {name: _manual(family, name).splitlines()[0] for name in _names(family)}
    width = max(len(name) for name in entries)
    for name, line in entries.items():
        typer.echo(f"{name:{width}}  {line}")
    return 0


def explain(name: Annotated[str, typer.Argument(help="Anything that `aligner list` lists.")]) -> int:
    """Print the manual page of a check, metric, format, aligner, lexicon or house profile."""
    pages = [_manual(f, name) for f in Family if name in _names(f)]
    if not pages:
        known = [n for f in Family for n in _names(f)]
        raise UnknownNameError(
            "check, metric, format, aligner, lexicon or profile", name, known, "aligner list checks"
        )
    typer.echo("\n\n".join(pages))
    return 0


def _names(family: Family) -> tuple[str, ...]:
    if family is Family.PROFILES:
        from aligner.terms import profiles

        return profiles.names()
    return plugins.names(family.value)


def _manual(family: Family, name: str) -> str:
    if family is Family.PROFILES:
        from aligner.terms import profiles

        return profiles.manual(name)
    return plugins.manual(family.value, name)
