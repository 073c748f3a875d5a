"""A CAT tool takes every segment of our memories: OmegaT, run without a window."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from made_reports import alignment, document

from aligner.formats.ladder import read_beads
from aligner.formats.tmx import Tmx
from aligner.model import Alignment, Document
from aligner.model.alignment import aligned_pairs, ordered

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::UserWarning")]


@pytest.fixture(scope="module")
def check(root: Path) -> Path:
    script = root.parent / "shared" / "tools" / "omegat_check.py"
    if not script.is_file():
        pytest.skip("no omegat_check.py: ../shared/tools is absent")
    if not shutil.which("java"):
        pytest.skip("no java on the path")
    if not Path("/usr/share/omegat/OmegaT.jar").is_file():
        pytest.skip("no OmegaT: apt-get install omegat")
    return script


def reused(check: Path, file: Path, base: Document, version: Document, links: Alignment, codes: str) -> str:
    """What the check prints about the memory of an alignment; it must end well."""
    file.write_bytes(Tmx().write(links, base, version, aligned_pairs(links, base, version)))
    command = [sys.executable, str(check), str(file), *codes.split()]
    done = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def by_hand(folder: Path, first: str, second: str, lang: str) -> tuple[Document, Document, Alignment]:
    """Two texts of an annotated item with the alignment that stands beside them."""
    texts = [(folder / f"{name}.seg").read_text("utf-8").splitlines() for name in (first, second)]
    base, version = document(first, lang, texts[0]), document(second, "en", texts[1])
    beads = read_beads((folder / f"{first}-{second}.gold").read_text("utf-8"))
    return base, version, Alignment(first, second, ordered(beads), "by-hand", False)


@pytest.mark.parametrize(
    ("item", "first", "second", "lang", "codes"),
    [
        ("zh2_bonds", "src", "en_b", "zh-Hans", "zh-CN en-US"),
        ("ko2_battery", "src", "en_a", "ko", "ko-KR en-US"),
        ("zh5_heritage", "en_a", "en_b", "en", "en-US en-GB"),
    ],
)
def test_memories_of_news(
    check: Path, shared: Path, tmp_path: Path, item: str, first: str, second: str, lang: str, codes: str
) -> None:
    base, version, links = by_hand(shared / "items" / item, first, second, lang)
    count = sum(b.paired for b in links.beads)
    assert f"{count} of {count} segments reused" in reused(check, tmp_path / "m.tmx", base, version, links, codes)


ODD: Sequence[tuple[str, str]] = (
    ("他说：“<b>不</b>” & 走了。", "“<b>No</b>,” he said & left."),
    ("第一行\u2028第二行", "line one\nline two"),
    ("控制\x00符\x1b号", "control\x07 signs"),
    ("𠮷野家与表情😀", "Yoshinoya and 😀"),
    ("重复。", "Again."),
    ("重复。", "Again."),
)


def test_memories_of_odd_texts(check: Path, tmp_path: Path) -> None:
    base, version = document("b", "zh-Hans", [a for a, _ in ODD]), document("v", "en", [b for _, b in ODD])
    told = reused(check, tmp_path / "m.tmx", base, version, alignment(base, version), "zh-CN en-US")
    assert "5 of 5 segments reused" in told
