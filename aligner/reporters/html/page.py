"""Puts the page together: gathers what each tab shows and fills the templates."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from aligner.model import Report, Severity
from aligner.plugins import resource
from aligner.reporters._terms_line import terms_line
from aligner.reporters._verdict import between, own, own_findings, verdict
from aligner.reporters.html import about, names, passages, rows, terms
from aligner.reporters.html.candidates import candidates
from aligner.reporters.html.cards import card, first, grave
from aligner.reporters.html.figures import scores
from aligner.reporters.html.findings import SHAPES, FindingView, views
from aligner.reporters.html.places import Rows
from aligner.reporters.html.shown import for_script, plain, shown
from aligner.reporters.html.strings import Strings
from aligner.reporters.html.strip import HEIGHT, WIDTH, Bar, strip


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: its id in the URL's hash is also the name of its template and of its sentence in [page]."""

    id: str


TABS = (Tab("first"), Tab("read"), Tab("terms"), Tab("about"))


@dataclass(frozen=True, slots=True)
class OwnView:
    """What the first screen says about the base by itself; `counts` holds what the sentence does not say."""

    named: names.Named
    sentence: str
    counts: dict[Severity, int]


@dataclass(frozen=True, slots=True)
class VersionView:
    """What the first screen says about one version; `counts` holds what the sentence does not say.

    `between` counts what it has beside other versions, by their names; `terms` is a line on its terms.
    """

    named: names.Named
    sentence: str
    counts: dict[Severity, int]
    between: dict[str, dict[Severity, int]]
    terms: str | None
    bars: tuple[Bar, ...]
    left_out: passages.Passages
    added: passages.Passages


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
    versions = [_version(report, n, documents, by_id, places, t) for n in documents[1:]]
    set_aside = about.set_aside(documents, t)
    return {
        "report": report,
        "headline": names.headline(report, t),
        "documents": documents,
        "versions": versions,
        "own": _own_view(report, documents[0]),
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


def _version(
    report: Report,
    named: names.Named,
    documents: Sequence[names.Named],
    by_id: dict[str, FindingView],
    places: Rows,
    t: Strings,
) -> VersionView:
    said = verdict(report, named.document.id)
    beside = between(report, named.document.id)
    return VersionView(
        named=named,
        sentence=said.sentence,
        counts=_untold(said.counts),
        between={n.name: grave(beside[n.document.id]) for n in documents if n.document.id in beside},
        terms=terms_line(report, named.document.id),
        bars=strip(report, named, by_id, places, t),
        left_out=passages.left_out(report, named, by_id, places, t),
        added=passages.additions(report, named, by_id, places, t),
    )


def _own_view(report: Report, named: names.Named) -> OwnView | None:
    """What is said of the base by itself; nothing beside versions where it has only notes."""
    if report.versions and not any(f.severity for f in own_findings(report)):
        return None
    said = own(report)
    return OwnView(named, said.sentence, _untold(said.counts))


def _untold(counts: Mapping[Severity, int]) -> dict[Severity, int]:
    """The counts that a verdict's sentence leaves out, the gravest first: what is less grave than it names."""
    told = {Severity.CRITICAL, Severity.MAJOR}
    if not any(counts[severity] for severity in told):
        told.add(Severity.MINOR)
    return {s: counts[s] for s in sorted(counts, reverse=True) if s not in told and counts[s]}


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
