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


@dataclass(frozen=True, slots=True)
class ScoreGroup:
    """The scores of one version held against one text."""

    title: str
    scores: tuple[ScoreView, ...]


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


def scores(report: Report, names: Sequence[Named], t: Strings) -> tuple[ScoreGroup, ...]:
    """Every score in words, by version and what it was held against."""
    by_id = {n.document.id: n.name for n in names}
    groups: dict[tuple[str, str], list[ScoreView]] = {}
    for score in report.scores:
        groups.setdefault((score.document, score.against or report.base.id), []).append(_score(score, t))
    found = []
    for (document, other), views in groups.items():
        said = [by_id.get(name, name) for name in (document, other)]
        found.append(ScoreGroup(t("about.against", document=said[0], other=said[1]), tuple(views)))
    return tuple(found)


def _score(score: Score, t: Strings) -> ScoreView:
    """One score; a figure that the strings do not explain says where its manual is."""
    known = t.section("metrics").get(score.metric)
    direction = {True: t("about.higher"), False: t("about.lower"), None: ""}[score.higher_is_better]
    line = known["line"] if known else t("about.other_metric", name=score.metric)
    interval = None
    if score.interval:
        low, high = (_figure(v) for v in score.interval)
        interval = t("about.interval", low=low, high=high)
    return ScoreView(
        name=known["name"] if known else score.metric.replace("-", " ").capitalize(),
        value=_figure(score.value),
        interval=interval,
        line=f"{line} {direction}".rstrip(),
        signature=score.signature,
    )


def _figure(value: float) -> str:
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
    return tuple(Aside(n, n.document.set_aside, _counts(n, t)) for n in names if n.document.set_aside)


def _counts(named: Named, t: Strings) -> str:
    counts = Counter(b.role for b in named.document.set_aside)
    said = []
    for role, n in counts.items():
        word = t(f"roles.{role}", n=n)
        said.append(t("names.counted", n=n, word=n, role=word))
    return t("page.list_comma").join(said)
