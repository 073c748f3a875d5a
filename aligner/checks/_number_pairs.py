"""Which number of a version stands for which number of the base."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from aligner.text.numbers import Kind, Quantity

_CANDIDATES = 12  # partners looked at for one number: a list of a thousand equal numbers stays linear
_DOLLARS = frozenset({"USD", "HKD", "AUD", "CAD", "SGD", "TWD"})  # all are written "dollars" or "$"
_RATIOS = frozenset({Kind.PERCENT, Kind.FRACTION, Kind.MULTIPLE, Kind.POINT})

Key = tuple[str, Fraction]


@dataclass(frozen=True, slots=True)
class Matching:
    """Equal numbers in pairs, and what is left over on both sides, in the order of the texts."""

    equal: tuple[tuple[Quantity, Quantity], ...]
    base: tuple[Quantity, ...]
    version: tuple[Quantity, ...]


def keys(quantity: Quantity) -> frozenset[Key]:
    """Everything that the number may be called elsewhere: 三成 is 30 and 0.3, "tripled" 3, 2 and 200 per cent."""
    value = abs(quantity.value)
    found: set[Key] = {("", value)}
    if quantity.kind is Kind.PERCENT:
        found.add(("", value / 100))
    elif quantity.kind is Kind.FRACTION:
        found.add(("", value * 100))
    elif quantity.kind is Kind.MULTIPLE:
        found |= {("", v) for v in (value - 1, value + 1, value * 100, (value - 1) * 100)}
    elif quantity.kind is Kind.YEAR:
        found.add(("", value % 100))
    elif quantity.kind is Kind.TIME:
        found |= {("", v) for v in (value + 12, abs(value - 12), Fraction(int(value)))}
    if quantity.dimension and quantity.dimension != "money":
        found.add((quantity.dimension, abs(quantity.amount)))
    return frozenset(found)


def match(base: Sequence[Quantity], version: Sequence[Quantity]) -> Matching:
    """Pair equal numbers, the closest fit first; ties are broken by the order of the texts."""
    places: dict[Key, list[int]] = {}
    for j, quantity in enumerate(version):
        for key in sorted(keys(quantity)):
            places.setdefault(key, []).append(j)
    candidates = []
    for i, quantity in enumerate(base):
        near = {j for key in keys(quantity) for j in _nearest(places.get(key, ()), i * len(version) // len(base))}
        for j in near:
            cost = distance(quantity, version[j])
            if cost is not None:
                drift = abs(i / len(base) - j / len(version))
                candidates.append((cost + drift / 5, i, j))
    used_base, used_version, equal = set(), set(), []
    for _, i, j in sorted(candidates):
        if i not in used_base and j not in used_version:
            used_base.add(i)
            used_version.add(j)
            equal.append((base[i], version[j]))
    return Matching(
        tuple(sorted(equal, key=lambda pair: (pair[0].span, pair[1].span))),
        tuple(q for i, q in enumerate(base) if i not in used_base),
        tuple(q for j, q in enumerate(version) if j not in used_version),
    )


def _nearest(places: Sequence[int], wanted: int) -> list[int]:
    if len(places) <= _CANDIDATES:
        return list(places)
    low, high = 0, len(places)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if places[middle] < wanted else (low, middle)
    start = max(0, min(low - _CANDIDATES // 2, len(places) - _CANDIDATES))
    return list(places[start : start + _CANDIDATES])


def distance(one: Quantity, other: Quantity) -> float | None:
    """How ill two numbers with a common key fit together, 0 for the same; None where they cannot be one."""
    if one.dimension and other.dimension and one.dimension != other.dimension:
        return None
    if one.kind.dated != other.kind.dated and (one.unit or other.unit) and "time" not in _dimensions(one, other):
        return None
    cost = 0.0 if abs(one.value) == abs(other.value) else 0.3
    if one.kind is not other.kind:
        cost += 1.0 if {one.kind, other.kind} == {Kind.PERCENT, Kind.POINT} else 0.3
        cost += 0.5 if one.kind.dated or other.kind.dated else 0.0
    if one.unit != other.unit and not same_currency(one, other):
        cost += 1.0 if one.unit and other.unit and abs(one.amount) != abs(other.amount) else 0.2
    cost += 0.1 * (one.approximation is not other.approximation)
    return cost + 0.3 * one.weak + 0.3 * other.weak


def _dimensions(one: Quantity, other: Quantity) -> set[str | None]:
    return {one.dimension, other.dimension}


def same_currency(one: Quantity, other: Quantity) -> bool:
    """Whether two currencies may be one: a plain "$" is any dollar."""
    units = {one.unit, other.unit}
    return len(units) == 1 or ("dollar" in units and bool(units & _DOLLARS))


@dataclass(frozen=True, slots=True)
class Change:
    """Two numbers that stand for each other and differ in value; `score` says how surely."""

    base: Quantity
    version: Quantity
    score: float


def changes(base: Sequence[Quantity], version: Sequence[Quantity], least: float) -> Iterator[Change]:
    """Pair left-over numbers that plausibly stand for each other, the surest first; weak ones never."""
    left, right = [q for q in base if not q.weak][:60], [q for q in version if not q.weak][:60]
    scored = []
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            score = plausibility(one, other) + 0.3 * (1 - abs(i / len(left) - j / len(right)))
            score += 0.7 * (_peers(left, one) == _peers(right, other) == 1)
            if score >= least:
                scored.append((-score, i, j))
    used_left, used_right = set(), set()
    for negative, i, j in sorted(scored):
        if i not in used_left and j not in used_right:
            used_left.add(i)
            used_right.add(j)
            yield Change(left[i], right[j], -negative)


def other_dimensions(base: Sequence[Quantity], version: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Pair left-over numbers of one value that measure different things: kilolitres became tonnes.

    A thousandfold value is the same figure as well: 640千升 is read as 640,000 litres.
    """
    used: set[int] = set()
    for one in base:
        for j, other in enumerate(version[:60]):
            if j not in used and _other_dimension(one, other):
                used.add(j)
                yield one, other
                break


def _other_dimension(one: Quantity, other: Quantity) -> bool:
    if one.weak or other.weak or one.dimension == other.dimension or not (one.unit and other.unit):
        return False
    small, large = sorted((abs(one.value), abs(other.value)))
    return small > 3 and large / small in (1, 1000)


def _peers(quantities: Sequence[Quantity], one: Quantity) -> int:
    return sum(q.kind is one.kind and q.dimension == one.dimension for q in quantities)


def plausibility(one: Quantity, other: Quantity) -> float:
    """How plausible it is that one number was meant where the other stands."""
    score = _kinship(one, other)
    small, large = sorted((abs(comparable(one, other)), abs(comparable(other, one))))
    if small == 0:
        return score
    if one.kind.dated:
        return score + (1.0 if large - small <= 10 else 0.0)
    ratio = large / small
    if ratio in (10, 100, 1000, 10_000, 100_000, 1_000_000):
        return score + 2.0
    one_digits, other_digits = _digits(small), _digits(large)
    if one_digits == other_digits:
        return score + 1.8  # 2.37 万亿 and "2.37 billion"
    if len(one_digits) > 1 and sorted(one_digits) == sorted(other_digits):
        return score + 1.8
    if small + 0 in range(13, 20) and large == (small - 10) * 10:
        return score + 1.5  # thirteen, thirty
    if (
        len(one_digits) == len(other_digits) > 1
        and sum(a != b for a, b in zip(one_digits, other_digits, strict=True)) == 1
    ):
        score += 0.8
    if ratio < Fraction(11, 10):
        return score + 1.0
    return score + (0.3 if ratio < 2 else -0.3 if ratio < 10 else -1.5)


def _kinship(one: Quantity, other: Quantity) -> float:
    """What kind, unit and dimension say for or against."""
    if one.kind.dated != other.kind.dated:
        return -3.0
    if one.kind is other.kind:
        score = 2.0 if one.kind is not Kind.PLAIN else 1.0
    elif {one.kind, other.kind} <= _RATIOS:
        score = 1.0
    else:
        score = 0.0 if one.kind is Kind.PLAIN or other.kind is Kind.PLAIN else -2.0
    if one.dimension == other.dimension:
        if one.dimension:
            score += 1.0 if one.unit == other.unit or same_currency(one, other) else 0.3
        return score
    return score - (1.0 if one.dimension is None or other.dimension is None else 3.0)


def comparable(one: Quantity, other: Quantity) -> Fraction:
    """The value of `one` in the terms of `other`: a fraction beside a percentage is a percentage."""
    if one.kind is Kind.FRACTION and other.kind is Kind.PERCENT:
        return one.value * 100
    both = one.dimension == other.dimension and one.dimension not in (None, "money")
    return one.amount if both else one.value


def _digits(value: Fraction) -> str:
    """The significant digits: "237" of 2.37 trillion."""
    scaled = value
    for _ in range(6):
        if scaled.denominator == 1:
            break
        scaled *= 10
    return str(int(scaled)).rstrip("0")
