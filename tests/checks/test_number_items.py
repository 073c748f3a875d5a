"""Floors on annotated news items, aligned by hand: faults found, and no alarm on what only looks like one."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from aligner.checks import Context
from aligner.checks.number import Number
from aligner.formats.ladder import read_beads
from aligner.model import AlignedPair, Alignment, Block, Document, Issue, Role, Segment, Severity, Span
from aligner.model.alignment import aligned_pairs
from aligner.terms.matching import TermIndex

Row = dict[str, str]


def document(path: Path, lang: str) -> Document:
    lines = path.read_text(encoding="utf-8").splitlines()
    segments = tuple(Segment(i, w, Span(0, len(w)), i) for i, w in enumerate(lines))
    return Document(path.stem, lang, tuple(Block(Role.BODY, w) for w in lines), segments)


def rows(path: Path, version: str) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [r for r in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE) if r["file"] == version]


def versions(items: Path) -> Iterator[tuple[Path, str, list[tuple[AlignedPair, Issue]]]]:
    for item in sorted(p for p in items.iterdir() if p.is_dir()):
        for name in ("en_a", "en_b"):
            base, version = document(item / "src.seg", item.name[:2]), document(item / f"{name}.seg", "en")
            beads = tuple(read_beads((item / f"src-{name}.gold").read_text(encoding="utf-8")))
            pairs = aligned_pairs(Alignment("src", name, beads, "gold", False), base, version)
            context = Context(base, version, pairs, TermIndex())
            found = [(p, i) for p in pairs for i in Number().check(p, context) if i.severity > Severity.NEUTRAL]
            yield item, name, found


def overlaps(pair: AlignedPair, issue: Issue, row: Row) -> bool:
    places = [int(n) for n in re.findall(r"\d+", row["tgt_seg"])]
    start = 0
    for segment in pair.version.segments:
        if places and segment.index == places[0] and issue.version is not None:
            return issue.version.overlaps(Span(start + int(row["tgt_start"]), start + int(row["tgt_end"])))
        start += len(segment.text) + 1
    return False


def test_faults_and_temptations(shared: Path) -> None:
    faults = hits = alarms = strays = 0
    for item, name, found in versions(shared / "items"):
        planted = rows(item / "findings.tsv", name)
        wanted = [r for r in planted if r["type"] in ("number", "date", "unit")]
        faults += len(wanted)
        hits += sum(any(overlaps(p, i, r) for p, i in found) for r in wanted)
        right = [(p, i) for p, i in found if any(overlaps(p, i, r) for r in planted)]
        others = [f for f in found if f not in right]
        tempting = [
            r for r in rows(item / "nonerrors.tsv", name) if re.match("number|date|unit|time|ordinal", r["kind"])
        ]
        alarms += sum(any(overlaps(p, i, r) for p, i in others) for r in tempting)
        strays += sum(i.version is not None for _, i in others)
    assert hits >= faults - 1
    assert alarms == 0
    assert strays <= 1
