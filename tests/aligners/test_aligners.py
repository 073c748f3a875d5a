"""What holds for every aligner, whatever the texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from aligner import plugins
from aligner.aligners import Aligner
from aligner.model import Document

NAMES = ("translation", "digest", "auto")
PLAIN = [
    "Talks on the canal opened on Monday in the capital.",
    "The minister said 42 barges had been held back.",
    "Nobody asked about the price of grain.",
    "Fishermen in the north want a seat at the table!",
    "A second round begins on 14 March.",
    "Critics call the plan too costly.",
]
OTHER = ["Blue herons nest early.", "Tea was served cold.", "Snow fell over Ankara for 3 hours."]

Make = Callable[..., Document]


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def load(name: str) -> Aligner:
    aligner: Aligner = plugins.load("aligners", name)()
    return aligner


def test_every_plugin_is_an_aligner() -> None:
    assert set(plugins.names("aligners")) == set(NAMES)
    assert all(isinstance(load(name), Aligner) for name in NAMES)


def test_identical_texts_pair_one_to_one(name: str, make: Make) -> None:
    result = load(name).align(make(PLAIN, id="a"), make(PLAIN, id="b"))
    assert [(b.base, b.version) for b in result.beads] == [((i,), (i,)) for i in range(len(PLAIN))]
    assert all(b.confidence is not None and b.confidence > 0.5 for b in result.beads)


@pytest.mark.parametrize(("base", "version"), [(0, 0), (0, 3), (3, 0), (1, 0), (0, 1)])
def test_an_empty_side_leaves_one_sided_beads(name: str, make: Make, base: int, version: int) -> None:
    result = load(name).align(make(PLAIN[:base], id="a"), make(PLAIN[:version], id="b"))
    result.verify(base, version)
    assert not any(bead.paired for bead in result.beads)


@pytest.mark.parametrize(("base", "version"), [(1, 1), (1, 6), (6, 1), (1, 100), (100, 1)])
def test_lopsided_texts(name: str, make: Make, base: int, version: int) -> None:
    lines = [f"{line} ({k})" for k in range(20) for line in PLAIN]
    result = load(name).align(make(lines[:base], id="a"), make(lines[:version], id="b"))
    result.verify(base, version)


def test_texts_without_a_word_in_common(make: Make) -> None:
    result = load("digest").align(make(PLAIN, id="a"), make(OTHER, id="b"))
    result.verify(len(PLAIN), len(OTHER))
    assert sum(bead.paired for bead in result.beads) <= 1


def test_two_runs_give_one_result(name: str, make: Make) -> None:
    base = make(["会议于星期一开幕。", "部长说，共有42艘船。", "没有人问粮价。"], "zh-Hans", "a")
    version = make(PLAIN[:3], id="b")
    assert load(name).align(base, version) == load(name).align(base, version)


@pytest.mark.parametrize("lang", ["zh-Hans", "ko", "de", "und"])
def test_odd_texts(name: str, make: Make, lang: str) -> None:
    odd = [
        "",
        " ",
        "\u0000\ufffd",
        "a" * 20_000,
        "1" * 3_000,
        "一" * 3_000,
        "가" * 3_000,
        "...!?",
        "🙂🙂",
        "\ud800",
    ]
    result = load(name).align(make(odd, lang, "a"), make([*odd[::-1], *PLAIN], id="b"))
    result.verify(len(odd), len(odd) + len(PLAIN))


TEXTS = st.lists(
    st.lists(st.sampled_from([*" ".join(PLAIN).split(), "中国", "二十", "서울에서", "7", "?"]), max_size=12).map(
        " ".join
    ),
    max_size=14,
)


@pytest.mark.parametrize("algorithm", NAMES)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(base=TEXTS, version=TEXTS, langs=st.sampled_from([("en", "en"), ("ko", "en"), ("en", "zh"), ("fr", "de")]))
def test_each_segment_stands_in_exactly_one_bead(
    make: Make, algorithm: str, base: list[str], version: list[str], langs: tuple[str, str]
) -> None:
    result = load(algorithm).align(make(base, langs[0], "a"), make(version, langs[1], "b"))
    result.verify(len(base), len(version))
    assert all(bead.confidence is None or 0 <= bead.confidence <= 1 for bead in (*result.beads, *result.secondary))
    if result.monotone:
        spans = [i for bead in result.beads for i in bead.version]
        assert spans == sorted(spans)
