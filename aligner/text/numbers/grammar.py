"""What one language writes its numbers with, read from its data file (zh.toml, ko.toml, en.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any, Generic, TypeVar

from aligner.plugins import resource
from aligner.text.numbers.quantity import Approximation, Kind

V = TypeVar("V")


def spaced(char: str) -> bool:
    """Whether a letter belongs to a script that parts its words with spaces and so needs word boundaries."""
    return char.isalpha() and char < "\u1100"


class Table(Generic[V]):
    """Forms and what they mean; the longest form that fits wins. `guards` lists what must not stand next to a form.

    `unguarded` lists what may follow a form in spite of its guards.

    A lookup tries one slice per distinct length of the forms, so that it takes constant time anywhere.
    """

    def __init__(
        self,
        entries: Mapping[str, V],
        guards: Mapping[str, Iterable[str]] | None = None,
        unguarded: Mapping[str, Iterable[str]] | None = None,
    ) -> None:
        self.entries = dict(entries)
        self.lengths = sorted({len(form) for form in self.entries}, reverse=True)
        self.guards = {form: tuple(near) for form, near in (guards or {}).items()}
        self.unguarded = {form: tuple(near) for form, near in (unguarded or {}).items()}

    def at(self, text: str, start: int) -> tuple[V, int] | None:
        """What the longest form that starts at `start` means, and where it stops."""
        for length in self.lengths:
            form = text[start : start + length]
            stop = start + len(form)
            if form in self.entries and not self._runs_on(text, stop) and self._free(form, text, start, stop):
                return self.entries[form], stop
        return None

    def before(self, text: str, stop: int) -> tuple[V, int] | None:
        """What the longest form that stops at `stop` means, and where it starts."""
        for length in self.lengths:
            start = stop - length
            if start < 0:
                continue
            form = text[start:stop]
            if form in self.entries and not self._runs_back(text, start) and self._free(form, text, start, stop):
                return self.entries[form], start
        return None

    @staticmethod
    def _runs_on(text: str, stop: int) -> bool:
        return stop < len(text) and spaced(text[stop]) and spaced(text[stop - 1])

    @staticmethod
    def _runs_back(text: str, start: int) -> bool:
        if start == 0:
            return False
        here, prior = text[start], text[start - 1]
        return (spaced(here) and spaced(prior)) or (hangul(here) and hangul(prior))

    def _free(self, form: str, text: str, start: int, stop: int) -> bool:
        near = self.guards.get(form, ())
        if near and text.startswith(self.unguarded.get(form, ()), stop):
            return True
        return not any(text.startswith(n, stop) or text.endswith(n, 0, start) for n in near)


def hangul(char: str) -> bool:
    """Whether a character is a Hangul syllable."""
    return "가" <= char <= "힣"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure: its id, dimension and how many of the dimension's first unit it holds."""

    id: str
    dimension: str
    scale: Fraction


@dataclass(frozen=True, slots=True)
class Named:
    """A word that is a quantity by itself ("doubled", "half", "first")."""

    value: Fraction
    kind: Kind


@dataclass(frozen=True)
class Grammar:
    """The number words of one language; every field is a section of its data file."""

    language: str
    decimal: str
    groups: str
    digits: Mapping[str, int]
    formal: frozenset[str]
    small: Mapping[str, int]
    big: Mapping[str, int]
    zero: frozenset[str]
    point: str
    fraction: tuple[str, ...]
    repeats_multiplier: bool
    vague: tuple[str, ...]
    inner: Mapping[str, Approximation]
    native: Table[int]
    words: Mapping[str, int]
    multipliers: Table[int]
    ordinals: Mapping[str, int]
    denominators: Mapping[str, int]
    named: Table[Named]
    before: Table[Approximation]
    after: Table[Approximation]
    units: Table[Unit]
    money_before: Table[Unit]
    counters: Table[bool]
    percent: Table[Kind]
    tenths: Table[Fraction]
    points: Table[Fraction]
    ordinal_before: Table[bool]
    ordinal_after: Table[bool]
    article_before: tuple[str, ...]
    multiple: Table[bool]
    half_after: Table[bool]
    dates: Table[Kind]
    months: Table[int]
    decade: Table[bool]
    year_before: frozenset[str]
    time: Table[bool]
    ranges: Table[bool]
    stretch: frozenset[str]
    fillers: Table[bool]
    negative: Table[bool]
    half_years: Table[bool]
    plans: Table[int]
    plan_years: Fraction
    plan_follow: tuple[str, ...]


@cache
def grammar(language: str) -> Grammar:
    """The grammar of a primary language subtag; languages without a data file get digits with their separators."""
    path = resource("aligner.text.numbers", f"{language}.toml")
    data: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    units = _units()
    guards: dict[str, list[str]] = data.get("guards", {})
    unguarded: dict[str, list[str]] = data.get("unguarded", {})
    plans: dict[str, Any] = data.get("plans", {})

    def table(name: str, value: V) -> Table[V]:
        return Table(dict.fromkeys(data.get(name, ()), value), guards, unguarded)

    def approximations(name: str) -> dict[str, Approximation]:
        return {form: Approximation(key) for key, forms in data.get(name, {}).items() for form in forms}

    def unit_table(name: str) -> Table[Unit]:
        return Table(
            {form: units[key] for key, forms in data.get(name, {}).items() for form in forms}, guards, unguarded
        )

    separators = _separators(language, data)
    sino = data.get("numerals", {})
    english = data.get("words", {})
    named = data.get("named", {})
    return Grammar(
        language=language,
        decimal=separators[0],
        groups=separators[1],
        digits=sino.get("digits", {}),
        formal=frozenset(sino.get("formal", "")),
        small=sino.get("small", {}),
        big=sino.get("big", {}),
        zero=frozenset(sino.get("zero", "")),
        point=sino.get("point", ""),
        fraction=tuple(sino.get("fraction", ())),
        repeats_multiplier=sino.get("repeats_multiplier", False),
        vague=tuple(data.get("vague", ())),
        inner=approximations("inner"),
        native=Table(sino.get("native", {})),
        words=english.get("cardinals", {}),
        multipliers=Table({w: 10 ** int(p) for p, ws in english.get("powers", {}).items() for w in ws}),
        ordinals=english.get("ordinals", {}),
        denominators=english.get("denominators", {}),
        named=Table(
            {
                form: Named(Fraction(value), Kind(kind))
                for kind, values in named.items()
                for value, forms in values.items()
                for form in forms
            },
            guards,
        ),
        before=Table(approximations("before"), guards),
        after=Table(approximations("after"), guards),
        units=unit_table("units"),
        money_before=unit_table("money_before"),
        counters=table("counters", True),
        percent=Table({f: Kind(k) for k, forms in data.get("percent", {"percent": ["%"]}).items() for f in forms}),
        tenths=Table({f: Fraction(v) for v, forms in data.get("tenths", {}).items() for f in forms}, guards),
        points=Table({f: Fraction(v) for v, forms in data.get("points", {}).items() for f in forms}),
        ordinal_before=table("ordinal_before", True),
        ordinal_after=table("ordinal_after", True),
        article_before=tuple(data.get("article_before", ())),
        multiple=table("multiple", True),
        half_after=table("half_after", True),
        dates=Table({f: Kind(k) for k, forms in data.get("dates", {}).items() for f in forms}, guards, unguarded),
        months=Table({f: int(n) for n, forms in data.get("months", {}).items() for f in forms}, guards),
        decade=table("decade", True),
        year_before=frozenset(data.get("year_before", ())),
        time=table("time", True),
        ranges=table("ranges", True),
        stretch=frozenset(data.get("stretch", {}).get("forms", ())),
        fillers=table("fillers", True),
        negative=table("negative", True),
        half_years=Table(dict.fromkeys(data.get("half_years", {}).get("forms", ()), True)),
        plans=Table(plans.get("names", {})),
        plan_years=Fraction(plans.get("years", 0)),
        plan_follow=tuple(plans.get("follow", ())),
    )


@cache
def _units() -> Mapping[str, Unit]:
    data = tomllib.loads(resource("aligner.text.numbers", "units.toml").read_text(encoding="utf-8"))
    return {
        unit: Unit(unit, dimension, Fraction(scale))
        for dimension, members in data.items()
        for unit, scale in members.items()
    }


@cache
def _separator_data() -> Mapping[str, Any]:
    return tomllib.loads(resource("aligner.text.numbers", "separators.toml").read_text(encoding="utf-8"))


def _separators(language: str, data: Mapping[str, Any]) -> tuple[str, str]:
    """The decimal mark and the marks between groups of three digits."""
    if "separators" in data:
        return data["separators"]["decimal"], data["separators"]["groups"]
    comma = language in _separator_data()["decimal_comma"]
    return (",", ". '\u202f") if comma else (".", ", '\u202f")
