"""OmegaT's glossary: a line for each source term and preferred rendering."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from aligner.errors import UsageError
from aligner.model import Concept, Term, TermStatus
from aligner.terms import write

CONCEPTS = (
    Concept("a", (
        Term("동맹", "ko", TermStatus.PREFERRED), Term("한미동맹", "ko-KR"),
        Term("연맹", "ko", TermStatus.DEPRECATED),
        Term("alliance", "en", TermStatus.PREFERRED, note="lower case"), Term("league", "en", TermStatus.DEPRECATED,
        forbidden=True), Term("pact", "en"), Term("entente", "en", TermStatus.SUPERSEDED)), note="of two\tstates"),
    Concept("b", (Term("정책", "ko"), Term("policy", "en"), Term("policies", "en"))),
    Concept("c", (Term("관계", "ko"), Term("关系", "zh"))),
    Concept("d", (Term("#동맹", "ko"), Term("#alliance", "en"))),
)  # fmt: skip


def test_lines(tmp_path: Path) -> None:
    said = (
        "g.utf8: not written: concepts without an accepted term in ko and en: 1; "
        "terms that start with #, which OmegaT takes for remarks: 1"
    )
    with pytest.warns(UserWarning, match=f"^{re.escape(said)}$"):
        write(CONCEPTS, tmp_path / "g.utf8", from_lang="ko", into_lang="en-GB")
    comment = "preferred; allowed: pact; forbidden: league; superseded: entente; lower case; of two states"
    assert (tmp_path / "g.utf8").read_text(encoding="utf-8") == (
        f"동맹\talliance\t{comment}\n한미동맹\talliance\t{comment}\n정책\tpolicy\tadmitted; allowed: policies\n"
    )


@pytest.mark.parametrize(
    ("pair", "message"),
    [((None, None), "name both"), (("ko", None), "name both"), (("ko", "English"), "'English' is no language tag")],
)
def test_languages_are_needed(tmp_path: Path, pair: tuple[str | None, str | None], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        write(CONCEPTS, tmp_path / "g.txt", kind="omegat", from_lang=pair[0], into_lang=pair[1])
