"""The Wrong and Right examples of every check are tests: what the manual says is what the check does.

An example is a block of lines "zh: words": the first line is the base, the second the version, an empty one a side
without counterpart. Further lines of the block are further pairs of the same two texts, so that a check which
looks around finds its surroundings there; a blank line ends the block. Lines "text: zh: words" are the sentences of
one text alone. Under Wrong each block must give an issue above neutral, or at least a note; under Right none above
neutral.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest

from aligner import plugins, terms
from aligner.checks import Check, Context, Mode
from aligner.model import Alignment, Bead, Block, Document, Issue, Role, Segment, Severity, Span
from aligner.model.alignment import aligned_pairs, alone
from aligner.terms.matching import TermIndex

_LINE = re.compile(r"(text: )?([a-z]{2,3}(?:-[A-Za-z]+)?):(?: (.*))?")
_INDEX = TermIndex(terms.bundled())

Lines = list[tuple[str, str]]


@dataclass(frozen=True)
class Example:
    check: str
    wrong: bool
    number: int
    lines: tuple[tuple[str, str], ...]


def blocks(manual: str, heading: str) -> list[Lines]:
    """The examples under a heading, each a list of (language, words); a text alone stands on the version's side."""
    found: list[Lines] = []
    inside, fresh = False, True
    for line in manual.splitlines():
        if line and not line.startswith(" "):
            inside = line.rstrip(":") == heading
            fresh = True
        elif inside and not line.strip():
            fresh = True
        elif inside:
            part = _LINE.fullmatch(line.strip())
            assert part, f"not an example line: {line!r}"
            if fresh:
                found.append([])
            fresh = False
            found[-1] += [("", "")] if part[1] else []
            found[-1].append((part[2], part[3] or ""))
    return found


def examples() -> list[Example]:
    return [
        Example(name, heading == "Wrong", number, tuple(lines))
        for name in plugins.names("checks")
        for heading in ("Wrong", "Right")
        for number, lines in enumerate(blocks(plugins.manual("checks", name), heading), 1)
    ]


def document(name: str, lang: str, words: list[str]) -> Document:
    held = [w for w in words if w]
    body = tuple(Block(Role.BODY, w) for w in held)
    segments = tuple(Segment(i, w, Span(0, len(w)), i) for i, w in enumerate(held))
    return Document(name, lang, body, segments)


def issues(example: Example) -> list[Issue]:
    """What the check yields over all pairs of the example."""
    base_lines, version_lines = example.lines[::2], example.lines[1::2]
    version = document("version", version_lines[0][0], [w for _, w in version_lines])
    check: Check = plugins.load("checks", example.check)()
    if not base_lines[0][0]:
        lone = Context(version, version, alone(version), _INDEX, mode=Mode.ALONE)
        assert lone.mode in check.modes, f"{example.check} does not work on a text alone"
        return [issue for pair in lone.pairs for issue in check.check(pair, lone)]
    base = document("base", base_lines[0][0], [w for _, w in base_lines])
    beads, i, j = [], 0, 0
    for (_, left), (_, right) in zip(base_lines, version_lines, strict=True):
        beads.append(Bead((i,) if left else (), (j,) if right else ()))
        i, j = i + bool(left), j + bool(right)
    pairs = aligned_pairs(Alignment("base", "version", tuple(beads), "example", True), base, version)
    context = Context(base, version, pairs, _INDEX)
    return [issue for pair in pairs for issue in check.check(pair, context)]


@pytest.mark.parametrize(
    "example", examples(), ids=lambda e: f"{e.check}-{'wrong' if e.wrong else 'right'}-{e.number}"
)
def test_example(example: Example) -> None:
    found = issues(example)
    if example.wrong:
        assert found, f"{example.check} says nothing about {example.lines}"
    else:
        assert [i.message for i in found if i.severity > Severity.NEUTRAL] == []


@pytest.mark.parametrize("name", plugins.names("checks"))
def test_manual_has_all_sections(name: str) -> None:
    manual = plugins.manual("checks", name)
    for heading in ("Flags", "Why", "Limits", "Wrong", "Right"):
        assert re.search(rf"^{heading}:?$", manual, re.MULTILINE), f"{name}: no section {heading}"
    assert blocks(manual, "Wrong")
    assert blocks(manual, "Right")


@pytest.mark.parametrize("name", plugins.names("checks"))
def test_spans_and_messages_are_sound(name: str) -> None:
    for example in examples():
        if example.check != name:
            continue
        longest = [max(len(w) for _, w in side) for side in (example.lines[::2], example.lines[1::2])]
        for issue in issues(example):
            assert issue.message.strip()
            assert issue.base is None or issue.base.stop <= longest[0]
            assert issue.version is None or issue.version.stop <= longest[1]
