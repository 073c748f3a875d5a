"""Variants of a cell and what stands in brackets behind them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_terms import TERMS

from aligner.model import Term, TermStatus
from aligner.terms.files import marks
from aligner.terms.files.marks import Column

EN = Column("en", TermStatus.PREFERRED)


@pytest.mark.parametrize(
    ("cell", "variants"),
    [
        ("", []),
        (" ; ；;", []),
        ("a;b；c ; a", ["a", "b", "c"]),
        (r"a\;b; c\d", [r"a\;b", r"c\d"]),
        ("a [note: b; c]; d", ["a [note: b; c]", "d"]),
        ("a [b; c", ["a [b", "c"]),
        (r"a\\;b", [r"a\\", "b"]),
    ],
)
def test_variants(cell: str, variants: list[str]) -> None:
    assert marks.split(cell) == variants


@pytest.mark.parametrize(
    ("variant", "term"),
    [
        ("one", Term("one", "en", TermStatus.PREFERRED)),
        (r"C:\x \[y\]", Term(r"C:\x [y]", "en", TermStatus.PREFERRED)),
        ("[case]", Term("[case]", "en", TermStatus.PREFERRED)),
        ("a [b] c", Term("a [b] c", "en", TermStatus.PREFERRED)),
        ("a [Case,superseded]", Term("a", "en", TermStatus.SUPERSEDED, case_sensitive=True)),
        (r"a [note: b\, c: d, lang: zh_hant]", Term("a", "zh-Hant", TermStatus.PREFERRED, note="b, c: d")),
        ("a [not_if: b, NOT-IF: c]", Term("a", "en", TermStatus.PREFERRED, not_if=("b", "c"))),
        ("a [deprecated, forbidden]", Term("a", "en", TermStatus.DEPRECATED, forbidden=True)),
    ],
)
def test_terms(variant: str, term: Term) -> None:
    assert marks.term(variant, EN) == term


@pytest.mark.parametrize(
    ("variant", "message"),
    [
        ("Korea [South]", r"'South' in brackets is no mark; known: case, match, "),
        ("a [case: yes]", "'case: yes' in brackets is no mark"),
        ("a [pos]", "'pos' in brackets is no mark"),
        ("a [outlet: ]", "'outlet:' says nothing"),
        ("a [type: word]", "'word' is not a term type"),
        ("a [lang: English]", "'English' is no language tag"),
    ],
)
def test_marks_that_are_none(variant: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        marks.term(variant, EN)


@settings(deadline=None)
@given(TERMS, st.sampled_from(list(TermStatus)), st.booleans())
def test_every_term_reads_back_from_any_column(term: Term, status: TermStatus, forbidden: bool) -> None:
    column = Column("fr", status, forbidden)
    (variant,) = marks.split(marks.written(term, column))
    assert marks.term(variant, column) == term


@given(st.text(max_size=40))
def test_any_cell_without_marks_is_read(cell: str) -> None:
    for variant in marks.split(cell.replace("[", "(")):
        assert marks.term(variant, EN) == Term(marks.plain(variant), "en", TermStatus.PREFERRED)
