"""Documents, alignments and reports made by hand, for the tests of metrics, formats and reporters."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.metrics import measure
from aligner.model import (
    Alignment,
    Bead,
    Block,
    Document,
    Failure,
    Finding,
    Place,
    Provenance,
    Report,
    Role,
    Score,
    Segment,
    Severity,
    Span,
)
from aligner.model.alignment import aligned_pairs, ordered
from aligner.model.collation import collate
from aligner.plugins import load, names

BASE = (
    "河道清淤工程提前完工",
    "县水利局三日宣布，青石河清淤工程提前十二天完工。",
    "工程耗资约三千万元。",
    "局长说，明年汛期前还要加固堤坝。",
    "当地居民称河水比往年清澈。",
)
VERSIONS = (
    ("River dredging done early", "The Qingshi River was dredged 12 days early.", "It cost 30 million yuan."),
    (
        "Dredging ahead of schedule",
        "The county said on the 3rd that dredging ended twelve days early.",
        "About 30 million yuan was spent.",
        "The embankment will be strengthened before next year's floods, the director said.",
        "Residents find the water clearer than in past years.",
        "The county has nine rivers.",
    ),
)


def document(name: str, lang: str, lines: Sequence[str], *, title: bool = True, **facts: str) -> Document:
    """A document of one block and segment a line, the first being the title."""
    roles = [Role.TITLE if title and not n else Role.BODY for n in range(len(lines))]
    return Document(
        id=name,
        lang=lang,
        blocks=(
            *(Block(r, t) for r, t in zip(roles, lines, strict=True)),
            Block(Role.FURNITURE, "Share this", label="> "),
        ),
        segments=tuple(Segment(n, t, Span(0, len(t)), n, roles[n]) for n, t in enumerate(lines)),
        outlet=facts.get("outlet"),
    )


def alignment(base: Document, version: Document) -> Alignment:
    """Line by line, what is left over on either side standing alone."""
    common = min(len(base.segments), len(version.segments))
    beads = [Bead((n,), (n,), round(1 / (n + 1), 2)) for n in range(common)]
    beads += [Bead((n,), ()) for n in range(common, len(base.segments))]
    beads += [Bead((), (n,)) for n in range(common, len(version.segments))]
    return Alignment(base.id, version.id, ordered(beads), "by-hand", monotone=True)


def place(doc: Document, segment: int, text: str) -> Place:
    start = doc.segments[segment].text.index(text)
    return Place(doc.id, (segment,), Span(start, start + len(text)), text)


def finding(
    check: str, severity: Severity, version: Document, bead: int, base: Place | None, there: Place | None
) -> Finding:
    """A finding with an id made of its parts."""
    name = f"{check}-{version.id}-{bead}"
    return Finding(
        name, check, "accuracy", severity, version.id, bead, f"The {check} differs.", base, there, None,
        {"values": (1, 2), "seen": {"b", "a"}},
    )  # fmt: skip


def report(versions: int, *, findings: bool = True) -> Report:
    """A Chinese base with so many English versions: short (two passages left out) and long (one added) in turn."""
    base = document("base", "zh-Hans", BASE, outlet="Daily")
    found = [document(f"v{n}", "en", VERSIONS[n % len(VERSIONS)], outlet=f"Outlet {n}") for n in range(versions)]
    alignments = tuple(alignment(base, v) for v in found)
    return Report(
        documents=(base, *found),
        alignments=alignments,
        collation=collate(base, alignments),
        findings=tuple(f for v in found for f in _findings(base, v)) if findings else (),
        scores=tuple(s for v, a in zip(found, alignments, strict=True) for s in scores(base, v, a)),
        failures=(Failure("check", "number", found[0].id, "ValueError: no number"),) if found else (),
        provenance=Provenance("0.1.0", "3.11.0", "aligner score base v0", ("terms.tsv",), 0.5),
        unchecked=("Terminology in language 'ko' was not checked.",),
    )


def scores(base: Document, version: Document, links: Alignment) -> list[Score]:
    """What every metric has to say."""
    pairs = aligned_pairs(links, base, version)
    measured = (measure(n, load("metrics", n)(), pairs, version.id, base.id) for n in names("metrics"))
    return [s for s in measured if s]


def _findings(base: Document, version: Document) -> list[Finding]:
    short = len(version.segments) < len(base.segments)
    text = "12 days" if short else "twelve days"
    found = [
        finding("number", Severity.MAJOR, version, 1, place(base, 1, "十二天"), place(version, 1, text)),
        finding("terminology", Severity.CRITICAL, version, 1, place(base, 1, "清淤"), None),
        finding("typography", Severity.NEUTRAL, version, 2, None, place(version, 2, "million")),
    ]
    if short:
        found.append(finding("omission", Severity.MAJOR, version, 3, place(base, 3, BASE[3]), None))
    else:
        added = place(version, 5, VERSIONS[1][5])
        found.append(finding("addition", Severity.MINOR, version, 5, None, added))
    return found
