"""Numbers, percentages, units, currencies and dates must say in the version what they say in the base.

Flags
    Numbers are compared by value, so 2729亿, "272.9 billion" and 2천729억 are one. Reported are: a changed value,
    unit, currency or date part; per cent in place of percentage points; a changed bound ("around 200" and "nearly
    200"); a number that only one side has, where nothing around explains it. A number that was rounded is named
    as rounded and costs nothing.

Why
    A wrong figure is the error that readers find first and that costs an outlet most. Factors of ten come in with
    万, 亿, 만, 억 and with "billion"; per cent and percentage points are mixed up daily.

Limits
    Values are compared within a pair and its neighbours; two numbers of one kind that change places inside a
    sentence go unseen. Spelled-out numbers up to three, "first", "half", "dozens" and numbers inside names, codes
    and terms are no ground for a report. Pairs that the aligner is unsure of give notes only, and so does what
    condensed passages leave out. Languages without a data file have digits only.

Wrong
    zh: 总额达2.37万亿元。
    en: The total reached 2.37 billion yuan.

    ko: 점유율이 2.3%포인트 높아졌다.
    en: The share rose by 2.3 percent.

    zh: 今年增长5%左右。
    en: Growth this year was more than 5 percent.

    en: He leads a group of around 200 members.
    en: He leads a group of nearly 200 members.

Right
    zh: 总额达二千七百二十九亿元。
    en: The total reached 272.9 billion yuan.

    ko: 신규 일자리 약 1만 1천 개가 생긴다.
    en: Some 11,000 jobs will be created.

    zh: 近三成受访者于2026年1月3日作答。
    en: Nearly 30 percent of those asked replied on Jan. 3, 2026.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from aligner.checks import Context, Mode
from aligner.checks._number_pairs import Change, Matching, changes, keys, match, other_dimensions
from aligner.checks._number_view import Values, View, view
from aligner.checks._number_words import bound_severity, change_message, rounded, unit_message, value_severity
from aligner.model import AlignedPair, Issue, Severity, Span
from aligner.text.numbers import Approximation, Kind, Quantity, bounds


@dataclass(frozen=True, slots=True)
class Number:
    """Holds the numbers of a pair against each other.

    `plausible` is the score from which two different numbers are taken for one that changed (2 and more is sure,
    see aligner/checks/_number_pairs.py); `sure` the bead confidence below which findings are notes only.
    """

    category: ClassVar[str] = "accuracy/mistranslation"
    modes: ClassVar[tuple[Mode, ...]] = (Mode.RENDERING,)
    plausible: float = 2.4
    sure: float = 0.5

    def check(self, pair: AlignedPair, context: Context) -> Iterator[Issue]:
        """Yield what differs; nothing for one-sided pairs, which omission and addition report."""
        if not pair.bead.paired or not pair.base.text.strip() or not pair.version.text.strip():
            return
        seen = view(pair, context)
        unsure = pair.bead.confidence is not None and pair.bead.confidence < self.sure
        for issue in self._issues(seen):
            yield _note(issue) if unsure else issue

    def _issues(self, seen: View) -> Iterator[Issue]:
        found = match(seen.base, seen.version)
        for one, other in found.equal:
            yield from _equal(seen, one, other)
        rest = _unexplained(seen, found)
        taken: set[Quantity] = set()
        for one, other in other_dimensions(rest.base, rest.version):
            taken |= {one, other}
            yield _other_unit(seen, one, other)
        for one in rest.base:
            if one in taken:
                continue
            near = next((q for q in rest.version if q not in taken and rounded(one, q)), None)
            if near is not None:
                taken |= {one, near}
                yield _rounding(seen, one, near)
        left, right = ([q for q in side if q not in taken] for side in (rest.base, rest.version))
        for change in changes(left, right, self.plausible):
            taken |= {change.base, change.version}
            yield _changed(seen, change)
        yield from _one_sided(seen, [q for q in left if q not in taken], [q for q in right if q not in taken])


def _unexplained(seen: View, found: Matching) -> Matching:
    """What is left over without the numbers that stand on the other side after all or next to it."""
    version = seen.version_values | seen.version_around
    base = seen.base_values | seen.base_around
    vague = [abs(q.value) for q in (*seen.base, *seen.version) if q.weak and abs(q.value) >= 10]
    return Matching(
        found.equal,
        tuple(q for q in found.base if not _stands(q, version, [one for one, _ in found.equal], vague)),
        tuple(q for q in found.version if not _stands(q, base, [other for _, other in found.equal], vague)),
    )


def _stands(quantity: Quantity, values: Values, matched: list[Quantity], vague: list[Fraction]) -> bool:
    """Whether nothing is to be said of a number that found no partner.

    It is weak; or it stands on the other side or next to it, in the same dimension (six nations do not explain
    6 days); or it repeats a number that has a partner; or a vague number explains it (一万六七千: 16,000, 17,000).
    """
    value = abs(quantity.value)
    if quantity.weak or any(quantity.value == q.value and quantity.unit == q.unit for q in matched):
        return True
    if any((f"{quantity.dimension or ''}:{unit}", v) in values for unit, v in keys(quantity)):
        return True
    return not quantity.kind.dated and any(Fraction(4, 5) <= value / v <= Fraction(6, 5) for v in vague)


def _equal(seen: View, one: Quantity, other: Quantity) -> Iterator[Issue]:
    """Equal values whose unit or bound differs."""
    if one.weak or other.weak:  # "higher than a year ago" bounds nothing
        return
    texts = (_shown(seen.base_text, one), _shown(seen.version_text, other))
    unit = unit_message(one, other, *texts)
    if unit:
        yield _issue(unit[0], unit[1], one, other)
        return
    severity = bound_severity(one, other)
    if severity is not None and not one.kind.dated and other.kind is not Kind.TIME:
        if _said_apart(seen, one, other):
            severity = Severity.NEUTRAL
        same = "The same number with another bound" if bool(one.unit) is bool(other.unit) else "The bound changes"
        message = f"{same}: “{texts[0]}” in the base, “{texts[1]}” in the version."
        yield _issue(message, severity, one, other)


def _said_apart(seen: View, one: Quantity, other: Quantity) -> bool:
    """Whether the side without a bound has a word for it elsewhere in the text: "the minimum stay is 360 days"."""
    if Approximation.NONE not in (one.approximation, other.approximation):
        return False
    bare = one.approximation is Approximation.NONE
    said = bounds(*seen.base_read) if bare else bounds(*seen.version_read)
    wanted = (other if bare else one).approximation.direction
    return wanted in {bound.direction for bound in said}


def _rounding(seen: View, one: Quantity, other: Quantity) -> Issue:
    base, version = _shown(seen.base_text, one), _shown(seen.version_text, other)
    return _issue(f"Rounded: “{base}” in the base, “{version}” in the version.", Severity.NEUTRAL, one, other)


def _other_unit(seen: View, one: Quantity, other: Quantity) -> Issue:
    base, version = _shown(seen.base_text, one), _shown(seen.version_text, other)
    return _issue(f"The unit changes: “{base}” becomes “{version}”.", Severity.MAJOR, one, other)


def _changed(seen: View, change: Change) -> Issue:
    one, other = change.base, change.version
    texts = (_shown(seen.base_text, one), _shown(seen.version_text, other))
    return _issue(change_message(one, other, *texts), value_severity(one, other), one, other)


def _one_sided(seen: View, base: list[Quantity], version: list[Quantity]) -> Iterator[Issue]:
    """Numbers without counterpart; parts of dates are supplied and dropped at every turn and are passed over."""
    for quantity in base:
        if _telling(quantity):
            severity = Severity.NEUTRAL if seen.condensed else Severity.MINOR
            text = f"“{_shown(seen.base_text, quantity)}” of the base is not in the version."
            yield Issue(text, severity, base=_place(quantity), version=None, evidence={"value": quantity.shown})
    for quantity in version:
        if _telling(quantity):
            text = f"“{_shown(seen.version_text, quantity)}” of the version is not in the base here."
            yield Issue(
                text, Severity.MINOR, base=None, version=_place(quantity), evidence={"value": quantity.shown}
            )


def _telling(quantity: Quantity) -> bool:
    """Whether its absence says something: 1 to 3 are often put into words ("a year", "both")."""
    if quantity.kind.dated or quantity.kind is Kind.TIME:
        return False
    return abs(quantity.value) > 3 or quantity.kind in (Kind.PERCENT, Kind.POINT, Kind.MONEY)


def _issue(message: str, severity: Severity, one: Quantity, other: Quantity) -> Issue:
    evidence = {"base_value": one.shown, "version_value": other.shown}
    return Issue(message, severity, base=_place(one), version=_place(other), evidence=evidence)


def _note(issue: Issue) -> Issue:
    return Issue(issue.message, Severity.NEUTRAL, issue.base, issue.version, issue.suggestion, issue.evidence)


def _place(quantity: Quantity) -> Span:
    return quantity.group or quantity.span


def _shown(text: str, quantity: Quantity) -> str:
    return _place(quantity).of(text)
