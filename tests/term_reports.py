"""Reports with terms, made by hand: any number of versions, one text alone, findings between versions."""

from __future__ import annotations

import dataclasses
from typing import Any

from html_reports import MAJOR, MINOR, NEUTRAL, Line, aligned, document, place, report
from river_terms import CONCEPTS, DEPRECATED, PREFERRED, concept

from aligner.metrics import measure_all
from aligner.model import Candidate, Concept, Document, Finding, Place, Provenance, Report, Role, Severity
from aligner.model.alignment import aligned_pairs
from aligner.terms.matching import TermIndex
from aligner.terms.usage import usage

BASE: list[Line] = [
    (Role.TITLE, "河道清淤提前完工"),
    "县水利局宣布，清淤工程已经完工。",
    (Role.BODY, "明年汛期前还要加固堤坝。", "局长杜明远"),
    (Role.BODY, "堤坝很旧，堤坝必须加固。", "局长杜明远"),
    "水闸将更换。",
    "水利局下月公布预算。",
]
ENGLISH: tuple[list[Line], ...] = (
    [
        (Role.TITLE, "River dredging done early"),
        "The water resources bureau (WRB) said dredging was over.",
        (Role.BODY, "The levee will be strengthened before the flood season.", "Du Mingyuan"),
        (Role.BODY, "The levee is old; the levee must be strengthened.", "Du Mingyuan"),
        "The sluice will be replaced.",
        "The WRB will publish its budget next month.",
    ],
    [
        (Role.TITLE, "Desilting ahead of plan"),
        "The water bureau said the desilting was over.",
        (Role.BODY, "The dyke will be strengthened before the flood season.", "Du Mingyuan"),
        (Role.BODY, "The embankment is old; the river wall must be strengthened.", "Du Mingyuan"),
        "The floodgate will be replaced.",
        "The county will publish its budget next month.",
    ],
)
INDEX = TermIndex(CONCEPTS)


def on_terms(versions: int = 2, *, concepts: int = 0) -> Report:
    """A Chinese base, its English versions faithful and free in turn; `concepts` adds as many that agree."""
    more = tuple(
        concept(f"extra-{n}", ("zh", f"项目{n}号", PREFERRED), ("en", f"item no {n}", PREFERRED))
        for n in range(concepts)
    )
    index = TermIndex((*CONCEPTS, *more))
    base = document("river", "zh-Hans", [*BASE, *(f"项目{n}号。" for n in range(concepts))], outlet="River Daily")
    made = [
        document(
            f"river-{n}",
            "en",
            [*ENGLISH[n % 2], *(f"The item no {i}." for i in range(concepts))],
            outlet=f"Outlet {n}",
        )
        for n in range(versions)
    ]
    links = [aligned(base, v, " ".join(f"{i}:{i}" for i in range(len(base.segments)))) for v in made]
    scores = [
        s
        for v, a in zip(made, links, strict=True)
        for s in measure_all(aligned_pairs(a, base, v), v.id, base.id, index)[0]
    ]
    whole = report([base, *made], links, scores=scores)
    return dataclasses.replace(
        whole,
        usage=usage(whole.documents, [index] * len(whole.documents)),
        candidates=_candidates(whole) if versions > 1 else (),
        provenance=dataclasses.replace(whole.provenance, profiles=("river-0: council (by its outlet, Outlet 0)",)),
    )


def alone(*, findings: bool = True) -> Report:
    """A report on one English text, with findings of its own."""
    text = document("river-1", "en", ENGLISH[1], outlet="Quayside Post")
    found = (
        own(text, "terminology", MAJOR, 2, "dyke", "The term base rejects “dyke”.", "levee"),
        own(
            text, "term-consistency", MINOR, 3, "embankment", "One concept has two names here: dyke and embankment."
        ),
        own(text, "terminology", NEUTRAL, 1, "water bureau", "An accepted variant."),
    )
    whole = report([text], [], found if findings else ())
    return dataclasses.replace(
        whole,
        usage=usage((text,), (INDEX,)),
        provenance=Provenance("0.1.0", "3.13.5", "aligner check text.txt", (), 0.1),
    )


def crossing() -> Report:
    """Two versions with a finding between them, and one on the base by itself."""
    whole = on_terms(2)
    base, first, second = whole.documents
    between = Finding(
        "between", "terminology", "terminology", MAJOR, second.id, 4, "The two versions name the gate differently.",
        place(first, (4,), "sluice"), place(second, (4,), "floodgate"),
    )  # fmt: skip
    rendering = Finding(
        "rendering", "terminology", "terminology", MINOR, second.id, 2, "The term base rejects “dyke”.",
        place(base, (2,), "堤坝"), place(second, (2,), "dyke"), "levee",
    )  # fmt: skip
    mine = own(base, "term-consistency", MINOR, 5, "水利局", "The base names the bureau in two ways.")
    return dataclasses.replace(whole, findings=(mine, rendering, between))


def own(
    text: Document,
    check: str,
    severity: Severity,
    segment: int,
    words: str,
    message: str,
    suggestion: str | None = None,
) -> Finding:
    """A finding on a text by itself."""
    name = f"own-{check}-{segment}"
    return Finding(
        name,
        check,
        "terminology",
        severity,
        text.id,
        None,
        message,
        place(text, (segment,), words),
        None,
        suggestion,
    )


EVIL = "</script><script>window.hacked=6</script>\u202e{{ 7*7 }}"


def hostile_terms() -> Report:
    """A term base of a stranger whose entries try to run, or to hide."""
    whole = on_terms(2)
    use = whole.usage[0]
    evil: dict[str, Any] = {"id": EVIL, "note": EVIL, "source": EVIL, "origin": EVIL}
    terms = tuple(dataclasses.replace(t, text=EVIL) for t in use.concept.terms)
    renderings = tuple(tuple(dataclasses.replace(r, term=EVIL) for r in each) for each in use.documents)
    bad: Concept = dataclasses.replace(use.concept, terms=terms, **evil)
    candidate = dataclasses.replace(whole.candidates[0], text=EVIL, like=EVIL, concept=EVIL, kind=EVIL)
    return dataclasses.replace(
        whole,
        usage=(dataclasses.replace(use, concept=bad, documents=renderings), *whole.usage[1:]),
        candidates=(candidate, *whole.candidates),
        provenance=dataclasses.replace(whole.provenance, profiles=(f"river-0: {EVIL}",)),
    )


def _candidates(whole: Report) -> tuple[Candidate, ...]:
    found: list[Place] = []
    for version in whole.versions:
        for segment in version.segments:
            if "river wall" in segment.text:
                spot = place(version, (segment.index,), "river wall")
                assert spot is not None
                found.append(spot)
    return (
        Candidate("river wall", "en", "levee", "levee", "aligned", 0.8, tuple(found)),
        Candidate("river", "en", "river-board", "river bureau", "frame", 0.4, tuple(found[:1])),
    )


DEPRECATED_WORD = next(t.text for t in CONCEPTS[0].terms if t.status is DEPRECATED)
