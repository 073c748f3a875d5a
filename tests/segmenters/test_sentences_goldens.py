"""Hand-written cases, kept in plain text for linguists: see golden/.

Cases are divided by `===`; each has names behind `# `, an input, `---`, and the expected sentences, one a line.
A line break inside a sentence is written ⏎. A case with a line `# known: reason` shows what is not solved.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from aligner.segmenters.sentences import Sentences

FOLDER = Path(__file__).parent / "golden"


@dataclass(frozen=True)
class Case:
    language: str
    name: str
    known: bool
    text: str
    expected: list[str]


def read_cases(language: str) -> list[Case]:
    content = (FOLDER / f"{language}.txt").read_text(encoding="utf-8")
    return [read_case(language, part) for part in content.split("\n===\n")]


def read_case(language: str, part: str) -> Case:
    lines = part.rstrip("\n").split("\n")
    names = [line for line in lines if line.startswith("# ")]
    assert names, f"{language}: a case without a name: {lines[:2]}"
    assert lines[: len(names)] == names, f"{language}: names stand before the input: {names}"
    middle = lines.index("---")
    text = "\n".join(lines[len(names) : middle])
    known = any(name.startswith("# known: ") for name in names)
    return Case(language, names[0].removeprefix("# "), known, text, lines[middle + 1 :])


LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.txt"))
CASES = [case for language in LANGUAGES for case in read_cases(language)]


def cut(case: Case) -> list[str]:
    return [s.of(case.text).replace("\n", "⏎") for s in Sentences().spans(case.text, case.language)]


@pytest.mark.parametrize("case", [c for c in CASES if not c.known], ids=lambda c: f"{c.language}: {c.name}")
def test_golden(case: Case) -> None:
    assert cut(case) == case.expected


@pytest.mark.parametrize("case", [c for c in CASES if c.known], ids=lambda c: f"{c.language}: {c.name}")
def test_known_weakness_is_still_one(case: Case) -> None:
    assert cut(case) != case.expected, "solved: take the line '# known' away"


@pytest.mark.parametrize(("language", "least"), [("en", 45), ("zh", 45), ("ko", 45)])
def test_there_are_enough_cases_and_few_excuses(language: str, least: int) -> None:
    cases = read_cases(language)
    assert len(cases) >= least
    assert sum(case.known for case in cases) <= 2
    names = [case.name for case in cases]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.txt")), ids=lambda path: path.stem)
def test_expected_sentences_are_the_input_without_white_space(path: Path) -> None:
    for case in read_cases(path.stem):
        bare = "".join("".join(case.expected).replace("⏎", "").split())
        assert bare == "".join(case.text.split()), case.name
