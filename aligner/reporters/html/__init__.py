"""One HTML page that an editor can trust in two minutes, and read for two hours.

The page is complete in itself: no network, no fonts, no images; it works printed and without JavaScript. Texts are
hostile: everything is escaped, a content security policy lets only the page's own script run, and characters that
cannot be seen are shown by their code.
"""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from typing import ClassVar

from aligner.model import Report

HEAVY = 5_000_000
"""Bytes from which a page opens slowly on older machines."""


@dataclass(frozen=True, slots=True)
class Html:
    """Writes a report as one HTML page."""

    suffix: ClassVar[str] = ".html"

    def render(self, report: Report) -> str:
        """The page. Warns (UserWarning) where it is larger than 5 MB, in the page too."""
        from aligner.reporters.html.page import page, with_notice
        from aligner.reporters.html.strings import english

        text = page(report, english())
        size = len(text.encode("utf-8"))
        if size <= HEAVY:
            return text
        megabytes = f"{size / 1e6:.1f}"
        warnings.warn(f"the HTML report is {megabytes} MB; it may open slowly", stacklevel=2)
        return with_notice(text, english()("page.heavy", megabytes=megabytes))
