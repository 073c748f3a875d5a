"""The sample works under corpora/ as tests see them: texts read and cut, gold beads, annotations."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from aligner import formats, segmenters, work
from aligner.formats import ladder
from aligner.model import Bead, Document

CORPORA = Path(__file__).resolve().parents[1] / "corpora"
WORKS = ("interview", "statement")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of findings or non-errors: which version, which segments (None: none), the words on both sides."""

    version: str
    base: int | None
    target: int | None
    base_text: str
    target_text: str
    kind: str
    severity: str
    note: str


@dataclass(frozen=True, slots=True)
class Sample:
    """A work with everything in it, versions by file name."""

    name: str
    base: Document
    versions: dict[str, Document]
    gold: dict[str, tuple[Bead, ...]]
    findings: tuple[Row, ...]
    nonerrors: tuple[Row, ...]

    def text(self, version: str | None, segment: int | None) -> str:
        """The text of a segment of a version (None: of the base); empty where there is none."""
        document = self.base if version is None else self.versions[version]
        return "" if segment is None else document.segments[segment].text


def rows(path: Path) -> tuple[Row, ...]:
    with path.open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return tuple(
        Row(
            r["file"],
            int(r["src_seg"]) if r["src_seg"] else None,
            int(r["tgt_seg"]) if r["tgt_seg"] else None,
            r["span_src"],
            r["span_tgt"],
            r.get("type") or r.get("kind") or "",
            r.get("severity") or "",
            r["note"],
        )
        for r in found
    )


@cache
def load(name: str) -> Sample:
    folder = CORPORA / name
    manifest = work.load(folder)
    versions, gold = {}, {}
    for entry in manifest.versions:
        assert entry.gold is not None, entry.path
        versions[entry.path.name] = segmenters.segment(formats.read(entry.path, lang=entry.lang))
        gold[entry.path.name] = ladder.read_beads(entry.gold.read_text(encoding="utf-8"))
    return Sample(
        name,
        segmenters.segment(formats.read(manifest.base.path, lang=manifest.base.lang)),
        versions,
        gold,
        rows(folder / "findings-a.tsv") + rows(folder / "findings-b.tsv"),
        rows(folder / "nonerrors.tsv"),
    )
