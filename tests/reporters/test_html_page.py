"""The page as text: whole, escaped, closed to the outside, the same twice."""

from __future__ import annotations

import base64
import dataclasses
import hashlib
import itertools
import json
import re

import html_reports as made
import pytest
from html_tree import Tree

from aligner.reporters import Reporter
from aligner.reporters.html import Html

REPORTS = {name: getattr(made, name) for name in ("harbour", "council", "quiet", "many", "hostile")}


@pytest.fixture(scope="module", params=sorted(REPORTS))
def page(request: pytest.FixtureRequest) -> str:
    return Html().render(REPORTS[request.param]())


@pytest.fixture(scope="module")
def harbour() -> str:
    return Html().render(made.harbour())


def test_is_a_reporter() -> None:
    assert isinstance(Html(), Reporter)
    assert Html.suffix == ".html"


def test_is_well_formed(page: str) -> None:
    tree = Tree(page)
    assert tree.wrong == []
    assert tree.open == []


def test_ids_are_unique_and_links_lead_somewhere(page: str) -> None:
    elements = Tree(page).elements
    ids = [a["id"] for _, a in elements if "id" in a]
    assert len(ids) == len(set(ids))
    links = {str(a["href"]) for tag, a in elements if tag == "a"}
    assert links
    assert {link for link in links if not link.startswith("#") or link[1:] not in ids} == set()


def test_nothing_from_outside(page: str) -> None:
    elements = Tree(page).elements
    assert not [tag for tag, _ in elements if tag in {"link", "img", "iframe", "object", "embed", "base"}]
    for _, attributes in elements:
        assert not {"src", "srcset", "style", "action", "formaction"} & set(attributes)
        assert not [name for name in attributes if name.startswith("on")]
    style = re.search(r"<style>(.*?)</style>", page, re.S)
    assert style is not None
    assert "url(" not in style.group(1).replace("url(#", "")
    assert "@import" not in style.group(1)


def test_policy_lets_only_our_own_script_and_style_run(page: str) -> None:
    policy = next(
        a["content"] for tag, a in Tree(page).elements if a.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        content = re.findall(rf"<{tag}>(.*?)</{tag}>", page, re.S)
        assert len(content) == 1
        digest = base64.b64encode(hashlib.sha256(content[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_data_for_the_script_is_json_without_markup(page: str) -> None:
    found = re.findall(r'<script type="application/json" id="data">(.*?)</script>', page, re.S)
    assert len(found) == 1
    assert "<" not in found[0]
    assert json.loads(found[0])["tabs"] == ["first", "read", "terms", "about"]


def test_headings_are_in_order(page: str) -> None:
    levels = [int(tag[1]) for tag, _ in Tree(page).elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b - a <= 1 for a, b in itertools.pairwise(levels))


def test_controls_have_names(harbour: str) -> None:
    named = re.findall(r"<button\b[^>]*>(.*?)</button>", harbour, re.S)
    assert named
    assert all(re.sub(r"<kbd.*?</kbd>|<[^>]+>", "", text).strip() for text in named)
    unlabelled = re.sub(r"<label\b.*?</label>", "", harbour, flags=re.S)
    for control in re.findall(r"<(?:input|select|textarea)\b[^>]*>", unlabelled):
        assert "aria-label" in control


def test_two_runs_give_one_page() -> None:
    assert Html().render(made.harbour()) == Html().render(made.harbour())


def test_says_the_verdict_first(harbour: str) -> None:
    said = " ".join(" ".join(Tree(harbour).texts).split())
    assert "Version A: No critical or major, 1 minor difference; every passage is there." in said
    assert "Version B: 2 critical and 4 major differences; 2 of 9 passages of the base are not in it" in said
    assert (
        said.index("Version B: 2 critical") < said.index("Read these first") < said.index("Left out of Version B")
    )


def test_every_finding_has_a_note_in_the_text(page: str) -> None:
    notes = re.findall(r'id="n-([^"]+)"', page)
    cards = re.findall(r'<article[^>]* id="c-([^"]+)"', page)
    assert set(cards) <= set(notes)


def test_all_findings_are_there(harbour: str) -> None:
    assert set(re.findall(r'id="n-([^"]+)"', harbour)) == {f.id for f in made.harbour().findings}


def test_every_cell_says_its_language_and_direction(page: str) -> None:
    cells = [a for tag, a in Tree(page).elements if a.get("class") == "text"]
    assert cells
    assert all(a.get("lang") and a.get("dir") == "auto" for a in cells)


def test_says_what_was_not_checked(harbour: str) -> None:
    said = " ".join(" ".join(Tree(harbour).texts).split())
    assert "no term base holds it" in said
    assert "The check “unit” failed on Version B and said nothing: ValueError: no unit <b>here</b>" in said
    assert "Set aside and not compared: 1 byline, 1 caption, 3 lines of page furniture." in said


def test_warnings_about_reading_are_said_once() -> None:
    report = made.quiet()
    base = dataclasses.replace(report.base, warnings=("language unsure: ko or ja", "a line was cut"))
    report = dataclasses.replace(
        report, documents=(base, *report.versions), unchecked=("quiet: language unsure: ko or ja",)
    )
    said = "".join(Tree(Html().render(report)).texts)
    assert said.count("language unsure: ko or ja") == 1
    assert "Base: a line was cut" in said


def test_about_says_where_everything_is_from(harbour: str) -> None:
    said = " ".join(" ".join(Tree(harbour).texts).split())
    for part in (
        made.harbour().base.sha256,
        "Chinese (simplified) zh-Hans",
        "5 February 2026",
        "anchors, keeps the order of both texts",
        "aligner score base.txt a.txt b.txt",
        "Version B against Version A 38.7 31.2 to 45.9",
        "nrefs:1|version:2.4.3",
        "See “aligner explain mystery”. Higher is better.",
        "Your address will not be shown",
    ):
        assert part in said


def test_hostile_text_is_shown_as_text() -> None:
    page = Html().render(made.hostile())
    page.encode("utf-8")
    tree = Tree(page)
    assert [tag for tag, _ in tree.elements].count("script") == 2
    said = "".join(tree.texts)
    for text in (*made.EVIL[:3], made.EVIL[4], made.EVIL[6]):
        assert text in said
    assert "U+202E" in said
    assert not re.search(r"[\x00-\x08\x1b\u202a-\u202e\u2066-\u2069]", page)


def test_a_large_page_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("aligner.reporters.html.HEAVY", 1000)
    with pytest.warns(UserWarning, match=r"the HTML report is 0\.\d MB"):
        page = Html().render(made.quiet())
    assert "This page is large (0." in page


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [0, 1])
def test_contrast_is_enough_in_both_themes(harbour: str, theme: int) -> None:
    palettes = re.findall(r":root \{\s*(--paper: #.*?)\}", harbour, re.S)[:2]
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", palettes[theme]))
    inks = ["ink", "soft", "link", "good", "critical", "major", "minor", "neutral"]
    pairs = [(ink, ground) for ink in inks for ground in ("paper", "card")]
    pairs += [("ink", f"{s}-ground") for s in ("critical", "major", "minor", "neutral")]
    for ink, ground in pairs:
        low, high = sorted((_luminance(colours[ink]), _luminance(colours[ground])))
        assert (high + 0.05) / (low + 0.05) >= 4.5, (ink, ground)
