"""Figures on terms: cases worked out by hand, ranges, what order and doubling must not change."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_reports import document
from river_terms import CONCEPTS, DEPRECATED, PREFERRED, concept

from aligner.metrics import Metric, measure, measure_all
from aligner.metrics._proportion import wilson
from aligner.metrics._terms import digest
from aligner.metrics._wordings import limits, table
from aligner.metrics.term_accuracy import TermAccuracy
from aligner.metrics.term_hhi import TermHhi
from aligner.model import AlignedPair, Alignment, Bead, Concept, MatchRule, Score, Term
from aligner.model.alignment import aligned_pairs, ordered
from aligner.plugins import load
from aligner.terms.matching import TermIndex

NAMES = (
    *("term-accuracy", "term-coverage", "term-hhi", "term-ltcr", "term-entropy", "term-divergence"),
    "profile-adherence",
)
INDEX = TermIndex(CONCEPTS)


def paired(lines: Sequence[tuple[str, str]], base: str = "zh") -> tuple[AlignedPair, ...]:
    """A pair a line; an empty text stands for no counterpart."""
    left, right = [a for a, _ in lines if a], [b for _, b in lines if b]
    one, two = document("b", base, left, title=False), document("v", "en", right, title=False)
    beads, i, j = [], 0, 0
    for a, b in lines:
        beads.append(Bead((i,) if a else (), (j,) if b else ()))
        i, j = i + bool(a), j + bool(b)
    return aligned_pairs(Alignment("b", "v", ordered(beads), "by-hand", True), one, two)


def score(name: str, lines: Sequence[tuple[str, str]], base: str = "zh", index: TermIndex = INDEX) -> Score | None:
    metric: Metric = load("metrics", name)(terms=index)
    return measure(name, metric, paired(lines, base), "v", "b")


def value(name: str, lines: Sequence[tuple[str, str]], base: str = "zh", index: TermIndex = INDEX) -> float:
    found = score(name, lines, base, index)
    assert found is not None
    assert found.value is not None
    return found.value


FIVE = [
    ("堤坝和堤坝。", "The levee is new."),
    ("水利局开始清淤。", "The water bureau began dredging."),
    ("堤坝很高。", "The dyke is high."),
]


def test_accuracy_counts_every_place_once() -> None:
    # two levees for one, bureau and dredging right, a rejected dyke: 3 of 5
    found = score("term-accuracy", FIVE)
    assert found is not None
    assert (found.value, found.n) == (0.6, 5)
    assert found.per_segment == ((0, 0.5), (1, 1.0), (2, 0.0))


def test_accuracy_leaves_out_what_has_no_counterpart() -> None:
    assert value("term-accuracy", [*FIVE, ("清淤结束。", "")]) == 0.6
    assert value("term-coverage", [*FIVE, ("清淤结束。", "")]) == 3 / 6


def test_coverage_caps_each_concept_over_the_whole_text() -> None:
    lines = [("堤坝。", "Work."), ("清淤。", "The levee, the levee, the levee."), *[("水利局。", "The WRB.")] * 3]
    # levee 1 of 1 (three for one help nothing else), dredging 0 of 1, board 3 of 3
    assert value("term-coverage", lines) == 4 / 5
    assert value("term-accuracy", lines) == 3 / 5


def test_a_longer_term_hides_the_shorter_within() -> None:
    index = TermIndex(
        (
            concept("board", ("zh", "水利局", PREFERRED), ("en", "board", PREFERRED)),
            concept("head", ("zh", "水利局长", PREFERRED), ("en", "board head", PREFERRED)),
        )
    )
    found = score("term-accuracy", [("水利局长。", "The board head.")] * 5, index=index)
    assert found is not None
    assert (found.value, found.n) == (1.0, 5)
    assert value("term-accuracy", [("水利局。", "The board head.")] * 5, index=index) == 0.0


SPLIT = [("x", "The levee."), ("x", "A levee and a levee."), ("x", "The embankment.")]


def test_consistency_by_hand() -> None:
    lines = [*SPLIT, ("x", "Dredging, dredging.")]  # levee 3 to 1, dredging 2 of one kind
    assert value("term-hhi", lines) == pytest.approx((4 * (9 + 1) / 16 + 2) / 6)
    assert value("term-ltcr", lines) == pytest.approx((3 + 1) / (6 + 1))
    entropy = -(0.75 * math.log(0.75) + 0.25 * math.log(0.25)) / math.log(2)
    assert value("term-entropy", lines) == pytest.approx((4 * (1 - entropy) + 2) / 6)


def test_what_is_named_once_cannot_vary() -> None:
    lines = [*SPLIT, ("x", "The sluice. Dredging.")]
    found = score("term-hhi", lines)
    assert found is not None
    assert (found.n, found.value) == (4, None)  # below five: no figure
    more = score("term-hhi", [*lines, ("x", "The levee.")])
    assert more is not None
    assert more.n == 5
    assert more.value == pytest.approx((16 + 1) / 25)


@pytest.mark.parametrize("name", ["term-hhi", "term-ltcr", "term-entropy", "profile-adherence"])
def test_acronyms_are_no_choice_of_wording(name: str) -> None:
    lines = [("x", "The water resources bureau.")] * 5
    assert value(name, [*lines, *[("x", "The WRB.")] * 5]) == value(name, lines) == 1.0


def test_adherence_is_to_what_the_house_prefers() -> None:
    lines = [
        ("堤坝。", "The levee."),
        ("x", "The embankment."),
        ("堤坝。", "The dyke."),
        *[("x", "The sluice.")] * 2,
    ]
    assert (
        value("profile-adherence", lines) == 3 / 5
    )  # nobody prefers a word for the sluice: any accepted one is fine
    levee = replace(CONCEPTS[0], terms=(*CONCEPTS[0].terms[:1], Term("levee", "en", DEPRECATED),
                                        Term("embankment", "en", PREFERRED)))  # fmt: skip
    house = TermIndex((levee, *CONCEPTS[1:]))
    lines[2] = ("x", "The floodgate.")
    assert value("profile-adherence", lines, index=house) == 4 / 5


@pytest.mark.parametrize("name", ["term-hhi", "profile-adherence"])
def test_a_rejected_word_counts_where_the_base_has_the_concept(name: str) -> None:
    lines = [("堤坝。", "The levee.")] * 5
    assert value(name, [*lines, ("别的。", "The dyke.")]) == 1.0
    assert value(name, [*lines, ("堤坝。", "The dyke.")]) < 1.0


def test_the_wording_of_a_wrong_concept_is_no_adherence() -> None:
    dam = replace(concept("dam", ("zh", "水坝", PREFERRED), ("en", "dam", PREFERRED)), related=("levee",))
    levee = replace(CONCEPTS[0], id="levee")
    lines = [("堤坝。", "The levee.")] * 5
    for one, other in ((dam, levee), (replace(dam, related=()), replace(levee, related=("dam",)))):
        index = TermIndex((one, other))
        found = score("profile-adherence", [*lines, ("堤坝。", "The dam."), ("别的。", "The dam.")], index=index)
        assert found is not None
        assert (found.value, found.n) == (1.0, 6)  # the last dam stands for nothing else
        right = score("profile-adherence", [*lines, ("堤坝和水坝。", "The dam.")], index=index)
        assert right is not None
        assert right.n == 6


@pytest.mark.parametrize(
    "change",
    [
        {"case_sensitive": True}, {"match": MatchRule.PATTERN}, {"text": "leve*"}, {"outlets": ("herald",)},
        {"type": "acronym"}, {"forbidden": True}, {"not_if": ("flood",)}, {"context": ("flood",)},
    ],
)  # fmt: skip
def test_term_bases_that_may_give_other_figures_have_other_signatures(change: dict[str, Any]) -> None:
    term = Term("levee", "en")
    made = [TermIndex((Concept("levee", (t,)),)) for t in (term, replace(term, **change))]
    assert len({TermAccuracy(terms=index).signature("en") for index in made}) == 2
    assert len({digest(TermIndex((Concept("a", (term,), related=r),))) for r in ((), ("b",))}) == 2


def test_divergence_by_hand() -> None:
    same = [("The levee. Dredging.", "A levee. More dredging.")] * 3
    assert value("term-divergence", same, "en") == 0.0
    apart = [("The levee.", "The embankment.")] * 3
    assert value("term-divergence", apart, "en") == 1.0
    half = [("The levee. The levee.", "The levee. The embankment.")] * 2
    # p = (1, 0), q = (1/2, 1/2): H(3/4, 1/4) - H(q) / 2
    entropy = -(0.75 * math.log2(0.75) + 0.25 * math.log2(0.25))
    assert value("term-divergence", half, "en") == pytest.approx(entropy - 0.5)
    found = score("term-divergence", [*half, ("Dredging.", "The sluice."), ("The levee.", "")], "en")
    assert found is not None
    assert found.n == 8  # what only one text names does not count, nor what stands in one only


def test_divergence_is_for_one_language() -> None:
    assert score("term-divergence", FIVE) is None


@pytest.mark.parametrize("name", NAMES)
def test_hidden_where_the_term_base_lacks_a_language(name: str) -> None:
    other = TermIndex((concept("levee", ("de", "Deich", PREFERRED), ("de", "Damm", DEPRECATED)),))
    assert score(name, FIVE * 3, index=other) is None
    assert score(name, FIVE * 3, index=TermIndex()) is None


@pytest.mark.parametrize("name", NAMES)
def test_too_few_are_counted_but_not_rated(name: str) -> None:
    lines = [("堤坝。" if name != "term-divergence" else "The levee.", "The levee.")] * 2
    base = "en" if name == "term-divergence" else "zh"
    few = score(name, lines, base)
    assert few is not None
    assert (few.value, few.interval, few.per_segment) == (None, None, ())
    assert few.n == (4 if name == "term-divergence" else 2)
    assert score(name, [("无。", "Nothing.")], "zh" if base == "zh" else "en") is None


def test_two_versions_are_only_compared() -> None:
    pairs = paired([("The levee.", "The embankment.")] * 9, "en")
    between, failures = measure_all(pairs, "v", "b", INDEX, between=True)
    against, more = measure_all(pairs, "v", "b", INDEX)
    assert not failures
    assert not more
    assert {s.metric for s in between} & set(NAMES) == {"term-divergence"}
    assert {s.metric for s in against} & set(NAMES) == set(NAMES)


def test_signatures_name_the_term_base_and_the_interval() -> None:
    varied = [("堤坝。", "The levee." if n % 3 else "The embankment.") for n in range(20)]
    for name in NAMES:
        found = score(name, varied, "zh") or score(name, [(b, b) for _, b in varied], "en")
        assert found is not None
        assert "|terms:4:" in found.signature
        assert found.signature.startswith(f"{name}|")
        if found.interval and found.value is not None:
            assert found.interval[0] <= found.value <= found.interval[1]
            assert found.signature.endswith("wilson:95") or "|bs-bc:1000|seed:12345" in found.signature
    one, other = (score("term-accuracy", varied, index=TermIndex(c)) for c in (CONCEPTS, CONCEPTS[:2]))
    assert one is not None
    assert other is not None
    assert one.signature != other.signature


def test_wilson_by_hand() -> None:
    assert wilson(8, 10) == pytest.approx((0.4902, 0.9433), abs=1e-4)
    assert wilson(0, 5) == pytest.approx((0.0, 0.4345), abs=1e-4)
    assert wilson(5, 5) == pytest.approx((0.5655, 1.0), abs=1e-4)


def test_the_bootstrap_is_wider_than_nothing_and_always_the_same() -> None:
    lines = [("x", "The levee." if n % 4 else "The embankment.") for n in range(40)]
    found = score("term-hhi", lines)
    assert found is not None
    assert found.interval is not None
    assert 0.5 <= found.interval[0] < 0.625 < found.interval[1] < 0.9
    assert found == score("term-hhi", lines)


def test_no_interval_for_few_passages_or_where_nothing_varies() -> None:
    few = score("term-hhi", [("x", "The levee. The embankment. The levee.")] * 5)
    sure = score("term-hhi", [("x", "The levee.")] * 30)
    assert few is not None
    assert sure is not None
    assert (few.interval, sure.interval, sure.value) == (None, None, 1.0)


WORDS = st.sampled_from(
    ("levee", "embankment", "dyke", "dredging", "desilting", "water bureau", "sluice", "floodgate")
)
LINES = st.lists(st.lists(WORDS, max_size=3).map(lambda w: "; ".join(w) or "none"), min_size=3, max_size=12)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES, LINES, st.randoms(use_true_random=False))
def test_figures_stay_in_range_and_know_no_order(left: list[str], right: list[str], draw: object) -> None:
    lines = list(zip(left, right, strict=False))
    shuffled = list(lines)
    draw.shuffle(shuffled)  # type: ignore[attr-defined]
    for name in NAMES:
        found, again = score(name, lines, "en"), score(name, shuffled, "en")
        assert (found is None) == (again is None)
        if found is None or again is None or found.value is None:
            assert found is None or found.n is not None
            continue
        assert 0 <= found.value <= 1
        assert again.value == pytest.approx(found.value)
        assert again.n == found.n
        if found.interval:
            assert 0 <= found.interval[0] <= found.value <= found.interval[1] <= 1


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES)
def test_a_text_does_not_differ_from_itself(lines: list[str]) -> None:
    same = [(line, line) for line in lines]
    found = score("term-divergence", same, "en")
    assert found is None or found.value in (None, 0.0)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(LINES, LINES)
def test_divergence_has_no_sides(left: list[str], right: list[str]) -> None:
    lines = list(zip(left, right, strict=False))
    one, other = (score("term-divergence", x, "en") for x in (lines, [(b, a) for a, b in lines]))
    assert (one is None) == (other is None)
    if one is not None and other is not None and one.value is not None:
        assert other.value == pytest.approx(one.value)


def test_statistics_add_up_in_any_order() -> None:
    rows = [(0.0, 1.0, 2.0), (0.0, 0.0, 1.0, 3.0, 0.0, 2.0), ()]
    found = table(rows)
    assert found is not None
    assert found.counts.sum(axis=0).tolist() == [1.0, 2.0, 2.0]
    assert found.starts.tolist() == [0, 2]
    assert table([()]) is None
    assert limits([()], TermHhi().formula) is None


def test_a_large_term_base_is_no_burden() -> None:
    many = tuple(
        Concept(f"c{n}", (Term(f"thing number {n}", "en", PREFERRED), Term(f"item number {n}", "en", PREFERRED)))
        for n in range(3000)
    )
    index = TermIndex(many)
    lines = [("x", f"The thing number {n % 50} and the item number {n % 50}.") for n in range(2000)]
    assert value("term-hhi", lines, index=index) == pytest.approx(0.5)
