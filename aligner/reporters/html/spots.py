"""A place of a term with the words around it, as a link into the Read tab."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from aligner.model import Place, Report, Severity
from aligner.reporters.html.marks import Mark, Run, excerpt, runs
from aligner.reporters.html.names import Named, number_of, numbers
from aligner.reporters.html.places import Rows
from aligner.reporters.html.strings import Strings

ROOM = 48
"""Characters shown on either side of a place, half of it for scripts of wide characters."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of a wording: its row in the page, the passage's number, who speaks, and the words around it."""

    row: str
    number: str
    speaker: str | None
    runs: tuple[Run, ...]


def spot(place: Place, names: Mapping[str, Named], report: Report, places: Rows, t: Strings) -> Spot:
    """A place with the words around it, as a link into the Read tab; its number is the base's."""
    document = names[place.document].document
    text = " ".join(document.segments[i].text for i in place.segments)
    room = ROOM // 2 if document.language in ("zh", "ja", "ko") else ROOM
    words, span = excerpt(text, place.span, room)
    first = next(iter(places.segments(place)), place.segments[0])
    base = report.collation.rows[places.row(document.id, first)].base
    number = number_of(base, numbers(report.base), t) if base else "+"
    marked = runs(words, [Mark(span, "place", Severity.NEUTRAL)])
    return Spot(places.anchor(document.id, first), number, document.segments[first].speaker, marked)
