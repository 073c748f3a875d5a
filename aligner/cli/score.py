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

from aligner.cli.options import AlignerName, Anchors, Dictionaries, Inputs, Lang, Lexicons, Sentences
from aligner.errors import UsageError

FAILED, CRASHED = 1, 3


class Threshold(StrEnum):
    """The severities that --fail-on takes."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


def score(
    inputs: Inputs,
    terms: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Term base (TBX, CSV, TSV, XLSX); may be given again."),
    ] = None,
    default_terms: Annotated[bool, typer.Option(help="Use the bundled term base as well.")] = True,
    lang: Lang = None,
    report: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="HTML report; - for none. Default: reports/<base>--<versions>.html"),
    ] = None,
    json: Annotated[str | None, typer.Option(metavar="FILE|-", help="JSON report; - for standard output.")] = None,
    tmx: Annotated[
        str | None,
        typer.Option(metavar="FILE|-", help="Translation memory, one file a version; - for standard output."),
    ] = None,
    xliff: Annotated[
        str | None, typer.Option(metavar="FILE|-", help="XLIFF 2.0, one file a version; - for standard output.")
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
    lexicon: Lexicons = None,
    dictionary: Dictionaries = None,
    anchors: Anchors = None,
) -> int:
    """Align a text with its versions, check and score them, and write an HTML report."""
    from aligner import output, pipeline, rendering
    from aligner.cli.inputs import fixed_links, option_files, read_inputs
    from aligner.cli.progress import notes, progress

    html = None if report == "-" else report or str(_default_report(inputs))
    wanted = {"html": html, "json": json, "tmx": tmx, "xliff": xliff}
    targets = {kind: Path(target) for kind, target in wanted.items() if target and target != "-"}
    piped = [kind for kind, target in wanted.items() if target == "-"]
    if len(piped) > 1:
        raise UsageError(f"--{piped[0]} - and --{piped[1]} - both want standard output; name a file for one")
    output.check_targets(targets.values(), [*inputs, *option_files(lexicon, dictionary, anchors)])
    pipeline.choose("checks", only or [], skip or [])
    lexicons = pipeline.lexicons_of(lexicon or [], dictionary or [])
    with notes() as told, progress() as tell:
        tell("reading")
        documents, term_files = read_inputs(inputs, lang or [], sentences)
        base, *versions = pipeline.with_unique_ids(documents)
        result = pipeline.score(
            base,
            *versions,
            terms=[*term_files, *(terms or [])],
            default_terms=default_terms,
            aligner=aligner,
            lexicons=lexicons,
            anchors=fixed_links(anchors or [], base, versions),
            only=only or [],
            skip=skip or [],
            command=shlex.join(["aligner", *sys.argv[1:]]),
            progress=tell,
        )
        tell("writing")
        printed = [data for kind in piped for data in rendering.files(result, Path("-"), kind).values()]
        if piped and piped != ["json"] and len(result.versions) > 1:
            raise UsageError(f"--{piped[0]} -: several versions make several files; name one")
        files = {p: d for kind, target in targets.items() for p, d in rendering.files(result, target, kind).items()}
        output.write_files(files)
        if not printed:
            told.update(result.unchecked)
    if printed:
        sys.stdout.buffer.write(printed[0])
    else:
        _print_summary(result, tuple(str(path) for path in files))
    if result.failures:
        return CRASHED
    worst = max((f.severity.value for f in result.findings), default=0)
    return FAILED if fail_on and worst >= _value(fail_on) else 0


def _default_report(inputs: list[Path]) -> Path:
    """reports/<work>.html for a work, reports/<base>--<versions>.html for files."""
    if len(inputs) == 1:
        return Path("reports") / f"{inputs[0].resolve().name}.html"
    names = ["stdin" if str(p) == "-" else p.stem for p in inputs]
    return Path("reports") / f"{names[0]}--{'+'.join(names[1:])[:120]}.html"


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
