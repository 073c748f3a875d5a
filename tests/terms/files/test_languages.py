"""In which language a glossary is, told by the texts at hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from aligner.terms import load
from aligner.terms.files import fields

ROWS = (("전략적 동반자", "strategic partnership"), ("실무협의", "working-level talks with the other side"))


def glossary(folder: Path, rows: tuple[tuple[str, str], ...] = ROWS, header: str = "source\tpreferred") -> Path:
    path = folder / "g.tsv"
    path.write_text("\n".join((header, *("\t".join(row) for row in rows))), encoding="utf-8")
    return path


def languages(path: Path, base: str | None, versions: str | list[str] | None) -> tuple[str, ...]:
    """The languages of the first row's terms."""
    return tuple(t.lang for t in load(path, base_lang=base, version_lang=versions)[0].terms)


@pytest.mark.parametrize(
    ("base", "versions", "found"),
    [
        ("ko-KR", "en-GB", ("ko-KR", "en-GB")),
        ("ko", ["zh-Hans", "en"], ("ko", "en")),  # versions in several languages: the one that fits
        ("ko", ["en-GB", "en-GB"], ("ko", "en-GB")),
        ("ko", ["en-GB", "en-US"], ("ko", "en")),  # what both are
        ("en", ["ko"], ("ko", "en")),  # a glossary made for the other direction
        ("en", ["en", "ko"], ("ko", "en")),  # a text, a condensed version and a translation
        ("zh", ["ja"], ("ko", "und")),  # fits nothing at hand
        ("ko", ["fr", "en"], ("ko", "en")),  # told by its words
        (None, None, ("ko", "und")),
    ],
)
def test_columns_get_the_language_that_fits(
    tmp_path: Path, base: str | None, versions: str | list[str] | None, found: tuple[str, ...]
) -> None:
    assert languages(glossary(tmp_path), base, versions) == found


def test_a_header_may_name_its_languages(tmp_path: Path) -> None:
    path = glossary(tmp_path, (("OECD", "OCDE"),), "source:en\tpreferred:FR_ca")
    assert languages(path, "ko", "en") == ("en", "fr-CA")


def test_acronyms_in_a_column_have_its_language(tmp_path: Path) -> None:
    path = glossary(tmp_path, (("AI", "AI"), ("반도체 산업", "semiconductor industry")))
    assert languages(path, "ko", "en") == ("ko", "en")


def test_what_cannot_be_told_is_said(tmp_path: Path) -> None:
    path = glossary(tmp_path, (("협력", "Zusammenarbeit der Behörden"),))
    with pytest.warns(
        UserWarning, match=r"^g.tsv, field 'preferred': sw or en\? taken as sw; name it, as in preferred:sw"
    ):
        assert languages(path, "ko", ["sw", "en"]) == ("ko", "sw")


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("EN", "en"),
        ("zh_hans_cn", "zh-Hans-CN"),
        ("kor", "ko"),
        ("ZHO-HANT", "zh-Hant"),
        (" en-gb ", "en-GB"),
        ("no", "no"),
        ("yue", "yue"),
    ],
)
def test_tags(written: str, tag: str) -> None:
    assert fields.language(written) == tag


@pytest.mark.parametrize("written", ["", "e", "English", "en-", "en--us", "x-private", "中文"])
def test_no_tags(written: str) -> None:
    with pytest.raises(ValueError, match="no language tag"):
        fields.language(written)
