"""The sample works, from files to outputs: each follows its contract."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from lxml import etree

from aligner import pipeline, work
from aligner.formats.tmx import Tmx
from aligner.model import Report
from aligner.model.alignment import aligned_pairs
from aligner.reporters._verdict import verdict
from aligner.reporters.json import Json, schema
from aligner.reporters.terminal import Terminal

WORKS = (pytest.param("interview", marks=pytest.mark.slow), "statement")


def scored(folder: Path) -> Report:
    found = work.load(folder)
    texts = (found.base, *found.versions)
    documents = [pipeline.read(t.path, lang=t.lang, outlet=t.outlet, date=t.date) for t in texts]
    return pipeline.score(*documents, terms=found.terms)


@pytest.fixture(scope="module", params=WORKS)
def folder(request: pytest.FixtureRequest, root: Path) -> Path:
    return root / "corpora" / str(request.param)


@pytest.fixture(scope="module")
def report(folder: Path) -> Report:
    return scored(folder)


def test_json(report: Report) -> None:
    found = json.loads(Json().render(report))
    jsonschema.Draft202012Validator(json.loads(schema().read_text("utf-8"))).validate(found)
    texts = {d["id"]: [s["text"] for s in d["segments"]] for d in found["documents"]}
    assert not found["failures"]
    assert found["findings"]
    for finding in found["findings"]:
        for span in filter(None, (finding["base_span"], finding["version_span"])):
            joined = " ".join(texts[span["document"]][n] for n in span["segments"])
            assert joined[span["start"] : span["stop"]] == span["text"]


def test_likeness_stands_between_texts_of_one_language(report: Report) -> None:
    languages = {d.id: d.language for d in report.documents}
    likeness = [s for s in report.scores if s.metric in ("bleu", "chrf", "ter")]
    assert {s.metric for s in likeness} == {"bleu", "chrf", "ter"}
    assert all(s.against and languages[s.document] == languages[s.against] for s in likeness)


def test_terminal(report: Report) -> None:
    text = " ".join(Terminal(width=100).render(report).split())
    assert all(verdict(report, v.id).sentence in text for v in report.versions)


def test_coverage_and_verdict_agree(report: Report) -> None:
    for version in report.versions:
        judged = verdict(report, version.id)
        (share,) = (
            s.value
            for s in report.scores
            if (s.metric, s.document, s.against) == ("coverage-sentences", version.id, report.base.id)
        )
        assert share == pytest.approx(1 - judged.omitted / judged.base_total)


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_tmx(report: Report) -> None:
    for links, version in zip(report.alignments, report.versions, strict=True):
        data = Tmx().write(links, report.base, version, aligned_pairs(links, report.base, version))
        units = etree.fromstring(data).findall("body/tu")
        assert 0 < len(units) <= sum(b.paired for b in links.beads)
