"""The About tab: texts, alignments and what was set aside, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from aligner.model import Block, Report
from aligner.reporters.html.names import Named, passages
from aligner.reporters.html.strings import Strings


@dataclass(frozen=True, slots=True)
class TextView:
    """A document as a row of the table of texts."""

    named: Named
    passages: str
    aligned: str | None


def texts(report: Report, names: Sequence[Named], t: Strings) -> tuple[TextView, ...]:
    """Every document with its size and how it was aligned."""
    alignments = {a.version: a for a in report.alignments}
    found = []
    for name in names:
        count = passages(name.document)
        alignment = alignments.get(name.document.id)
        aligned = None
        if alignment is not None:
            order = t("about.in_order") if alignment.monotone else t("about.any_order")
            aligned = t("about.aligned_by", aligner=alignment.aligner, order=alignment.reason or order)
        found.append(TextView(name, t("names.passages", n=count), aligned))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Aside:
    """What was not compared of a document; `said` counts it: "2 captions, 3 lines of page furniture"."""

    named: Named
    blocks: tuple[Block, ...]
    said: str


def set_aside(names: Sequence[Named], t: Strings) -> tuple[Aside, ...]:
    """The blocks of each document that were not compared, documents without any left away."""
    asides = ((n, n.document.set_aside) for n in names)
    return tuple(Aside(n, blocks, counted(blocks, t)) for n, blocks in asides if blocks)


def counted(blocks: Iterable[Block], t: Strings) -> str:
    """How many blocks there are of each role: "2 captions, 3 lines of page furniture"."""
    counts = Counter(b.role for b in blocks)
    said = []
    for role, n in counts.items():
        word = t(f"roles.{role}", n=n)
        said.append(t("names.counted", n=n, word=n, role=word))
    return t("page.list_comma").join(said)
