from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aligner.errors import EncodingError
from aligner.text.encoding import declared_in, decode

ZH = "港口小镇周六启用了一座随潮水浮动的图书馆，馆内藏书一万二千册。"
HANT = "港口小鎮週六啟用了一座隨潮水浮動的圖書館，館內藏書一萬二千冊。"
KO = "항구 도시가 토요일에 물때를 따라 떠오르는 도서관을 열었다고 시가 밝혔다."
JA = "港町は土曜日、潮とともに浮き沈みする図書館を開いた。"
FR = "Le maire a déclaré que la bibliothèque flottante était déjà très aimée à Harwick."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        *((ZH, e) for e in ("utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-32")),
        *((HANT, e) for e in ("utf-8", "big5", "big5hkscs", "utf-16-le")),
        *((KO, e) for e in ("utf-8", "euc_kr", "cp949", "utf-16-be")),
        *((JA, e) for e in ("utf-8", "cp932", "euc_jp", "iso2022_jp")),
        *((FR, e) for e in ("utf-8", "latin-1", "cp1252", "utf-16-le")),
        ("“Why a boat?” — because we have water.", "cp1252"),
        ("Правительство сообщило в понедельник, что дорога через залив будет закрыта.", "cp1251"),
        ("The 图书馆 of the town, which holds many books, floats with the tide.", "gb18030"),
    ],
)
def test_one_sentence_is_decoded_rightly(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding))[0] == text


def test_lists_of_short_sentences_in_gb18030_and_big5() -> None:
    for text in ("他说。", "经济增长", "记者问", "政府工作报告"):
        assert decode(text.encode("gb18030"))[0] == text
    for text in ("經濟增長", "政府工作報告", "香港特別行政區"):
        assert decode(text.encode("big5"))[0] == text


def test_a_declaration_decides_between_rivals_and_labels_mean_what_browsers_read() -> None:
    page = f'<html><head><meta charset="gb2312"></head><p>{ZH}镕</p></html>'
    text, name = decode(page.encode("gb18030"))
    assert text == page
    assert name == "gb18030"
    assert declared_in(b"<?xml version='1.0' encoding='EUC-KR'?>") == "euc-kr"
    assert declared_in(b'<meta http-equiv="Content-Type" content="text/html; charset=big5">') == "big5"


def test_a_wrong_declaration_is_not_believed() -> None:
    page = f'<meta charset="iso-8859-1"><p>{ZH * 3}</p>'
    assert decode(page.encode("gb18030"))[0] == page


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 8,
        b"ab\x00cd",
        b"\xff",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(200)),
        "图书馆".encode() * 30 + b"\xff\xfe" + "图书馆".encode(),
        "图书馆很好".encode() * 9 + "图".encode()[:2],
        b"\xff\xfea",
    ],
)
def test_binary_and_damaged_bytes_are_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(EncodingError) as caught:
        decode(data)
    assert "\n" not in str(caught.value)


def test_damage_in_utf8_is_said_with_its_place() -> None:
    with pytest.raises(EncodingError, match="0xff at offset 270"):
        decode("图书馆".encode() * 30 + b"\xff" + "图书馆".encode() * 9)


@given(st.text(alphabet=st.characters(blacklist_categories=["Cs", "Cc"])))
def test_utf8_comes_back_unchanged(text: str) -> None:
    if text.startswith("\ufeff"):
        return
    assert decode(text.encode("utf-8"))[0] == text


@given(st.binary(max_size=300))
def test_no_bytes_ever_give_a_replacement_character_or_another_error(data: bytes) -> None:
    try:
        text, name = decode(data)
    except EncodingError:
        return
    assert ("\ufffd" in text) <= (b"\xef\xbf\xbd" in data or name != "utf-8")
    text.encode("utf-8")
