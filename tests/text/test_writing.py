"""The script that a text is in."""

from __future__ import annotations

import pytest

from aligner.text.script import SAMPLE, writing


@pytest.mark.parametrize(
    ("texts", "script"),
    [
        (["Ein Satz.", "Øl og brød"], "latin"),
        (["这是一句话，NATO。"], "han"),
        (["서울에서 NATO 회의"], "hangul"),
        (["Он сказал."], "spaced"),
        (["ภาษาไทย"], "other"),
        (["123 ...", ""], "other"),
        ([], "other"),
    ],
)
def test_most_letters_decide(texts: list[str], script: str) -> None:
    assert writing(texts) == script


def test_the_beginning_is_enough() -> None:
    assert writing(["字" * SAMPLE, "word" * SAMPLE]) == "han"
