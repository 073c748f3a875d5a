"""What a number in a text says: value, kind, unit, bound."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from aligner.model import Span


class Kind(StrEnum):
    """What sort of number it is. A percentage is held in per cent: 30 for "30 %", "三成" and "three in ten"."""

    PLAIN = "plain"
    PERCENT = "percent"
    POINT = "percentage-point"
    ORDINAL = "ordinal"
    FRACTION = "fraction"
    MULTIPLE = "multiple"
    MONEY = "money"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    TIME = "time"

    @property
    def dated(self) -> bool:
        """Whether it is a part of a date."""
        return self in (Kind.YEAR, Kind.MONTH, Kind.DAY)


class Approximation(StrEnum):
    """How the number bounds what is meant; the words for it stand in the language's data file."""

    NONE = "none"
    ABOUT = "about"
    NEARLY = "nearly"
    ODD = "odd"  # somewhat more than: 余, 여, "-odd"
    MORE_THAN = "more-than"
    AT_LEAST = "at-least"
    LESS_THAN = "less-than"
    AT_MOST = "at-most"

    @property
    def direction(self) -> int:
        """+1 where the true value lies above the number, -1 where it lies below, 0 where nothing is said."""
        if self in (Approximation.ODD, Approximation.MORE_THAN, Approximation.AT_LEAST):
            return 1
        below = (Approximation.NEARLY, Approximation.LESS_THAN, Approximation.AT_MOST)
        return -1 if self in below else 0


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with all that belongs to it.

    `span` covers the approximating word, currency, number, unit and counter; `core` the numeral alone. `value` is
    exact. `unit` is an id of units.toml ("km", "KRW") with its `dimension` and its `scale` to that dimension's
    first unit. `weak` numbers (spelled one to three, "first", "half", codes, "dozens") may satisfy a comparison
    but are no ground for a report. `group` is the span of the whole date for a part of it. `years` is the length of
    a period that is named by the number: 5 for 十四五 (the 14th five-year plan), 1/2 for 上半年 and "first half".
    """

    span: Span
    core: Span
    value: Fraction
    kind: Kind = Kind.PLAIN
    approximation: Approximation = Approximation.NONE
    unit: str | None = None
    dimension: str | None = None
    scale: Fraction = Fraction(1)
    weak: bool = False
    group: Span | None = None
    years: Fraction | None = None

    @property
    def amount(self) -> Fraction:
        """The value in the first unit of its dimension: 2000 (metres) for "2 km"."""
        return self.value * self.scale

    @property
    def shown(self) -> str:
        """The value for a reader, in full and with grouped digits: "272,900,000,000"."""
        if self.value.denominator == 1:
            return f"{self.value.numerator:,}" if self.kind is not Kind.YEAR else str(self.value.numerator)
        decimals = f"{float(self.value):.4f}".rstrip("0").rstrip(".")
        exact = Fraction(decimals) == self.value
        return decimals if exact else f"{self.value.numerator}/{self.value.denominator}"
