"""One HTML page that an editor can trust in two minutes, and read for two hours.

The page is complete in itself: no network, no fonts, no images; it works printed and without JavaScript. Texts are
hostile: everything is escaped, a content security policy lets only the page's own script run, and characters that
cannot be seen are shown by their code.

Every state is a link: "#ID~KEY=VALUE&...", where ID is a tab (`first`, `read`, `terms`, `about`), a row (`r12`), a
card (`c-FINDING`), a note (`n-FINDING`) or a concept (`t3`), and the keys are the filters of the Read tab: `q`,
`severity` (the least, as MQM multiplier), `state=open`, `rows=marked`, `words=off`, `without` (columns, joined by
dots), and the one of the Terms tab: `terms` (`differs`, `rejected`, `swapped` or `missing`).

What a reader decides is kept by the browser under a digest of the texts, so it outlives a re-run, and is exported
as JSON: {"schema": "aligner-review/1", "key": that digest, "documents": [{"id", "sha256"}],
"entries": [{"finding": id, "state": "accepted" | "dismissed" | "", "comment": text}]}.

A new tab is a template `templates/NAME.html.j2`, a name in strings.toml under [page] and an entry in page.TABS.
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
