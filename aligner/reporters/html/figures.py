"""Scores in words: a figure for each version, with its interval, how many things were counted, and its meaning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aligner.model import Report, Score
from aligner.reporters.html.names import Named
from aligner.reporters.html.strings import Strings

TERM_METRICS = "term_metrics"
"""The section of strings.toml on figures that the Terms tab shows; the others stand in About."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What one version scores, held against one text; `few` says that too few things were counted for a value."""

    pair: str
    value: str
    interval: str | None
    n: str | None
    few: str | None


@dataclass(frozen=True, slots=True)
class ScoreView:
    """A score with its meaning in a line, said once for all versions."""

    name: str
    line: str
    figures: tuple[Figure, ...]
    signatures: tuple[str, ...]


def scores(report: Report, names: Sequence[Named], t: Strings, *, terms: bool) -> tuple[ScoreView, ...]:
    """Every score, or every one on terms, with its figures for each version and what it was held against."""
    own = t.section(TERM_METRICS)
    groups: dict[str, list[Score]] = {name: [] for name in own} if terms else {}
    for score in report.scores:
        if (score.metric in own) is terms:
            groups.setdefault(score.metric, []).append(score)
    by_id = {n.document.id: n.name for n in names}
    section = t.section(TERM_METRICS if terms else "metrics")
    return tuple(_score(found, report.base.id, by_id, section, t) for found in groups.values() if found)


def figure(value: float) -> str:
    """Three digits that count: 0.123, 4.56, 78.9, 123."""
    size = abs(value)
    return f"{value:.{3 if size < 1 else 2 if size < 10 else 1}f}"


def _score(
    found: Sequence[Score], base: str, names: Mapping[str, str], section: Mapping[str, Any], t: Strings
) -> ScoreView:
    """One kind of score; one that the strings do not explain says where its manual is."""
    first = found[0]
    known = section.get(first.metric)
    direction = {True: t("about.higher"), False: t("about.lower"), None: ""}[first.higher_is_better]
    line = known["line"] if known else t("about.other_metric", name=first.metric)
    return ScoreView(
        name=known["name"] if known else first.metric.replace("-", " ").capitalize(),
        line=f"{line} {direction}".rstrip(),
        figures=tuple(_figure(score, base, names, t) for score in found),
        signatures=tuple(dict.fromkeys(s.signature for s in found)),
    )


def _figure(score: Score, base: str, names: Mapping[str, str], t: Strings) -> Figure:
    document, other = (names.get(name, name) for name in (score.document, score.against or base))
    pair = t("about.against", document=document, other=other)
    if score.value is None:
        return Figure(pair, "", None, None, t("about.few", n=score.n or 0))
    interval = None
    if score.interval:
        low, high = (figure(v) for v in score.interval)
        interval = t("about.interval", low=low, high=high)
    n = None if score.n is None else t("about.counted", n=f"{score.n:,}")
    return Figure(pair, figure(score.value), interval, n, None)
