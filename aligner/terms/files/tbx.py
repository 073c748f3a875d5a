"""TBX, the term base exchange format: version 3 (ISO 30042:2019) in both styles, and the older martif.

Read are concept entries with subject field, definition, notes and cross-references, and terms with administrative
status, note and customer subset (the outlet whose wording it is). Two project subsets have a meaning here:
"weighty" at a concept (its loss is worth telling) and "case-sensitive" at a term. The DCT style names elements by
data category instead of by a type attribute; unknown categories are passed over, as the standard asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from aligner.errors import FormatError
from aligner.model import Concept, Term, TermStatus

if TYPE_CHECKING:
    from lxml.etree import _Element

WEIGHTY: Final = "weighty"
CASE: Final = "case-sensitive"
_XML: Final = "{http://www.w3.org/XML/1998/namespace}"
_ENTRIES: Final = ("conceptEntry", "termEntry")
_LANGUAGES: Final = ("langSec", "langSet")
_TERMS: Final = ("termSec", "tig", "ntig")
_STATUS: Final = {
    "preferred": TermStatus.PREFERRED,
    "admitted": TermStatus.ADMITTED,
    "standardized": TermStatus.PREFERRED,
    "deprecated": TermStatus.DEPRECATED,
    "superseded": TermStatus.SUPERSEDED,
    "obsolete": TermStatus.SUPERSEDED,
}


def read(data: bytes, name: str) -> tuple[Concept, ...]:
    """The concepts of a TBX file; `name` is used in messages. Raises FormatError with file, line and field."""
    root = _parse(data, name)
    if _tag(root) not in ("tbx", "martif"):
        raise FormatError(f"{name}, line {root.sourceline}: root is <{_tag(root)}>; expected <tbx> or <martif>")
    entries = [e for e in root.iter() if _tag(e) in _ENTRIES]
    if not entries:
        raise FormatError(f"{name}: holds no concept entry; expected <conceptEntry> or <termEntry>")
    return tuple(_concept(entry, number, name) for number, entry in enumerate(entries, 1))


def _parse(data: bytes, name: str) -> _Element:
    """The root, parsed without entities, network or DTD; any declared entity is refused."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FormatError(f"{name}: not well-formed XML ({' '.join(str(error).split())})") from None
    dtd: Any = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        raise FormatError(f"{name}: declares XML entities, which are not read; remove the <!ENTITY> lines")
    return root


def _concept(entry: _Element, number: int, name: str) -> Concept:
    where = f"{name}, line {entry.sourceline}"
    terms = tuple(
        _term(node, lang, name) for section, lang in _sections(entry, name) for node in _within(section, _TERMS)
    )
    if not terms:
        raise FormatError(f"{where}, concept {entry.get('id') or number}: no term")
    head = [e for child in entry if _tag(child) not in _LANGUAGES for e in child.iter() if isinstance(e.tag, str)]
    notes = [_text(e) for e in head if _tag(e) == "note"]
    return Concept(
        id=entry.get("id") or f"{name}:{number}",
        terms=terms,
        subject=next((_text(e) for e in head if _category(e) == "subjectField"), None),
        definition=next((_text(e) for e in head if _category(e) == "definition"), None),
        note=" ".join(notes) or None,
        related=tuple(t for e in head if _category(e) == "crossReference" and (t := e.get("target"))),
        weighty=any(_category(e) == "projectSubset" and _text(e) == WEIGHTY for e in head),
        origin=name,
    )


def _sections(entry: _Element, name: str) -> list[tuple[_Element, str]]:
    """The language sections of an entry with their tags."""
    found = []
    for section in _within(entry, _LANGUAGES):
        lang = section.get(f"{_XML}lang") or section.get("lang")
        if not lang:
            raise FormatError(f"{name}, line {section.sourceline}, field xml:lang: a language section has none")
        found.append((section, lang))
    return found


def _term(node: _Element, lang: str, name: str) -> Term:
    parts = [e for e in node.iter() if isinstance(e.tag, str)]
    text = next((_text(e) for e in parts if _tag(e) == "term"), "")
    if not text:
        raise FormatError(f"{name}, line {node.sourceline}, field term: empty or missing")
    status = next((_text(e) for e in parts if _category(e) == "administrativeStatus"), "admitted")
    known = _STATUS.get(status.lower().removesuffix("-admn-sts").removesuffix("term"))
    if known is None:
        raise FormatError(f"{name}, line {node.sourceline}, field administrativeStatus: {status!r} is not a status")
    return Term(
        text=text,
        lang=lang,
        status=known,
        case_sensitive=any(_category(e) == "projectSubset" and _text(e) == CASE for e in parts),
        outlets=tuple(_text(e) for e in parts if _category(e) == "customerSubset"),
        note=" ".join(_text(e) for e in parts if _tag(e) == "note") or None,
    )


def _within(node: _Element, tags: tuple[str, ...]) -> list[_Element]:
    return [e for e in node.iter() if _tag(e) in tags]


def _tag(node: _Element) -> str:
    """The local name; "" for what is no element."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def _category(node: _Element) -> str:
    """The data category: the type attribute (DCA, martif) or the element's own name (DCT)."""
    return node.get("type") or _tag(node)


def _text(node: _Element) -> str:
    return " ".join("".join(str(t) for t in node.itertext()).split())
