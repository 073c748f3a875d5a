"""`aligner terms list|check|convert`, run as a user runs them."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from aligner.cli.terms.convert import Form
from aligner.terms.files.saving import Kind

Run = Callable[..., subprocess.CompletedProcess[str]]

TABLE = """concept,ko,en,en:admitted,en:forbidden,subject,note,related,weighty
pact,동맹,alliance [outlet: Example Daily],ROK [case],axis,diplomacy,Beware \x1b[31mof red,talks,yes
talks,실무협의,working-level talks,,,,,,
"""


@pytest.fixture
def base(tmp_path: Path) -> Path:
    path = tmp_path / "base.csv"
    path.write_text(TABLE, encoding="utf-8")
    return path


def test_list(run: Run, base: Path) -> None:
    result = run("terms", "list", "--terms", base, "--no-default-terms")
    assert (result.returncode, result.stderr) == (0, "2 of 2 concepts\n")
    assert result.stdout == (
        "pact  diplomacy  weighty  base.csv\n"
        "  ko       동맹      preferred\n"
        "  en       alliance  preferred, outlet: Example Daily\n"
        "           ROK       admitted, case\n"
        "           axis      forbidden\n"
        "  related: talks\n"
        "  note:    Beware \\x1b[31mof red\n"
        "talks  base.csv\n"
        "  ko       실무협의             preferred\n"
        "  en       working-level talks  preferred\n"
    )


def test_list_some(run: Run, base: Path) -> None:
    result = run(
        "terms", "list", "--terms", base, "--no-default-terms", "--grep", "ALLIANCE", "--lang", "en", "--json"
    )
    (concept,) = json.loads(result.stdout)
    assert (concept["id"], concept["weighty"], concept["related"]) == ("pact", True, ["talks"])
    assert concept["terms"][2] == {
        "text": "axis", "lang": "en", "status": "deprecated", "forbidden": True, "match": "forms",
    }  # fmt: skip
    result = run("terms", "list", "--lang", "ja")
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "aligner: --lang ja: no term is in this language; there are: zh, ko, en\n"
    assert "one-china-principle" in run("terms", "list", "--grep", "一个中国").stdout
    assert run("terms", "list", "--no-default-terms").returncode == 2
    assert run("terms", "list", "--grep", "no such word").stderr == "no concept fits\n"


def test_list_takes_the_files_named_else_the_bundled_base(run: Run, base: Path) -> None:
    assert run("terms", "list", "--terms", base).stderr == "2 of 2 concepts\n"
    alone = run("terms", "list").stderr
    both = run("terms", "list", "--terms", base, "--default-terms")
    number = int(alone.split()[0])
    assert both.stderr == f"{number + 2} of {number + 2} concepts\n"


def test_list_says_of_which_terms_the_language_is_open(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "g.tsv"
    path.write_text("source\tpreferred\tnote\n동맹\talliance\tnone\n", encoding="utf-8")
    result = run("terms", "list", "--terms", path)
    assert (result.returncode, result.stderr) == (0, "1 of 1 concept\n")
    assert result.stdout == (
        "g:2  g.tsv\n  ko           동맹      preferred\n  any language alliance  preferred\n  note:        none\n"
    )
    assert "  any language alliance  preferred" in run("terms", "list", "--terms", path, "--lang", "en").stdout


def test_check(run: Run, base: Path, tmp_path: Path) -> None:
    result = run("terms", "check", base)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == (f"{base}: 2 concepts, 6 terms (ko 2, en 4; 4 preferred, 1 admitted, 1 forbidden)\n")
    doubtful = tmp_path / "doubtful.tsv"
    rows = "source\tpreferred\trelated\n동맹\talliance\tgone\n정책\t\t\n관계\tties\n"
    doubtful.write_text(rows, encoding="utf-8")
    result = run("terms", "check", base, doubtful)
    assert (result.returncode, result.stderr) == (1, "")
    first, *rest = result.stdout.splitlines()[1:]
    assert first == f"{doubtful}: 3 concepts, 5 terms (ko 3, any language 2; 5 preferred)"
    assert rest == [
        "  line 2, concept 'doubtful:2', field related: the term base does not have the concept 'gone'",
        "  line 3, concept 'doubtful:3', field preferred: no rendering of '정책', not checked",
    ]
    rivals = tmp_path / "rivals.tsv"
    rows = "정책\tpolicy\tprinciple\n원칙\tprinciple\tpolicy\n선언\tdeclaration\tprinciple\n"
    rivals.write_text(f"source\tpreferred\tforbidden\n{rows}", encoding="utf-8")
    result = run("terms", "check", rivals)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.splitlines()[1:] == [
        "  note: line 4, concept 'rivals:4', field forbidden: 'principle' is forbidden here and preferred in the"
        " concept 'rivals:3'"
    ]
    one = tmp_path / "one.tsv"
    one.write_text("source\tpreferred\n\tpolicy\n", encoding="utf-8")
    result = run("terms", "check", one)
    assert (result.returncode, result.stderr) == (1, "")
    assert result.stdout.splitlines()[0] == f"{one}: 1 concept, 1 term (any language 1; 1 preferred)"
    assert "line 2, concept 'one:2', field source: empty beside 'policy'" in result.stdout
    result = run("terms", "check", tmp_path / "none.tbx")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)


def test_convert(run: Run, base: Path, tmp_path: Path) -> None:
    tbx, back = tmp_path / "base.tbx", tmp_path / "back.csv"
    result = run("terms", "convert", base, tbx, "--to", "tbx2")
    assert (result.returncode, result.stderr.count("\n")) == (2, 1)  # no control character in XML
    assert "U+001B" in result.stderr
    base.write_text(TABLE.replace("\x1b", ""), encoding="utf-8")
    result = run("terms", "convert", base, tbx, "--to", "tbx2")
    assert (result.returncode, result.stderr, result.stdout) == (0, "", f"{tbx}: written from 2 concepts\n")
    assert "<martif" in tbx.read_text(encoding="utf-8")
    assert run("terms", "convert", tbx, back).returncode == 0
    assert back.read_text(encoding="utf-8") == base.read_text(encoding="utf-8")


def test_convert_a_glossary(run: Run, tmp_path: Path) -> None:
    glossary, out = tmp_path / "g.tsv", tmp_path / "g.tbx"
    glossary.write_text("source\tpreferred\n동맹\talliance\n", encoding="utf-8")
    assert run("terms", "convert", glossary, out, "--from", "ko", "--into", "en").returncode == 0
    assert '<langSec xml:lang="en">' in out.read_text(encoding="utf-8")
    result = run("terms", "convert", out, tmp_path / "g.txt", "--to", "omegat", "--from", "ko", "--into", "en")
    assert result.returncode == 0
    assert (tmp_path / "g.txt").read_text(encoding="utf-8") == "동맹\talliance\tpreferred\n"


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("base.csv", "base.csv"), "it is a text to be read"),
        (("base.csv", "out.doc"), "its suffix does not say which form to write"),
        (("base.csv", "out.txt", "--to", "omegat"), "name both, such as from ko into en"),
        (("base.csv", "out.tbx", "--from", "Korean"), "--from: 'Korean' is no language tag"),
        (("base.tbx", "out.tbx", "--from", "ko"), "--from, --into: TBX names its languages itself"),
        (("none.csv", "out.tbx"), "cannot read the term base"),
        (("base.csv", "out.tbx", "--to", "tbx"), "'tbx' is not one of"),
    ],
)
def test_refused(run: Run, base: Path, arguments: tuple[str, ...], words: str) -> None:
    before = {p: p.read_bytes() for p in base.parent.iterdir()}
    result = run("terms", "convert", *arguments)
    assert (result.returncode, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert words in result.stderr
    assert {p: p.read_bytes() for p in base.parent.iterdir()} == before


def test_every_form_is_offered() -> None:
    assert [f.value for f in Form] == [k.value for k in Kind]
