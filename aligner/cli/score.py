"""`aligner score`: align, check, score, and write the report."""

from __future__ import annotations

import os
import shlex
import shutil
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from aligner.cli.options import AlignerName, Inputs, Lang, Sentences

FAILED, CRASHED = 1, 3


class Threshold(StrEnum):
    """The severities that --fail-on takes."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


def score(
    inputs: Inputs,
    terms: Annotated[
        list[Path] | None, typer.Option(help="Term base (TBX, CSV, TSV, XLSX); may be given again.")
    ] = None,
    default_terms: Annotated[bool, typer.Option(help="Use the bundled term base as well.")] = True,
    lang: Lang = None,
    report: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="HTML report; - for none. Default: reports/<base>--<versions>.html"),
    ] = None,
    json: Annotated[str | None, typer.Option(metavar="FILE|-", help="JSON report; - for standard output.")] = None,
    tmx: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Translation memory; one file a version.")
    ] = None,
    only: Annotated[
        list[str] | None, typer.Option(metavar="CHECK", help="Run this check only; may be given again.")
    ] = None,
    skip: Annotated[
        list[str] | None, typer.Option(metavar="CHECK", help="Leave this check out; may be given again.")
    ] = None,
    fail_on: Annotated[
        Threshold | None, typer.Option(help="Exit with 1 when a difference is at least this severe.")
    ] = None,
    sentences: Sentences = False,
    aligner: AlignerName = "auto",
) -> int:
    """Align a text with its versions, check and score them, and write an HTML report."""
    from aligner import output, pipeline, rendering
    from aligner.cli.inputs import read_inputs
    from aligner.cli.progress import notes, progress

    html = None if report == "-" else Path(report) if report else _default_report(inputs)
    targets = [t for t in (html, Path(json) if json and json != "-" else None, tmx) if t]
    output.check_targets(targets)
    pipeline.choose("checks", only or [], skip or [])
    with notes(), progress() as tell:
        tell("reading")
        documents, term_files = read_inputs(inputs, lang or [], sentences)
        result = pipeline.score(
            *documents,
            terms=[*term_files, *(terms or [])],
            default_terms=default_terms,
            aligner=aligner,
            only=only or [],
            skip=skip or [],
            command=shlex.join(["aligner", *sys.argv[1:]]),
            progress=tell,
        )
        tell("writing")
        files = {path: data for target in targets for path, data in rendering.files(result, target).items()}
        output.write_files(files)
    if json == "-":
        sys.stdout.write(next(iter(rendering.files(result, Path("report.json")).values())).decode())
    else:
        _print_summary(result, tuple(str(path) for path in files))
    if result.failures:
        return CRASHED
    worst = max((f.severity.value for f in result.findings), default=0)
    return FAILED if fail_on and worst >= _value(fail_on) else 0


def _default_report(inputs: list[Path]) -> Path:
    """reports/<work>.html for a work, reports/<base>--<versions>.html for files."""
    names = [p.stem if p.suffix else p.name for p in inputs] if len(inputs) > 1 else [inputs[0].resolve().name]
    return Path("reports") / f"{names[0]}{'--' if names[1:] else ''}{'+'.join(names[1:])[:120]}.html"


def _print_summary(result: object, written: tuple[str, ...]) -> None:
    """To a terminal in its width and in colour; elsewhere plain, 80 columns wide."""
    from aligner import plugins

    terminal = sys.stdout.isatty()
    width = min(shutil.get_terminal_size().columns, 110) if terminal else None
    summary = plugins.load("reporters", "terminal")(
        written=written, width=width, color=terminal and "NO_COLOR" not in os.environ
    )
    sys.stdout.write(summary.render(result))


def _value(threshold: Threshold) -> int:
    from aligner.model import Severity

    return Severity[threshold.name].value
