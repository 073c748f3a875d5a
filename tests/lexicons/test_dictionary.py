"""Dictionaries that are installed or named: dictd, TSV, CSV."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from aligner.errors import InputError
from aligner.lexicons._dictd import LARGEST_ENTRY
from aligner.lexicons._glosses import split, translations
from aligner.lexicons.dictionary import Dictionary

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
ENTRIES = {
    "bank": "Bank /baŋk/ <n, fem>\n1. banc, banquette 2.\nzum Sitzen\n 3.\nam Fluss\n2. banque\nfür Geld\n",
    "haus": "Haus <n>\nmaison\nein Gebäude\n",
    "im haus": "im Haus\ndedans\n",
    "boot": "Boot\nbateau; (klein) canot\n",
}


def number(value: int) -> str:
    digits = ""
    while value or not digits:
        digits, value = DIGITS[value % 64] + digits, value // 64
    return digits


def dictd(folder: Path, name: str, entries: dict[str, str]) -> Path:
    body, rows = b"", []
    for key, entry in sorted(entries.items()):
        data = entry.encode("utf-8")
        rows.append(f"{key}\t{number(len(body))}\t{number(len(data))}\n")
        body += data
    (folder / f"{name}.dict.dz").write_bytes(gzip.compress(body, mtime=0))
    index = folder / f"{name}.index"
    index.write_text("".join(rows), encoding="utf-8")
    return index


@pytest.fixture
def german(tmp_path: Path) -> Dictionary:
    dictd(tmp_path, "freedict-deu-fra", ENTRIES)
    return Dictionary(folders=(tmp_path,))


def test_an_installed_dictionary_serves_both_directions(german: Dictionary) -> None:
    assert german.covers("de", "fr")
    assert german.covers("fr", "de")
    assert not german.covers("de", "en")
    assert not german.covers("de", "de")
    there = german.renderings(["haus"], frozenset({"maison", "dedan"}), "de", "fr")
    back = german.renderings(["maison"], frozenset({"haus"}), "fr", "de")
    assert there == {"haus": {"maison": 0.8}}
    assert back == {"maison": {"haus": 0.8}}


def test_senses_are_ranked_and_definitions_passed_over(german: Dictionary) -> None:
    row = german.renderings(["bank"], frozenset({"banc", "banquet", "banqu", "geld", "sitzen"}), "de", "fr")["bank"]
    assert set(row) == {"banc", "banquet", "banqu"}
    assert row["banc"] > row["banquet"] > row["banqu"]
    assert sum(row.values()) == pytest.approx(0.8)


def test_a_long_word_is_known_by_its_last_or_first_part(german: Dictionary) -> None:
    found = german.renderings(["hausboot", "bootshaus", "hausarzt"], frozenset({"bateau", "maison"}), "de", "fr")
    assert found["hausboot"].keys() <= {"bateau", "maison"}
    assert found["hausarzt"] == {"maison": 0.4}


def test_entries_as_freedict_writes_them() -> None:
    assert translations(ENTRIES["bank"]) == ["banc", "banquette", "banque"]
    assert translations("Alpenveilchen\ncyclamen 2.\nPflanze\n 3.\nBlume\n") == ["cyclamen"]
    assert translations("Haus\n") == []
    assert split("to stand, stood; (arch.) bide") == ["to stand", "stood", "bide"]


@pytest.mark.parametrize("name", ["list.tsv", "list.csv"])
def test_a_word_list_of_no_named_languages_serves_any_pair(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    line = "맞춤\tfitting; tailored\n" if name.endswith("tsv") else '맞춤,"fitting; tailored"\n'
    file.write_text(f"# ours\n{line}", encoding="utf-8")
    lexicon = Dictionary((file,), ())
    assert lexicon.covers("ko", "en")
    there = lexicon.renderings(["맞춤"], frozenset({"fit", "tailor"}), "ko", "en")
    assert there["맞춤"]["fit"] > there["맞춤"]["tailor"] > 0
    assert lexicon.renderings(["fit"], frozenset({"맞춤"}), "en", "ko") == {"fit": {"맞춤": 0.8}}


def test_a_name_with_two_codes_serves_that_pair_alone(tmp_path: Path) -> None:
    file = tmp_path / "press.kor-en.tsv"
    file.write_text("말\thorse\n", encoding="utf-8")
    assert Dictionary((file,), ()).covers("en", "ko")
    assert not Dictionary((file,), ()).covers("en", "fr")


def test_words_of_a_language_without_spaces(tmp_path: Path) -> None:
    file = tmp_path / "a.tsv"
    file.write_text("ตลาด\tmarket\n", encoding="utf-8")
    assert Dictionary((file,), ()).words(["ไปตลาดกัน"], [], "th", "en") == {"ตลาด"}
    assert not Dictionary((file,), ()).words(["market"], [], "en", "th")


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.tsv", b"word without tab\n", "line 1"),
        ("a.tsv", b"a\tb\nc\t\n", "line 2"),
        ("a.tsv", b"\xff\xfe\n", "UTF-8"),
        ("a.tsv", b"\n# nothing\n", "empty"),
        ("a.tsv", b"a\t" + b"b" * 20_000, "characters"),
        ("a.csv", b'"a\n', "line 1"),
        ("a.doc", b"", "format"),
        ("a.index", b"a\tB\tC\n", "no a.dict.dz"),
    ],
)
def test_bad_files_are_one_line_each(tmp_path: Path, name: str, content: bytes, message: str) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError, match=message) as caught:
        Dictionary((tmp_path / name,), ()).renderings(["a"], frozenset({"b"}), "de", "fr")
    assert str(tmp_path / "a.") in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.tsv"):
        Dictionary((tmp_path / "none.tsv",), ()).covers("de", "fr")


@pytest.mark.parametrize(
    ("index", "body", "message"),
    [
        (b"haus\tA\tBAAA\n", gzip.compress(b"Haus\nmaison\n", mtime=0), "past the end"),
        (b"haus\tA\tM!\n", gzip.compress(b"Haus\nmaison\n", mtime=0), "base64"),
        (b"haus\tA\tM\nno places\n", gzip.compress(b"Haus\nmaison\n", mtime=0), "line 2"),
        (b"haus\tA\tM\n", b"not gzip", "gzip"),
        (b"haus\tA\tM\n", gzip.compress(b"Haus\nmaison\n", mtime=0)[:-9], "gzip"),
        (b"h\xff\tA\tM\n", gzip.compress(b"Haus\nmaison\n", mtime=0), "UTF-8"),
    ],
)
def test_broken_dictd_files(tmp_path: Path, index: bytes, body: bytes, message: str) -> None:
    (tmp_path / "x.index").write_bytes(index)
    (tmp_path / "x.dict.dz").write_bytes(body)
    with pytest.raises(InputError, match=message):
        Dictionary((tmp_path / "x.index",), ()).renderings(["haus"], frozenset({"maison"}), "de", "fr")


def test_an_entry_is_read_to_a_limit(tmp_path: Path) -> None:
    entry = "Haus\n" + "1. maison\n" * (LARGEST_ENTRY // 5)
    dictd(tmp_path, "deu-fra", {"haus": entry})
    found = Dictionary(folders=(tmp_path,)).renderings(["haus"], frozenset({"maison"}), "de", "fr")
    assert found == {"haus": {"maison": 0.8}}


def test_the_installed_freedict() -> None:
    if not Dictionary().covers("de", "fr"):
        pytest.skip("no freedict-deu-fra in /usr/share/dictd")
    found = Dictionary().renderings(["bank", "schnell"], frozenset({"banqu", "rapid", "vit"}), "de", "fr")
    assert found["bank"]["banqu"] > 0.2
    assert found["schnell"].keys() == {"rapid", "vit"}
