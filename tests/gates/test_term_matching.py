"""Listed renderings are found in professional translations, as often as when this was written.

For every paragraph of a chapter and every listed term that stands in its Chinese (the longest one at each place),
whether one of the listed English renderings is found in the English paragraph beside it, and what the check says
where none is: nothing, a weaker note ("paraphrased", "shortened") or one in full. Every such note is a false alarm:
what is missing the translators put in other words. A plain search for the listed words would raise one for 12 to 15
of a hundred.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from term_texts import context

from aligner.checks._terms import judge
from aligner.checks._terms.view import view
from aligner.checks.terminology import Terminology
from aligner.model import Concept, Term

FOUND = {"2016": 0.94, "2018": 0.915, "2020": 0.925}
"""The least share of listed terms with a rendering beside them."""
NOT_IN_FULL = {"2016": 0.97, "2018": 0.97, "2020": 0.975}
"""The least share for which the check says nothing or a weaker note, each time that they stand there."""
SILENT = {"2016": 0.95, "2018": 0.91, "2020": 0.945}
"""The least share for which it says nothing."""


def paragraphs(file: Path) -> list[str]:
    return [p.strip() for p in file.read_text(encoding="utf-8").split("\n\n")]


def counted(folder: Path) -> Counter[str]:
    """Listed terms in the Chinese, those with a rendering beside them, those that a plain search finds; what the
    check says, by kind and severity, and how much of it in full."""
    rows = [line.split("\t") for line in (folder / "terms.tsv").read_text(encoding="utf-8").splitlines()[1:]]
    targets = {source: dict.fromkeys(renderings.split(";")) for source, renderings in rows}
    concepts = tuple(Concept(s, (Term(s, "zh-Hant"), *(Term(t, "en") for t in ts))) for s, ts in targets.items())
    chinese, english = paragraphs(folder / "src.zh.txt"), paragraphs(folder / "ref.en.txt")
    where = context(chinese, english, langs=("zh-Hant", "en"), concepts=concepts)
    own = where.terms.with_acronyms(english, "en")
    counts: Counter[str] = Counter()
    for source, target in zip(chinese, english, strict=True):
        here = {m.concept.id for place in own.readings(target, "en") for m in place}
        lifted = here | {m.concept.id for m in own.named(target, "en")}
        for ident in {m.concept.id for m in where.terms.find(source, "zh-Hant")}:
            counts["listed"] += 1
            counts["found"] += ident in lifted
            counts["plain"] += any(t in target for t in targets[ident])
    for case in judge.cases(view(where), where, Terminology().near):
        counts[f"{case.kind} {case.severity.name}"] += 1
        counts["full"] += "weaker" not in case.evidence
    return counts


@pytest.mark.parametrize("year", sorted(FOUND))
def test_renderings_are_found_and_seldom_said_to_be_missing(shared: Path, year: str) -> None:
    counts: Counter[str] = Counter()
    for folder in sorted((shared / "terms" / "hkma").glob(f"{year}-*")):
        counts += counted(folder)
    listed, told = counts["listed"], counts["absent NEUTRAL"]
    assert listed > 100
    assert counts["found"] >= FOUND[year] * listed, counts
    assert counts["found"] > counts["plain"], counts
    assert listed - counts["full"] >= NOT_IN_FULL[year] * listed, counts
    assert listed - told >= SILENT[year] * listed, counts
    assert sum(n for kind, n in counts.items() if " " in kind) == told, counts
