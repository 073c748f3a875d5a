"""The data files say only what the rules read, so that a mistyped key is not passed over."""

from __future__ import annotations

import dataclasses
import tomllib
from pathlib import Path

import pytest

from aligner.plugins import resource
from aligner.segmenters._conventions import Conventions, conventions

FILES = sorted(resource("aligner.segmenters", "data").glob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_key_is_read(path: Path) -> None:
    known = {field.name for field in dataclasses.fields(Conventions)}
    assert set(tomllib.loads(path.read_text(encoding="utf-8"))) <= known


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_words_stand_without_their_last_stop_and_once(path: Path) -> None:
    for key, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
        if not isinstance(value, list):
            continue
        assert all(word == word.strip() and word for word in value), key
        assert len(value) == len(set(value)), f"{key}: {sorted(w for w in value if value.count(w) > 1)}"
        if key in ("quotes", "brackets"):
            assert all(len(pair) == 2 for pair in value), key
        elif key != "names_with_stop":
            assert not any(word.endswith(".") for word in value), key


def test_a_language_adds_to_the_general_file() -> None:
    general, english = conventions("xx"), conventions("en")
    assert general.before_name < english.before_name
    assert general.quotes == english.quotes
    assert not general.starters


@pytest.mark.parametrize("language", ["general", "../en", "", "xx"])
def test_what_is_no_language_has_the_general_conventions(language: str) -> None:
    assert conventions(language) == conventions("zz")


def test_names_that_begin_sentences_are_among_the_words_that_do() -> None:
    for path in FILES:
        rules = conventions(path.stem)
        assert rules.starters_too_names - {"May"} <= rules.starters, path.stem
