r"""What a cell of a table says: variants between ";", each with marks in brackets behind it.

    AI [case, type: acronym]; artificial intelligence
    one-China (principle|policy) [match: pattern, outlet: Example Daily, note: Beijing's own wording]

Marks stand between commas: `case` (capitals count), `match: RULE`, `not if: PATTERN`, `context: PATTERN`,
`outlet: NAME` (these three may be repeated), `pos: PART OF SPEECH`, `type: TERM TYPE`, `source: TEXT`,
`note: TEXT`, `lang: TAG`, `forbidden`, or a status in place of the column's. A character that would separate is
written with a backslash: `\;` `\,` `\[` `\]` `\\`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from aligner.model import MatchRule, Term, TermStatus
from aligner.terms.files import fields
from aligner.terms.files.fields import tidy

_SPECIAL = r"[;；,\[\]\\]"
_ESCAPED = rf"\\{_SPECIAL}|\\(?!{_SPECIAL})"  # no two alternatives may start alike: cells come from strangers
_VARIANT = re.compile(rf"(?:{_ESCAPED}|\[(?:{_ESCAPED}|[^\[\]\\])*\]|[^;；\\])+")
_TOKEN = re.compile(rf"{_ESCAPED}|[\[\]]|[^\[\]\\]+")
_MARK = re.compile(rf"(?:{_ESCAPED}|[^,\\])+")
_REPEATED: Final = {"not if": "not_if", "context": "context", "outlet": "outlets"}
_SINGLE: Final[dict[str, tuple[str, Callable[[str], Any]]]] = {
    "match": ("match", fields.match_rule),
    "pos": ("part_of_speech", fields.part_of_speech),
    "type": ("type", fields.term_type),
    "source": ("source", str),
    "note": ("note", str),
    "lang": ("lang", fields.language),
}


@dataclass(frozen=True, slots=True)
class Column:
    """What a column says of the terms in its cells."""

    lang: str
    status: TermStatus
    forbidden: bool = False


def split(cell: str) -> list[str]:
    """The variants of a cell as they are written, without repeats, in order."""
    return list(dict.fromkeys(v for match in _VARIANT.finditer(cell) if (v := match[0].strip())))


def plain(variant: str) -> str:
    """A variant without its backslashes."""
    return tidy(re.sub(rf"\\({_SPECIAL})", r"\1", variant))


def escaped(text: str) -> str:
    """The text as a variant."""
    return re.sub(f"({_SPECIAL})", r"\\\1", tidy(text))


def term(variant: str, column: Column) -> Term:
    """The term that a variant in such a column means. Raises ValueError for a mark that is none."""
    start = _marks_start(variant)
    text = plain(variant if start is None else variant[:start])
    found: dict[str, Any] = {"lang": column.lang, "status": column.status, "forbidden": column.forbidden}
    for match in () if start is None else _MARK.finditer(variant[start + 1 : -1]):
        _take(match[0], found)
    return Term(text=text, **found)


def written(term: Term, column: Column) -> str:
    """The variant that `term` reads back in such a column."""
    marks = ", ".join(_marks(term, column))
    return f"{escaped(term.text)} [{marks}]" if marks else escaped(term.text)


def _marks_start(variant: str) -> int | None:
    """Where the bracket opens that ends a variant, None where there is none or nothing stands before it."""
    opened = closed = None
    for match in _TOKEN.finditer(variant):
        if match[0] == "[":
            opened = match.start()
        elif match[0] == "]":
            closed = opened if match.end() == len(variant) else None
            opened = None
    return closed or None


def _take(mark: str, found: dict[str, Any]) -> None:
    """Put what a mark says into the values of a term."""
    name, colon, text = mark.partition(":")
    name, value = re.sub("[-_ ]+", " ", name).strip().lower(), plain(text)
    if bool(colon) != bool(value):
        raise ValueError(f"mark {mark.strip()!r} says nothing after its colon")
    if name in _REPEATED and value:
        found[_REPEATED[name]] = (*found.get(_REPEATED[name], ()), value)
    elif name in _SINGLE and value:
        attribute, read = _SINGLE[name]
        found[attribute] = read(value)
    elif name == "case" and not colon:
        found["case_sensitive"] = True
    elif name == "forbidden" and not colon:
        found["forbidden"] = True
    elif name in list(TermStatus) and not colon:
        found["status"], found["forbidden"] = TermStatus(name), False
    else:
        known = ", ".join(("case", *_SINGLE, *_REPEATED, "forbidden", *TermStatus))
        raise ValueError(rf"{mark.strip()!r} in brackets is no mark; known: {known}; write \[ for a bracket itself")


def _marks(term: Term, column: Column) -> Iterator[str]:
    if term.lang != column.lang:
        yield f"lang: {term.lang}"
    if term.status is not column.status or column.forbidden > term.forbidden:
        yield term.status.value
        if term.forbidden:
            yield "forbidden"
    elif term.forbidden > column.forbidden:
        yield "forbidden"
    if term.case_sensitive:
        yield "case"
    if term.match is not MatchRule.FORMS:
        yield f"match: {term.match.value}"
    for name, attribute in _REPEATED.items():
        yield from (f"{name}: {escaped(value)}" for value in getattr(term, attribute))
    for name in ("pos", "type", "source", "note"):
        if value := getattr(term, _SINGLE[name][0]):
            yield f"{name}: {escaped(value)}"
