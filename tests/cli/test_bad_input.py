"""Bad input: one line that says what, where and what to do; exit 2; nothing written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
Texts = tuple[Path, Path]


def refuse(run: Run, *arguments: str | Path, words: str) -> str:
    """The command must end with 2, one line with `words` on standard error, and no new file."""
    before = everything(Path(arguments[1]).parent)
    result = run(*arguments)
    assert result.returncode == 2, result.stderr
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert result.stderr.startswith("aligner: ")
    assert words in result.stderr
    assert "Traceback" not in result.stderr
    assert everything(Path(arguments[1]).parent) == before
    return result.stderr


def everything(folder: Path) -> set[Path]:
    return set(folder.rglob("*"))


def test_missing_file(run: Run, texts: Texts, tmp_path: Path) -> None:
    refuse(run, "score", texts[0], tmp_path / "none.txt", words="none.txt")


def test_one_text_alone(run: Run, texts: Texts) -> None:
    refuse(run, "score", texts[0], words="at least one version")


def test_folder_without_manifest(run: Run, tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    refuse(run, "score", tmp_path / "work", words="work.toml")


def test_folder_as_a_text(run: Run, texts: Texts, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    refuse(run, "score", texts[0], tmp_path / "folder", words="folder")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\t\n"),
        ("onebyte.txt", b"\x81"),
        ("oneletter.txt", b"a"),
        ("binary.txt", bytes(range(256)) * 8),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        ("hopeless.txt", b"\xff\xfe\xff\x00\x81\x30\xff\xff" * 20),
        ("furniture.txt", b"Leave a Reply\n\nYour email address will not be published.\n"),
        ("broken.docx", b"PK\x03\x04 cut off here"),
    ],
)
def test_unusable_file(run: Run, texts: Texts, tmp_path: Path, name: str, data: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    refuse(run, "score", texts[0], file, words=name)
    refuse(run, "score", file, texts[1], words=name)


def test_same_file_twice(run: Run, texts: Texts, tmp_path: Path) -> None:
    refuse(run, "score", texts[0], texts[0], words="same file")
    link = tmp_path / "link.txt"
    link.symlink_to(texts[0])
    refuse(run, "score", texts[0], link, words="same file")


def test_unknown_check_names_the_near_one(run: Run, texts: Texts) -> None:
    line = refuse(run, "score", *texts, "--only", "nubmer", words="no check 'nubmer'")
    assert "did you mean 'number'" in line
    refuse(run, "score", *texts, "--skip", "ommission", words="'omission'")


def test_unknown_aligner(run: Run, texts: Texts) -> None:
    refuse(run, "score", *texts, "--aligner", "magic", words="aligner list aligners")


def test_unknown_option(run: Run, texts: Texts) -> None:
    refuse(run, "score", *texts, "--tmxx", "x.tmx", words="--tmxx")


@pytest.mark.parametrize("option", ["en", "nobody=en", "=en", "base=", "base=klingonese"])
def test_language_option(run: Run, texts: Texts, option: str) -> None:
    refuse(run, "score", *texts, "--lang", option, words="--lang")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("terms.tsv", "wrong\theader\nx\ty\n"),
        ("terms.csv", ""),
        ("terms.tbx", "<tbx><text>"),
        ("terms.tbx", '<!DOCTYPE tbx [<!ENTITY e SYSTEM "file:///etc/passwd">]><tbx>&e;</tbx>'),
        ("terms.pdf", "whatever"),
    ],
)
def test_broken_term_base(run: Run, texts: Texts, tmp_path: Path, name: str, data: str) -> None:
    (tmp_path / name).write_text(data, encoding="utf-8")
    refuse(run, "score", *texts, "--terms", tmp_path / name, words=name)


def test_missing_term_base(run: Run, texts: Texts, tmp_path: Path) -> None:
    refuse(run, "score", *texts, "--terms", tmp_path / "none.tsv", words="none.tsv")


@pytest.mark.parametrize("option", ["--report", "--json", "--tmx"])
def test_unwritable_target(run: Run, texts: Texts, tmp_path: Path, option: str) -> None:
    (tmp_path / "afile").write_text("x", encoding="utf-8")
    refuse(run, "score", *texts, option, tmp_path / "afile" / "out", words="cannot write")
    refuse(run, "score", *texts, option, tmp_path, words="folder")


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write everywhere")
def test_folder_without_permission(run: Run, texts: Texts, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    refuse(run, "score", *texts, "--report", closed / "out.html", words="no permission")


@pytest.mark.parametrize("option", ["--report", "--json", "--tmx", "--xliff"])
def test_a_text_is_never_overwritten(run: Run, texts: Texts, option: str) -> None:
    before = texts[0].read_bytes()
    refuse(run, "score", *texts, option, texts[0], words="is a text to be read")
    assert texts[0].read_bytes() == before
    refuse(run, "align", *texts, "-o", texts[1], words="is a text to be read")


def test_two_outputs_never_share_a_file(run: Run, texts: Texts, tmp_path: Path) -> None:
    refuse(run, "score", *texts, "--json", tmp_path / "x", "--tmx", tmp_path / "x", words="named twice")


def test_full_disk(run: Run, texts: Texts) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full on this system")
    command = [sys.executable, "-m", "aligner", "score", *map(str, texts), "--report", "-"]
    with open("/dev/full", "w") as full:
        result = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert result.returncode == 2
    assert result.stderr.count("\n") == 1
    assert "cannot write" in result.stderr


@pytest.mark.parametrize(
    ("manifest", "words"),
    [
        ("title = ", "TOML"),
        ("title = 'x'", "[base]"),
        ("[base]\nfile = 'a'\n[[versions]]\nfile = '../../etc/passwd'", "inside the work's folder"),
        ("[base]\nfile = 'a'\nlanguage = 'en'\n[[versions]]\nfile = 'b'", "'language'"),
        ("[base]\nfile = 'a.txt'\nlang = 3\n[[versions]]\nfile = 'b.txt'", "lang: expected text"),
        ("[base]\nfile = 'a.txt'\n[[versions]]\nfile = 'b.txt'", "a.txt"),
    ],
)
def test_broken_work(run: Run, tmp_path: Path, manifest: str, words: str) -> None:
    work = tmp_path / "work"
    work.mkdir()
    (work / "work.toml").write_text(manifest, encoding="utf-8")
    refuse(run, "score", work, words=words)


def test_control_characters_are_shown_not_obeyed(run: Run, texts: Texts, tmp_path: Path) -> None:
    line = refuse(run, "score", texts[0], tmp_path / "evil\x1b[2J.txt", words="evil")
    assert "\x1b" not in line
