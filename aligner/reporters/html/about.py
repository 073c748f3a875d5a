"""The About tab: texts, alignments, scores and what was set aside, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
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
class ScoreView:
    """A score with its meaning in a line."""

    name: str
    value: str
    interval: str | None
    line: str
    signature: str
    against: str


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
            aligned = t("about.aligned_by", aligner=alignment.aligner, order=order)
        found.append(TextView(name, t("names.passages", n=count), aligned))
    return tuple(found)


def scores(report: Report, names: Sequence[Named], t: Strings) -> tuple[ScoreView, ...]:
    """Every score in words; a figure that nobody explained says where its manual is."""
    by_id = {n.document.id: n.name for n in names}
    return tuple(_score(s, by_id, report.base.id, t) for s in report.scores)


def _score(score: Score, names: dict[str, str], base: str, t: Strings) -> ScoreView:
    known = t.section("metrics").get(score.metric)
    direction = {True: "about.higher", False: "about.lower", None: "about.neither"}[score.higher_is_better]
    line = known["line"] if known else t("about.other_metric", name=score.metric)
    other = names.get(score.against or base, score.against or base)
    interval = None
    if score.interval:
        low, high = (_figure(v) for v in score.interval)
        interval = t("about.interval", low=low, high=high)
    return ScoreView(
        name=known["name"] if known else score.metric.replace("-", " ").capitalize(),
        value=_figure(score.value),
        interval=interval,
        line=f"{line} {t(direction)}",
        signature=score.signature,
        against=t("about.against", document=names.get(score.document, score.document), other=other),
    )


def _figure(value: float) -> str:
    """Three digits that count: 0.123, 4.56, 78.9, 123."""
    size = abs(value)
    return f"{value:.{3 if size < 1 else 2 if size < 10 else 1}f}"


def set_aside(names: Sequence[Named]) -> tuple[tuple[Named, tuple[Block, ...]], ...]:
    """The blocks of each document that were not compared, documents without any left away."""
    return tuple((n, n.document.set_aside) for n in names if n.document.set_aside)


def set_aside_counts(named: Named, t: Strings) -> str:
    """What was set aside in a document: "2 captions, 3 lines of page furniture"; empty for nothing."""
    counts = Counter(b.role for b in named.document.set_aside)
    said = []
    for role, n in counts.items():
        word = t(f"roles.{role}", n=n)
        said.append(t("names.counted", n=n, word=n, role=word))
    return t("page.list_comma").join(said)
