"""What a house profile says, as a page to read: `aligner explain NAME`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap

from aligner.model import Concept, TermStatus
from aligner.terms.files.loading import bundled
from aligner.terms.profiles.house import Profile, language_of
from aligner.terms.profiles.loading import load

_WIDTH = 100
_ORDER = (*TermStatus,)


def manual(name_or_path: str | Path) -> str:
    """The manual page of a profile: description, outlets, sources, and how its terms differ from the bundled base.

    Raises as `load` does.
    """
    profile = load(name_or_path)
    blocks = [
        "\n".join(wrap(profile.description, _WIDTH)),
        _section("Outlets", profile.outlets),
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
    seen = dict.fromkeys((r.concept, language_of(r.lang)) for r in profile.rulings)
    for ident, language in seen:
        own = [r for r in profile.rulings if (r.concept, language_of(r.lang)) == (ident, language)]
        said = [
            f"{status.value} {'; '.join(r.text for r in own if r.status is status)}"
            for status in _ORDER
            if any(r.status is status for r in own)
        ]
        yield f"{ident} ({language}): {', '.join(said)}"
        yield f"    {_base(known.get(ident), language)}"


def _base(concept: Concept | None, language: str) -> str:
    """What the bundled term base says of a concept in a language."""
    terms = concept.in_language(language) if concept else ()
    if not terms:
        return "not in the bundled term base"
    said = [(s, "; ".join(t.text for t in terms if t.status is s)) for s in _ORDER]
    return "term base: " + ", ".join(f"{status.value} {texts}" for status, texts in said if texts)
