"""Numbers of a text by value: 2729亿, "272.9 billion", 二千七百二十九亿 and 2천729억 are one.

Each language describes its numerals, units, currencies and bounds in a data file beside this one (zh.toml, ko.toml,
en.toml); a language without one gets digits with its separators. Every step looks at a character a bounded
number of times, so that no text, however odd, takes more than linear time.
"""

from __future__ import annotations

from fractions import Fraction

from aligner.model import Span
from aligner.model.language import primary
from aligner.text.normalise import Folded, fold
from aligner.text.numbers.atoms import Line
from aligner.text.numbers.attach import Draft, attach
from aligner.text.numbers.dates import whole_dates, with_months
from aligner.text.numbers.grammar import grammar, spaced
from aligner.text.numbers.periods import with_half_years
from aligner.text.numbers.quantity import Approximation, Kind, Quantity
from aligner.text.numbers.ranges import share
from aligner.text.numbers.scan import scan

__all__ = ["Approximation", "Kind", "Quantity", "bounds", "quantities"]


def quantities(text: str, language: str) -> tuple[Quantity, ...]:
    """All numbers of `text`, in order, with spans into it.

    `language` is a primary language subtag ("zh"). Nothing is raised for a language without a data file.
    """
    line = _line(text, language)
    drafts = with_half_years(line, with_months(line, _drafts(line)))
    share(line, drafts)
    whole_dates(line, drafts)
    return tuple(_quantity(line.folded, draft) for draft in drafts)


def bounds(text: str, language: str) -> frozenset[Approximation]:
    """The bounds for which the text has a word anywhere, not only beside a number ("the minimum ... is 360")."""
    line = _line(text, language)
    tables = (line.grammar.before, line.grammar.after)
    found = set()
    for at in range(len(line.low)):
        if at and spaced(line.low[at]) and spaced(line.low[at - 1]):
            continue
        found |= {hit[0] for table in tables if (hit := table.at(line.low, at))}
    return frozenset(found)


def _line(text: str, language: str) -> Line:
    folded = fold(text)
    low = "".join(c if len(c.lower()) != 1 else c.lower() for c in folded.text)  # offsets must not move
    return Line(folded, low, grammar(primary(language)))


def _drafts(line: Line) -> list[Draft]:
    """The numerals with their surroundings; a numeral inside the unit before it (个百分点) is none."""
    atoms = scan(line)
    drafts: list[Draft] = []
    floor = 0
    for i, atom in enumerate(atoms):
        if atom.start < floor:
            continue
        ceiling = atoms[i + 1].start if i + 1 < len(atoms) else len(line.low)
        drafts.append(attach(line, atom, floor, ceiling))
        floor = drafts[-1].stop
    return drafts


def _quantity(folded: Folded, draft: Draft) -> Quantity:
    unit = draft.unit
    group: Span | None = folded.span(*draft.group) if draft.group else None
    return Quantity(
        span=folded.span(draft.start, draft.stop),
        core=folded.span(draft.atom.start, draft.atom.stop),
        value=draft.value,
        kind=draft.kind,
        approximation=draft.approximation,
        unit=unit.id if unit else None,
        dimension=unit.dimension if unit else None,
        scale=unit.scale if unit else Fraction(1),
        weak=draft.weak,
        group=group,
        years=draft.years,
    )
