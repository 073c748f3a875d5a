"""Learned tables: their file, and what they say of words."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aligner.errors import InputError
from aligner.lexicons import _learned_file
from aligner.lexicons._learned_file import Entry, LearnedTable, read
from aligner.lexicons.learned import Learned

TABLE = LearnedTable(
    ("ko", "en"),
    30,
    (Entry("시장", "market", 0.6, 0.4), Entry("시장", "mayor", 0.2, 0.8), Entry("의", "the", 0.3, 0.0)),
)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "t.table"
    path.write_bytes(TABLE.packed())
    return path


def test_a_table_serves_both_directions(file: Path) -> None:
    learned = Learned((file,))
    assert learned.covers("ko", "en")
    assert learned.covers("en", "ko")
    assert not learned.covers("ko", "zh")
    there = learned.renderings(["시장", "없다"], frozenset({"market", "mayor", "the"}), "ko", "en")
    assert there == {"시장": {"market": pytest.approx(0.4404, abs=1e-4), "mayor": pytest.approx(0.3596, abs=1e-4)}}
    assert learned.renderings(["mayor"], frozenset({"시장"}), "en", "ko") == {"mayor": {"시장": pytest.approx(0.4)}}


def test_capitals_do_not_matter(file: Path) -> None:
    assert Learned((file,)).renderings(["Mayor"], frozenset({"시장"}), "en", "ko").keys() == {"Mayor"}
    assert Learned((file,)).renderings(["Markets"], frozenset({"시장"}), "en", "ko").keys() == {"Markets"}


def test_words_of_a_language_without_spaces(tmp_path: Path) -> None:
    path = tmp_path / "t.table"
    path.write_bytes(LearnedTable(("en", "zh"), 1, (Entry("market", "市场", 0.5, 0.5),)).packed())
    assert Learned((path,)).words(["在市场上"], [], "zh", "en") == {"市场"}
    assert not Learned((path,)).words(["在城里"], [], "zh", "en")


WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8)
SHARES = st.integers(0, 100).map(lambda n: n / 100)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.builds(Entry, WORDS, WORDS, SHARES, SHARES)))
def test_what_is_written_is_read(tmp_path_factory: pytest.TempPathFactory, entries: list[Entry]) -> None:
    table = LearnedTable(("en", "is"), 7, tuple(entries))
    path = tmp_path_factory.mktemp("table") / "t"
    path.write_bytes(table.packed())
    assert read(path) == table
    assert table.packed() == path.read_bytes()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"plain", "no whole learned table"),
        (gzip.compress(b"", mtime=0), "no learned table"),
        (gzip.compress(b"#aligner-table\t9\tko\ten\t3\n", mtime=0), "format 9"),
        (gzip.compress(b"#aligner-table\t1\tko\ten\t3\na\tb\t0.5\n", mtime=0), "line 2"),
        (gzip.compress(b"#aligner-table\t1\tko\ten\t3\na\tb\t0.5\t1.5\n", mtime=0), "line 2"),
        (gzip.compress(b"#aligner-table\t1\tko\ten\t3\na\tb\t0.5\tnan\n", mtime=0), "line 2"),
        (gzip.compress(b"\xff\n", mtime=0), "no whole learned table"),
        (gzip.compress(b"#aligner-table\t1\tko\ten\t3\n", mtime=0)[:-4], "no whole learned table"),
    ],
)
def test_whatever_is_no_table_is_refused(tmp_path: Path, content: bytes, message: str) -> None:
    path = tmp_path / "t.table"
    path.write_bytes(content)
    with pytest.raises(InputError, match=message) as caught:
        Learned((path,)).covers("ko", "en")
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(("name", "limit", "message"), [("MOST", 2, "pairs of words"), ("LARGEST", 20, "20 bytes")])
def test_sizes_are_limited(
    file: Path, monkeypatch: pytest.MonkeyPatch, name: str, limit: int, message: str
) -> None:
    monkeypatch.setattr(_learned_file, name, limit)
    _learned_file._read.cache_clear()
    with pytest.raises(InputError, match=message):
        read(file)


def test_a_missing_table(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="check the path"):
        Learned((tmp_path / "none",)).covers("ko", "en")
