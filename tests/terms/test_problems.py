"""What is doubtful in a term base is named by concept, field and line."""

from __future__ import annotations

import pytest

from aligner.model import Concept, MatchRule, Term, TermStatus
from aligner.terms import problems, remarks

PREFERRED, ADMITTED, DEPRECATED = TermStatus.PREFERRED, TermStatus.ADMITTED, TermStatus.DEPRECATED


def en(text: str, status: TermStatus = ADMITTED, **more: object) -> Term:
    return Term(text, "en", status, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("concepts", "found"),
    [
        ((Concept("a", (en("x"), en("y", DEPRECATED))), Concept("b", (en("z"),))), ()),
        ((Concept("a", (en("x"),)), Concept("a", (en("y"),))),
         ("line 20, concept 'a' is defined twice; give one of them another id",)),
        ((Concept("a", (en("x"),), related=("b", "c")), Concept("b", (en("y"),))),
         ("line 10, concept 'a', field related: the term base does not have the concept 'c'",)),
        ((Concept("a", (en("One-China", PREFERRED),)), Concept("b", (Term("one China", "en-GB", PREFERRED),))),
         ("line 10, concept 'a', field en: 'One-China' is preferred here and in the concept 'b'",)),
        ((Concept("a", (en("x"),)), Concept("b", (en("x"),)), Concept("c", (en("x"),))),
         ("line 10, concept 'a', field en: 'x' is admitted here and in the concepts 'b', 'c'",)),
        ((Concept("a", (en("x"),)), Concept("b", (en("x", PREFERRED),))),
         ("line 10, concept 'a', field en: 'x' is admitted here and preferred in the concept 'b'",)),
        ((Concept("a", (en("x", PREFERRED), en("X", DEPRECATED, forbidden=True))),),
         ("line 10, concept 'a', field en: 'X' is forbidden here and preferred in the same concept;"
          " keep one of the two",)),
        ((Concept("a", (en("x", DEPRECATED), en("w"), en("x"))),),
         ("line 10, concept 'a', field en: 'x' is admitted here and deprecated in the same concept;"
          " keep one of the two",)),
        ((Concept("a", (en("x", DEPRECATED, outlets=("A",)), en("x", PREFERRED))),), ()),
        ((Concept("a", (en("x"),), related=("b",)), Concept("b", (en("x"),))),
         ("line 10, concept 'a', field en: 'x' is admitted here and in the concept 'b'",)),
        ((Concept("a", (Term("x", "und"),)), Concept("b", (Term("x", "und", PREFERRED),))),
         ("line 10, concept 'a', any language: 'x' is admitted here and preferred in the concept 'b'",)),
        ((Concept("a", (en("x", DEPRECATED), en("w"))), Concept("b", (en("x", PREFERRED),))), ()),
        ((Concept("a", (en("joint statement"), en("Joint-Statement"))),),
         ("line 10, concept 'a', field en: 'Joint-Statement' stands more than once in the concept",)),
        ((Concept("a", (en("x", outlets=("A",)), en("x", PREFERRED, outlets=("B",)))),), ()),
        ((Concept("a", (en("x", PREFERRED), Term("엑", "ko"))), Concept("b", (en("y"), Term("와", "ko"))),
          Concept("c", (en("z", PREFERRED), Term("제", "ko", DEPRECATED)))),
         ("line 30, concept 'c', field ko: no term to use, though most concepts have one",)),
        ((Concept("a", (en("—…"), en("+1"))),),
         ("line 10, concept 'a', field en: no text can match '—…': it has no letter and no digit",)),
    ],
)  # fmt: skip
def test_problems(concepts: tuple[Concept, ...], found: tuple[str, ...]) -> None:
    assert problems(concepts, range(10, 10 * len(concepts) + 1, 10)) == found


def forbids(ident: str, text: str, *forbidden: str, related: tuple[str, ...] = ()) -> Concept:
    terms = (en(text, PREFERRED), *(en(f, DEPRECATED, forbidden=True) for f in forbidden))
    return Concept(ident, terms, related=related)


@pytest.mark.parametrize(
    ("concepts", "found"),
    [
        ((forbids("a", "x", "y"), forbids("b", "y")),
         ("concept 'a', field en: 'y' is forbidden here and preferred in the concept 'b'",)),
        ((forbids("a", "x", "y"), forbids("b", "y", "x")), ()),
        ((forbids("a", "x", "y", related=("b",)), forbids("b", "y")), ()),
        ((forbids("a", "x", "y"), forbids("b", "y", "x"), forbids("c", "y")),
         ("concept 'a', field en: 'y' is forbidden here and preferred in the concept 'c'",)),
        ((Concept("a", (en("x"),), related=("b",)), Concept("b", (en("x"),), related=("a",))),
         ("concept 'a', field en: 'x' is admitted here and in the concept 'b'",)),
        ((Concept("a", (en("x"),), related=("b",)), Concept("b", (en("x", PREFERRED),), related=("a",))),
         ("concept 'a', field en: 'x' is admitted here and preferred in the concept 'b'",)),
    ],
)  # fmt: skip
def test_what_is_meant_is_a_remark(concepts: tuple[Concept, ...], found: tuple[str, ...]) -> None:
    assert remarks(concepts) == found
    assert [p for p in problems(concepts) if "is preferred here" not in p] == []


def test_columns_are_named_where_terms_come_from_a_table() -> None:
    concepts = (
        Concept("g:2", (Term("同盟", "zh", PREFERRED), Term("pact", "und", PREFERRED), Term("union", "und"))),
        Concept("g:3", (Term("条约", "zh", PREFERRED), Term("treaty", "und", PREFERRED), Term("pact", "und"))),
        Concept("g:4", (Term("关系", "zh", PREFERRED), Term("knot", "und", DEPRECATED, forbidden=True))),
        Concept("g:5", (Term("ties", "und", PREFERRED),)),
        Concept("g:6", (Term("和平", "zh", PREFERRED),)),
    )
    glossary = (("source", "preferred", "allowed"),) * 2 + (("source", "forbidden"), ("preferred",), ("source",))
    assert problems(concepts, (2, 3, 4, 5, 6), glossary) == (
        "line 4, concept 'g:4', field preferred: no term to use, though most concepts have one",
        "line 5, concept 'g:5', field source: empty beside 'ties', which counts only where a text is checked by"
        " itself",
        "line 6, concept 'g:6', field preferred: no rendering of '和平', not checked",
        "line 3, concept 'g:3', field allowed: 'pact' is admitted here and preferred in the concept 'g:2'",
    )


def test_patterns() -> None:
    one = Concept("a", (en("(x", match=MatchRule.PATTERN, not_if=("y*",), context=("...",)),))
    first, second = problems((one,))
    assert first.startswith("concept 'a', field en (term): the pattern '(x'")
    assert second.startswith("concept 'a', field en (context): the pattern '...'")


def test_large_bases_take_linear_time() -> None:
    concepts = [Concept(f"c{n}", (en(f"term {n}"),), related=(f"c{n + 1}",)) for n in range(20_000)]
    assert len(problems(concepts)) == 1


def test_a_term_of_every_concept_takes_linear_time() -> None:
    related = ("c0", "c1", "c2")
    concepts = [forbids(f"c{n}", "y", "x", "y", related=related) for n in range(4_000)]
    found = problems(concepts)
    assert len(found) == 4_001
    assert found[-1].endswith("'c8' and 3991 more")
    assert remarks(concepts) == ()
