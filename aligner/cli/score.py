"""`aligner score`: align, check, score, and write the report."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Annotated

import typer

from aligner.cli.options import (
    AlignerName,
    Anchors,
    DefaultTerms,
    Dictionaries,
    Inputs,
    Lang,
    Lexicons,
    Only,
    Profiles,
    Sentences,
    Skip,
    Terms,
)
from aligner.cli.outcome import FailOn, exit_code, print_summary
from aligner.errors import UsageError


def score(
    inputs: Inputs,
    terms: Terms = None,
    default_terms: DefaultTerms = True,
    profile: Profiles = None,
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
    only: Only = None,
    skip: Skip = None,
    fail_on: FailOn = None,
    sentences: Sentences = False,
    aligner: AlignerName = "auto",
    lexicon: Lexicons = None,
    dictionary: Dictionaries = None,
    anchors: Anchors = None,
) -> int:
    """Align a text with its versions, check and score them, and write an HTML report."""
    from aligner import aligning, output, pipeline, rendering
    from aligner.cli.inputs import fixed_links, option_files, profiles_of, read_inputs
    from aligner.cli.progress import notes, progress

    html = None if report == "-" else report or str(_default_report(inputs))
    wanted = {"html": html, "json": json, "tmx": tmx, "xliff": xliff}
    targets = {kind: Path(target) for kind, target in wanted.items() if target and target != "-"}
    piped = [kind for kind, target in wanted.items() if target == "-"]
    if len(piped) > 1:
        raise UsageError(f"--{piped[0]} - and --{piped[1]} - both want standard output; name a file for one")
    output.check_targets(targets.values(), [*inputs, *option_files(lexicon, dictionary, anchors)])
    pipeline.choose("checks", only or [], skip or [])
    lexicons = aligning.lexicons_of(lexicon or [], dictionary or [])
    with notes() as told, progress() as tell:
        tell("reading")
        given = read_inputs(inputs, lang or [], sentences)
        base, *versions = documents = pipeline.with_unique_ids(given.documents)
        named = {d.id: name for d, name in zip(documents, given.profiles, strict=True) if name}
        result = pipeline.score(
            base,
            *versions,
            terms=[*given.terms, *(terms or [])],
            default_terms=default_terms,
            profiles=named | profiles_of(profile or [], documents, versions),
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
        print_summary(result, tuple(str(path) for path in files))
    return exit_code([result], fail_on)


def _default_report(inputs: list[Path]) -> Path:
    """reports/<work>.html for a work, reports/<base>--<versions>.html for files."""
    if len(inputs) == 1:
        return Path("reports") / f"{inputs[0].resolve().name}.html"
    names = ["stdin" if str(p) == "-" else p.stem for p in inputs]
    return Path("reports") / f"{names[0]}--{'+'.join(names[1:])[:120]}.html"
