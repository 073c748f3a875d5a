"""From concepts to the rows of a term table. See aligner.terms.files.table for the two forms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from aligner.errors import FormatError
from aligner.model import Concept, Term, TermStatus
from aligner.model.language import primary
from aligner.terms.files import marks
from aligner.terms.files.fields import tidy
from aligner.terms.files.header import ABOUT, GLOSSARY, STATUSES
from aligner.terms.files.marks import Column

_ABOUT: Final[dict[str, Callable[[Concept], str]]] = {
    "subject": lambda c: tidy(c.subject or ""),
    "definition": lambda c: tidy(c.definition or ""),
    "note": lambda c: tidy(c.note or ""),
    "reference": lambda c: tidy(c.source or ""),
    "related": lambda c: "; ".join(map(marks.escaped, c.related)),
    "weighty": lambda c: "yes" if c.weighty else "",
    "severity": lambda c: c.severity.label if c.severity is not None else "",
    "uncertain": lambda c: "yes" if c.uncertain else "",
}
_NAMES: Final = {meaning: name for name, meaning in reversed(STATUSES.items()) if name != "allowed"}


def by_language(concepts: Sequence[Concept]) -> Iterator[list[str]]:
    """The rows with one column for each language and status that the concepts need; holds all of a concept.

    Only the order of a concept's terms is the columns': by language, then by status. Raises FormatError for a
    concept without a term.
    """
    columns = _columns(concepts)
    several = _with_several(concepts)
    about = _needed(concepts)
    yield ["concept", *(_column_name(c, c.lang in several) for c in columns), *about]
    for concept in concepts:
        if not concept.terms:
            raise FormatError(f"concept {concept.id!r}: it has no term; add one or take it out")
        cells = [_cell((t for t in concept.terms if _column(t) == c), (c.status, c.forbidden)) for c in columns]
        yield [tidy(concept.id), *cells, *(_ABOUT[name](concept) for name in about)]


def glossary(concepts: Sequence[Concept], source: str, target: str) -> tuple[list[list[str]], list[str]]:
    """The rows of a glossary from one language to another (BCP 47), and what it does not hold, in words."""
    held = [c for c in concepts if c.in_language(primary(source)) and c.in_language(primary(target))]
    about = _needed(held)
    names = [n for n in GLOSSARY if n != "superseded" or _superseded(held, target)]
    table = [[*names, "note", "concept", *(n for n in about if n != "note")]]
    for concept in held:
        cells = [_cell(_of(concept, name, source, target), GLOSSARY[name]) for name in names]
        rest = (_ABOUT[name](concept) for name in about if name != "note")
        table.append([*cells, _ABOUT["note"](concept), tidy(concept.id), *rest])
    return table, list(_left_out(concepts, held, source, target))


def _columns(concepts: Iterable[Concept]) -> list[Column]:
    """Languages in the order of their first term, in each the statuses from best to worst."""
    found = dict.fromkeys(_column(t) for c in concepts for t in c.terms)
    languages = {column.lang: number for number, column in reversed(list(enumerate(found)))}
    statuses = list(_NAMES)
    statuses.sort(key=lambda s: (list(TermStatus).index(s[0]), s[1]))
    return sorted(found, key=lambda c: (languages[c.lang], statuses.index((c.status, c.forbidden))))


def _column(term: Term) -> Column:
    return Column(term.lang, term.status, term.forbidden and term.status is TermStatus.DEPRECATED)


def _with_several(concepts: Iterable[Concept]) -> set[str]:
    """The languages in which a concept has more than one preferred term."""
    counts = (Counter(t.lang for t in c.terms if t.status is TermStatus.PREFERRED) for c in concepts)
    return {lang for count in counts for lang, number in count.items() if number > 1}


def _column_name(column: Column, several: bool) -> str:
    """The plain language tag for the preferred term where no concept has several."""
    if column.status is TermStatus.PREFERRED and not several:
        return column.lang
    return f"{column.lang}:{_NAMES[column.status, column.forbidden]}"


def _cell(terms: Iterable[Term], of: tuple[TermStatus | None, bool]) -> str:
    """The variants, marked where they are not of the column's status (None: the first preferred, then admitted)."""
    status, forbidden = of
    written = []
    for place, term in enumerate(terms):
        own = status or (TermStatus.ADMITTED if place else TermStatus.PREFERRED)
        written.append(marks.written(term, Column(term.lang, own, forbidden)))
    return "; ".join(dict.fromkeys(written))


def _of(concept: Concept, name: str, source: str, target: str) -> Iterator[Term]:
    """The terms of a concept that belong into a column of a glossary."""
    for term in concept.in_language(primary(source if name == "source" else target)):
        if name == "source" or term.status is GLOSSARY[name][0]:
            yield term


def _superseded(concepts: Iterable[Concept], target: str) -> bool:
    return any(t.status is TermStatus.SUPERSEDED for c in concepts for t in c.in_language(primary(target)))


def _left_out(concepts: Sequence[Concept], held: Sequence[Concept], source: str, target: str) -> Iterator[str]:
    for lang in dict.fromkeys((source, target)):
        missing = sum(not c.in_language(primary(lang)) for c in concepts)
        if missing:
            yield f"concepts without a term in {lang}: {missing}"
    kept = {primary(source), primary(target)}
    others = [t.lang for c in held for t in c.terms if primary(t.lang) not in kept]
    if others:
        yield f"terms in {', '.join(dict.fromkeys(others))}: {len(others)}"
    tags = {t.lang for c in held for t in c.terms if primary(t.lang) in kept} - {source, target}
    if tags:
        yield f"the tags {', '.join(sorted(tags))}, taken for {source} and {target}"


def _needed(concepts: Sequence[Concept]) -> list[str]:
    """The columns beside the terms in which any concept has something."""
    return [name for name in ABOUT if any(_ABOUT[name](concept) for concept in concepts)]
