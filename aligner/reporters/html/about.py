"""The About tab: texts, alignments, scores and what was set aside, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from aligner.model import Block, Report, Score
from aligner.reporters.html.names import Named, passages
from aligner.reporters.html.strings import Strings


@dataclass(frozen=True, slots=True)
class TextView:
    """A document as a row of the table of texts."""

    named: Named
    passages: str
    aligned: str | None


@dataclass(frozen=True, slots=True)
class Figure:
    """What one version scores, held against one text."""

    pair: str
    value: str
    interval: str | None


@dataclass(frozen=True, slots=True)
class ScoreView:
    """A score with its meaning in a line, said once for all versions."""

    name: str
    line: str
    figures: tuple[Figure, ...]
    signatures: tuple[str, ...]


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


def scores(report: Report, names: Sequence[Named], t: Strings) -> tuple[ScoreView, ...]:
    """Every score in words, with its figures for each version and what it was held against."""
    by_id = {n.document.id: n.name for n in names}
    groups: dict[str, list[Score]] = {}
    for score in report.scores:
        if score.metric not in t.section("term_metrics"):  # those stand in the tab on terms
            groups.setdefault(score.metric, []).append(score)
    return tuple(_score(found, report.base.id, by_id, t) for found in groups.values())


def _score(found: Sequence[Score], base: str, names: Mapping[str, str], t: Strings) -> ScoreView:
    """One kind of score; one that the strings do not explain says where its manual is."""
    first = found[0]
    known = t.section("metrics").get(first.metric)
    direction = {True: t("about.higher"), False: t("about.lower"), None: ""}[first.higher_is_better]
    line = known["line"] if known else t("about.other_metric", name=first.metric)
    figures = []
    for score in found:
        if score.value is None:
            continue
        document, other = (names.get(name, name) for name in (score.document, score.against or base))
        interval = None
        if score.interval:
            low, high = (figure(v) for v in score.interval)
            interval = t("about.interval", low=low, high=high)
        pair = t("about.against", document=document, other=other)
        figures.append(Figure(pair, figure(score.value), interval))
    return ScoreView(
        name=known["name"] if known else first.metric.replace("-", " ").capitalize(),
        line=f"{line} {direction}".rstrip(),
        figures=tuple(figures),
        signatures=tuple(dict.fromkeys(s.signature for s in found)),
    )


def figure(value: float) -> str:
    """Three digits that count: 0.123, 4.56, 78.9, 123."""
    size = abs(value)
    return f"{value:.{3 if size < 1 else 2 if size < 10 else 1}f}"


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
