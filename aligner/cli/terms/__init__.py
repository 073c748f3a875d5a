"""`aligner terms`: look at term bases, check and convert them. One file per command, each registered here."""

from __future__ import annotations

import typer

from aligner.cli.terms import check, convert, find
from aligner.cli.terms import list as listing

app = typer.Typer(
    name="terms", help="Look at term bases, check and convert them.", no_args_is_help=True, rich_markup_mode=None
)
app.command("list")(listing.list_terms)
app.command("check")(check.check)
app.command("convert")(convert.convert)
app.command("find")(find.find)
