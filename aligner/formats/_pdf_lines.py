"""Lines of PDF pages to paragraphs: by gaps, indents, short last lines; what every page repeats is furniture."""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from aligner.model import Role
from aligner.text.layout import columns, join
from aligner.text.paragraphs import Paragraph

_PAGE_NUMBER = re.compile(
    r"[-–— ]*(?:page|p\.|第)? ?\d{1,4} ?(?:页|頁|쪽|면)?(?: ?(?:/|of|共) ?\d{1,4} ?(?:页|頁)?)?[-–— ]*", re.I
)
# pdfium writes these for a hyphen that only the line end called for.
_SOFT = ("\x02", "\ufffe", "\xad")
_STOP = re.compile(r"[.!?。！？…:：][\"'”’』」)）]*$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, its box (points from the page's lower left corner) and the page's height."""

    text: str
    left: float
    right: float
    bottom: float
    top: float
    height: float

    @property
    def size(self) -> float:
        """About the height of its letters."""
        return max(1.0, self.top - self.bottom)


def paragraphs(pages: Sequence[Sequence[Line]]) -> list[Paragraph]:
    """The paragraphs of a document, headers, footers and page numbers marked as furniture, in page order."""
    repeated = _repeated(pages)
    found: list[Paragraph] = []
    before: Line | None = None
    open_at = -1  # the paragraph that may go on, past a page's end too
    for page in pages:
        margins = _margins(page)
        leading = _leading(page)
        fresh = True
        for line in page:
            if _furniture(line, repeated):
                found.append(Paragraph(_clean(line.text), Role.FURNITURE))
                continue
            if before is not None and open_at >= 0 and _goes_on(before, line, margins, leading, fresh):
                found[open_at] = Paragraph(_joined(found[open_at].text, line.text))
            else:
                found.append(Paragraph(line.text))
                open_at = len(found) - 1
            before, fresh = line, False
    return [Paragraph(_clean(p.text), p.role) for p in found]


def _goes_on(before: Line, line: Line, margins: tuple[float, float], leading: float, fresh: bool) -> bool:
    """Whether a line continues the paragraph of the line before it; `fresh` when it is the first of its page."""
    left, right = margins
    if abs(line.size - before.size) > 0.35 * before.size and columns(before.text) > 3 < columns(line.text):
        return False
    gap = before.bottom - line.bottom
    if not fresh and gap > 1.35 * leading:
        return False
    if line.left > left + 0.8 * line.size and before.left <= left + 0.8 * line.size:
        return False
    word = columns(line.text[:2] if not line.text[:2].isascii() else line.text.split(None, 1)[0])
    width = (before.right - before.left) / max(1, columns(before.text))
    full = before.right + (word + 1) * width > right - width
    return full and not (fresh and _STOP.search(before.text) and line.left > left + 1)


def _margins(page: Sequence[Line]) -> tuple[float, float]:
    """Where most lines of a page begin, and where the longest of them end."""
    if not page:
        return 0.0, 0.0
    left = Counter(round(line.left) for line in page).most_common(1)[0][0]
    ends = sorted(line.right for line in page if abs(line.left - left) < 3 * line.size)
    return float(left), ends[int(0.95 * (len(ends) - 1))]


def _leading(page: Sequence[Line]) -> float:
    """The usual distance of two lines."""
    gaps = [a.bottom - b.bottom for a, b in itertools.pairwise(page) if a.bottom - b.bottom > 1]
    return statistics.median_low(gaps) if gaps else 0.0


def _repeated(pages: Sequence[Sequence[Line]]) -> frozenset[str]:
    """Lines near the upper or lower edge that come again, but for numbers, on half of the pages."""
    if len(pages) < 2:
        return frozenset()
    counts = Counter(key for page in pages for key in {_key(line) for line in page if _at_edge(line)})
    return frozenset(key for key, number in counts.items() if number >= max(2, len(pages) / 2))


def _furniture(line: Line, repeated: frozenset[str]) -> bool:
    return _at_edge(line) and (_key(line) in repeated or _PAGE_NUMBER.fullmatch(line.text) is not None)


def _at_edge(line: Line) -> bool:
    return line.bottom > 0.9 * line.height or line.top < 0.1 * line.height


def _key(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text)


def _joined(text: str, more: str) -> str:
    if text.endswith(_SOFT):
        return text[:-1] + more
    return join(text, more)


def _clean(text: str) -> str:
    return " ".join(text.translate({ord(c): "-" for c in _SOFT}).split())
