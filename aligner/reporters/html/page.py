"""Puts the page together: gathers what each tab shows and fills the templates."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from aligner.model import Report, Severity
from aligner.plugins import resource
from aligner.reporters.html import about, names, rows, terms, verdicts
from aligner.reporters.html.candidates import candidates
from aligner.reporters.html.cards import card, first
from aligner.reporters.html.figures import scores
from aligner.reporters.html.findings import SHAPES, FindingView, views
from aligner.reporters.html.places import Rows
from aligner.reporters.html.shown import for_script, plain, shown
from aligner.reporters.html.strings import Strings
from aligner.reporters.html.strip import HEIGHT, WIDTH


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: its id in the URL's hash is also the name of its template and of its sentence in [page]."""

    id: str


TABS = (Tab("first"), Tab("read"), Tab("terms"), Tab("about"))


def page(report: Report, t: Strings) -> str:
    """The whole page."""
    style, script = _own("style.css"), _own("script.js")
    found = _contents(report, t)
    grid = f":root{{--versions:{len(report.versions)}}}\n"
    style = Markup(grid + style)
    template = _environment().get_template("page.html.j2")
    text: str = template.render(
        **found, t=t, style=style, script=Markup(script), policy=policy(style, script), tabs=TABS
    )
    return text


def with_notice(page: str, notice: str) -> str:
    """The page with a line for its reader under the headline."""
    line = Markup('<p class="notice">{}</p>').format(notice)
    return page.replace("</header>", f"{line}</header>", 1)


def policy(style: str, script: str) -> str:
    """A content security policy that runs this page's own script and style, and lets nothing else in or out."""
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; base-uri 'none'; "
        "form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def review_key(report: Report) -> str:
    """A digest of the texts: a review is kept under it, so it outlives a re-run on the same texts."""
    digest = hashlib.sha256()
    for document in report.documents:
        content = document.sha256 or "\n".join(b.text for b in document.blocks)
        digest.update(f"{document.id}\0{content}\0".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()[:16]


def _contents(report: Report, t: Strings) -> dict[str, Any]:
    documents = names.named(report, t)
    places = Rows(report)
    by_id = views(report, documents, places, t)
    picked = first(report, by_id)
    chosen = {v.id for v in picked}
    rest = [v for v in _ranked(by_id.values()) if v.id not in chosen and not v.one_sided]
    versions = [verdicts.of_version(report, n, documents, by_id, places, t) for n in documents[1:]]
    set_aside = about.set_aside(documents, t)
    return {
        "report": report,
        "headline": names.headline(report, t),
        "documents": documents,
        "versions": versions,
        "own": verdicts.of_base(report, documents[0]),
        "cards": [card(v, report, documents) for v in picked],
        "others": [v for v in rest if v.finding.severity is not Severity.NEUTRAL],
        "notes": [v for v in rest if v.finding.severity is Severity.NEUTRAL],
        "folds": rows.folds(report, documents, by_id.values(), places, t),
        "texts": about.texts(report, documents, t),
        "scores": scores(report, documents, t, terms=False),
        "matrix": terms.matrix(report, documents, places, t),
        "houses": terms.houses(report),
        "candidates": candidates(report, documents, places, t),
        "term_scores": scores(report, documents, t, terms=True),
        "set_aside": set_aside,
        "all_aside": about.counted((block for a in set_aside for block in a.blocks), t),
        "names_by_id": {n.document.id: n.name for n in documents},
        "severities": sorted(Severity, reverse=True),
        "shapes": SHAPES,
        "passages": names.passages,
        "views": by_id,
        "unchecked": _unchecked(report, documents),
        "limits": list(t.section("limits").values()),
        "strip_size": (WIDTH, HEIGHT),
        "data": for_script(_data(report, t)),
    }


def _unchecked(report: Report, documents: Sequence[names.Named]) -> list[str]:
    """What was not checked, and how reading went: each warning of a document once."""
    lines = list(report.unchecked)
    for named in documents:
        fresh = [w for w in named.document.warnings if not any(w in line for line in report.unchecked)]
        lines += [f"{named.name}: {warning}" for warning in fresh]
    return lines


def _ranked(found: Iterable[FindingView]) -> list[FindingView]:
    return sorted(found, key=lambda v: -v.finding.severity)


def _data(report: Report, t: Strings) -> dict[str, Any]:
    return {
        "key": review_key(report),
        "documents": [{"id": d.id, "sha256": d.sha256} for d in report.documents],
        "strings": dict(t.section("script")),
        "tabs": [tab.id for tab in TABS],
    }


def _own(name: str) -> str:
    return resource("aligner.reporters.html", name).read_text(encoding="utf-8")


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")


def _environment() -> Any:
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(resource("aligner.reporters.html", "templates")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["shown"] = shown
    environment.filters["plain"] = plain
    return environment
