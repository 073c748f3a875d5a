"""Texts that are odd, and pairs that are none: an answer or one line, and never confident nonsense."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from aligner import cli

Command = Callable[..., tuple[int, str, str]]

WORDS = ["river", "harbour", "minister", "ferry", "ship", "bread", "market", "town", "school", "letter", "report"]
SYLLABLES = ["ka", "lo", "mi", "tu", "ren", "sal", "vek", "dor", "pin", "gash", "orm", "ul"]


def sentences(count: int, seed: int, words: int = 9) -> list[str]:
    draw = random.Random(seed)
    return [" ".join(draw.choices(WORDS, k=words)).capitalize() + f" {draw.randint(1, 999)}." for _ in range(count)]


def gibberish(count: int, seed: int) -> list[str]:
    draw = random.Random(seed)
    return [
        " ".join("".join(draw.choices(SYLLABLES, k=3)) for _ in range(9)).capitalize() + "." for _ in range(count)
    ]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Command:
    """Runs a command in this process: exit code, standard output, standard error."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["aligner", *map(str, arguments)])
        with pytest.raises(SystemExit) as end:
            cli.main()
        out, err = capfd.readouterr()
        assert isinstance(end.value.code, int)
        return end.value.code, out, err

    return call


def write(folder: Path, name: str, lines: list[str]) -> str:
    (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return name


def three_ways(here: Command, base: str, version: str, gold: str) -> dict[str, tuple[int, str, str]]:
    """What align, score and eval make of two files of one segment a line."""
    return {
        "align": here("align", base, version, "--sentences"),
        "score": here("score", base, version, "--sentences", "--report", "-", "--json", "-"),
        "eval": here("eval", base, version, "--sentences", "--gold", gold),
    }


def beads(out: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = json.loads(out)["alignments"][0]["beads"]
    return found


@pytest.fixture
def gold(tmp_path: Path) -> str:
    return write(tmp_path, "gold.txt", ["[0]:[0]:"])


def test_an_empty_side_is_one_line(here: Command, tmp_path: Path, gold: str) -> None:
    full = write(tmp_path, "full.txt", sentences(3, 1))
    for empty in (write(tmp_path, "blank.txt", ["", "", ""]), "empty.txt"):
        (tmp_path / "empty.txt").write_bytes(b"")
        for pair in ((empty, full), (full, empty)):
            for code, out, err in three_ways(here, *pair, gold).values():
                assert (code, out, err.count("\n")) == (2, "", 1)
                assert f"{empty}: the file is empty" in err


def test_one_sentence_against_five_thousand(here: Command, tmp_path: Path) -> None:
    many = [s for s in sentences(5001, 2) if "Kestrel" not in s]
    many[3210] = "The Kestrel left Selby at 04:15 with 321 crates of plums."
    one = write(tmp_path, "one.txt", [many[3210].replace("left", "sailed from")])
    long = write(tmp_path, "many.txt", many)
    code, out, _ = here("align", one, long, "--sentences")
    assert code == 0
    assert any(line.startswith("[0]:[3210]:") for line in out.splitlines())
    gold = write(tmp_path, "gold.txt", ["[3210]:[0]:"])
    code, out, _ = here("eval", long, one, "--sentences", "--gold", gold, "--json")
    assert (code, json.loads(out)["recall_strict"]) == (0, 1.0)


def test_score_takes_one_sentence_against_many(here: Command, tmp_path: Path) -> None:
    many = sentences(600, 2)
    one, long = write(tmp_path, "one.txt", many[400:401]), write(tmp_path, "many.txt", many)
    code, out, _ = here("score", one, long, "--sentences", "--report", "-", "--json", "-")
    assert code == 0
    assert [0] in [bead["base"] for bead in beads(out)]


def test_identical_texts_pair_line_by_line(here: Command, tmp_path: Path) -> None:
    lines = sentences(40, 3)
    pair = write(tmp_path, "a.txt", lines), write(tmp_path, "b.txt", lines)
    gold = write(tmp_path, "gold.txt", [f"[{n}]:[{n}]:" for n in range(40)])
    found = three_ways(here, *pair, gold)
    assert {code for code, _, _ in found.values()} == {0}
    ladder = [line.rpartition(":")[0] for line in found["align"][1].splitlines()]
    assert ladder == [f"[{n}]:[{n}]" for n in range(40)]
    assert "1.000" in found["eval"][1]
    assert found["align"][2] == ""


def test_unrelated_texts_are_said_to_be_unrelated(here: Command, tmp_path: Path, gold: str) -> None:
    pair = write(tmp_path, "a.txt", sentences(40, 4)), write(tmp_path, "b.txt", gibberish(40, 5))
    for code, out, err in three_ways(here, *pair, gold).values():
        assert code == 0
        assert out
        assert "are these the right two texts?" in err
        assert err.count("right two texts") == 1
    paired = [b["confidence"] for b in beads(here("score", *pair, "--sentences", "--json", "-", "--report", "-")[1])
              if b["base"] and b["version"]]  # fmt: skip
    assert sum(c for c in paired if isinstance(c, float)) < 0.45 * 40


def test_a_terminal_summary_says_it_once(here: Command, tmp_path: Path) -> None:
    pair = write(tmp_path, "a.txt", sentences(40, 4)), write(tmp_path, "b.txt", gibberish(40, 5))
    _, out, err = here("score", *pair, "--sentences", "--report", "-")
    assert "right two texts" in out.replace("\n", " ")
    assert "right two texts" not in err


def test_swapped_texts_align_as_well(here: Command, root: Path) -> None:
    texts = [root / "corpora" / "statement" / name for name in ("base.ko.txt", "version.en-ministry.txt")]
    code, out, err = here("align", *texts[::-1])
    assert (code, err) == (0, "")
    ladder = [line.split(":") for line in out.splitlines()]
    assert sum(base != "[]" != version for base, version, _ in ladder) > 0.8 * len(ladder)
    code, out, _ = here("score", *texts[::-1], "--json", "-", "--report", "-")
    assert (code, json.loads(out)["schema"]) == (0, "aligner-report/1")


@pytest.mark.parametrize("kind", ["words", "letters", "characters"])
def test_lines_of_a_hundred_thousand_characters(here: Command, tmp_path: Path, kind: str) -> None:
    draw = random.Random(6)
    huge = {
        "words": [" ".join(draw.choices(WORDS, k=14_000)) + "." for _ in range(2)],
        "letters": ["a" * 100_000, "b" * 100_000],
        "characters": ["".join(chr(draw.randint(0x4E00, 0x59FF)) for _ in range(k)) for k in (100_000, 500)],
    }[kind]
    pair = write(tmp_path, "a.txt", huge), write(tmp_path, "b.txt", [*sentences(2, 7), huge[0][:99_000]])
    code, out, err = here("align", *pair, "--sentences", "--format", "json")
    assert code == 0, err
    assert {i for bead in json.loads(out)["beads"] for i in bead["base"]} == {0, 1}


def test_a_gold_ladder_that_names_lines_that_do_not_exist(here: Command, tmp_path: Path) -> None:
    lines = sentences(5, 8)
    pair = write(tmp_path, "a.txt", lines), write(tmp_path, "b.txt", lines)
    for number, content in enumerate(("[5]:[0]:", "[0]:[5]:", "[0]:[x]:", "nothing")):
        gold = write(tmp_path, f"gold{number}.txt", ["[1]:[1]:", content])
        code, out, err = here("eval", *pair, "--sentences", "--gold", gold)
        assert (code, out, err.count("\n")) == (2, "", 1)
        assert gold in err
