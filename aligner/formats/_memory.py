"""Translation memories, reading: the units of a TMX file, one after the other, in memory that does not grow.

Text of inline codes (bpt, ept, it, ph, ut) is markup, not text, and is left out. Entities are never resolved, no
DTD is loaded, and a file that declares entities is refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeAlias

from aligner.errors import FormatError, InputError

LARGEST = 4 * 2**30
"""Bytes of a memory that are read."""

_CODES = frozenset(("bpt", "ept", "it", "ph", "ut"))
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_Element: TypeAlias = Any  # lxml's stubs know no public element type that iterparse yields

Unit = dict[str, str]
"""Language tag as written -> text, in the order of the file."""


def units(path: Path) -> Iterator[Unit]:
    """The translation units of a TMX file. Raises InputError, or FormatError with file and line."""
    from lxml import etree

    try:
        if path.stat().st_size > LARGEST:
            raise InputError(f"{path}: more than the {LARGEST:,} bytes allowed; split the memory")
        with path.open("rb") as file:
            parser = etree.iterparse(
                file, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False,
                huge_tree=False, remove_comments=True, remove_pis=True,
            )  # fmt: skip
            yield from _units(parser, path)
    except OSError as error:
        raise InputError(f"{path}: cannot be read: {error.strerror or error}; check the path") from None
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FormatError(f"{path}: not well-formed XML ({' '.join(str(error).split())})") from None


def _units(parser: Any, path: Path) -> Iterator[Unit]:
    root = None
    for event, element in parser:
        if root is None:
            root = element
            _refuse(root, path)
        if event == "end" and _tag(element) == "tu":
            yield {lang: text for tuv in element if _tag(tuv) == "tuv" for lang, text in _variant(tuv, path)}
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]


def _refuse(root: _Element, path: Path) -> None:
    if _tag(root) != "tmx":
        raise FormatError(f"{path}: line {root.sourceline}: root is <{_tag(root)}>; expected <tmx>")
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        raise FormatError(f"{path}: declares XML entities, which are not read; remove the <!ENTITY> lines")


def _variant(tuv: _Element, path: Path) -> Iterator[tuple[str, str]]:
    lang = tuv.get(_LANG) or tuv.get("lang")
    if not lang:
        raise FormatError(f"{path}: line {tuv.sourceline}: a <tuv> without xml:lang; say its language")
    for seg in (e for e in tuv if _tag(e) == "seg"):
        yield lang, " ".join("".join(_text(seg)).split())


def _text(element: _Element) -> Iterator[str]:
    """The text of a segment without its codes; iterative, since depth is the stranger's choice."""
    stack: list[Any] = [element]
    while stack:
        part = stack.pop()
        if isinstance(part, str):
            yield part
            continue
        inside = _tag(part) not in _CODES
        following = [t for child in reversed(part) for t in (child.tail or "", child)] if inside else []
        stack += [*following, (part.text or "") if inside else ""]


def _tag(element: _Element) -> str:
    return str(element.tag).rpartition("}")[2]
