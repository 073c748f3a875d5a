"""The entries of a profile's file: each is read, or refused in one line that names file, key and remedy."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from aligner import plugins
from aligner.errors import FormatError
from aligner.model import Severity, TermStatus
from aligner.model.language import primary
from aligner.terms.matching.keys import keyed
from aligner.terms.profiles.house import Ruling

FORBIDDEN = "forbidden"
_STATUSES = (*(s.value for s in TermStatus), FORBIDDEN)
_SEVERITIES = {s.label: s for s in Severity}
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def refuse_unknown(entry: Mapping[str, Any], known: Iterable[str], where: str) -> None:
    """Raise FormatError for a key that is not among those known, naming the near ones."""
    names = tuple(known)
    for key in entry:
        if key not in names:
            raise FormatError(f"{where}: unknown key {key!r}{near(key, names)} known: {', '.join(names)}")


def near(name: str, known: Iterable[str]) -> str:
    """ "; did you mean ...?" for a name that resembles known ones, else ";"."""
    found = difflib.get_close_matches(name, list(known), n=2, cutoff=0.6)
    return f"; did you mean {' or '.join(map(repr, found))}?" if found else ";"


def table(entry: Mapping[str, Any], key: str, where: str) -> dict[str, Any]:
    """The table under a key, empty where there is none."""
    value = entry.get(key, {})
    if not isinstance(value, dict):
        raise FormatError(f"{where}: {key}: expected a table [{key}], found {value!r}")
    return value


def text(entry: Mapping[str, Any], key: str, where: str) -> str:
    """The text under a key that must be there."""
    value = entry.get(key)
    if not isinstance(value, str) or not value.strip():
        found = "nothing" if value is None else repr(value)
        raise FormatError(f'{where}: {key}: expected text, such as {key} = "...", found {found}')
    return " ".join(value.split())


def texts(entry: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """The list of texts under a key, empty where there is none."""
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
        raise FormatError(f'{where}: {key}: expected a list of texts, such as {key} = ["..."], found {value!r}')
    return tuple(" ".join(v.split()) for v in value)


def check_names(given: tuple[str, ...], where: str) -> tuple[str, ...]:
    """The names, if checks have them."""
    known = plugins.names("checks")
    for name in given:
        if name not in known:
            raise FormatError(f"{where}: no check {name!r}{near(name, known)} see: aligner list checks")
    return given


def severities(entry: Mapping[str, Any], where: str) -> dict[str, Severity]:
    """Severities by the name of a check or the id of a concept."""
    for key, value in entry.items():
        if not isinstance(value, str) or value not in _SEVERITIES:
            raise FormatError(f"{where}: {key}: expected one of {', '.join(_SEVERITIES)}, found {value!r}")
    return {key: _SEVERITIES[value] for key, value in entry.items()}


def rulings(concepts: Mapping[str, Any], where: str) -> tuple[Ruling, ...]:
    """What stands under [concepts.ID.LANG], in the order of the file."""
    found: list[Ruling] = []
    for ident in concepts:
        languages = table(concepts, ident, f"{where}: concepts")
        for lang in languages:
            place = f"{where}: concepts.{ident}.{lang}"
            if not _TAG.fullmatch(lang):
                raise FormatError(f"{place}: {lang!r} is no language tag; write [concepts.{ident}.en]")
            found += _statuses(table(languages, lang, f"{where}: concepts.{ident}"), ident, lang, place)
    _refuse_twice(found, where)
    return tuple(found)


def _statuses(entry: Mapping[str, Any], ident: str, lang: str, where: str) -> Iterator[Ruling]:
    refuse_unknown(entry, _STATUSES, where)
    for name in _STATUSES:
        status = TermStatus.DEPRECATED if name == FORBIDDEN else TermStatus(name)
        for term in texts(entry, name, where):
            yield Ruling(ident, lang, term, status, forbidden=name == FORBIDDEN)


def _refuse_twice(found: Iterable[Ruling], where: str) -> None:
    seen: set[tuple[str, str, str]] = set()
    for ruling in found:
        key = (ruling.concept, primary(ruling.lang), keyed(ruling.text, ruling.lang).text)
        if key in seen:
            place = f"{where}: concepts.{ruling.concept}.{ruling.lang}"
            raise FormatError(f"{place}: {ruling.text!r} is listed twice; give each term one status")
        seen.add(key)
