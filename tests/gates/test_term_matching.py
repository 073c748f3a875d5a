"""Listed renderings are found in professional translations, as often as when this was written.

For every paragraph of a chapter and every listed term that stands in its Chinese (the longest one at each place),
whether one of the listed English renderings is found in the English paragraph beside it. What is missing the
translators put in other words, nearly all of it: to find that takes more than forms of the listed words.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from aligner.model import Concept, Term
from aligner.terms.matching import TermIndex

FLOORS = {"2016": 0.935, "2018": 0.905, "2020": 0.92}


def paragraphs(file: Path) -> list[str]:
    return [p.strip() for p in file.read_text(encoding="utf-8").split("\n\n")]


def found(folder: Path) -> Counter[str]:
    """Listed terms in the Chinese, those with a rendering beside them, and those that a plain search finds."""
    rows = [line.split("\t") for line in (folder / "terms.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    targets = {source: dict.fromkeys(renderings.split(";")) for source, renderings in rows}
    index = TermIndex(
        tuple(Concept(s, (Term(s, "zh-Hant"), *(Term(t, "en") for t in ts))) for s, ts in targets.items())
    )
    chinese, english = paragraphs(folder / "src.zh.txt"), paragraphs(folder / "ref.en.txt")
    assert len(chinese) == len(english)
    own = index.with_acronyms(english, "en")
    counts: Counter[str] = Counter()
    for source, target in zip(chinese, english, strict=True):
        here = {m.concept.id for place in own.readings(target, "en") for m in place}
        lifted = here | {m.concept.id for m in own.weak(target, "en")}
        for ident in {m.concept.id for m in index.find(source, "zh-Hant")}:
            counts["listed"] += 1
            counts["found"] += ident in lifted
            counts["plain"] += any(t in target for t in targets[ident])
    return counts


@pytest.mark.parametrize("year", sorted(FLOORS))
def test_renderings_are_found(shared: Path, year: str) -> None:
    counts: Counter[str] = Counter()
    for folder in sorted((shared / "terms" / "hkma").glob(f"{year}-*")):
        counts += found(folder)
    assert counts["listed"] > 100
    assert counts["found"] >= FLOORS[year] * counts["listed"], counts
    assert counts["found"] > counts["plain"], counts
