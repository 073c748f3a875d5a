"""What a house profile says, as a page to read: `aligner explain NAME`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from aligner.model import Concept, TermStatus
from aligner.model.language import primary
from aligner.terms.files.loading import bundled
from aligner.terms.profiles.house import Profile
from aligner.terms.profiles.loading import load

_WIDTH = 100
_SAID = {
    TermStatus.PREFERRED: "writes",
    TermStatus.ADMITTED: "admits",
    TermStatus.DEPRECATED: "rejects",
    TermStatus.SUPERSEDED: "has given up",
}
_SHOWN = 4
"""Terms shown of a concept for which the term base prefers none."""


def manual(name_or_path: str | Path) -> str:
    """The manual page of a profile: description, outlets, sources, and how its terms differ from the bundled base.

    Raises as `load` does.
    """
    profile = load(name_or_path)
    first, _, rest = profile.description.partition(". ")
    blocks = [
        first.removesuffix(".") + ".",
        "\n".join(wrap(rest, _WIDTH)),
        _section("Outlets", tuple(wrap("; ".join(profile.outlets), _WIDTH - 4, break_on_hyphens=False))),
        _section("Observed in", profile.sources),
        _section("Checks left out", profile.skip),
        _section("Severities", tuple(f"{key}: {value.label}" for key, value in profile.severities.items())),
        _section("Terms, against the bundled term base", tuple(_terms(profile))),
    ]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _section(title: str, lines: tuple[str, ...]) -> str:
    return "\n".join((title, *(f"    {line}" for line in lines))) if lines else ""


def _terms(profile: Profile) -> Iterator[str]:
    """Two lines for each concept and language: what the house writes, what the term base prefers."""
    known = {c.id: c for c in bundled()}
    seen = dict.fromkeys((r.concept, primary(r.lang)) for r in profile.rulings)
    for ident, language in seen:
        own = [r for r in profile.rulings if (r.concept, primary(r.lang)) == (ident, language)]
        said = [
            f"{_SAID[status]} {'; '.join(r.text for r in own if r.status is status)}"
            for status in _SAID
            if any(r.status is status for r in own)
        ]
        yield f"{ident} ({language}): {', '.join(said)}"
        yield f"    {_base(known.get(ident), language)}"


def _base(concept: Concept | None, language: str) -> str:
    """What the bundled term base says of a concept in a language: what it prefers, or that it takes no side."""
    terms = concept.in_language(language) if concept else ()
    if not terms:
        return "not in the bundled term base"
    best = [t.text for t in terms if t.status is TermStatus.PREFERRED]
    if best:
        return f"term base: prefers {'; '.join(best)}"
    rest = [t.text for t in terms if t.status.accepted]
    more = f" and {len(rest) - _SHOWN} more" if len(rest) > _SHOWN else ""
    return f"term base: prefers none of {'; '.join(rest[:_SHOWN])}{more}"
