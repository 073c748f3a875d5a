"""`aligner terms list`: the concepts of term bases with their terms."""

from __future__ import annotations

import json as json_text
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from aligner.cli.terms.numbers import counted
from aligner.errors import UsageError

if TYPE_CHECKING:
    from aligner.model import Concept, Term

_WIDEST = 44  # columns that terms share before what is said of them
_LABEL = 8  # columns of a language or a label at least
_ANY = "und"  # the language of terms that are looked for in texts of every language


def list_terms(
    terms: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Term base (TBX, CSV, TSV, XLSX); may be given again."),
    ] = None,
    default_terms: Annotated[
        bool | None,
        typer.Option(help="The bundled term base as well as the files.", show_default="where no file is named"),
    ] = None,
    lang: Annotated[
        list[str] | None, typer.Option(metavar="TAG", help="Terms of this language only; may be given again.")
    ] = None,
    grep: Annotated[
        str | None, typer.Option(metavar="WORD", help="Concepts only that have this word anywhere.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> int:
    """List the concepts of the term bases named, else of the bundled one: terms, statuses and rules."""
    from aligner import terms as bases
    from aligner.cli.progress import notes

    with notes():
        concepts = [concept for file in terms or () for concept in bases.load(file)]
    if default_terms or (default_terms is None and not terms):
        concepts += bases.bundled()
    elif not terms:
        raise UsageError("no term base to list; name one with --terms, or leave --no-default-terms out")
    wanted = _languages(lang or [], concepts)
    shown = [c for c in concepts if _has(c, grep or "") and (not wanted or _of_languages(c, wanted))]
    if json:
        entries = [_entry(c, _of_languages(c, wanted)) for c in shown]
        typer.echo(json_text.dumps(entries, ensure_ascii=False, indent=1))
    else:
        typer.echo("\n".join(line for c in shown for line in _lines(c, _of_languages(c, wanted))))
        typer.echo(
            f"{len(shown):,} of {counted(len(concepts), 'concept')}" if shown else "no concept fits", err=True
        )
    return 0


def _languages(tags: Sequence[str], concepts: Sequence[Concept]) -> list[str]:
    """The primary subtags asked for. Raises UsageError for one in which no term is looked for."""
    known = dict.fromkeys(t.lang.partition("-")[0] for c in concepts for t in c.terms)
    wanted = [tag.partition("-")[0].lower() for tag in tags]
    for tag in wanted:
        if tag not in known and _ANY not in known:
            raise UsageError(f"--lang {tag}: no term is in this language; there are: {', '.join(known)}")
    return wanted


def _of_languages(concept: Concept, wanted: Sequence[str]) -> list[Term]:
    """The terms for texts in the languages wanted, all where none is named."""
    return [t for t in concept.terms if not wanted or t.lang.partition("-")[0] in (*wanted, _ANY)]


def _has(concept: Concept, word: str) -> bool:
    texts = (concept.id, concept.subject, concept.definition, concept.note, concept.source)
    of_terms = (text for t in concept.terms for text in (t.text, t.note, t.source, *t.outlets))
    return any(_folded(word) in _folded(text) for text in (*texts, *of_terms) if text)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _lines(concept: Concept, terms: Sequence[Term]) -> Iterator[str]:
    """A concept for a terminal: its id and what is said of it, then its terms by language."""
    from rich.cells import cell_len

    from aligner.reporters._shown import shown
    from aligner.terms.places import shown_language

    severity = concept.severity.label if concept.severity is not None else ""
    flags = ("weighty" if concept.weighty else "", "uncertain" if concept.uncertain else "", severity)
    yield "  ".join(shown(text) for text in (concept.id, concept.subject, *flags, concept.origin) if text)
    width = min(_WIDEST, max((cell_len(shown(t.text)) for t in terms), default=0))
    label = max((_LABEL, *(len(shown_language(t.lang)) for t in terms)))
    previous = ""
    for term in terms:
        lang = "" if term.lang == previous else shown(shown_language(term.lang))
        previous = term.lang
        text = shown(term.text)
        padding = " " * max(0, width - cell_len(text))
        yield f"  {lang:<{label}} {text}{padding}  {', '.join(map(shown, _said_of(term)))}"
    rest = (("related", ", ".join(concept.related)), ("note", concept.note), ("from", concept.source))
    yield from (f"  {name + ':':<{label}} {shown(said)}" for name, said in rest if said)


def _said_of(term: Term) -> Iterator[str]:
    """The status and the rules of a term, in the words that tables use."""
    yield "forbidden" if term.forbidden and not term.status.accepted else term.status.value
    if term.case_sensitive:
        yield "case"
    if term.match.value != "forms":
        yield f"match: {term.match.value}"
    yield from (f"not if: {pattern}" for pattern in term.not_if)
    yield from (f"context: {pattern}" for pattern in term.context)
    yield from (f"outlet: {outlet}" for outlet in term.outlets)
    yield from (text for text in (term.part_of_speech, term.type) if text)


def _entry(concept: Concept, terms: Sequence[Term]) -> dict[str, Any]:
    """A concept as plain JSON values; what is not said is left out."""
    entry: dict[str, Any] = {
        "id": concept.id,
        "subject": concept.subject,
        "definition": concept.definition,
        "note": concept.note,
        "source": concept.source,
        "related": list(concept.related),
        "weighty": concept.weighty,
        "uncertain": concept.uncertain,
        "severity": concept.severity.label if concept.severity is not None else None,
        "origin": concept.origin,
        "terms": [_term_entry(term) for term in terms],
    }
    return {key: value for key, value in entry.items() if value}


def _term_entry(term: Term) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "text": term.text,
        "lang": term.lang,
        "status": term.status.value,
        "forbidden": term.forbidden,
        "case_sensitive": term.case_sensitive,
        "match": term.match.value,
        "not_if": list(term.not_if),
        "context": list(term.context),
        "outlets": list(term.outlets),
        "part_of_speech": term.part_of_speech,
        "type": term.type,
        "note": term.note,
        "source": term.source,
    }
    return {key: value for key, value in entry.items() if value}
