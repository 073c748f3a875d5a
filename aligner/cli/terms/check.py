"""`aligner terms check`: what term bases hold, and what is doubtful in them."""

from __future__ import annotations

import warnings
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from aligner.cli.terms.numbers import counted

if TYPE_CHECKING:
    from aligner.terms import TermBase

_PROBLEMS = 1


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="Term bases (TBX, CSV, TSV, XLSX).")],
) -> int:
    """Count what each term base holds and name what is doubtful in it; exit with 1 where anything is.

    Doubtful are ids that stand twice, links that lead nowhere, terms that no text can match, rows with an empty
    side, concepts without a term in a language that most have, terms that stand twice in a concept or are accepted
    and rejected in one, and terms that two concepts accept. Lines marked as notes leave the exit code as it is:
    terms shared by concepts that name each other as related, and terms that one concept forbids and another
    prefers. Where two concepts each reject a term of the other, this is not told: that keeps them apart.
    """
    from aligner import terms
    from aligner.reporters._shown import shown

    total = 0
    for file in files:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always", UserWarning)
            base = terms.read(file)
        found = terms.problems(base.concepts, base.lines, base.fields)
        notes = terms.remarks(base.concepts, base.lines, base.fields)
        typer.echo(f"{shown(str(file))}: {_counts(base)}")
        for problem in found:
            typer.echo(f"  {shown(problem)}")
        unread = (str(w.message) for w in caught if w.category is UserWarning)
        for text in dict.fromkeys((*notes, *unread)):
            typer.echo(f"  note: {shown(text)}")
        total += len(found)
    return _PROBLEMS if total else 0


def _counts(base: TermBase) -> str:
    """How many concepts there are, and terms by language and status."""
    from aligner.terms.places import shown_language

    languages = Counter(shown_language(t.lang) for c in base.concepts for t in c.terms)
    statuses = Counter("forbidden" if t.forbidden else t.status.value for c in base.concepts for t in c.terms)
    return (
        f"{counted(len(base.concepts), 'concept')}, {counted(languages.total(), 'term')}"
        f" ({', '.join(f'{lang} {count:,}' for lang, count in languages.items())};"
        f" {', '.join(f'{count:,} {status}' for status, count in statuses.items())})"
    )
