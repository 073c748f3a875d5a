"""The main job, end to end, on real texts and on the samples."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

import aligner
from aligner import aligning, pipeline, plugins, work
from aligner.errors import UnknownNameError, UsageError
from aligner.formats import read_bytes
from aligner.model import Bead, Document, Finding, Report, Role, Severity
from aligner.segmenters import segment


@pytest.fixture(scope="module")
def seeds(shared: Path) -> Report:
    base, version = sorted((shared / "seeds").glob("*.txt"), reverse=True)
    return pipeline.score(pipeline.read(base), pipeline.read(version))


def two_sided(report: Report, check: str) -> list[Finding]:
    return [f for f in report.findings if f.check == check and f.severity > Severity.NEUTRAL]


def test_seeds_are_read_as_a_reader_would(seeds: Report) -> None:
    base, version = seeds.documents
    assert sum(s.role is Role.BODY for s in base.segments) == 142
    assert sum(s.role is Role.BODY for s in version.segments) == 19
    turns = [b.speaker for b in base.blocks if b.label]
    assert len(turns) == 26
    assert set(turns) == {"Zou Yun", "Lee Jae-myung"}
    aside = [b.role for b in base.set_aside]
    assert aside.count(Role.CAPTION) == 1
    assert aside.count(Role.NOTE) == 2
    assert aside.count(Role.DATELINE) == 1
    assert [b.role for b in version.set_aside] == [Role.BYLINE, Role.FURNITURE, Role.FURNITURE]
    assert str(base.date) == "2026-01-03"


def test_seeds_show_the_terms(seeds: Report) -> None:
    found = two_sided(seeds, "terminology")
    rival = next(f for f in found if "policy" in f.message)
    assert rival.severity is Severity.MAJOR
    assert "one-China stance" in rival.message
    assert "one-China principle" in rival.message
    assert "Zou Yun" in rival.message
    house = next(f for f in found if "Blue House" in f.message)
    assert "Cheong Wa Dae" in house.message


def test_seeds_show_number_and_quotation(seeds: Report) -> None:
    number = two_sided(seeds, "number")
    assert ("around 200", "nearly 200") in {(f.base.text, f.version.text) for f in number if f.base and f.version}
    quotation = [f for f in seeds.findings if f.check == "quotation"]
    assert any("window of opportunity" in f.version.text for f in quotation if f.version)


def test_seeds_show_what_is_left_out(seeds: Report) -> None:
    base = seeds.base
    omitted = [f for f in seeds.findings if f.check == "omission" and f.base]
    left_out = {s for f in omitted if f.base for s in f.base.segments if base.segments[s].role is Role.BODY}
    assert 114 <= len(left_out) <= 122  # 118 by hand
    weighty = [f for f in omitted if f.severity >= Severity.MAJOR]
    texts = " ".join(f.base.text for f in weighty if f.base)
    assert "Joint Communiqué" in texts
    assert "military allies" in texts
    assert len(weighty) <= len(omitted) / 3


@pytest.mark.parametrize("name", ["interview", "statement"])
def test_samples_run_whole(root: Path, name: str) -> None:
    found = work.load(root / "corpora" / name)
    texts = [pipeline.read(t.path, lang=t.lang) for t in (found.base, *found.versions)]
    report = pipeline.score(*texts, terms=found.terms)
    assert not report.failures
    assert {f.document for f in report.findings} - {report.base.id} == {d.id for d in report.versions}
    for alignment, version in zip(report.alignments, report.versions, strict=True):
        alignment.verify(len(report.base.segments), len(version.segments))
    assert [s for s in report.scores if s.metric == "chrf" and s.against == report.versions[0].id]


def test_ids_are_unique_and_stable(root: Path) -> None:
    found = work.load(root / "corpora" / "statement")
    texts = [pipeline.read(t.path, lang=t.lang) for t in (found.base, *found.versions)]
    first, second = (pipeline.score(*texts, terms=found.terms) for _ in range(2))
    assert len({f.id for f in first.findings}) == len(first.findings)
    assert [f.id for f in first.findings] == [f.id for f in second.findings]


def test_texts_with_one_name_keep_apart(root: Path) -> None:
    found = work.load(root / "corpora" / "statement")
    base, version = pipeline.read(found.base.path), pipeline.read(found.versions[0].path)
    report = pipeline.score(base, version, version)
    assert [d.id for d in report.versions] == [version.id, f"{version.id}-2"]


def test_no_version_and_unknown_names(root: Path) -> None:
    base = pipeline.read(root / "corpora" / "statement" / "base.ko.txt")
    with pytest.raises(UsageError, match="at least one version"):
        pipeline.score(base)
    with pytest.raises(UnknownNameError, match="number"):
        pipeline.score(base, base, only=["nubmer"])
    with pytest.raises(UnknownNameError, match="aligner list aligners"):
        aligning.align(base, base, aligner="magic")


def lines(id: str, lang: str, texts: list[str]) -> Document:
    return segment(read_bytes("\n".join(texts).encode(), f"{id}.txt", lang=lang, sentences=True), sentences=True)


def test_lexicons_are_asked_beside_the_usual_ones(tmp_path: Path) -> None:
    base = lines("base", "xx", ["brun kato", "nir polu", "sed tavi"])
    version = lines("version", "yy", ["red cat", "big pole extra", "low tower"])
    words = tmp_path / "words.xx-yy.tsv"
    words.write_text("brun\tred\nkato\tcat\nnir\tbig\npolu\tpole\nsed\tlow\ntavi\ttower\n", encoding="utf-8")
    plain = aligner.align(base, version)
    helped = aligner.align(base, version, lexicons=aligning.lexicons_of((), (words,)))
    sure = [sum(b.confidence or 0 for b in a.beads if b.paired) for a in (plain, helped)]
    assert sure[1] > sure[0]
    assert [(b.base, b.version) for b in helped.beads] == [((n,), (n,)) for n in range(3)]


def test_a_dictionary_of_other_languages_is_not_passed_over_in_silence(tmp_path: Path) -> None:
    words = tmp_path / "words.de-fr.tsv"
    words.write_text("Haus\tmaison\n", encoding="utf-8")
    base, version = lines("base", "en", ["One 1.", "Two 2."]), lines("version", "ko", ["하나 1.", "둘 2."])
    with pytest.warns(UserWarning, match=r"words\.de-fr\.tsv: not used"):
        aligner.align(base, version, lexicons=aligning.lexicons_of((), (words,)))


def test_several_pairs_are_aligned_at_once_and_anchors_hold() -> None:
    base = lines("base", "en", ["One 1.", "Two 2.", "Three 3."])
    pairs = [(base, lines(str(n), "fr", ["Un 1.", "Deux 2.", "Trois 3."])) for n in range(3)]
    fixed = Bead((0,), (1,))
    found = aligner.align_many(pairs, anchors=[(), (fixed,), ()])
    assert [a.version for a in found] == ["0", "1", "2"]
    assert [b.version for b in found[0].beads] == [(0,), (1,), (2,)]
    assert Bead((0,), (1,), 1.0) in found[1].beads


def test_an_aligner_that_takes_no_anchors_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    @dataclasses.dataclass(frozen=True)
    class Bare:
        pass

    base = lines("base", "en", ["One 1."])
    monkeypatch.setattr(plugins, "load", lambda family, name: Bare)
    with pytest.raises(UsageError, match="'bare' takes no anchors"):
        aligner.align(base, base, aligner="bare", anchors=[Bead((0,), (0,))])
