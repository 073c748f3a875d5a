"""The command line: one file per command; arguments in, exit code out, no logic.

Exit codes: 0 done, 1 findings at or above --fail-on, 2 bad usage or bad input, 3 a check or metric crashed.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from aligner.cli import align, catalogue, evaluate, score
from aligner.errors import AlignerError
from aligner.version import __version__

app = typer.Typer(
    name="aligner",
    help="Shows how a text was translated: aligns a text with its versions, checks, scores and reports.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.command("score")(score.score)
app.command("align")(align.align)
app.command("eval")(evaluate.evaluate)
app.command("list")(catalogue.list_plugins)
app.command("explain")(catalogue.explain)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"aligner {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,
) -> None:
    """Hold a text and its versions against each other."""


def main() -> None:
    """Run the command line; every expected error is one line on standard error and exit code 2."""
    try:
        code = app(standalone_mode=False)
    except AlignerError as error:
        _fail(str(error))
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        place = context.command_path if context else "aligner"
        _fail(f"{error.format_message().rstrip('.')}; see: {place} --help")
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        sys.exit(0)
    sys.exit(code if isinstance(code, int) else 0)


def _fail(message: str) -> None:
    """One line for the reader; control characters from file names or texts are made visible, not obeyed."""
    line = " ".join(message.split())
    safe = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in line)
    print(f"aligner: {safe}", file=sys.stderr)
    sys.exit(2)
