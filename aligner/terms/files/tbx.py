"""TBX, the term base exchange format: version 3 (ISO 30042:2019) in both styles, and the martif of version 2.

Read are concept entries with subject field, definition, source, notes and cross-references, and terms with
administrative status, part of speech, term type, source, note and customer subset (the outlet whose wording it is).
What TBX-Basic has no data category for stands in project subsets: "weighty", "uncertain" and "severity:major" at a
concept, "case-sensitive", "forbidden", "match:prefix", "not-if:..." and "context:..." at a term. Other data
categories are passed over, as the standard asks, and named in one warning. Files are read as a stream, so that
only the concepts stay in memory; no entity, DTD or address in them is ever followed.
"""

from __future__ import annotations

import dataclasses
import io
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from aligner.errors import FormatError
from aligner.model import Concept
from aligner.terms.files import tbx_names
from aligner.terms.files.tbx_entry import Entry
from aligner.terms.files.tbx_nodes import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHOWN = 8  # kinds of unread entries that the warning names


def read(data: bytes | BinaryIO, name: str) -> tuple[Concept, ...]:
    """The concepts of a TBX file; `name` is used in messages. Raises FormatError with file, line and field."""
    return tuple(concept for concept, _ in read_with_lines(data, name))


def read_with_lines(data: bytes | BinaryIO, name: str) -> list[tuple[Concept, int]]:
    """Like `read`, each concept with the line that its entry starts in. Warns (UserWarning) of what is not read."""
    found: list[tuple[Concept, int]] = []
    written: dict[str, str] = {}
    unread: Counter[str] = Counter()
    for number, element in enumerate(_entries(io.BytesIO(data) if isinstance(data, bytes) else data, name), 1):
        entry = Entry(element, number, name, unread)
        concept = entry.concept()
        written.setdefault(element.get("id", ""), concept.id)
        found.append((concept, entry.line))
    if not found:
        raise FormatError(f"{name}: holds no concept entry; expected <conceptEntry> or <termEntry>")
    if unread:
        warnings.warn(_passed_over(unread, name), stacklevel=3)
    return [(_with_own_links(concept, written), line) for concept, line in found]


def _entries(stream: BinaryIO, name: str) -> Iterator[_Element]:
    """The concept entries one by one; each is emptied when the next is asked for."""
    from lxml import etree

    parse = etree.iterparse(
        stream, events=("end",), tag=[f"{{*}}{tag}" for tag in tbx_names.ENTRIES], resolve_entities=False,
        no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True,
    )  # fmt: skip
    first = True
    try:
        for _, entry in parse:
            if first:
                _check_root(entry.getroottree().getroot(), name)
            first = False
            yield entry
            entry.clear()
            parent = entry.getparent()
            while parent is not None and entry.getprevious() is not None:
                del parent[0]
    except (etree.XMLSyntaxError, ValueError) as error:
        log: Any = parse.error_log  # the exception may name the consequence only
        line, problem = next(((e.line, e.message) for e in log), (1, str(error)))
        raise FormatError(f"{name}, line {line}: not well-formed XML ({' '.join(problem.split())})") from None
    if first:
        _check_root(parse.root, name)


def _check_root(root: _Element, name: str) -> None:
    """Refuse what is no TBX, and any declared entity."""
    if local_name(root) not in ("tbx", "martif"):
        raise FormatError(
            f"{name}, line {root.sourceline}: root is <{local_name(root)}>; expected <tbx> or <martif>"
        )
    dtd: Any = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        raise FormatError(f"{name}: declares XML entities, which are not read; remove the <!ENTITY> lines")


def _with_own_links(concept: Concept, written: dict[str, str]) -> Concept:
    """The concept with links by the ids of concepts, where a file had to write other ones."""
    related = tuple(written.get(target, target) for target in concept.related)
    return concept if related == concept.related else dataclasses.replace(concept, related=related)


def _passed_over(unread: Counter[str], name: str) -> str:
    kinds = sorted(unread.items(), key=lambda item: (-item[1], item[0]))
    listed = ", ".join(f"{kind} ({count})" for kind, count in kinds[:_SHOWN])
    rest = ", ..." if len(kinds) > _SHOWN else ""
    noun = "kind of entry is" if len(kinds) == 1 else "kinds of entry are"
    return f"{Path(name).name}: {len(kinds)} {noun} not read: {listed}{rest}"
