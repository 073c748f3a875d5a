"""When and where a text came out, as its own lines say: "Published: Jan 03, 2026 02:52 PM", "来源：…", "입력 …"."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Iterable

from aligner.text.furniture import data

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = r"(?P<{0}>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}}\.?"
_DATES = (
    re.compile(
        r"(?<!\d)(?P<y>(?:19|20)\d\d) ?[-/.年년] ?(?P<m>\d{1,2}) ?[-/.月월] ?(?P<d>\d{1,2})"
        r"(?: ?[日일]|\.(?!\d)|(?!\d))"
    ),
    re.compile(rf"\b{_MONTH.format('mon')} ?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,? ?(?P<y>(?:19|20)\d\d)\b", re.I),
    re.compile(rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ -]{_MONTH.format('mon')},?[ -](?P<y>(?:19|20)\d\d)\b", re.I),
)
_TIME = re.compile(
    r"T?\d{1,2}[:：]\d\d(?:[:：]\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?"
    r"|\d{1,2} ?[时時시点點] ?(?:\d{1,2} ?[分분])?|\d{1,2} (?=hours?|minutes?|min)"
)
_NOISE = re.compile(r"[\s|/·,.;:：，、()（）\[\]【】<>—–+-]+")
_OUTLET = re.compile(
    r"(?:^|[\s|　])[（(【\[]?(?:source|来源|來源|稿源|文章来源|新闻来源|信息来源|출처)"
    r"[ 　]?[:：] ?(?P<outlet>[^|　)）】\]]{2,80})",
    re.I,
)
_LATER = re.compile(r"updated|modified|更新|수정|업데이트", re.I)
# Longer lines are sentences; it also bounds the work on hostile input.
_LONGEST = 160


def is_dateline(text: str) -> bool:
    """Whether a line holds a date or a time and nothing else but the words that go with it, or the source."""
    flat = " ".join(text[: 2 * _LONGEST].split())
    if len(flat) > _LONGEST or not any(c.isdecimal() for c in flat):
        return False
    rest = _OUTLET.sub(" ", flat)
    dated = any(pattern.search(rest) for pattern in _DATES)
    for pattern in (*_DATES, _TIME):
        rest = pattern.sub(" ", rest)
    dated = dated or _TIME.search(flat) is not None
    return dated and not _NOISE.sub("", _words().sub(" ", rest))


def date_of(lines: Iterable[str]) -> datetime.date | None:
    """The day of publication that the lines name; a day of updating only where no other stands."""
    later: datetime.date | None = None
    for line in lines:
        for found, before in _dates(line):
            if not _LATER.search(before):
                return found
            later = later or found
    return later


def outlet_of(lines: Iterable[str]) -> str | None:
    """The outlet that a source line names: the last of several names parted by commas."""
    for line in lines:
        match = _OUTLET.search(" ".join(line.split()))
        if match:
            names = [name.strip(" .。") for name in re.split("[,，]", match["outlet"]) if name.strip(" .。")]
            if names:
                return names[-1]
    return None


def parse_date(value: str) -> datetime.date | None:
    """The first date in a string such as a meta tag's ("2026-01-03T14:52:00+08:00"), or None."""
    return next((found for found, _ in _dates(value)), None)


def _dates(line: str) -> list[tuple[datetime.date, str]]:
    """The dates of a line in order, each with what stands before it (back to the date before)."""
    line = line[:_LONGEST]
    hits = sorted((m for pattern in _DATES for m in pattern.finditer(line)), key=lambda m: m.start())
    found = []
    start = 0
    for hit in hits:
        parts = hit.groupdict()
        month = _MONTHS.index(parts["mon"].lower()) + 1 if "mon" in parts else int(parts["m"])
        try:
            found.append((datetime.date(int(parts["y"]), month, int(parts["d"])), line[start : hit.start()]))
        except ValueError:  # the 45th of a month is no date: an identifier
            continue
        start = hit.end()
    return found


@functools.cache
def _words() -> re.Pattern[str]:
    words = sorted(data()["dateline"]["words"], key=lambda word: (-len(word), word))
    latin = "|".join(re.escape(word) for word in words if word.isascii())
    other = "|".join(re.escape(word) for word in words if not word.isascii())
    return re.compile(rf"(?<![a-z])(?:{latin})(?![a-z])|{other}", re.I)
