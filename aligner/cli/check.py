"""`aligner check`: what a text says about itself, without a base."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from aligner.cli.options import DefaultTerms, Lang, Only, Profiles, Sentences, Skip, Terms
from aligner.cli.outcome import FailOn, exit_code, print_summary
from aligner.errors import UsageError


def check(
    texts: Annotated[list[Path], typer.Argument(metavar="TEXT...", help="Texts, each checked by itself.")],
    terms: Terms = None,
    default_terms: DefaultTerms = True,
    profile: Profiles = None,
    lang: Lang = None,
    report: Annotated[
        Path | None, typer.Option(metavar="FILE", help="HTML report; of several texts one each.")
    ] = None,
    json: Annotated[
        str | None, typer.Option(metavar="FILE|-", help="JSON report, of several texts one each; - for output.")
    ] = None,
    only: Only = None,
    skip: Skip = None,
    fail_on: FailOn = None,
    sentences: Sentences = False,
) -> int:
    """Check texts by themselves: rejected terms, and terms that change from place to place."""
    from aligner import output, pipeline, rendering, work
    from aligner.cli.inputs import profiles_of, read_texts
    from aligner.cli.progress import notes

    if json == "-" and len(texts) > 1:
        raise UsageError("--json -: several texts make several reports; name a file")
    pipeline.choose("checks", only or [], skip or [])
    with notes() as told:
        documents = pipeline.with_unique_ids(read_texts([work.Text(t) for t in texts], lang or [], sentences))
        wanted = {"html": report, "json": Path(json) if json and json != "-" else None}
        targets = {kind: _targets(path, [d.id for d in documents]) for kind, path in wanted.items() if path}
        output.check_targets((p for paths in targets.values() for p in paths), [*texts, *(terms or [])])
        houses = profiles_of(profile or [], documents, documents)
        found = [
            pipeline.check(
                document,
                terms=terms or [],
                default_terms=default_terms,
                profile=houses.get(document.id),
                only=only or [],
                skip=skip or [],
                command=shlex.join(["aligner", *sys.argv[1:]]),
            )
            for document in documents
        ]
        made = [
            {p: d for kind, paths in targets.items() for p, d in rendering.files(result, paths[n], kind).items()}
            for n, result in enumerate(found)
        ]
        output.write_files({path: data for files in made for path, data in files.items()})
        if json != "-":
            told.update(line for result in found for line in result.unchecked)
    for result, files in zip(found, made, strict=True):
        if json == "-":
            sys.stdout.buffer.write(rendering.files(result, Path("-"), "json")[Path("-")])
        else:
            print_summary(result, tuple(map(str, files)))
    return exit_code(found, fail_on)


def _targets(path: Path, names: Sequence[str]) -> list[Path]:
    """The file of each text: the one named, or with the text's name before its suffix where there are several."""
    return [path] if len(names) == 1 else [path.with_suffix(f".{name}{path.suffix}") for name in names]
