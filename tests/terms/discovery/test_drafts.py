"""Draft term bases: what recurs on both sides, in which form, and what is left out."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_wordings import concept, document, line_by_line

from aligner.model import AlignedPair, Concept, Document, TermStatus
from aligner.model.alignment import aligned_pairs
from aligner.terms.discovery.association import links
from aligner.terms.discovery.drafts import extract
from aligner.terms.discovery.phrases import levels, running
from aligner.terms.discovery.termhood import candidates

GERMAN = (
    "Die blaue Laterne brennt",
    "Wir sahen die blaue Laterne",
    "Er holt eine blaue Laterne",
    "Der Hund schläft",
)
FILLER = [(chr(0x6C10 + n) + chr(0x6D10 + n), f"q{a}z{b}") for n, (a, b) in enumerate(product("abcdefg", "hijkl"))]


def pairs(base: Document, version: Document) -> tuple[AlignedPair, ...]:
    return aligned_pairs(line_by_line(base, version), base, version)


def shown(found: tuple[Concept, ...]) -> list[tuple[str, ...]]:
    return [tuple(t.text for t in c.terms) for c in found]


NEWS = [
    ("青石海湾的渔业很好", "Fishery in Qingshi Bay does well"),
    ("船开往青石海湾", "The ship sails for Qingshi Bay"),
    ("青石海湾下雨了", "Rain fell on Qingshi Bay"),
    *FILLER,
]


def made(lines: list[tuple[str, str]], one: str = "zh", two: str = "en") -> tuple[AlignedPair, ...]:
    return pairs(document("b", one, *(a for a, _ in lines)), document("v", two, *(b for _, b in lines)))


def test_a_phrase_that_recurs_on_both_sides() -> None:
    (only,) = extract(made(NEWS), "zh", "en")
    assert shown((only,)) == [("青石海湾", "Qingshi Bay")]
    assert only.uncertain
    assert {t.status for t in only.terms} == {TermStatus.ADMITTED}
    assert [t.lang for t in only.terms] == ["zh", "en"]
    assert only.note is not None
    assert only.note.startswith("3 times in the base, 3 in the version; together in 3 of 3 and 3 passages. v: ")


def test_known_terms_and_numbers_are_left_out() -> None:
    assert extract(made(NEWS), "zh", "en", [concept("bay", zh="青石海湾")]) == ()
    numbers = [(f"共有500吨{x}", f"There are 500 {y}") for x, y in (("米", "rice"), ("鱼", "fish"), ("盐", "salt"))]
    assert extract(made([*numbers, *FILLER]), "zh", "en") == ()


def test_two_beads_are_too_few() -> None:
    assert shown(extract(made([*NEWS[:3], *FILLER]), "zh", "en")) == [("青石海湾", "Qingshi Bay")]
    assert extract(made([*NEWS[:2], *FILLER]), "zh", "en") == ()


REPORTERS = [
    ("记者提到海湾问题。", "Reporters raised the Bay question."),
    ("他不谈海湾问题。", "He spoke not of the Bay question."),
    ("记者提到海湾问题了。", "Again reporters raised the Bay question."),
    ("记者提到海湾问题吗？", "Had reporters raised the Bay question?"),
]


def test_a_draft_cuts_no_known_term() -> None:
    known = [concept("bay", zh="海湾问题", en="Bay question")]
    for left_out in ("Bay question", "Bay issue"):
        lines = [(a, b.replace("Bay question", left_out)) for a, b in REPORTERS]
        for one in extract(made([*lines, *FILLER]), "zh", "en", known):
            base, version = (t.text for t in one.terms)
            assert not set("海湾问题") & set(base.replace("海湾问题", ""))
            assert ("海湾问题" in base) == ("Bay question" in version)


@pytest.mark.parametrize(
    ("whole", "part"), [("旧海关楼", "customs house"), ("旧海关楼", "house"), ("海关", "house")]
)
def test_a_common_word_is_a_part_of_what_renders_several(whole: str, part: str) -> None:
    verbs = (("看见", "saw"), ("买下", "bought"), ("拆除", "razed"), ("保护", "kept"))
    lines = [(f"他们{a}{whole}。", f"They {b} the {part}.") for a, b in verbs]
    found = shown(extract(made([*lines, *FILLER]), "zh", "en", words={"zh": frozenset({"海关", "他们", whole})}))
    assert found == ([(whole, part)] if " " in part else [])


def test_two_beads_of_several_phrases_are_too_few() -> None:
    lines = [
        ("红月船厂与蓝山渔场", "Red Moon Yard with Blue Hill Farm"),
        ("蓝山渔场和红月船厂", "Blue Hill Farm with Red Moon Yard"),
    ]
    assert extract(made([*lines, *FILLER]), "zh", "en") == ()


def test_words_of_chinese_bound_a_phrase() -> None:
    words = {"zh": frozenset({"青石", "海湾", "开往", "渔业"})}
    assert shown(extract(made(NEWS), "zh", "en", words=words)) == [("青石海湾", "Qingshi Bay")]


def test_korean_without_particles() -> None:
    lines = [
        ("청석 해만은 넓다", "Cheongseok Bay is wide"),
        ("배가 청석 해만을 떠났다", "The ship left Cheongseok Bay"),
        ("청석 해만에서 잡은 고기", "Fish caught at Cheongseok Bay"),
        *FILLER,
    ]
    assert shown(extract(made(lines, "ko"), "ko", "en")) == [("청석 해만", "Cheongseok Bay")]


def test_a_language_without_lists() -> None:
    lines = [(a, f"The blue lantern {n}") for n, a in enumerate(GERMAN[:3])]
    lines += [(f"x{b}", b) for _, b in FILLER]
    assert ("blaue Laterne", "blue lantern") in shown(extract(made(lines, "de"), "de", "en"))


def test_a_part_that_never_stands_alone_is_no_candidate() -> None:
    texts = ["the great blue lantern burns"] * 3 + ["the red door"] * 2
    row = running(texts, "en")
    found = candidates(row, list(levels(row, 2)), 10)
    names = [" ".join(row.names[k] for k in row.keys[p.first : p.first + p.size]) for p in found]
    assert "blue lantern burn" in names
    assert "lantern burn" not in names


def test_competitive_linking_takes_the_surer_pair() -> None:
    base = [np.array([0, 1, 2, 3, 4]), np.array([0, 1, 2])]
    version = [np.array([0, 1, 2, 3, 4]), np.array([0, 1, 2, 7])]
    found = links(base, version, 100)
    assert [(x.base, x.version) for x in found] == [(0, 0), (1, 1)]
    assert links([], [], 10) == []


def test_nothing_from_nothing() -> None:
    assert extract((), "zh", "en") == ()
    assert extract(made([("", "")]), "zh", "en") == ()


@settings(max_examples=40)
@given(st.lists(st.tuples(st.text("青石海湾的。 ", max_size=20), st.text("ab Qi-.'1", max_size=30)), max_size=12))
def test_any_text(lines: list[tuple[str, str]]) -> None:
    found = extract(made(lines), "zh", "en")
    assert found == extract(made(lines), "zh", "en")
    for one in found:
        assert all(t.text.strip() for t in one.terms)
