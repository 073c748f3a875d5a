"""Tells a news page's furniture from its text by wording: comment forms, share bars, bylines, captions, notes.

The words stand in aligner/text/data/furniture.toml, one rule a kind of line. A rule judges only paragraphs up to
its limit, which keeps long text safe from it and its expressions from long text.
"""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from aligner.model import Role
from aligner.plugins import resource


@dataclass(frozen=True, slots=True)
class Rule:
    """One kind of line: the role it gives, where it holds, how it is recognised and what it announces."""

    name: str
    role: Role
    pattern: re.Pattern[str]
    limit: int
    where: str
    opens: str | None


@functools.cache
def rules() -> tuple[Rule, ...]:
    """All rules, in the order of the data file: the first that matches decides."""
    return tuple(_rule(entry) for entry in data()["rule"])


@functools.cache
def data() -> dict[str, Any]:
    """The data file as TOML reads it."""
    return tomllib.loads(resource("aligner.text", "data", "furniture.toml").read_text(encoding="utf-8"))


def match(text: str, places: frozenset[str]) -> Rule | None:
    """The rule that knows this paragraph, or None.

    `places` says where it stands: "any" with "edge" outside the running text, "after" behind its first paragraph.
    """
    flat = " ".join(text.split())
    for rule in rules():
        if len(flat) <= rule.limit and rule.where in places and rule.pattern.search(flat):
            return rule
    return None


def _rule(entry: dict[str, Any]) -> Rule:
    parts = [
        *_anchored(entry.get("whole", []), r"\A(?:{})\Z"),
        *_anchored(entry.get("start", []), r"\A(?:{})"),
        *_anchored(entry.get("inside", []), "(?:{})"),
    ]
    return Rule(
        name=entry["name"],
        role=Role(entry["role"]),
        pattern=re.compile("|".join(parts), re.NOFLAG if entry.get("case") else re.IGNORECASE),
        limit=entry.get("limit", 80),
        where=entry.get("where", "any"),
        opens=entry.get("opens"),
    )


def _anchored(expressions: Iterable[str], frame: str) -> list[str]:
    return [frame.format(expression) for expression in expressions]
