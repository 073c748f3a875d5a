"""`aligner learn` as a user runs it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]


def memory(path: Path) -> Path:
    rows = [("Der Hund bellt laut", "the dog barks loudly"), ("Das Haus brennt", "the house burns")] * 4
    tus = "".join(
        f'<tu><tuv xml:lang="de"><seg>{a}</seg></tuv><tuv xml:lang="en"><seg>{b}</seg></tuv></tu>' for a, b in rows
    )
    path.write_text(f"<tmx version='1.4'><header/><body>{tus}</body></tmx>", encoding="utf-8")
    return path


def test_a_table_is_learned_and_used(run: Run, tmp_path: Path) -> None:
    source = memory(tmp_path / "m.tmx")
    result = run("learn", source, "-o", "t.table")
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("t.table: ")
    assert "(de-en) from 8 segments" in result.stdout
    for name, text in (("a.txt", "Der Hund bellt.\n"), ("b.txt", "The dog barks.\n")):
        (tmp_path / name).write_text(text, encoding="utf-8")
    used = run("align", "a.txt", "b.txt", "--lang", "a=de", "--lang", "b=en", "--lexicon", "t.table")
    assert used.returncode == 0, used.stderr
    assert used.stdout.startswith("[0]:[0]:")


def test_what_cannot_be_done_is_one_line(run: Run, tmp_path: Path) -> None:
    source = memory(tmp_path / "m.tmx")
    for arguments in (
        ["learn", source],
        ["learn", source, "-o", source],
        ["learn", source, "-o", "t", "--pair", "german"],
        ["learn", source, "-o", "t", "--pair", "ko-en"],
        ["learn", "none.tmx", "-o", "t"],
        ["align", source, source, "--lexicon", "none"],
    ):
        result = run(*arguments)
        assert result.returncode == 2, result.stdout
        assert len(result.stderr.splitlines()) == 1
    assert not (tmp_path / "t").exists()
