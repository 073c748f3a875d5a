"""The command line: one file per command; arguments in, exit code out, no logic.

Exit codes: 0 done, 1 findings at or above --fail-on, 2 bad usage or bad input, 3 a check or metric crashed.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import Annotated

import typer

from aligner.cli import align, catalogue, check, evaluate, learn, score, terms
from aligner.cli.outcome import CRASHED
from aligner.cli.progress import tell_reader
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
app.command("check")(check.check)
app.command("align")(align.align)
app.command("eval")(evaluate.evaluate)
app.command("learn")(learn.learn)
app.add_typer(terms.app)
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
    """Run the command line; every error is one line on standard error, an expected one with exit code 2."""
    gc.set_threshold(100_000, 50, 50)  # a run keeps nearly all that it makes: the usual 700 took 0.6 of 4.1 seconds
    try:
        code = app(sys.argv[1:] or ["--help"], standalone_mode=False)
        sys.stdout.flush()
    except AlignerError as error:
        _fail(str(error))
    except typer.TyperException as error:
        context = getattr(error, "ctx", None)
        place = context.command_path if context else "aligner"
        _fail(f"{error.format_message().replace('Value error, ', '').rstrip('.')}; see: {place} --help")
    except (typer.Abort, KeyboardInterrupt):
        sys.exit(130)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # nobody reads on: no complaint at exit
        sys.exit(0)
    except OSError as error:
        _fail(f"{error.filename or 'standard output'}: cannot write: {error.strerror}; choose another place")
    except Exception as error:
        if "ALIGNER_DEBUG" in os.environ:
            raise
        _fail(f"unexpected {type(error).__name__}: {error}; ALIGNER_DEBUG=1 shows where", CRASHED)
    sys.exit(code if isinstance(code, int) else 0)


def _fail(message: str, code: int = 2) -> None:
    """One line for the reader, and the end."""
    tell_reader(message)
    sys.exit(code)
