"""What a web page says of itself: title, outlet, date and language in its head (Open Graph, JSON-LD, meta tags)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from aligner.formats._document import Meta
from aligner.text.publication import parse_date

_OUTLETS = ("og:site_name", "application-name", "source", "mediaid", "dc.publisher")
_DATES = (
    *("article:published_time", "og:published_time", "publishdate", "pubdate", "publish-date", "datepublished"),
    *("date", "dc.date", "dc.date.issued", "sailthru.date", "parsely-pub-date", "og:article:published_time"),
)
_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_CHINESE = {
    "cn": "zh-Hans",
    "sg": "zh-Hans",
    "hans": "zh-Hans",
    "tw": "zh-Hant",
    "hk": "zh-Hant",
    "mo": "zh-Hant",
    "hant": "zh-Hant",
}
_ARTICLE = re.compile("(?:News|Reportage|Opinion|Analysis|Blog)?(?:Article|Posting)$")
# More than a page's own description ever takes; also keeps json.loads short on hostile pages.
_LONGEST_JSON = 500_000


def meta_of(root: etree._Element) -> Meta:
    """The page's own account of itself; None for what it does not say."""
    tags = _tags(root)
    linked = next(_articles(root), {})
    publisher = linked.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else publisher
    date = _first(tags, _DATES) or _string(linked.get("datePublished"))
    return Meta(
        lang=language_tag(
            root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or tags.get("og:locale")
        ),
        outlet=tags.get("og:site_name") or _string(name) or _first(tags, _OUTLETS),
        date=parse_date(date) if date else None,
        title=tags.get("og:title") or _string(linked.get("headline")) or tags.get("twitter:title") or _titled(root),
    )


def language_tag(value: str | None) -> str | None:
    """A BCP 47 tag from what pages write ("zh_CN", "ko-KR"): Chinese by its script, else the first subtag."""
    if not value or not _TAG.fullmatch(value.strip()):
        return None
    parts = re.split("[-_]", value.strip().lower())
    if parts[0] == "zh":
        return next((_CHINESE[part] for part in parts[1:] if part in _CHINESE), "zh-Hans")
    return parts[0]


def _tags(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = (element.get("property") or element.get("name") or element.get("itemprop") or "").strip().lower()
        value = " ".join((element.get("content") or "").split())
        if key and value:
            found.setdefault(key, value[:1000])
    return found


def _articles(root: etree._Element) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of the page that describe an article."""
    for element in root.iter("script"):
        if (element.get("type") or "").strip().lower() != "application/ld+json":
            continue
        try:
            value = json.loads((element.text or "")[:_LONGEST_JSON])
        except (ValueError, RecursionError):  # a broken description is no reason to refuse the text
            continue
        for item in _objects(value):
            kinds = item.get("@type")
            if any(
                isinstance(k, str) and _ARTICLE.search(k) for k in (kinds if isinstance(kinds, list) else [kinds])
            ):
                yield item


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    for item in value if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (entry for entry in graph if isinstance(entry, dict)) if isinstance(graph, list) else ()


def _first(tags: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((tags[name] for name in names if name in tags), None)


def _string(value: Any) -> str | None:
    return " ".join(value.split())[:1000] or None if isinstance(value, str) else None


def _titled(root: etree._Element) -> str | None:
    """The <title> without the site's name that most pages hang on it."""
    element = root.find(".//head/title")
    whole = " ".join((element.text or "").split()) if element is not None else ""
    parts = re.split(r" [-–—|·:«»] |_|\s?[|｜]\s?", whole)
    return max(parts, key=len).strip() or None if parts else None
