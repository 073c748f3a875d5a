"""The annotations stand where they say: words in segments, segments in beads, terms in the term base."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from corpus_samples import CORPORA, WORKS, Row, Sample, load

from aligner import terms
from aligner.model import Severity, TermStatus

TYPES = {
    "terminology", "inconsistency", "number", "date", "unit", "name", "quotation", "modality", "negation",
    "attribution", "intensification", "omission", "omission_clause", "addition", "reorder", "duplication",
    "untranslated", "mistranslation", "typography",
}  # fmt: skip


@pytest.fixture(params=WORKS)
def sample(request: pytest.FixtureRequest) -> Sample:
    return load(request.param)


@pytest.fixture
def interview() -> Sample:
    return load("interview")


@pytest.fixture
def statement() -> Sample:
    return load("statement")


def test_the_words_are_in_their_segments(sample: Sample) -> None:
    for row in (*sample.findings, *sample.nonerrors):
        assert row.base_text in sample.text(None, row.base), row
        assert row.target_text in sample.text(row.version, row.target), row
        assert row.base_text or row.target_text, row


def test_paired_rows_lie_in_one_gold_bead(sample: Sample) -> None:
    for row in (*sample.findings, *sample.nonerrors):
        if row.base is not None and row.target is not None:
            (bead,) = [b for b in sample.gold[row.version] if row.base in b.base]
            assert row.target in bead.version, row


def test_types_and_severities_are_known(sample: Sample) -> None:
    assert {r.kind for r in sample.findings} <= TYPES
    assert {r.severity for r in sample.findings} <= {s.label for s in Severity}
    assert all(r.note for r in sample.findings)


def test_the_statement_holds_every_type(statement: Sample) -> None:
    assert {r.kind for r in statement.findings} == TYPES


def test_each_sentence_left_out_is_annotated_once(sample: Sample) -> None:
    for file, beads in sample.gold.items():
        out = [i for b in beads if not b.version for i in b.base]
        omissions = [r for r in sample.findings if r.kind == "omission" and r.version == file]
        assert [r.base for r in omissions] == sorted(out)
        assert all(r.base_text == sample.text(None, r.base) for r in omissions)


def test_each_added_sentence_is_annotated_once(sample: Sample) -> None:
    for file, beads in sample.gold.items():
        added = [i for b in beads if not b.base for i in b.version]
        rows = [r for r in sample.findings if r.kind in ("addition", "duplication") and r.version == file]
        assert [r.target for r in rows] == sorted(added)


def test_reordered_sentences_cross_in_the_gold(sample: Sample) -> None:
    for row in (r for r in sample.findings if r.kind == "reorder"):
        assert row.base is not None
        assert row.target is not None
        paired = [b for b in sample.gold[row.version] if b.paired]
        crossed = [b for b in paired if (b.base[0] - row.base) * (b.version[0] - row.target) < 0]
        assert crossed, row


def test_terminology_findings_follow_from_the_term_base(sample: Sample) -> None:
    concepts = terms.load(CORPORA / sample.name / "terms.tsv", base_lang=sample.base.lang, version_lang="en")
    language = sample.base.language
    for row in (r for r in sample.findings if r.kind == "terminology"):
        named = [c for c in concepts if any(t.text == row.base_text for t in c.in_language(language))]
        assert len(named) == 1, row
        forbidden = {t.text.casefold() for t in named[0].in_language("en") if t.status is TermStatus.DEPRECATED}
        assert row.target_text.casefold() in forbidden, row


def test_term_bases_hold_the_rivals(interview: Sample) -> None:
    concepts = terms.load(CORPORA / "interview" / "terms.tsv", base_lang="zh-Hans", version_lang="en")
    assert 15 <= len(concepts) <= 25
    wanted = {"One-River principle", "One-River policy", "One-River stance", "state visit", "official visit"}
    assert wanted <= {c.preferred("en") for c in concepts}


def test_every_source_term_is_in_use_or_a_rival(sample: Sample) -> None:
    """A glossary of words that nobody uses tests nothing: at most rivals of used terms are absent from the base."""
    text = " ".join(s.text for s in sample.base.segments)
    concepts = terms.load(CORPORA / sample.name / "terms.tsv", base_lang=sample.base.lang, version_lang="en")
    language = sample.base.language
    absent = [c for c in concepts if not any(t.text in text for t in c.in_language(language))]
    assert {c.preferred("en") for c in absent} <= {"One-River stance", "official visit", "machinery"}


def test_nonerrors_are_not_findings(sample: Sample) -> None:
    def places(rows: tuple[Row, ...]) -> Counter[tuple[str, int | None, str]]:
        return Counter((r.version, r.target, r.target_text) for r in rows if r.target_text)

    assert not places(sample.findings) & places(sample.nonerrors)
    assert max(places(sample.nonerrors).values()) == 1


@pytest.mark.parametrize(
    ("segment", "words"),
    [(45, "一江原则"), (50, "一江政策"), (57, "同盟"), (49, "联合宣言"), (16, "国事访问"), (26, "约有180人")],
)
def test_what_the_interview_is_about(interview: Sample, segment: int, words: str) -> None:
    assert words in interview.text(None, segment)


def test_nothing_is_taken_from_the_reference_texts(sample: Sample, shared: Path) -> None:
    """No run of eight English words stands in the texts that the project began with."""

    def runs(text: str) -> set[tuple[str, ...]]:
        words = [w.strip(".,;:!?\"'“”‘’()").casefold() for w in text.split()]
        return {tuple(words[i : i + 8]) for i in range(len(words) - 7)}

    folder = shared / "seeds"
    theirs = set().union(*(runs(f.read_text(encoding="utf-8", errors="replace")) for f in folder.glob("*.txt")))
    assert theirs
    for document in sample.versions.values():
        ours = runs(" ".join(b.text for b in document.blocks))
        assert not ours & theirs
