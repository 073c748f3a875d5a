"""What is doubtful in a term base is named by concept, field and line."""

from __future__ import annotations

import pytest

from aligner.model import Concept, MatchRule, Term, TermStatus
from aligner.terms import problems

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
         ("line 10, concept 'a', field en: 'One-China' is preferred here and in the concepts 'b'",)),
        ((Concept("a", (en("x"),)), Concept("b", (en("x"),)), Concept("c", (en("x"),))),
         ("line 10, concept 'a', field en: 'x' is admitted here and in the concepts 'b', 'c'",)),
        ((Concept("a", (en("x"),)), Concept("b", (en("x", PREFERRED),))),
         ("line 10, concept 'a', field en: 'x' is admitted here and preferred in the concept 'b'",)),
        ((Concept("a", (en("x", DEPRECATED, forbidden=True), en("w"))), Concept("b", (en("x", PREFERRED),))),
         ("line 10, concept 'a', field en: 'x' is forbidden here and preferred in the concept 'b'",)),
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


def test_patterns() -> None:
    one = Concept("a", (en("(x", match=MatchRule.PATTERN, not_if=("y*",), context=("...",)),))
    first, second = problems((one,))
    assert first.startswith("concept 'a', field en (term): the pattern '(x'")
    assert second.startswith("concept 'a', field en (context): the pattern '...'")


def test_large_bases_take_linear_time() -> None:
    concepts = [Concept(f"c{n}", (en(f"term {n}"),), related=(f"c{n + 1}",)) for n in range(20_000)]
    assert len(problems(concepts)) == 1
