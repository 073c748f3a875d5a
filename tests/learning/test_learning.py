"""Learning tables: from where, and what."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner import learning
from aligner.errors import InputError, UsageError
from aligner.formats._memory import units
from aligner.learning import learn
from aligner.learning.gathering import gather

SEGMENTS = [("Das Haus ist rot", "the house is red"), ("Der Hund ist alt", "the dog is old")] * 4


def tmx(path: Path, *rows: dict[str, str], head: str = "") -> Path:
    tus = "".join(
        "<tu>" + "".join(f'<tuv xml:lang="{k}"><seg>{v}</seg></tuv>' for k, v in row.items()) + "</tu>"
        for row in rows
    )
    path.write_text(f'{head}<tmx version="1.4"><header/><body>{tus}</body></tmx>', encoding="utf-8")
    return path


def test_words_that_meet_are_learned_both_ways() -> None:
    table = learn([*SEGMENTS, *[("Haus", "house"), ("Hund", "dog")] * 3], ("de", "en"))
    found = {(e.first, e.second): (e.there, e.back) for e in table.entries}
    assert min(found["haus", "hous"]) > 0.5
    assert min(found["hund", "dog"]) > 0.5
    assert ("haus", "dog") not in found
    assert table.segments == len(SEGMENTS) + 6


def test_portions_of_a_long_memory_are_put_together(monkeypatch: pytest.MonkeyPatch) -> None:
    segments = [*SEGMENTS, ("Haus", "house"), ("Hund", "dog")] * 4
    whole = learn(segments, ("de", "en"))
    monkeypatch.setattr(learning, "PORTION", 10)
    parts = learn(segments, ("de", "en"))
    best = [max(t.entries, key=lambda e: e.there * (e.first == "haus")) for t in (whole, parts)]
    assert [e.second for e in best] == ["hous", "hous"]
    assert best[1].there == pytest.approx(best[0].there, abs=0.2)


def test_texts_that_teach_nothing() -> None:
    with pytest.raises(InputError, match="teach no word"):
        learn([("a", "b")], ("de", "en"))


def test_two_runs_write_one_file() -> None:
    assert learn(SEGMENTS, ("de", "en")).packed() == learn(SEGMENTS, ("de", "en")).packed()


def test_a_memory_of_one_pair(tmp_path: Path) -> None:
    path = tmx(tmp_path / "m.tmx", {"de-DE": "Haus", "en-US": "house"}, {"en-GB": "dog", "de": "Hund"})
    paired = gather([path])
    assert paired.languages == ("de", "en")
    assert paired.segments == (("Haus", "house"), ("Hund", "dog"))
    assert gather([path], ("en", "de")).segments == (("house", "Haus"), ("dog", "Hund"))


def test_a_memory_of_several_pairs_wants_a_choice(tmp_path: Path) -> None:
    path = tmx(tmp_path / "m.tmx", {"de": "Haus", "en": "house", "fr": "maison"})
    with pytest.raises(UsageError, match="de-en, de-fr, en-fr"):
        gather([path])
    assert gather([path], ("fr", "de")).segments == (("maison", "Haus"),)
    with pytest.raises(UsageError, match="ko-en"):
        gather([path], ("ko", "en"))


def test_codes_are_no_text(tmp_path: Path) -> None:
    row = {"de": 'Das <bpt i="1">&lt;b></bpt>Haus<ept i="1">&lt;/b></ept> <hi>hier</hi>', "en": "the  house"}
    assert list(units(tmx(tmp_path / "m.tmx", row))) == [{"de": "Das Haus hier", "en": "the house"}]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<tmx><body><tu><tuv><seg>a</seg></tuv></tu></body></tmx>", "xml:lang"),
        ("<tmx><body><tu>", "well-formed"),
        ("<xliff/>", "expected <tmx>"),
        ('<!DOCTYPE tmx [<!ENTITY a "b">]><tmx><body/></tmx>', "entities"),
        ("", "well-formed"),
    ],
)
def test_bad_memories_are_one_line(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "m.tmx"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=message) as caught:
        list(units(path))
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_texts_with_their_ladder(tmp_path: Path) -> None:
    for name, text in (
        ("a.txt", "Das Haus\nDer Hund\n"),
        ("b.txt", "The house\nThe dog\n"),
        ("l", "[0]:[0]\n[1]:[]\n"),
    ):
        (tmp_path / name).write_text(text, encoding="utf-8")
    files = [tmp_path / name for name in ("a.txt", "b.txt", "l")]
    assert gather(files, sentences=True).segments == (("Das Haus", "The house"),)
    with pytest.raises(UsageError, match="threes"):
        gather(files[:2])
    with pytest.raises(InputError, match="no such file"):
        gather([tmp_path / "none"])


def test_a_set_with_ladders(shared: Path) -> None:
    paired = gather([shared / "gold" / "koen-news-dev"])
    assert paired.languages == ("ko", "en")
    assert len(paired.segments) > 500
