from __future__ import annotations

import subprocess
import sys

import pytest

from aligner.text.language import detect


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The harbour town opened a library that floats with the tide.", "en"),
        ("The 图书馆 project of 温若岚 cost the town about 三百万 and was finished by the end of the year.", "en"),
        ("港口小镇启用了图书馆，读者说 iPad 也能借。", "zh-Hans"),
        ("港口小鎮啟用了圖書館，讀者說很好。", "zh-Hant"),
        ("항구 도시가 도서관(圖書館)을 열었다. IT 기업도 참여했다.", "ko"),
        ("港町は図書館を開いた。", "ja"),
        ("ホテルのロビー", "ja"),
        ("Die Stadt hat am Samstag eine Bücherei eröffnet, die mit der Flut schwimmt.", "de"),
        ("La ville a ouvert samedi une bibliothèque qui flotte avec la marée.", "fr"),
        ("Город открыл в субботу плавучую библиотеку, сообщил мэр.", "ru"),
        ("Η πόλη άνοιξε μια βιβλιοθήκη.", "el"),
        ("เมืองท่าเปิดห้องสมุด", "th"),
        ("12:30 — 14.5 %", "und"),
        ("", "und"),
    ],
)
def test_language(text: str, lang: str) -> None:
    assert detect(text).lang == lang


def test_sure_only_where_there_is_enough_to_go_by() -> None:
    assert detect("The mayor said that it was the best day of the year for the town.").sure
    assert detect("항구 도시가 도서관을 열었다.").sure
    assert not detect("是").sure
    assert not detect("").sure


def test_plain_english_does_not_load_the_model() -> None:
    code = (
        "import sys; from aligner.text.language import detect;"
        "assert detect('The mayor said that it was the best day of the year.').lang == 'en';"
        "assert 'py3langid' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_half_chinese_half_english_is_not_sure() -> None:
    assert not detect("港口小镇启用了图书馆 the town has opened its library").sure
