"""Scores: one file each; statistics per pair, then aggregate, so that intervals reuse the same numbers.

A metric is a dataclass whose fields are its options; its module's docstring is its manual page: what the figure
is, its range, its source and its traps. `measure` is the one place that turns a metric and pairs into a Score.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import ClassVar, Protocol, runtime_checkable

from aligner import plugins
from aligner.metrics._bootstrap import SAMPLES, SEED, interval
from aligner.metrics._terms import Remembering
from aligner.model import AlignedPair, Failure, Score
from aligner.terms.matching import TermIndex


@runtime_checkable
class Metric(Protocol):
    """One figure about how a version relates to a text (`pair.base` is the text it is held against).

    `resampled` says whether the statistics add up and a bootstrap over pairs means something: not so for a
    count of the whole text, which is no sample of anything.
    """

    higher_is_better: ClassVar[bool | None]
    resampled: ClassVar[bool]

    def applies(self, base_language: str, version_language: str) -> bool:
        """Whether the figure makes sense for the two languages (primary subtags)."""
        ...

    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """Sufficient statistics of one pair; they add up or concatenate, as `aggregate` needs.

        Empty for a pair that does not count towards the figure.
        """
        ...

    def aggregate(self, statistics: Sequence[tuple[float, ...]]) -> float | None:
        """The figure for the pairs whose statistics are given; None where it is undefined."""
        ...

    def single(self, statistics: tuple[float, ...]) -> float | None:
        """The figure for one pair alone; None where it says nothing about a single pair."""
        ...

    def signature(self, language: str) -> str:
        """What reproduces the number: name, options, library version. `language` is the version's."""
        ...


@runtime_checkable
class Counted(Protocol):
    """A metric that counts something else than pairs; no figure is given for fewer than `minimum` of them."""

    minimum: ClassVar[int]

    def size(self, statistics: Sequence[tuple[float, ...]]) -> int:
        """How many things the statistics have counted."""
        ...


@runtime_checkable
class Estimated(Protocol):
    """A metric that has an interval of its own, made by `method` as the signature names it ("wilson:95")."""

    method: ClassVar[str]

    def limits(self, statistics: Sequence[tuple[float, ...]]) -> tuple[float, float] | None:
        """A 95 % interval; None where the statistics bear none."""
        ...


@runtime_checkable
class Judging(Protocol):
    """A metric that says whether it only judges a version by its base, and not two versions by each other."""

    base_only: ClassVar[bool]


def measure(name: str, metric: Metric, pairs: Sequence[AlignedPair], document: str, against: str) -> Score | None:
    """The score of one version (`document`) held against another text (`against`), both document ids.

    None where the metric does not apply to the languages or is undefined (nothing paired). A score without a value
    says that too few things were counted to give one. `per_segment` holds the figure of each pair that counts,
    under the pair's position. The interval is a 95 % bootstrap over pairs (seed and samples fixed, noted in the
    signature), where the metric allows it and there are enough pairs, or the metric's own.
    """
    if not pairs or not metric.applies(pairs[0].base.language, pairs[0].version.language):
        return None
    counted = [(p.position, s) for p in pairs if (s := metric.statistics(p))]
    statistics = [s for _, s in counted]
    value = metric.aggregate(statistics)
    size = metric.size(statistics) if isinstance(metric, Counted) else len(statistics)
    if value is None or not size:
        return None
    few = isinstance(metric, Counted) and size < metric.minimum
    limits, method = (None, "") if few else _interval(metric, statistics)
    signature = metric.signature(pairs[0].version.language)
    return Score(
        document=document,
        metric=name,
        value=None if few else value,
        higher_is_better=metric.higher_is_better,
        signature=f"{signature}|{method}" if limits else signature,
        against=against,
        interval=limits,
        per_segment=() if few else tuple((p, v) for p, s in counted if (v := metric.single(s)) is not None),
        n=size,
    )


def _interval(metric: Metric, statistics: Sequence[tuple[float, ...]]) -> tuple[tuple[float, float] | None, str]:
    """The interval of a figure, where it has one, and how it was made."""
    if isinstance(metric, Estimated):
        return metric.limits(statistics), metric.method
    return interval(statistics, metric.aggregate) if metric.resampled else None, f"bs:{SAMPLES}|seed:{SEED}"


def measure_all(
    pairs: Sequence[AlignedPair], document: str, against: str, terms: TermIndex, *, between: bool = False
) -> tuple[list[Score], list[Failure]]:
    """Every metric that applies to the pairs' languages; one that crashes becomes a Failure.

    A metric with a field `terms` is given the term base, as the version's house profile sees it. `between` says
    that two versions are held against each other: metrics that judge a version by its base are left out.
    """
    scores: list[Score] = []
    failures = []
    terms = Remembering(terms)
    for name in plugins.names("metrics"):
        try:
            plugin = plugins.load("metrics", name)
            named = {field.name for field in dataclasses.fields(plugin)}
            metric = plugin(terms=terms) if "terms" in named else plugin()
            if between and isinstance(metric, Judging) and metric.base_only:
                continue
            score = measure(name, metric, pairs, document, against)
        except Exception as error:  # a metric must not take the report with it
            failures.append(Failure.of("metric", name, document, error))
        else:
            scores += [score] if score else []
    return scores, failures
