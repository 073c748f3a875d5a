"""A small term base made by hand, for the tests of figures and reports on terms."""

from __future__ import annotations

from typing import Any

from aligner.model import Concept, Term, TermStatus

PREFERRED, ADMITTED = TermStatus.PREFERRED, TermStatus.ADMITTED
DEPRECATED, SUPERSEDED = TermStatus.DEPRECATED, TermStatus.SUPERSEDED


def concept(
    ident: str, *terms: tuple[str, str, TermStatus] | tuple[str, str, TermStatus, str], **more: Any
) -> Concept:
    """A concept from (language, text, status) or (language, text, status, type)."""
    made = tuple(Term(t[1], t[0], t[2], type=t[3] if len(t) > 3 else None) for t in terms)
    return Concept(ident, made, **more)


CONCEPTS = (
    concept(
        "levee",
        ("zh", "堤坝", PREFERRED),
        ("en", "levee", PREFERRED),
        ("en", "embankment", ADMITTED),
        ("en", "dyke", DEPRECATED),
        weighty=True,
        note="The council writes levee; the river board writes embankment.",
        source="River Act, section 4",
        origin="rivers.tbx",
    ),
    concept("dredging", ("zh", "清淤", PREFERRED), ("en", "dredging", PREFERRED), ("en", "desilting", SUPERSEDED)),
    concept(
        "river-board",
        ("zh", "水利局", PREFERRED),
        ("en", "water resources bureau", PREFERRED),
        ("en", "water bureau", ADMITTED),
        ("en", "WRB", ADMITTED, "acronym"),
    ),
    concept("sluice", ("zh", "水闸", PREFERRED), ("en", "sluice", ADMITTED), ("en", "floodgate", ADMITTED)),
)
