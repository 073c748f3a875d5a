"""The Terms tab: how each text names the listed concepts, what no term base lists, and the figures on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from aligner.model import Concept, ConceptUse, Rendering, Report, TermStatus
from aligner.model.usage import beside, instead, relatives
from aligner.reporters.html.names import Named
from aligner.reporters.html.places import Rows
from aligner.reporters.html.spots import Spot, spot
from aligner.reporters.html.strings import Strings

AT_ONCE = 60
"""How many concepts are shown before the rest is folded."""
SPOTS = 8
"""How many places of one wording are listed; the rest are counted."""
SHAPES = {"preferred": "✓", "admitted": "≈", "superseded": "†", "deprecated": "✕", "forbidden": "✖"}


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording in one document, as it is printed there most often; `listed` is the term base's form of it.

    `mark` is its status with "forbidden" apart, `more` counts places not listed.
    """

    text: str
    listed: str
    count: int
    mark: str
    shape: str
    word: str
    spots: tuple[Spot, ...]
    more: int


@dataclass(frozen=True, slots=True)
class TermCell:
    """What one document has for a concept: "named", "missing" (the base has it), "unlisted" or "void" (`state`).

    "unlisted": the term base has no accepted term in the document's language. `instead` holds what a document that
    lacks it says of related concepts: text and count. `astray` says that the base does not name it but a related
    concept, and `stead` names those of them that the document lacks.
    """

    doc: Named
    state: str
    wordings: tuple[Wording, ...]
    instead: tuple[tuple[str, int], ...] = ()
    astray: bool = False
    stead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """A concept with its names (text and language), what the term base says of it, and its cells."""

    id: str
    names: tuple[tuple[str, str], ...]
    use: ConceptUse
    cells: tuple[TermCell, ...]

    @property
    def concept(self) -> Concept:
        """The entry of the term base."""
        return self.use.concept

    @property
    def swapped(self) -> bool:
        """Whether a version that lacks it names a related concept that the base does not."""
        return any(cell.instead for cell in self.cells)

    @property
    def states(self) -> tuple[str, ...]:
        """What the filter asks for."""
        found = {
            "differs": self.use.differs,
            "rejected": self.use.rejected,
            "swapped": self.swapped,
            "missing": self.use.missing,
        }
        return tuple(state for state, holds in found.items() if holds)

    @property
    def told(self) -> bool:
        """Whether the note stands open: it says why the difference matters."""
        return self.concept.weighty and (self.use.differs or self.use.rejected or self.swapped)


@dataclass(frozen=True, slots=True)
class Matrix:
    """All concepts that the texts name, the first of them open; `sentence` says it in short."""

    sentence: str
    open: tuple[Line, ...]
    folded: tuple[Line, ...]
    marks: tuple[tuple[str, str, str], ...]


def matrix(report: Report, names: Sequence[Named], places: Rows, t: Strings) -> Matrix:
    """The table of concepts by documents."""
    kin = relatives(report.usage)
    lines = tuple(
        _line(n, use, kin[use.concept.id], report, names, places, t) for n, use in enumerate(report.usage)
    )
    used = {w.mark for line in lines for cell in line.cells for w in cell.wordings}
    marks = tuple((m, SHAPES[m], t.named("statuses", m, m)) for m in SHAPES if m in used)
    return Matrix(_sentence(lines, names[1:], t), lines[:AT_ONCE], lines[AT_ONCE:], marks)


def houses(report: Report) -> dict[str, str]:
    """What each document was held against, by its id: the profile and why that one."""
    found = {}
    for document in report.documents:
        start = f"{document.id}: "
        said = next((p for p in report.provenance.profiles if p.startswith(start)), None)
        if said is not None:
            found[document.id] = said.removeprefix(start)
    return found


def _sentence(lines: Sequence[Line], versions: Sequence[Named], t: Strings) -> str:
    if not lines:
        return t("terms.none")
    counts = {
        "terms.differing": sum(line.use.differs for line in lines),
        "terms.rejected": sum(line.use.rejected for line in lines),
        "terms.swapped": sum(line.swapped for line in lines),
        "terms.lacking": sum(line.use.missing for line in lines),
    }
    said = [t(key, n=n) for key, n in counts.items() if n]
    unlisted = dict.fromkeys(
        n.document.language
        for place, n in enumerate(versions, 1)
        if all(place in line.use.unlisted for line in lines)
    )
    said += [t("terms.unlisted_in", language=t.language(language)) for language in unlisted]
    alike = t("terms.alike" if versions else "terms.alike_alone")
    return t("terms.named", n=len(lines), said=t("page.list_comma").join(said) or alike)


def _line(
    number: int,
    use: ConceptUse,
    kin: Sequence[ConceptUse],
    report: Report,
    names: Sequence[Named],
    places: Rows,
    t: Strings,
) -> Line:
    cells = []
    for place, (doc, renderings) in enumerate(zip(names, use.documents, strict=True)):
        found = tuple(_wording(r, use.concept, doc, names, report, places, t) for r in renderings)
        other = tuple((printed(r), r.count) for r in instead(use, place, kin)) if place else ()
        due = beside(use, place, kin) if place else ()
        stead = [o.concept.preferred(doc.document.language) for o in due if o.lacking(place)]
        cells.append(
            TermCell(doc, _state(use, place), found, other, bool(due), tuple(name for name in stead if name))
        )
    return Line(f"t{number}", _names(use.concept, names, t), use, tuple(cells))


def _state(use: ConceptUse, place: int) -> str:
    if use.documents[place]:
        return "named"
    if place in use.unlisted:
        return "unlisted"
    return "missing" if place and use.documents[0] else "void"


def _names(concept: Concept, names: Sequence[Named], t: Strings) -> tuple[tuple[str, str], ...]:
    """What the concept is called in the language of the page, and in those of the texts; its id where in none."""
    tags = {t("page.language"): t("page.language")}
    for name in names:
        tags.setdefault(name.document.language, name.document.lang)
    found = tuple((text, tag) for language, tag in tags.items() if (text := concept.preferred(language)))
    return found or ((concept.id, t("page.language")),)


def _wording(
    rendering: Rendering,
    concept: Concept,
    doc: Named,
    names: Sequence[Named],
    report: Report,
    places: Rows,
    t: Strings,
) -> Wording:
    mark = _mark(rendering, concept, doc.document.language)
    by_id = {n.document.id: n for n in names}
    spots = tuple(spot(p, by_id, report, places, t) for p in rendering.places[:SPOTS])
    word = t.named("statuses", mark, mark)
    more = max(0, rendering.count - SPOTS)
    text = printed(rendering)
    return Wording(text, rendering.term, rendering.count, mark, SHAPES[mark], word, spots, more)


def _mark(rendering: Rendering, concept: Concept, language: str) -> str:
    """The status, "forbidden" where the term base forbids it outright."""
    forbidden = any(t.forbidden and t.text == rendering.term for t in concept.in_language(language))
    deprecated = rendering.status is TermStatus.DEPRECATED
    return "forbidden" if deprecated and forbidden else rendering.status.value


def printed(rendering: Rendering) -> str:
    """The wording as the text most often has it; the term as listed where that is as frequent.

    The capital that begins a sentence is none of the wording's.
    """
    term = rendering.term
    forms = Counter(term if _first(p.text) == _first(term) else p.text for p in rendering.places)
    return max((term, *forms), key=lambda form: forms[form])


def _first(text: str) -> str:
    return text[:1].lower() + text[1:]
