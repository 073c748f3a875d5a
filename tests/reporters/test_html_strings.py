"""Every word of the interface stands in strings.toml, and every word there is used."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from aligner import plugins
from aligner.reporters.html.strings import english

FOLDER = plugins.resource("aligner.reporters", "html")
OPEN = (
    *("severities", "severity_counts", "meanings", "checks", "roles", "role_labels"),
    *("languages", "metrics", "term_metrics", "statuses", "candidate_kinds", "limits", "keys"),
)
"""Sections whose keys come from the data."""


def keys(table: Mapping[str, Any], path: str = "") -> Iterator[str]:
    for key, value in table.items():
        here = f"{path}{key}"
        if isinstance(value, Mapping) and "other" not in value:
            yield from keys(value, f"{here}.")
        else:
            yield here


def sources() -> str:
    files = [*FOLDER.glob("*.py"), *FOLDER.glob("templates/*")]
    return "\n".join(Path(f).read_text(encoding="utf-8") for f in files)


def test_every_string_is_used() -> None:
    text = sources()
    script = (FOLDER / "script.js").read_text(encoding="utf-8")
    built = {f"first.{key}{end}" for key in ("omitted", "added") for end in ("", "_in")}
    built |= {f"page.{tab}" for tab in ("first", "read", "terms", "about")}
    unused = []
    for key in keys(english().table):
        section, _, name = key.partition(".")
        if section in OPEN or key in built:
            continue
        used = f'"{name}"' in script or f"script.{name}" in text if section == "script" else False
        if not used and f'"{key}"' not in text and f"'{key}'" not in text:
            unused.append(key)
    state = {"script.accepted", "script.dismissed", "script.reopen"}
    assert set(unused) - state == set()
    assert all(f'"{key.removeprefix("script.")}"' in script for key in state)


def test_every_key_that_is_asked_for_exists() -> None:
    asked = set(re.findall(r"""\bt\(["']([a-z_]+(?:\.[a-z_]+)+)["'][,)]""", sources()))
    assert len(asked) > 50
    assert asked - set(keys(english().table)) == set()


def test_the_script_speaks_only_through_the_strings() -> None:
    script = (FOLDER / "script.js").read_text(encoding="utf-8")
    for key in re.findall(r'words\("([a-z_]+)"', script):
        assert key in english().section("script")


def test_templates_hold_no_words_of_their_own() -> None:
    for template in FOLDER.glob("templates/*"):
        text = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", " ", template.read_text(encoding="utf-8"), flags=re.S)
        words = re.findall(r"[A-Za-z]{2,}", re.sub(r"<[^>]*>", " ", text))
        assert words == [], template.name


def test_numbers_choose_the_form() -> None:
    t = english()
    assert t("names.passages", n=1) == "1 passage"
    assert t("names.passages", n=0) == "0 passages"


def test_names_of_languages_and_dates() -> None:
    t = english()
    assert t.language("zh-Hans") == "Chinese (simplified)"
    assert t.language("en-GB") == "English"
    assert t.language("xx") == "language “xx”"
    assert t.date(datetime.date(2026, 1, 3)) == "3 January 2026"
