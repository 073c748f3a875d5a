"""What the report calls its documents and passages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner.model import Document, Report, Role
from aligner.reporters.html.strings import Strings


@dataclass(frozen=True, slots=True)
class Named:
    """A document with its names: "Version B", and what tells it apart.

    `key` is short and safe in ids; `about` is outlet, language and date, `when` the latter two.
    """

    document: Document
    key: str
    name: str
    about: str
    when: str
    language: str
    file: str


def named(report: Report, t: Strings) -> tuple[Named, ...]:
    """All documents, the base first."""
    found = [_named(report.base, "base", t("names.base" if report.versions else "names.text"), t)]
    for number, version in enumerate(report.versions):
        letters = letter(number)
        name = t("names.version") if len(report.versions) == 1 else t("names.lettered", letter=letters)
        found.append(_named(version, letters.lower(), name, t))
    return tuple(found)


def letter(number: int) -> str:
    """A, B ... Z, AA, AB ... for 0, 1 ..."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _named(document: Document, key: str, name: str, t: Strings) -> Named:
    file = Path(document.path).name if document.path else document.id
    language = t.language(document.lang)
    when = [language, t.date(document.date)] if document.date else [language]
    about = [document.outlet or file, *when]
    comma = t("page.list_comma")
    return Named(document, key, name, comma.join(about), comma.join(when), language, file)


def passages(document: Document) -> int:
    """How many passages a document has; headings are none."""
    return sum(s.role is not Role.TITLE and bool(s.text.strip()) for s in document.segments)


def numbers(document: Document) -> tuple[int | None, ...]:
    """The number of each segment as printed: passages from 1, None for headings."""
    found: list[int | None] = []
    count = 0
    for segment in document.segments:
        heading = segment.role is Role.TITLE
        count += not heading
        found.append(None if heading else count)
    return tuple(found)


def number_of(segments: Sequence[int], printed: Sequence[int | None], t: Strings) -> str:
    """The printed numbers of some segments: "12", "12–14", "12, 15", or "title"."""
    found = [n for n in (printed[i] for i in segments) if n is not None]
    ranges: list[list[int]] = []
    for number in found:
        if ranges and ranges[-1][-1] == number - 1:
            ranges[-1][1:] = [number]
        else:
            ranges.append([number])
    said = [t("names.range", first=r[0], last=r[1]) if len(r) > 1 else str(r[0]) for r in ranges]
    return t("page.list_comma").join(said) or t("names.title")


def headline(report: Report, t: Strings) -> str:
    """What the report is about: the base's title, else its first heading, else its file."""
    base = report.base
    heading = next((s.text for s in base.segments if s.role is Role.TITLE and s.text.strip()), None)
    return base.title or heading or (Path(base.path).name if base.path else None) or t("page.untitled")
