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
    head: re.Pattern[str] | None
    inside: re.Pattern[str] | None
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
    if len(text) > 2 * _longest():
        return None
    flat = " ".join(text.split())
    for rule in rules():
        if len(flat) <= rule.limit and rule.where in places and _fits(rule, flat):
            return rule
    return None


def _fits(rule: Rule, flat: str) -> bool:
    # Two expressions: one that is anchored is tried once, not at every character.
    if rule.head is not None and rule.head.match(flat):
        return True
    return rule.inside is not None and rule.inside.search(flat) is not None


@functools.cache
def _longest() -> int:
    return max(rule.limit for rule in rules())


def _rule(entry: dict[str, Any]) -> Rule:
    flags = re.NOFLAG if entry.get("case") else re.IGNORECASE
    heads = [*_framed(entry.get("whole", []), r"(?:{})\Z"), *_framed(entry.get("start", []), "(?:{})")]
    insides = _framed(entry.get("inside", []), "(?:{})")
    return Rule(
        name=entry["name"],
        role=Role(entry["role"]),
        head=re.compile("|".join(heads), flags) if heads else None,
        inside=re.compile("|".join(insides), flags) if insides else None,
        limit=entry.get("limit", 80),
        where=entry.get("where", "any"),
        opens=entry.get("opens"),
    )


def _framed(expressions: Iterable[str], frame: str) -> list[str]:
    return [frame.format(expression) for expression in expressions]
