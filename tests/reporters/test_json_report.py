from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_reports import alignment, document, report

from aligner.model import Report
from aligner.model.collation import collate
from aligner.reporters.json import Json, schema

VALIDATOR = jsonschema.Draft202012Validator(
    json.loads(schema().read_text("utf-8")), format_checker=jsonschema.FormatChecker()
)


def written(given_report: Report) -> dict[str, Any]:
    text = Json().render(given_report)
    text.encode("utf-8")  # nothing in it resists encoding
    found: dict[str, Any] = json.loads(text)
    VALIDATOR.validate(found)
    return found


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(VALIDATOR.schema)


@pytest.mark.parametrize("versions", [0, 1, 2, 5])
def test_every_report_follows_the_schema(versions: int) -> None:
    found = written(report(versions))
    assert [d["role"] for d in found["documents"]] == ["base"] + ["version"] * versions
    assert [(a["base"], a["version"]) for a in found["alignments"]] == [("base", f"v{n}") for n in range(versions)]
    assert Json().render(report(versions)) == Json().render(report(versions))


def test_nothing_of_the_report_is_lost() -> None:
    given_report = report(2)
    found = written(given_report)
    base = found["documents"][0]
    assert [s["text"] for s in base["segments"]] == [s.text for s in given_report.base.segments]
    assert base["set_aside"] == [{"role": "furniture", "text": "> Share this"}]
    assert base["outlet"] == "Daily"
    assert found["alignments"][0]["beads"][1] == {"base": [1], "version": [1], "confidence": 0.5}
    assert found["alignments"][0]["beads"][4] == {"base": [4], "version": [], "confidence": None}
    assert found["failures"] == [{"check": "number", "document": "v0", "error": "ValueError: no number"}]
    assert found["unchecked"] == list(given_report.unchecked)
    assert len(found["findings"]) == len(given_report.findings)
    assert {s["metric"] for s in found["scores"]} == {s.metric for s in given_report.scores}


def test_spans_count_code_points_of_the_segments_joined_by_one_space() -> None:
    found = written(report(2))
    segments = {d["id"]: [s["text"] for s in d["segments"]] for d in found["documents"]}
    spans = [f[side] for f in found["findings"] for side in ("base_span", "version_span") if f[side]]
    assert spans
    for span in spans:
        joined = " ".join(segments[span["document"]][i] for i in span["segments"])
        assert joined[span["start"] : span["stop"]] == span["text"]


def test_evidence_is_plain_json() -> None:
    one = report(1)
    evidence: dict[Any, Any] = {
        "tuple": (1, 2.5),
        "set": {"b", "a"},
        "nan": float("nan"),
        "fraction": Fraction(1, 3),
        7: None,
    }
    odd = replace(one, findings=(replace(one.findings[0], evidence=evidence),))
    assert written(odd)["findings"][0]["evidence"] == {
        "tuple": [1, 2.5], "set": ["a", "b"], "nan": "nan", "fraction": "1/3", "7": None,
    }  # fmt: skip


def test_one_segment_bead_finding_or_score_a_line() -> None:
    lines = Json().render(report(2)).splitlines()
    for start in ('{"index":', '{"base":', '{"id": "number-v1-1"', '{"document": "v0", "against"'):
        found = [line.strip().removesuffix(",") for line in lines if line.strip().startswith(start)]
        assert found
        assert all(json.loads(line) for line in found)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=4))
def test_any_text_survives(lines: list[str]) -> None:
    base, version = document("b", "en", lines), document("v", "en", lines)
    links = (alignment(base, version),)
    whole = replace(report(0), documents=(base, version), alignments=links, collation=collate(base, links))
    assert [s["text"] for s in written(whole)["documents"][1]["segments"]] == lines


def test_surrogates_and_controls_are_escaped() -> None:
    base = document("b", "en", ["a\ud800b\x1b[31m\x9b\x85"])
    text = Json().render(replace(report(0), documents=(base,)))
    assert "\\ud800" in text
    assert not any(ord(c) < 32 and c != "\n" for c in text)
    assert "\x9b" not in text
    assert json.loads(text)["documents"][0]["segments"][0]["text"] == base.segments[0].text


@pytest.mark.parametrize(
    "spoil",
    [
        lambda r: r.update(extra=1),
        lambda r: r["documents"][0].update(role="version"),
        lambda r: r["documents"][1].update(role="base"),
        lambda r: r["documents"][0]["segments"][0].update(role="furniture"),
        lambda r: r["documents"][0].update(lang=""),
        lambda r: r["documents"].clear(),
        lambda r: r["alignments"][0]["beads"].append({"base": [], "version": [], "confidence": None}),
        lambda r: r["alignments"][0]["beads"][0].update(confidence=1.5),
        lambda r: r["findings"][0].update(severity="fatal"),
        lambda r: r["findings"][0].pop("suggestion"),
        lambda r: r["findings"][0]["base_span"].update(start=-1),
        lambda r: r["scores"][0].update(interval=[1]),
        lambda r: r["scores"][0].pop("signature"),
        lambda r: r["failures"][0].update(metric="bleu"),
        lambda r: r["provenance"].pop("command"),
    ],
)
def test_the_schema_is_strict(spoil: Callable[[dict[str, Any]], None]) -> None:
    found = written(report(2))
    spoil(found)
    with pytest.raises(jsonschema.ValidationError):
        VALIDATOR.validate(found)
