"""The nodes of a TBX file: their names, data categories and texts, whatever the style."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from aligner.terms.files import tbx_names
from aligner.terms.files.fields import tidy

if TYPE_CHECKING:
    from lxml.etree import _Element

_UNTYPED: Final = {"descrip": "definition"}


def local_name(node: _Element) -> str:
    """The name without its namespace; "" for what is no element."""
    tag = node.tag
    return _local(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=256)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def category(node: _Element) -> str:
    """The data category: the type attribute (DCA, martif) or the element's own name (DCT).

    A description without a type, as some tools write it, is taken as the definition.
    """
    name = node.get("type") or local_name(node)
    return _UNTYPED.get(name, name)


def line_of(node: Any) -> int:
    """The line in which a node starts, 0 where the parser does not know it."""
    return int(node.sourceline or 0)


def leaves(node: _Element) -> Iterator[_Element]:
    """What stands in a node, groups opened."""
    for child in node:
        if len(child) and local_name(child) in tbx_names.GROUPS:
            yield from leaves(child)
        else:
            yield child


def joined(nodes: list[_Element], mark: str) -> str | None:
    """The texts without repeats, None where there is none."""
    return mark.join(dict.fromkeys(texts(nodes))) or None if nodes else None


def texts(nodes: list[_Element]) -> list[str]:
    """The texts of those that have one."""
    return [text for node in nodes if (text := text_of(node))]


def text_of(node: _Element) -> str:
    """The text on one line, markup in it passed over."""
    return tidy("".join(str(t) for t in node.itertext()) if len(node) else node.text or "")
