"""CLDR's names in one language, read from babel's data without building its locales."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from aligner.text.script import latin

Key = tuple[str, str]
"""What a name names: its kind and CLDR's code ("territories", "DE")."""

VARIANTS = {"zh": ("zh_Hant",), "sr": ("sr_Latn",), "uz": ("uz_Cyrl",), "az": ("az_Cyrl",)}
"""Locales of a language in another script: a text may be written in either."""

PLAIN = ("territories", "languages", "currency_names")
"""Kinds whose data map a code to a name."""

DATED = ("months", "days")
"""Kinds whose data map a context and a width to numbered names."""

UNKNOWN = frozenset({"ZZ", "und", "mul", "mis", "zxx", "XXX", "XTS"})
"""Codes of what is unknown or none: their names are plain words."""

_REMARK = re.compile(r"\s*[(（][^()（）]*[)）]")


def covered(language: str) -> bool:
    """Whether CLDR has names in a language (primary subtag)."""
    from babel.localedata import exists

    return language.isalpha() and bool(exists(language))


@lru_cache(maxsize=16)
def names(language: str) -> dict[Key, tuple[str, ...]]:
    """Everything that CLDR names in a language: its names, remarks in brackets left out."""
    from babel.localedata import load

    found: dict[Key, dict[str, None]] = {}
    for locale in (language, *VARIANTS.get(language, ())):
        for kind, code, name in _all(load(locale, merge_inherited=False)):
            found.setdefault((kind, code), {})[_REMARK.sub("", name).strip()] = None
    return {key: tuple(name for name in forms if name) for key, forms in found.items()}


def _all(data: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """(kind, code, name) of all that a locale names."""
    for kind in PLAIN:
        for code, name in data.get(kind, {}).items():
            if isinstance(name, str) and code not in UNKNOWN:
                yield kind, code, name
    for kind in DATED:
        for number, name in data.get(kind, {}).get("format", {}).get("wide", {}).items():
            yield kind, str(number), name
    for unit, widths in data.get("unit_patterns", {}).items():
        for count, pattern in widths.get("long", {}).items():
            if isinstance(pattern, str) and count != "per":
                yield "units", unit, pattern.replace("{0}", " ")
    yield from _cities(data)


def _cities(data: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The cities of the time zones; one spelled like its zone is not in the data of languages in Latin script."""
    from babel.core import get_global

    zones = data.get("time_zones", {})
    own = data.get("languages", {}).get("en", "")
    spelled = bool(own) and latin(own)
    for zone in sorted({*zones, *(get_global("zone_territories") if spelled else ())}):
        city = zones.get(zone, {}).get("city") or (spelled and zone.rpartition("/")[2].replace("_", " "))
        if city:
            yield "cities", zone, city
