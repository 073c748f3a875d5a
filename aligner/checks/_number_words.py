"""How much a difference between two numbers matters, and the sentence that says it."""

from __future__ import annotations

from fractions import Fraction

from aligner.checks._number_pairs import comparable, same_currency
from aligner.model import Severity
from aligner.text.numbers import Approximation, Kind, Quantity

_MUCH = 8  # a factor that no rounding explains: a lost digit or a wrong 万, 억, billion
_A = Approximation
_SAME = (
    {_A.MORE_THAN, _A.AT_LEAST}, {_A.LESS_THAN, _A.AT_MOST}, {_A.NEARLY, _A.LESS_THAN},
    {_A.ODD, _A.MORE_THAN}, {_A.ODD, _A.AT_LEAST}, {_A.ODD, _A.ABOUT},  # 余, 여: "some", "over"
)  # fmt: skip


def value_severity(one: Quantity, other: Quantity) -> Severity:
    """Of a changed value: critical for a factor of eight in money or in values of 100 and up, else major."""
    small, large = sorted((abs(comparable(one, other)), abs(comparable(other, one))))
    big = one.kind is Kind.MONEY or other.kind is Kind.MONEY or large >= 100
    if opposed(one, other) and one.kind is not Kind.MONEY and large <= 1:
        return Severity.CRITICAL
    if not one.kind.dated and big and (small == 0 or large / small >= _MUCH):
        return Severity.CRITICAL
    return Severity.MAJOR


def opposed(one: Quantity, other: Quantity) -> bool:
    """Whether the bounds of two numbers point in opposite directions."""
    return one.approximation.direction * other.approximation.direction < 0


def bound_severity(one: Quantity, other: Quantity) -> Severity | None:
    """Of a changed bound ("around" to "nearly"); None where both say the same."""
    a, b = one.approximation, other.approximation
    if a is b or any({a, b} <= same for same in _SAME):
        return None
    if opposed(one, other):
        return Severity.MAJOR if _A.NEARLY in (a, b) else Severity.CRITICAL
    if _A.NONE in (a, b):
        return _to_or_from_exact(a, b)
    if a is _A.ABOUT and b.direction > 0:
        return Severity.MAJOR
    return Severity.MINOR


def _to_or_from_exact(a: Approximation, b: Approximation) -> Severity:
    """A bound that only one side has: a hard one matters, "about" hardly."""
    bound = a if b is _A.NONE else b
    return Severity.NEUTRAL if bound in (_A.ABOUT, _A.NEARLY, _A.ODD) else Severity.MINOR


def rounded(one: Quantity, other: Quantity) -> bool:
    """Whether the version's number is the base's, rounded: 24 % and "nearly a quarter", 2.37 and 2.4."""
    if (
        one.kind.dated
        or other.kind.dated
        or (one.dimension != other.dimension and one.dimension and other.dimension)
    ):
        return False
    if one.kind is not other.kind and not {one.kind, other.kind} <= {Kind.PERCENT, Kind.FRACTION}:
        return False
    exact, shown = comparable(one, other), comparable(other, one)
    if not exact or not shown or exact == shown:
        return False
    hedged = other.approximation is not _A.NONE
    if hedged and abs(exact - shown) / abs(exact) <= Fraction(6, 100):
        return (exact - shown) * other.approximation.direction >= 0
    return _places(shown) < _places(exact) and abs(exact - shown) <= _step(shown) / 2


def _places(value: Fraction) -> int:
    """Significant digits, six at most behind the point."""
    scaled = abs(value) * 10**6
    return len(str(int(scaled)).strip("0"))


def _step(value: Fraction) -> Fraction:
    """The worth of the last significant digit of a value."""
    step, scaled = Fraction(1, 10**6), int(abs(value) * 10**6)
    while scaled and scaled % 10 == 0:
        scaled //= 10
        step *= 10
    return step


def unit_message(one: Quantity, other: Quantity, base: str, version: str) -> tuple[str, Severity] | None:
    """What is said where the value is equal and kind, unit or currency is not; None where nothing is."""
    kinds = {one.kind, other.kind}
    equal = abs(one.value) == abs(other.value)
    if equal and kinds == {Kind.PERCENT, Kind.POINT}:
        names = ("percentage points", "per cent") if one.kind is Kind.POINT else ("per cent", "percentage points")
        return f"The base has {names[0]} (“{base}”), the version {names[1]} (“{version}”).", Severity.MAJOR
    if one.unit and other.unit and one.dimension == other.dimension and not same_currency(one, other):
        if one.dimension == "money":
            return f"The currency changes: “{base}” becomes “{version}”.", Severity.MAJOR
        if abs(one.amount) != abs(other.amount):
            return f"The unit changes: “{base}” becomes “{version}”.", Severity.MAJOR
    if equal and one.kind in (Kind.PERCENT, Kind.POINT) and other.kind is Kind.PLAIN and not other.weak:
        return f"The per cent sign of “{base}” is lost in “{version}”.", Severity.MINOR
    return None


def change_message(one: Quantity, other: Quantity, base: str, version: str) -> str:
    """One sentence on a changed value."""
    small, large = sorted((abs(comparable(one, other)), abs(comparable(other, one))))
    ratio = large / small if small else Fraction(0)
    text = f"The number changes: “{base}” in the base, “{version}” in the version"
    if one.kind.dated:
        return f"The date changes: “{base}” in the base, “{version}” in the version."
    if ratio >= _MUCH and ratio.denominator == 1:
        return f"{text}, a factor of {ratio.numerator:,}."
    return f"{text}."
