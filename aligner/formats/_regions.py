"""Language tags as translation memories want them: language and region ("zh-CN", "en-US")."""

from __future__ import annotations

from functools import cache

from aligner.plugins import resource

# For languages that the table does not know: two regions, only so that two texts can be told apart.
_ANY = ("US", "GB")


def with_regions(base: str, version: str) -> tuple[str, str]:
    """Two BCP 47 tags as language-region codes; two texts of one language get two different regions.

    A region in the tag is kept where that is possible, else the likeliest is taken ("zh-Hant" -> "zh-TW"); a
    language without known region stays bare unless both texts share it.
    """
    first = with_region(base)
    second = with_region(version)
    if _language(base) != _language(version) or (first != second and _region(first) and _region(second)):
        return first, second
    if not _region(first):
        first = f"{_language(base)}-{_ANY[0]}"
    free = (r for r in (*_regions(version), *_ANY) if r != _region(first))
    return first, f"{_language(version)}-{next(free)}"


def with_region(tag: str) -> str:
    """One BCP 47 tag as language-region: "zh-Hans" -> "zh-CN", "en-GB" -> "en-GB", "eo" -> "eo"."""
    region = _region(tag) or next(iter(_regions(tag)), "")
    return f"{_language(tag)}-{region}" if region else _language(tag)


def _language(tag: str) -> str:
    return tag.replace("_", "-").split("-")[0].lower()


def _region(tag: str) -> str:
    for part in tag.replace("_", "-").split("-")[1:]:
        if len(part) == 1:  # extensions and private use follow
            break
        if len(part) == 2 and part.isalpha():
            return part.upper()
    return ""


def _regions(tag: str) -> tuple[str, ...]:
    """The regions known for a tag's language and script, likeliest first."""
    script = next((p.title() for p in tag.replace("_", "-").split("-")[1:] if len(p) == 4 and p.isalpha()), "")
    table = _table()
    language = _language(tag)
    return table.get(f"{language}-{script}") or table.get(language) or table.get(f"{language}-Hans") or ()


@cache
def _table() -> dict[str, tuple[str, ...]]:
    lines = resource("aligner.formats", "data", "regions.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return {tag: tuple(regions.split()) for tag, regions in rows}
